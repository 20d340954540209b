"""Whether the act happened: two who assert it agree, one who denies it is in conflict with the other."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.judge.acts import acts_of, opposed, same_act
from claimcheck.judge.detail import FAINT, FAIR, SURE, Ruling, World
from claimcheck.model import Kind, Proposition, Relation

Negated = tuple[Proposition, bool]
"""A proposition, and whether its source denies it."""
Test = Callable[[str, str, World], bool]


def compare(a: Negated, b: Negated, told_apart: bool, world: World) -> Ruling | None:
    """Compare whether two sources say that an act happened; none where their acts have nothing in common.

    `told_apart`: their details show that they speak of two different happenings.
    """
    (first, denied_a), (second, denied_b) = a, b
    if denied_a and denied_b:
        return _both_deny(first, second, told_apart, world)
    if denied_a or denied_b:
        return _one_denies(first, second, told_apart, world)
    if _any(opposed, first, second, world):
        return Ruling(Relation.CONFLICT, FAIR, "only one of the two acts can have happened")
    if _any(same_act, first, second, world):
        return Ruling(Relation.AGREE, FAINT, "both say that it happened", specific=False)
    return None


def _both_deny(first: Proposition, second: Proposition, told_apart: bool, world: World) -> Ruling | None:
    if told_apart or not _any(same_act, first, second, world):
        return None
    return Ruling(Relation.AGREE, FAIR, "both say that it did not happen")


def _one_denies(first: Proposition, second: Proposition, told_apart: bool, world: World) -> Ruling | None:
    if told_apart or not _any(same_act, first, second, world):
        return None
    position = Kind.POSITION in (first.kind, second.kind)
    return Ruling(Relation.CONFLICT, FAIR if position else SURE, "one says that it happened, the other denies it")


def _any(test: Test, first: Proposition, second: Proposition, world: World) -> bool:
    return any(test(x, y, world) for x in acts_of(first) for y in acts_of(second))
