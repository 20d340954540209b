"""Whether the act happened: two who assert it agree, one who denies it is in conflict with the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from claimcheck.judge.acts import acts_of, one_event, opposed, same_act
from claimcheck.judge.detail import FAINT, FAIR, SURE, Ruling, World
from claimcheck.model import Proposition, Relation

Test = Callable[[str, str, World], bool]


class Asserted(NamedTuple):
    """A proposition, and whether its source denies it."""

    proposition: Proposition
    denied: bool


class Likeness(NamedTuple):
    """What the details of two propositions show: the same party or number, or two different happenings."""

    alike: bool
    apart: bool


def compare(a: Asserted, b: Asserted, likeness: Likeness, world: World) -> Ruling | None:
    """Compare whether two sources say that an act happened; none where their acts have nothing in common."""
    if a.denied != b.denied:
        return _one_denies(a, b, likeness, world)
    if a.denied:
        return _both_deny(a, b, likeness, world)
    if _any(opposed, a, b, world):
        return Ruling(Relation.CONFLICT, FAIR, "only one of the two acts can have happened")
    if _any(same_act, a, b, world):
        return Ruling(Relation.AGREE, FAINT, "both say that it happened", specific=False)
    return None


def _both_deny(a: Asserted, b: Asserted, likeness: Likeness, world: World) -> Ruling | None:
    if likeness.apart or not _same(a, b, likeness, world):
        return None
    return Ruling(Relation.AGREE, FAIR, "both say that it did not happen")


def _one_denies(a: Asserted, b: Asserted, likeness: Likeness, world: World) -> Ruling | None:
    if not _same(a, b, likeness, world):
        return None
    if likeness.apart:
        return Ruling(Relation.COMPATIBLE, FAINT, "what one denies is not what the other says")
    return Ruling(Relation.CONFLICT, SURE, "one says that it happened, the other denies it")


def _same(a: Asserted, b: Asserted, likeness: Likeness, world: World) -> bool:
    """Tell whether two propositions are about one act, or one event of which they share a detail."""
    return _any(same_act, a, b, world) or (likeness.alike and _any(one_event, a, b, world))


def _any(test: Test, a: Asserted, b: Asserted, world: World) -> bool:
    return any(test(x, y, world) for x in acts_of(a.proposition) for y in acts_of(b.proposition))
