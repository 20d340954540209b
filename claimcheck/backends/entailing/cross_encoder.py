"""A cross-encoder of sentence-transformers with labels of entailment as the `Entailer` of a run."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.backends.entailing.labels import CONFIG, as_scores, label_places
from claimcheck.backends.folders import WAY_OUT, first_line, licence_in, model_folder, weights_sha256
from claimcheck.backends.text import encodable
from claimcheck.backends.torch_settings import no_progress_bar, one_thread
from claimcheck.errors import ModelError
from claimcheck.model import ModelName
from claimcheck.ports import Entailer, Scores

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sentence_transformers import CrossEncoder


def cross_encoder(name: str) -> tuple[Entailer, ModelName]:
    """Return a cross-encoder by folder or hub name, loaded at once.

    Which of its scores is which is read from its own config. Only a hub name of which there is no copy may use the
    network.
    Errors: `ModelError` where there is no such model, or its labels are not those of entailment.
    """
    folder = model_folder(name, CONFIG).resolve()
    places = label_places(folder)
    if weights_sha256(folder) is None:
        raise ModelError(f"{folder} holds no weights in safetensors, the only form that is loaded", WAY_OUT)
    _loaded(folder)

    def entail(pairs: Sequence[tuple[str, str]], /) -> Sequence[Scores]:
        with one_thread():
            return [as_scores(_row(_loaded(folder), premise, hypothesis), places) for premise, hypothesis in pairs]

    return entail, ModelName("entailer", name, str(folder), weights_sha256(folder), licence_in(folder))


def _row(model: CrossEncoder, premise: str, hypothesis: str) -> NDArray[np.float32]:
    """Run one pair by itself, so that its scores depend on nothing beside it."""
    pair = (encodable(premise), encodable(hypothesis))
    return np.asarray(model.predict([pair], apply_softmax=True, show_progress_bar=False)[0], dtype=np.float32)


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
