"""When: the words for days and months, and the dates that they come to against the day of publication."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from dateparser import parse

from claimcheck.extract.attributions.grammar import NOMINAL
from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.ground import Ground, Reading, fact
from claimcheck.extract.facts.hours import hours
from claimcheck.model import Aspect, Bound, Fact, Span

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?:(?:Jan|Feb|Mar|Apr|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b\.?|May"
    r"|January|February|March|April|August|September|October|November|December)"
)
_PART = r"(?:(?i:early|late)\s+)?(?:(?i:on|this)\s+)?"
_TAIL = r"(?:\s+(?:morning|afternoon|evening|night))?"
_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
_WHEN = re.compile(
    rf"""
    (?P<iso>\b\d{{4}}-\d\d-\d\d\b)
    | (?P<day>\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+(?:19|20)\d\d\b)?
        | \b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b(?:,?\s+(?:19|20)\d\d\b)?)
    | (?P<month>\b{_MONTH}\s+(?:19|20)\d\d\b|(?<=\b[Ii]n\s){_MONTH}\b)
    | (?P<weekday>\b{_PART}(?:[Ll]ast\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:'s|’s|s)?\b{_TAIL})
    | (?P<relative>\b{_PART}(?i:yesterday|today|tonight|tomorrow)\b{_TAIL}|\b[Tt]his\s+(?:morning|afternoon|evening)\b)
    | (?P<period>\b(?i:last|this|next)\s+(?:week|month|year)\b)
    | (?P<ago>\b(?i:\d{{1,3}}|an?|{_NUMBER})\s+(?:day|week|month|year)s?\s+ago\b)
    | (?P<year>(?<=\b[Ii]n\s)(?:19|20)\d\d\b)
    """,
    re.VERBOSE,
)

_HALF_A_WEEK = timedelta(days=3)
_BOUNDS = {
    "by": Bound.AT_MOST,
    "until": Bound.AT_MOST,
    "till": Bound.AT_MOST,
    "before": Bound.FEWER,
    "from": Bound.AT_LEAST,
    "after": Bound.MORE,
}
_LEAD = re.compile(rf"\b({'|'.join(_BOUNDS)})\s+$", re.IGNORECASE)
_SINCE = re.compile(r"\b[Ss]ince\s+(?:(?:early|late|about|around)\s+)?$")
_NEAR = 20
"""Characters before words for a time in which "since" is looked for."""


def dates(clause: Clause, of: str, telling: str | None, ground: Ground) -> Iterator[Fact]:
    """Yield when-facts of a clause: days, then hours.

    The value of a day is an ISO date or interval, null where no publication date grounds it. `telling` is the verb
    where it only counts what `of` did: "the toll rose on Sunday" is not of Sunday's dead.
    """
    span = clause.tree.span(clause.tokens)
    starts = {clause.tree.tokens[i].start for i in clause.inside}
    for words, reading in (*_days(ground, span), *hours(ground.text, span.start, span.end)):
        if any(start in starts for start in range(words.start, words.end)) and not _is_since(ground, words):
            found = fact(ground, Aspect.WHEN, words, replace(reading, of=_aim(clause, words, telling) or of))
            yield from [found] if found else ()


def _days(ground: Ground, span: Span) -> Iterator[tuple[Span, Reading]]:
    for match in _WHEN.finditer(ground.text, span.start, span.end):
        value = iso(match.lastgroup or "", match.group(), ground.published)
        yield Span(*match.span()), Reading(value, _bound(ground.text, match))


def _bound(text: str, match: re.Match[str]) -> Bound:
    """Return what "by Monday" or "from Monday" makes of a day; "after Monday's attack" is of that day."""
    before = _LEAD.search(text, max(0, match.start() - 10), match.start())
    if before is None or match.group().endswith(("'s", "’s")):
        return Bound.EXACT
    return _BOUNDS[before.group(1).lower()]


def _is_since(ground: Ground, words: Span) -> bool:
    """Tell whether words for a time only say since when: "the deadliest attack since Friday" was not on Friday."""
    return _SINCE.search(ground.text, max(words.start - _NEAR, 0), words.start) is not None


def _aim(clause: Clause, words: Span, telling: str | None) -> str | None:
    """Return the verb that a date belongs to, where that is an aim ("to make way for a truce on Thursday") or tells."""
    tree = clause.tree
    dated = next((i for i in clause.tokens if words.start <= tree.tokens[i].start < words.end), clause.head)
    for above in tree.ancestors(dated):
        if above.i == clause.head:
            return telling
        if above.i not in clause.inside or (telling and above.pos in NOMINAL):
            break
        if above.pos == "VERB" and any(aux.tag == "TO" for aux in tree.children(above.i, "aux")):
            return above.lemma if above.dep in {"advcl", "acl", "relcl", "xcomp"} else None
    return None


def day_of(words: str, published: date | None) -> str | None:
    """Return the ISO date of the one day that words name; none for longer times, and where nothing grounds them."""
    found = (iso(match.lastgroup or "", match.group(), published) for match in _WHEN.finditer(words))
    return next((value for value in found if value and "/" not in value), None)


def iso(kind: str, words: str, published: date | None) -> str | None:
    """Return the ISO date or interval of words of one kind of date."""
    if kind == "iso":
        return words
    if kind == "year":
        return f"{words}-01-01/{words}-12-31"
    if kind in {"day", "month"}:
        return _absolute(kind, words, published)
    return None if published is None else _relative(kind, words.lower(), published)


def _relative(kind: str, words: str, published: date) -> str | None:
    if kind == "weekday":
        return _weekday(words, published).isoformat()
    if kind == "period":
        return _period(words.split(), published)
    if kind == "ago":
        return _ago(words, published)
    days = {"yesterday": -1, "tomorrow": 1}
    return (published + timedelta(days=sum(days.get(word, 0) for word in words.split()))).isoformat()


def _absolute(kind: str, words: str, published: date | None) -> str | None:
    has_year = re.search(r"(?:19|20)\d\d", words) is not None
    if not has_year and published is None:
        return None
    # without a year a date is the latest one that is not after the day of publication
    base = datetime.combine((published or date(2000, 1, 1)) + timedelta(days=1), datetime.min.time())
    found = parse(words, languages=["en"], settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"})
    if found is None:
        return None
    return str(found.date()) if kind == "day" else _month(found.year, found.month)


def _month(year: int, month: int) -> str:
    return f"{date(year, month, 1).isoformat()}/{date(year, month, monthrange(year, month)[1]).isoformat()}"


def _weekday(words: str, published: date) -> date:
    """Return the latest such day that is not after the day of publication; "last Monday" is before it."""
    number = next(i for i, day in enumerate(_DAYS) if day in words)
    back = (published.weekday() - number) % 7
    if back == 0 and "last" in words.split():
        back = 7
    return published - timedelta(days=back)


def _ago(words: str, published: date) -> str | None:
    """Return the day, or the week about the day, or the month or year, that lies so long before the publication."""
    base = datetime.combine(published, datetime.min.time())
    found = parse(words, languages=["en"], settings={"RELATIVE_BASE": base})
    if found is None:
        return None
    day = found.date()
    if "week" in words:
        return f"{(day - _HALF_A_WEEK).isoformat()}/{(day + _HALF_A_WEEK).isoformat()}"
    if "month" in words:
        return _month(day.year, day.month)
    return f"{day.year:04}-01-01/{day.year:04}-12-31" if "year" in words else day.isoformat()


def _period(words: list[str], published: date) -> str:
    """Return the week (from Monday), month or year that words such as "last month" mean."""
    step, unit = {"last": -1, "this": 0, "next": 1}[words[0]], words[1]
    if unit == "week":
        start = published - timedelta(days=published.weekday() - 7 * step)
        return f"{start.isoformat()}/{(start + timedelta(days=6)).isoformat()}"
    if unit == "month":
        years, month = divmod(published.month - 1 + step, 12)
        return _month(published.year + years, month + 1)
    return f"{published.year + step:04}-01-01/{published.year + step:04}-12-31"
