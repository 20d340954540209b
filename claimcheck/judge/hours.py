"""Times of day: two accounts of one act give the same hour, nearly the same, or another."""

from __future__ import annotations

from collections.abc import Set

from claimcheck.judge.acts import same_act
from claimcheck.judge.detail import FAINT, FAIR, Detail, Ruling, World
from claimcheck.model import Bound, Relation

DAY = 24 * 60
"""Minutes."""

ROUNDED = 10
"""Minutes by which two accounts may differ that round: 02:30 and 02:38."""

LOOSE = 30
"""The same where one says "around"."""

_SAME = Ruling(Relation.AGREE, FAIR, "the same hour", specific=False)


def compare(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare at what hour two accounts put one act; none where the acts differ, which have hours of their own."""
    if a.act is None or b.act is None or not same_act(a.act, b.act, world):
        return None
    first, second = _minutes(a), _minutes(b)
    if first is None or second is None:
        same = a.words.casefold() == b.words.casefold()
        return _SAME if same else Ruling(Relation.UNDECIDED, FAINT, "whether morning or afternoon is not told")
    if _in_zone(a) != _in_zone(b):
        return Ruling(Relation.UNDECIDED, FAINT, "one gives the hour of a time zone, the other does not say of which")
    apart = min((first - second) % DAY, (second - first) % DAY)
    return _by_distance(apart, {a.fact.op, b.fact.op}, _in_zone(a)) if apart else _SAME


def _by_distance(apart: int, bounds: Set[Bound], in_zone: bool) -> Ruling:
    """Return what so many minutes between two hours mean."""
    if bounds - {Bound.EXACT, Bound.ABOUT}:
        return Ruling(Relation.COMPATIBLE, FAINT, "before or after an hour")
    if apart <= (LOOSE if Bound.ABOUT in bounds else ROUNDED):
        return Ruling(Relation.COMPATIBLE, FAIR, "nearly the same hour")
    if apart % 60 == 0 and not in_zone:
        return Ruling(Relation.CONFLICT, FAINT, "different hours, unless their time zones differ")
    return Ruling(Relation.CONFLICT, FAIR, "different hours")


def _minutes(detail: Detail) -> int | None:
    """Return the minutes since midnight that a detail gives; none where morning or afternoon is not told."""
    hour, _, minute = str(detail.fact.value or "").removeprefix("T").removesuffix("Z").partition(":")
    return int(hour) * 60 + int(minute) if hour.isdigit() and minute.isdigit() else None


def _in_zone(detail: Detail) -> bool:
    return str(detail.fact.value).endswith("Z")
