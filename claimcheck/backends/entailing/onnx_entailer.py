"""The shipped network as the `Entailer` of a run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from claimcheck.backends.entailing.labels import as_scores, label_places
from claimcheck.backends.entailing.network import LAYERS, config_of, default_folder, logits_of
from claimcheck.model import ModelName
from claimcheck.ports import Entailer, Scores


def onnx_entailer(folder: Path | None = None) -> tuple[Entailer, ModelName]:
    """Return the judge of pairs in a folder, by default the shipped one: checked and loaded with the first pair.

    Errors: `ModelError` where there is none; with the first pair, where a file is not the one that it was.
    """
    folder = folder or default_folder()
    config = config_of(folder)
    places = label_places(folder)
    named = ModelName("entailer", config["name"], str(folder), config["sha256"][LAYERS], config["licence"])

    def entail(pairs: Sequence[tuple[str, str]], /) -> Sequence[Scores]:
        found = (logits[: len(places)] for logits in logits_of(folder, pairs))
        powers = (np.exp(logits - logits.max()) for logits in found)
        return [as_scores(shares / shares.sum(), places) for shares in powers]

    return entail, named
