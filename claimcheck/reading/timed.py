"""A live blog in one text -> its entries, each headed by a time. An article that is none is never taken apart.

It is one where three times or more stand as headings, all in order or all against it, nearly every one with a sentence
below it, and most of the text is theirs. They may go on past one midnight: the day of publication is that of the
earliest. "14:05" on a line of its own is a heading, "2.05pm GMT" too, and so is "14:05 GMT - Blast heard"; "14:05 - A
blast was heard." is a sentence of a chronology, and a chronology stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from claimcheck.reading.dates import iso_date
from claimcheck.reading.entry import Text, Texts, noticed

ENTRIES = 3
"""Headings that a live blog has at least."""

WITH_SENTENCE = 0.8
"""The share of entries with a sentence: a timetable has none, a live blog a few pictures without."""

OWN_SHARE = 0.5
"""The share of the text that stands below the headings."""

DAY = 24 * 60
"""Minutes of a day: all entries are within one, and a night is no longer than half of it."""

_HEADING = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]*)?[*_(\[]{0,3}(?P<hour>\d{1,2})(?P<mark>[:.])(?P<minute>\d\d)"
    r"(?:[ \t]?(?P<half>[ap])\.?m\.?)?(?:[ \t]?\(?(?P<zone>[A-Z]{3,4})\)?)?[*_)\]]{0,3}"
    r"(?:[ \t]*[-–—|:][ \t]*(?P<rest>\S[^\n]{0,118}[^\s.!?…\"”’]))?[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_SENTENCE = re.compile(r"^[^\n]{20,}[.!?…]['\"”’»)\]]*[ \t]*\r?$", re.MULTILINE)
_ZONES = {"GMT": 0, "UTC": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3}
"""Hours before Greenwich of zones whose letters mean one zone in news; the time of any other stays without a zone."""


class _Entry(NamedTuple):
    minutes: int
    days: int
    zone: str
    heading: int
    start: int
    end: int


def is_live(text: str) -> bool:
    """Whether a text is a live blog."""
    return bool(_entries(text, 0))


def apart(text: Text) -> Texts:
    """Return the entries of a live blog, each with its time where the day is known, or the one text that it is."""
    entries = _entries(text.text, text.body)
    if not entries:
        return Texts((text,))
    day = (iso_date(text.values.get("published", "")) or "")[:10]
    told = "" if day else "; their times are not dated, since no date of publication is given"
    problem = f"read as a live blog of {len(entries)} entries headed by times, each an article of its own{told}"
    return Texts(tuple(_parts(text, entries, day)), (noticed(text.place, problem),))


def _parts(text: Text, entries: Sequence[_Entry], day: str) -> Iterator[Text]:
    intro = text.text[text.body : entries[0].heading].strip()
    if intro:
        yield Text(text.place, intro, text.values)
    for number, entry in enumerate(entries, 1):
        words = text.text[entry.start : entry.end].strip()
        if words:
            own = {"published": _moment(date.fromisoformat(day), entry)} if day else {}
            if "id" in text.values:
                own["id"] = f"{text.values['id']}-{number}"
            yield Text(text.place._replace(number=number, unit="entry"), words, {**text.values, **own})


def _entries(text: str, body: int) -> list[_Entry]:
    """Return the entries of a live blog in text order, none where it is not one."""
    headings = [match for match in _HEADING.finditer(text, body) if _minutes(match) is not None]
    if len(headings) < ENTRIES:
        return []
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    days = _days([_minutes(heading) or 0 for heading in headings])
    entries = [
        _Entry(
            _minutes(m) or 0, day, (m["zone"] or "").upper(), m.start(), m.start("rest") if m["rest"] else m.end(), end
        )
        for m, day, end in zip(headings, days, ends, strict=bool(days))
    ]
    told = sum(_SENTENCE.search(text, entry.start, entry.end) is not None for entry in entries)
    own = len(text) - headings[0].start() >= OWN_SHARE * (len(text) - body)
    return entries if entries and own and told >= WITH_SENTENCE * len(entries) else []


def _days(times: Sequence[int]) -> list[int]:
    """Return how many days after the earliest of some times each is, in order or against it; nothing for neither."""
    if all(a <= b for a, b in pairwise(times)) or all(a >= b for a, b in pairwise(times)):
        return [0] * len(times)
    return _past_midnight(times) or _past_midnight(times[::-1])[::-1]


def _past_midnight(times: Sequence[int]) -> list[int]:
    """Return on which day each of some times is that go on past one midnight; nothing where they do not."""
    days = [0]
    for before, time in pairwise(times):
        days.append(days[-1] + (before - time >= DAY // 2))
    moments = [day * DAY + time for day, time in zip(days, times, strict=True)]
    in_order = all(a <= b for a, b in pairwise(moments)) and moments[-1] - moments[0] < DAY
    return days if in_order else []


def _minutes(heading: re.Match[str]) -> int | None:
    """Return the minutes since midnight of a heading; none for a number that is no time, as 14.05 without a zone."""
    hour, minute, half = int(heading["hour"]), int(heading["minute"]), (heading["half"] or "").lower()
    if heading["mark"] == "." and not half and not heading["zone"]:
        return None
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        return None
    return (hour % 12 + (12 if half == "p" else 0) if half else hour) * 60 + minute


def _moment(first: date, entry: _Entry) -> str:
    """Return when an entry was made; the day after the last that there is is that day."""
    day = first + min(timedelta(entry.days), date.max - first)
    zone = f"+{_ZONES[entry.zone]:02}:00" if entry.zone in _ZONES else ""
    return f"{day.isoformat()}T{entry.minutes // 60:02}:{entry.minutes % 60:02}{zone}"
