"""Which score of a cross-encoder is which: read from its config, in whatever order and case it names them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.backends.folders import WAY_OUT
from claimcheck.errors import ModelError
from claimcheck.ports import Scores

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CONFIG = "config.json"
_DIGITS = 4
"""Scores are rounded, so that the last bits of a product decide nothing."""
_LABELS = {"entail": "entailment", "neutral": "neutral", "contradict": "contradiction"}
"""How the names of labels begin, whatever their case."""


def label_places(folder: Path) -> Mapping[str, int]:
    """Return where each label stands among the scores.

    Errors: `ModelError` where the config does not say so of each of the three.
    """
    try:
        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        named = {int(place): str(label).casefold() for place, label in config["id2label"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ModelError(f"{folder} is not a cross-encoder: no {CONFIG} with labels", WAY_OUT) from error
    found = {
        label: place for place, name in named.items() for begins, label in _LABELS.items() if name.startswith(begins)
    }
    if len(named) != len(_LABELS) or len(found) != len(_LABELS):
        told = ", ".join(named.values())
        problem = f"the labels of {folder} are {told}, not entailment, neutral and contradiction"
        raise ModelError(problem, "name a cross-encoder that was trained on entailment")
    return found


def as_scores(shares: NDArray[np.float32], places: Mapping[str, int]) -> Scores:
    """Return the probabilities of one pair by their labels; the three add up to 1."""
    entailment, contradiction = (
        round(float(shares[places[label]]), _DIGITS) for label in ("entailment", "contradiction")
    )
    return Scores(entailment, round(max(0.0, 1.0 - entailment - contradiction), _DIGITS), contradiction)
