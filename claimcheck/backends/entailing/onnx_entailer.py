"""The shipped judge of sentence pairs on onnxruntime as the `Entailer` of a run."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claimcheck.backends.entailing.labels import CONFIG, as_scores, label_places
from claimcheck.backends.folders import first_line
from claimcheck.backends.text import encodable
from claimcheck.backends.weights import verified_sha256
from claimcheck.errors import ModelError
from claimcheck.model import ModelName
from claimcheck.ports import Entailer, Scores

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

GRAPH = "model.onnx"
INPUT, OUTPUT = "ids", "scores"
LONGEST = 256
"""Tokens of a pair that are read; the longer of the two sentences is cut."""
_WAY_OUT = "install claimcheck-desk again, or use --entailment-model none"


def default_folder() -> Path:
    """Return where the package keeps the judge of pairs."""
    return Path(str(files("claimcheck.backends.entailing").joinpath("weights")))


def onnx_entailer(folder: Path | None = None) -> tuple[Entailer, ModelName]:
    """Return the judge of pairs in a folder, by default the shipped one: checked at once, loaded with the first pair.

    Errors: `ModelError` where a file is missing, or not the one that the config describes.
    """
    folder = folder or default_folder()
    config = _config(folder)
    places = label_places(folder)
    digests = [verified_sha256(folder / name, digest, _WAY_OUT) for name, digest in sorted(config["sha256"].items())]

    def entail(pairs: Sequence[tuple[str, str]], /) -> Sequence[Scores]:
        scored = _scored(tuple(dict.fromkeys(pairs)), folder, places)
        return [scored[pair] for pair in pairs]

    return entail, ModelName("entailer", config["name"], str(folder), digests[0], config["licence"])


def _config(folder: Path) -> dict[str, Any]:
    try:
        config: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"no judge of sentence pairs in {folder}", _WAY_OUT) from error
    return config


def _scored(pairs: Sequence[tuple[str, str]], folder: Path, places: Mapping[str, int]) -> dict[tuple[str, str], Scores]:
    """Return the scores of each pair; pairs are run side by side, one on each core, and none is padded to another."""
    if not pairs:
        return {}
    session, tokenizer = _loaded(folder)
    with ThreadPoolExecutor(_cores()) as workers:
        rows = workers.map(partial(_run, session, tokenizer, places), pairs)
        return dict(zip(pairs, rows, strict=True))


def _run(session: InferenceSession, tokenizer: Tokenizer, places: Mapping[str, int], pair: tuple[str, str]) -> Scores:
    premise, hypothesis = map(encodable, pair)
    ids = np.array([tokenizer.encode(premise, hypothesis).ids], dtype=np.int64)
    (logits,) = session.run([OUTPUT], {INPUT: ids})
    shares = np.exp(logits[0] - logits[0].max())
    return as_scores(shares / shares.sum(), places)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def _loaded(folder: Path) -> tuple[InferenceSession, Tokenizer]:
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    options = SessionOptions()
    options.intra_op_num_threads = 1  # pairs run side by side; and a product shared among threads changes its last bits
    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST, strategy="longest_first")
        return InferenceSession(str(folder / GRAPH), options, providers=["CPUExecutionProvider"]), tokenizer
    except Exception as error:  # the libraries raise whatever their loaders raise
        raise ModelError(
            f"cannot load the judge of sentence pairs in {folder}: {first_line(error)}", _WAY_OUT
        ) from error
