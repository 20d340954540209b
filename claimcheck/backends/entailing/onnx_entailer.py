"""The shipped judge of sentence pairs on onnxruntime as the `Entailer` of a run."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claimcheck.backends.entailing.labels import CONFIG, as_scores, label_places
from claimcheck.backends.folders import first_line
from claimcheck.backends.side_by_side import side_by_side
from claimcheck.backends.text import encodable
from claimcheck.backends.weights import verified_sha256
from claimcheck.errors import ModelError
from claimcheck.model import ModelName
from claimcheck.ports import Entailer, Scores

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

GRAPH, LAYERS, WORDS = "model.onnx", "layers.bin", "words.bin"
INPUT, OUTPUT = "ids", "scores"
LONGEST = 256
"""Tokens of a pair that are read; the longer of the two sentences is cut."""
_WAY_OUT = "install claimcheck-desk again, or use --entailment-model none"


def default_folder() -> Path:
    """Return where the package keeps the judge of pairs."""
    return Path(str(files("claimcheck.backends.entailing").joinpath("weights")))


def onnx_entailer(folder: Path | None = None) -> tuple[Entailer, ModelName]:
    """Return the judge of pairs in a folder, by default the shipped one: checked and loaded with the first pair.

    Errors: `ModelError` where there is none; with the first pair, where a file is not the one that it was.
    """
    folder = folder or default_folder()
    config = _config(folder)
    places = label_places(folder)
    named = ModelName("entailer", config["name"], str(folder), config["sha256"][LAYERS], config["licence"])

    def entail(pairs: Sequence[tuple[str, str]], /) -> Sequence[Scores]:
        """Run pairs side by side, one on each core; none is padded to another."""
        if not pairs:
            return []
        score = partial(_scores, *_loaded(folder), places)
        unlike = dict.fromkeys(pairs)
        scored = dict(zip(unlike, side_by_side(score, unlike), strict=True))
        return [scored[pair] for pair in pairs]

    return entail, named


def _config(folder: Path) -> dict[str, Any]:
    try:
        config: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"no judge of sentence pairs in {folder}", _WAY_OUT) from error
    return config


def _scores(
    session: InferenceSession, tokenizer: Tokenizer, places: Mapping[str, int], pair: tuple[str, str]
) -> Scores:
    premise, hypothesis = map(encodable, pair)
    ids = np.array([tokenizer.encode(premise, hypothesis).ids], dtype=np.int64)
    (logits,) = session.run([OUTPUT], {INPUT: ids})
    shares = np.exp(logits[0] - logits[0].max())
    return as_scores(shares / shares.sum(), places)


@cache
def _loaded(folder: Path) -> tuple[InferenceSession, Tokenizer]:
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    for name, digest in _config(folder)["sha256"].items():
        verified_sha256(folder / name, digest, _WAY_OUT)
    options = SessionOptions()
    options.intra_op_num_threads = 1  # pairs run side by side; and a product shared among threads changes its last bits
    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST, strategy="longest_first")
        return InferenceSession(str(folder / GRAPH), options, providers=["CPUExecutionProvider"]), tokenizer
    except Exception as error:  # the libraries raise whatever their loaders raise
        raise ModelError(f"cannot load the judge of pairs in {folder}: {first_line(error)}", _WAY_OUT) from error
