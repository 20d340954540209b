"""The shipped network as the `Matcher` of a run: two of its outputs say whether sentences tell of one incident."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimcheck.backends.entailing.network import LAYERS, config_of, default_folder, logits_of
from claimcheck.model import ModelName
from claimcheck.ports import Matcher

OUTPUTS = "incidents"
_DIGITS = 3
"""Log-odds are rounded, so that the last bits of a product decide nothing."""


def onnx_matcher(folder: Path | None = None) -> tuple[Matcher, ModelName]:
    """Return what the network in a folder, by default the shipped one, says of two sentences.

    Errors: `ModelError` where there is none; with the first pair, where a file is not the one that it was.
    """
    folder = folder or default_folder()
    config = config_of(folder)
    same, other = (config[OUTPUTS][name] for name in ("same", "other"))
    named = ModelName("matcher", config["name"], str(folder), config["sha256"][LAYERS], config["licence"])

    def match(pairs: Sequence[tuple[str, str]], /) -> Sequence[float]:
        found = logits_of(folder, [order for a, b in pairs for order in ((a, b), (b, a))])
        odds = [float(logits[same] - logits[other]) for logits in found]
        return [round((there + back) / 2, _DIGITS) for there, back in zip(odds[::2], odds[1::2], strict=True)]

    return match, named
