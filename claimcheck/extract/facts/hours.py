"""At what hour: the words for a time of day, and the time that they come to.

"At 2:30" alone may be in the morning or the afternoon: its words stay words. A zone that is named stays beside the
time; none is assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.facts.ground import Reading
from claimcheck.model import HOUR, Bound, Span

_HOUR = re.compile(
    r"""
    (?P<lead>\b(?:(?:at|by|just|shortly|soon|only|around|about|approximately|roughly|nearly|before|after)\s+)+)?
    (?: (?P<twelve>\b(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?)\s?(?P<half>[ap])(?:\.\s?m\.|m\b)
      | (?P<day>\b(?:[01]?\d|2[0-3])[:.h][0-5]\d\b)(?![.,:/]\d|\s?(?:%|per|dollar|euro|pound|million|billion))
      | (?P<hundreds>\b(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:GMT|UTC|hours|hrs|h\b|local))
      | (?P<word>\b(?:noon|midday|midnight)\b)
    )
    (?:\s?(?:hours|hrs|h)\b)?
    (?:\s?\(?(?P<zone>GMT|UTC)\b\)?)?
    """,
    re.VERBOSE,
)
_SPANNING = re.compile(r"\b(?:from|since|until|till|to|between|and)\s+$|[-–—]\s?$", re.IGNORECASE)
"""What goes before an hour that only begins or ends a time."""

_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_BOUNDS = {"before": Bound.FEWER, "by": Bound.AT_MOST, "after": Bound.MORE}
_NEAR = frozenset({"just", "shortly", "soon", "around", "about", "approximately", "roughly", "nearly"})
_AFTERNOON = "p"


def hours(text: str, start: int, end: int) -> Iterator[tuple[Span, Reading]]:
    """Yield the times of day that stand in [start, end) of a text, with their ISO 8601 time ("T14:05", "T14:05Z").

    The value is null where morning or afternoon is not told. Of "between 2 a.m. and 3 a.m." nothing is read.
    """
    for match in _HOUR.finditer(text, start, end):
        lead = (match["lead"] or "").lower().split()
        loose = (match["day"] or match["word"]) and not lead
        if loose or _SPANNING.search(text, max(start, match.start() - 10), match.start()):
            continue
        yield Span(*match.span()), Reading(_iso(match), _bound(lead), HOUR)


def _iso(match: re.Match[str]) -> str | None:
    zone = "Z" if match["zone"] else ""
    if match["word"]:
        return f"T{_NAMED[match['word']]}{zone}"
    if match["hundreds"]:
        return f"T{match['hundreds'][:2]}:{match['hundreds'][2:]}{zone}"
    hour, _, minute = re.sub(r"[.h]", ":", match["twelve"] or match["day"]).partition(":")
    if match["half"]:
        return f"T{int(hour) % 12 + 12 * (match['half'] == _AFTERNOON):02}:{minute or '00'}{zone}"
    told = bool(zone) or not hour.startswith(tuple("123456789")) or int(hour) > 12
    return f"T{int(hour):02}:{minute}{zone}" if told else None


def _bound(lead: list[str]) -> Bound:
    if not _NEAR.isdisjoint(lead):
        return Bound.ABOUT
    return next((_BOUNDS[word] for word in lead if word in _BOUNDS), Bound.EXACT)
