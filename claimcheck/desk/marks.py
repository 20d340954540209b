"""The marks of a report and their words: meaning never rests on colour, nor on a mark without its word."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from claimcheck.model import Aspect, Finding, Kind, Relation, Status


class Mark(StrEnum):
    """What stands at the left of a line of a report."""

    BOTH_SAY = "="
    CONFLICT = "X"
    COMPATIBLE = "·"
    CANNOT_TELL = "?"
    ONE_SOURCE = "1"
    MIND = "!"
    ABSENT = "—"


MARK_WORDS = {
    Mark.BOTH_SAY: "both say",
    Mark.CONFLICT: "conflict",
    Mark.COMPATIBLE: "compatible",
    Mark.CANNOT_TELL: "cannot tell",
    Mark.ONE_SOURCE: "one source only",
    Mark.MIND: "take care",
    Mark.ABSENT: "not in the texts read",
}

STATUS_MARKS = {
    Status.BOTH_SAY: Mark.BOTH_SAY,
    Status.CONFLICT: Mark.CONFLICT,
    Status.COMPATIBLE: Mark.COMPATIBLE,
    Status.CANNOT_TELL: Mark.CANNOT_TELL,
    Status.ONE_SOURCE: Mark.ONE_SOURCE,
}

RELATION_MARKS = {
    Relation.AGREE: Mark.BOTH_SAY,
    Relation.CONFLICT: Mark.CONFLICT,
    Relation.COMPATIBLE: Mark.COMPATIBLE,
    Relation.UNDECIDED: Mark.CANNOT_TELL,
}

WORD_MARKS = (
    ("“…”", "quoted"),
    ("~", "paraphrase by the outlet"),
    ("¶", "own words"),
    ("(?)", "hedged"),
    ("L17", "line of the text"),
)
"""The marks on words. Only what the article itself quotes stands in quotation marks."""

_STATUS_WORDS = {Kind.STATE: "is so", Kind.PLAN: "planned", Kind.POSITION: "position"}
_NEGATED_WORDS = {Kind.STATE: "is not so", Kind.PLAN: "not planned", Kind.POSITION: "position"}


def aspect_words(aspect: Aspect, kind: Kind = Kind.EVENT, of: str | None = None) -> str:
    """Return the words for an aspect of an incident of this kind: "how many (kill)"."""
    words = _STATUS_WORDS.get(kind, aspect.words) if aspect is Aspect.STATUS else aspect.words
    return f"{words} ({of})" if of else words


def finding_words(finding: Finding, kind: Kind, beside: Sequence[Finding], negated: bool = False) -> str:
    """Return the words for what a finding is on; what it counts is named, and the act where two share an aspect.

    `negated`: all who speak of the act say that it was not so.
    """
    alike = sum(other.aspect is finding.aspect for other in beside) > 1
    named = finding.of if alike or finding.aspect is Aspect.HOW_MANY else None
    if negated and finding.aspect is Aspect.STATUS:
        words = _NEGATED_WORDS.get(kind, "did not happen")
        return f"{words} ({named})" if named else words
    return aspect_words(finding.aspect, kind, named)
