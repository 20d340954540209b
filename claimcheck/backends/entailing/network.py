"""The shipped network for pairs of sentences, on onnxruntime: checked and loaded with the first pair."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claimcheck.backends.entailing.labels import CONFIG
from claimcheck.backends.folders import first_line
from claimcheck.backends.onnx_session import onnx_session
from claimcheck.backends.side_by_side import side_by_side
from claimcheck.backends.text import encodable
from claimcheck.backends.weights import verified_sha256
from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Logits = NDArray[np.float32]
    """Shape (outputs,)."""

GRAPH, LAYERS, WORDS = "model.onnx", "layers.bin", "words.bin"
INPUT, OUTPUT = "ids", "scores"
LONGEST = 256
"""Tokens of a pair that are read; the longer of the two sentences is cut."""
_WAY_OUT = "install claimcheck-desk again, or use --entailment-model none"


def default_folder() -> Path:
    """Return where the package keeps the network."""
    return Path(str(files("claimcheck.backends.entailing").joinpath("weights")))


def config_of(folder: Path) -> dict[str, Any]:
    """Return what the folder of a network says of it.

    Errors: `ModelError` where there is none.
    """
    try:
        config: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"no judge of sentence pairs in {folder}", _WAY_OUT) from error
    return config


def logits_of(folder: Path, pairs: Sequence[tuple[str, str]]) -> list[Logits]:
    """Run pairs side by side, one on each core, each unlike one once; none is padded to another.

    Errors: `ModelError` where a file is not the one that it was, or cannot be loaded.
    """
    if not pairs:
        return []
    unlike = dict.fromkeys(pairs)
    found = dict(zip(unlike, side_by_side(partial(_logits, *_loaded(folder)), unlike), strict=True))
    return [found[pair] for pair in pairs]


def _logits(session: InferenceSession, tokenizer: Tokenizer, pair: tuple[str, str]) -> Logits:
    first, second = map(encodable, pair)
    ids = np.array([tokenizer.encode(first, second).ids], dtype=np.int64)
    (logits,) = session.run([OUTPUT], {INPUT: ids})
    return np.asarray(logits[0])


@cache
def _loaded(folder: Path) -> tuple[InferenceSession, Tokenizer]:
    from tokenizers import Tokenizer

    for name, digest in config_of(folder)["sha256"].items():
        verified_sha256(folder / name, digest, _WAY_OUT)
    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST, strategy="longest_first")
        return onnx_session(folder / GRAPH), tokenizer
    except Exception as error:  # the libraries raise whatever their loaders raise
        raise ModelError(f"cannot load the judge of pairs in {folder}: {first_line(error)}", _WAY_OUT) from error
