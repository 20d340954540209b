"""What stands over a text that was copied with its heading: its title, who printed it and when.

Only a line that is nothing else is read so: "Reuters", "BBC News | 15 November 2026", "Published: Nov. 14, 2026". An
outlet that is not in the registry is known by what papers and stations call themselves, beside a day: "Bay Herald, 14
November 2026". A day in figures is taken as ISO 8601 writes it and in no other form: "12/11/2026" is read differently
on two desks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from claimcheck.knowledge import Registry, is_called_as_press
from claimcheck.knowledge.words import keys_of
from claimcheck.model import PRESS
from claimcheck.reading.dates import iso_date
from claimcheck.reading.entry import Text

LINES = 8
"""So many lines with words may stand over a text."""

LONGEST = 150
"""Characters of a line of a heading: a paragraph is longer."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{}>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{{0,6}}\.?"
_DAY = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d\S*)?"
    rf"|(?P<day1>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH.format('month1')},? (?P<year1>\d{{4}})"
    rf"|{_MONTH.format('month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>\d{{4}})",
    re.IGNORECASE,
)
_BESIDE_DAY = re.compile(
    r"\b(?:published|posted|updated|on|at|date|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    r"|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?|gmt|utc|bst|e[ds]?t|cest|cet|eet|msk)\b",
    re.IGNORECASE,
)
_KEYED = re.compile(r"(outlet|source|title|headline)\s*:\s*(\S.*)", re.IGNORECASE)
_CALLED = {"outlet": "outlet", "source": "outlet", "title": "title", "headline": "title"}
_BYLINE = re.compile(r"by\b", re.IGNORECASE)
_TITLED = re.compile(r"(?:(?:[A-Z][\w'’.&-]*|of|the|and|&|de|la|le|el|al-\w+)\s*){1,6}")
_NAME = re.compile(r"(?:[A-Z][\w'’-]*\s*){1,3}")
"""Beside a day: where it was written, or by whom."""

_PLACES = ("government",)
"""The kind of sources that are called as places are: "Moscow"."""

_MARKS = " \t|·•–—-,;:()[]*_#"
_SENTENCE = re.compile(r"(?:\S+\s+){7,}\S*[.!?]['\"”’]?")


def headed(text: Text, registry: Registry) -> Text:
    """Return a text with what its heading says beside what its file says of it; the words stay as they are.

    An outlet is one that the registry knows.
    The first line that says neither outlet nor day is the title, where another says either.
    """
    if text.values.keys() >= {"outlet", "published"}:
        return text
    lines = list(_heading(text))
    said = [_said(line, registry) for line in lines]
    found = {name: value for line in reversed(said) for name, value in line.items()}
    if not found:
        return text
    rest = (line for line, says in zip(lines, said, strict=True) if not says and not _BYLINE.match(line))
    title = next(rest, "").lstrip(_MARKS)
    titled = {"title": title} if title else {}
    return text._replace(values={**titled, **found, **text.values})


def _heading(text: Text) -> Iterator[str]:
    """Yield the lines with words over the first paragraph; none where the text goes on like that for too long."""
    lines = (line.strip() for line in text.text[text.body : text.body + LINES * (LONGEST + 2)].splitlines())
    words = [line for line in lines if line][: LINES + 1]
    over = list(takewhile(lambda line: len(line) <= LONGEST and not _SENTENCE.fullmatch(line), words))
    yield from over if len(over) <= LINES else ()


def _said(line: str, registry: Registry) -> dict[str, str]:
    """Return what a line says, by the names of a header, where it says nothing else."""
    if keyed := _KEYED.fullmatch(line):
        return {_CALLED[keyed[1].lower()]: keyed[2]}
    day = _DAY.search(line)
    when = _iso(day) if day else None
    if not day or not when:
        return {"outlet": line} if _kind(line, registry) in PRESS else {}
    rest = _BESIDE_DAY.sub("", line[: day.start()] + line[day.end() :]).strip(_MARKS)
    if _kind(rest, registry) not in (None, *_PLACES) or (_TITLED.fullmatch(rest) and _is_called_as_outlet(rest)):
        return {"outlet": rest, "published": when}
    return {"published": when} if not rest or _BYLINE.match(rest) or _NAME.fullmatch(rest) else {}


def _is_called_as_outlet(words: str) -> bool:
    return words.startswith("The ") or is_called_as_press(words)


def _kind(words: str, registry: Registry) -> str | None:
    """Return the kind of the source that words name, where they name one and say no more."""
    match = registry.match(words)
    return match.entry.kind if match and keys_of(match.words) == keys_of(words) else None


def _iso(day: re.Match[str]) -> str | None:
    """Return a day as ISO 8601; None for one that is in no calendar."""
    if day["iso"]:
        return iso_date(day["iso"])
    n = "1" if day["day1"] else "2"
    month = _MONTHS.index(day[f"month{n}"].lower()) + 1
    try:
        return date(int(day[f"year{n}"]), month, int(day[f"day{n}"])).isoformat()
    except ValueError:
        return None
