"""Dates by their grain: a day inside a month is compatible with it, another day is not."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from claimcheck.judge import hours
from claimcheck.judge.detail import FAINT, FAIR, Detail, Ruling, World
from claimcheck.judge.manner import excluded, on_scales
from claimcheck.model import HOUR, Bound, Relation

Days = tuple[date, date]


def compare(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare when two accounts put the act; undecided where a date is not known. A day and an hour exclude nothing."""
    of_hours = [detail.fact.unit == HOUR for detail in (a, b)]
    if any(of_hours):
        return hours.compare(a, b, world) if all(of_hours) else None
    first, second = days(a.fact.value), days(b.fact.value)
    if first is None or second is None:
        return _by_words(a, b, world)
    if {a.fact.op, b.fact.op} != {Bound.EXACT}:
        return _open(_reach(first, a.fact.op), _reach(second, b.fact.op))
    return _whole(first, second, _night_between(first, second, a, b, world))


def _whole(first: Days, second: Days, one_night: bool) -> Ruling:
    """Compare two times that are told from beginning to end."""
    if first == second:
        return Ruling(Relation.AGREE, FAIR, "the same time", specific=False)
    if first[0] <= second[1] and second[0] <= first[1]:
        return Ruling(Relation.COMPATIBLE, FAIR, "one time lies within the other")
    if one_night:
        return Ruling(Relation.COMPATIBLE, FAINT, "two days, and the night lies between them")
    return Ruling(Relation.CONFLICT, FAIR, "different days")


def _open(first: Days, second: Days) -> Ruling:
    """Compare times of which one at least is told by its end or its beginning alone: "by Monday", "since May"."""
    if first[0] <= second[1] and second[0] <= first[1]:
        return Ruling(Relation.COMPATIBLE, FAINT, "before or after a day")
    return Ruling(Relation.CONFLICT, FAINT, "different days")


def _reach(days: Days, op: Bound) -> Days:
    """Return all the days that a bound leaves open."""
    first, last = days
    if op in {Bound.AT_MOST, Bound.FEWER}:
        return date.min, last
    return (first, date.max) if op in {Bound.AT_LEAST, Bound.MORE} else days


def days(value: float | str | None) -> Days | None:
    """Return the first and the last day of an ISO date, month, year or interval; none for anything else."""
    if not isinstance(value, str):
        return None
    first, _, last = value.partition("/")
    start, end = _range(first), _range(last or first)
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def _range(text: str) -> Days | None:
    parts = text.partition("T")[0].split("-")
    try:
        year, month, day = (*map(int, parts), None, None)[:3]
        if year is None:
            return None
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _by_words(a: Detail, b: Detail, world: World) -> Ruling:
    """Compare by the names of days and months alone."""
    if a.words.casefold() == b.words.casefold():
        return Ruling(Relation.AGREE, FAINT, "the same words", specific=False)
    first, second = on_scales(a, world), on_scales(b, world)
    for name in ("day of the week", "month"):
        scale = world.words.scales[name]
        if name in first and name in second and excluded(scale, first[name], second[name]):
            if name != "month" and _at_night(a, b, world):
                break
            return Ruling(Relation.CONFLICT, FAINT, scale.reason)
    return Ruling(Relation.UNDECIDED, FAINT, "a date is not known")


def _night_between(first: Days, second: Days, a: Detail, b: Detail, world: World) -> bool:
    """Tell whether "late Thursday" and "early Friday" may be one night."""
    apart = min(abs(first[0] - second[1]), abs(second[0] - first[1]))
    return apart <= timedelta(days=1) and _at_night(a, b, world)


def _at_night(a: Detail, b: Detail, world: World) -> bool:
    values = {value for detail in (a, b) for value in on_scales(detail, world).get("part of the day", ())}
    return not values.isdisjoint({"night", "midnight", "dawn"})
