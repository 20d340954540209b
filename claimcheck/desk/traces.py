"""How a claim was found, in words: by what, how surely, and the steps from the mention to the source."""

from __future__ import annotations

from claimcheck.desk.visible import visible
from claimcheck.model import Strength, Trace

TAGGER = "tagger"
CLEAR, LIKELY = 0.8, 0.6
"""Probabilities of the tagger's words from which they are called so: of reports that it alone found in the development
part of PolNeAR, three in four were right with the first, and three in five with the second (decision 0010)."""


def trace_words(trace: Trace) -> str:
    """Return one line on how a claim was found."""
    finders = [_finder(name, trace.sure) for name in trace.found_by.split(", ") if name]
    return visible("; ".join([f"found by {' and '.join(finders)}" if finders else "", *trace.steps]).strip("; "))


def _finder(name: str, sure: float | None) -> str:
    if name != TAGGER or sure is None:
        return f"the rule “{name.replace('_', ' ')}”"
    strength = Strength.CLEAR if sure >= CLEAR else Strength.LIKELY if sure >= LIKELY else Strength.WEAK
    return f"the tagger ({strength})"
