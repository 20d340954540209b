"""What `claimcheck compare` writes: one value for every pair of sentences that was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.exports.values import Values, rounded, verdict_values
from claimcheck.model import Verdict


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sentences and the verdict on them, or the error that kept them from being judged.

    `row` counts from 1 in the file of pairs, and is null for two sentences given as arguments. `scores` are
    (entailment, neutral, contradiction) of b given a, where a judge reads them in that direction.
    """

    a: str
    b: str
    verdict: Verdict | None = None
    row: int | None = None
    error: str | None = None
    scores: tuple[float, float, float] | None = None


def compared_values(compared: Compared) -> Values:
    """Return a verdict as plain values; a bad row has its error in place of one."""
    if compared.verdict is None:
        return {"row": compared.row, "error": compared.error or "not judged"}
    verdict = verdict_values(compared.verdict)
    names = ("relation", "confidence", "strength", "reason", "judges", "aspects")
    return {"row": compared.row, **{name: verdict[name] for name in names}, "scores": _scores(compared.scores)}


def _scores(scores: Sequence[float] | None) -> Values | None:
    if scores is None:
        return None
    names = ("entailment", "neutral", "contradiction")
    return {name: rounded(score) for name, score in zip(names, scores, strict=True)}
