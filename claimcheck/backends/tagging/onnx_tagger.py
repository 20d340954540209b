"""The shipped tagger on onnxruntime as the `Tagger` of a run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claimcheck.backends.folders import first_line
from claimcheck.backends.onnx_session import onnx_session
from claimcheck.backends.side_by_side import side_by_side
from claimcheck.backends.tagging.decode import TAGS, marks
from claimcheck.backends.tagging.shapes import SHAPES
from claimcheck.backends.tagging.windows import Window, windows
from claimcheck.backends.text import encodable
from claimcheck.backends.weights import verified_sha256
from claimcheck.errors import ModelError
from claimcheck.model import ModelName
from claimcheck.ports import Mark, Passage, Tagger

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WEIGHTS = "model.onnx"
CONFIG = "config.json"
_DIGITS = 4
"""Scores are rounded, so that the last bits of a product decide nothing."""
_WAY_OUT = "install claimcheck-desk again, or use --extractor rules"


def default_folder() -> Path:
    """Return where the package keeps the tagger."""
    return Path(str(files("claimcheck.backends.tagging").joinpath("weights")))


def onnx_tagger(folder: Path | None = None) -> tuple[Tagger, ModelName]:
    """Return the tagger in a folder, by default the shipped one: checked at once, loaded with the first text.

    Errors: `ModelError` where it is missing, or not the network that its config describes.
    """
    folder = folder or default_folder()
    config = _config(folder)
    digest = verified_sha256(folder / WEIGHTS, config["sha256"], _WAY_OUT)

    def tag(passages: Sequence[Passage], /) -> tuple[Mark, ...]:
        readable = [p._replace(text=encodable(p.text)) for p in passages]
        session, tokenizer = _loaded(folder)
        found = side_by_side(partial(_marks, session), windows(readable, tokenizer))
        return tuple(mark for marked in found for mark in marked)

    return tag, ModelName("tagger", config["name"], str(folder), digest, config["licence"])


def _config(folder: Path) -> dict[str, Any]:
    try:
        config: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"no tagger in {folder}", _WAY_OUT) from error
    if (config.get("tags"), config.get("shapes")) != (TAGS, SHAPES):
        raise ModelError(f"the tagger in {folder} is of another version", _WAY_OUT)
    return config


def _marks(session: InferenceSession, window: Window) -> tuple[Mark, ...]:
    """Run one window by itself, so that its scores depend on nothing beside it."""
    ids = np.array([window.ids], dtype=np.int64)
    shapes = np.array([window.shapes], dtype=np.int64)
    tags, arcs = session.run(None, {"ids": ids, "shapes": shapes})
    return marks(window, tags[0].round(_DIGITS), arcs[0].round(_DIGITS))


@cache
def _loaded(folder: Path) -> tuple[InferenceSession, Tokenizer]:
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return onnx_session(folder / WEIGHTS), tokenizer
    except Exception as error:  # the libraries raise whatever their loaders raise
        raise ModelError(f"cannot load the tagger in {folder}: {first_line(error)}", _WAY_OUT) from error
