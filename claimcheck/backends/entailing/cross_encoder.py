"""A cross-encoder of sentence-transformers with labels of entailment as the `Entailer` of a run."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.backends.folders import WAY_OUT, first_line, licence_in, model_folder, weights_sha256
from claimcheck.backends.text import encodable
from claimcheck.backends.torch_settings import no_progress_bar, one_thread
from claimcheck.errors import ModelError
from claimcheck.model import ModelName
from claimcheck.ports import Entailer, Scores

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sentence_transformers import CrossEncoder

_CONFIG = "config.json"
_DIGITS = 4
"""Scores are rounded, so that the last bits of a product decide nothing."""
_LABELS = {"entail": "entailment", "neutral": "neutral", "contradict": "contradiction"}
"""How the names of labels begin, whatever their case."""


def cross_encoder(name: str) -> tuple[Entailer, ModelName]:
    """Return a cross-encoder by folder or hub name, loaded at once.

    Which of its scores is which is read from its own config. Only a hub name of which there is no copy may use the
    network.
    Errors: `ModelError` where there is no such model, or its labels are not those of entailment.
    """
    folder = model_folder(name, _CONFIG).resolve()
    places = _labels(folder)
    if weights_sha256(folder) is None:
        raise ModelError(f"{folder} holds no weights in safetensors, the only form that is loaded", WAY_OUT)
    _loaded(folder)

    def entail(pairs: Sequence[tuple[str, str]], /) -> Sequence[Scores]:
        with one_thread():
            return [_scores(_row(_loaded(folder), premise, hypothesis), places) for premise, hypothesis in pairs]

    return entail, ModelName("entailer", name, str(folder), weights_sha256(folder), licence_in(folder))


def _labels(folder: Path) -> Mapping[str, int]:
    """Return where each label stands among the scores.

    Errors: `ModelError` where the config does not say so of each of the three.
    """
    try:
        config = json.loads((folder / _CONFIG).read_text(encoding="utf-8"))
        named = {int(place): str(label).casefold() for place, label in config["id2label"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ModelError(f"{folder} is not a cross-encoder: no {_CONFIG} with labels", WAY_OUT) from error
    found = {
        label: place for place, name in named.items() for begins, label in _LABELS.items() if name.startswith(begins)
    }
    if len(named) != len(_LABELS) or len(found) != len(_LABELS):
        told = ", ".join(named.values())
        problem = f"the labels of {folder} are {told}, not entailment, neutral and contradiction"
        raise ModelError(problem, "name a cross-encoder that was trained on entailment")
    return found


def _row(model: CrossEncoder, premise: str, hypothesis: str) -> NDArray[np.float32]:
    """Run one pair by itself, so that its scores depend on nothing beside it."""
    pair = (encodable(premise), encodable(hypothesis))
    return np.asarray(model.predict([pair], apply_softmax=True, show_progress_bar=False)[0], dtype=np.float32)


def _scores(row: NDArray[np.float32], places: Mapping[str, int]) -> Scores:
    entailment, contradiction = (round(float(row[places[label]]), _DIGITS) for label in ("entailment", "contradiction"))
    return Scores(entailment, round(max(0.0, 1.0 - entailment - contradiction), _DIGITS), contradiction)


@cache
def _loaded(folder: Path) -> CrossEncoder:
    from sentence_transformers import CrossEncoder

    try:
        with no_progress_bar():
            model: CrossEncoder = CrossEncoder(
                str(folder),
                device="cpu",
                trust_remote_code=False,
                local_files_only=True,
                model_kwargs={"use_safetensors": True},
            )
            return model
    except Exception as error:  # the library raises whatever its loaders and its network client raise
        raise ModelError(f"cannot load the entailment model {folder}: {first_line(error)}", WAY_OUT) from error
