"""Whether two propositions tell of two acts: what one side did to the other, and what was done to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.judge.acts import same_act
from claimcheck.judge.detail import Detail, Point, World
from claimcheck.judge.parties import by_whom
from claimcheck.model import Aspect, Relation

DEEDS = frozenset({Aspect.HOW, Aspect.WHAT, Aspect.TO_WHOM, Aspect.WHY})
"""What is compared of one act by one doer: by what means, to what and to whom."""

_OWN = frozenset({"they", "we", "it", "he", "she"})
"""Subjects by which a source speaks of itself, in its words or in those of whoever tells what it said."""

_TARGETS = frozenset({Aspect.WHAT, Aspect.TO_WHOM})


def other_doers(a: Detail, b: Detail, details_a: Sequence[Detail], details_b: Sequence[Detail], world: World) -> bool:
    """Tell whether two accounts name other parties as the doers of the acts that two of their details are of."""
    first, second = tuple(_doers(a, details_a, world)), tuple(_doers(b, details_b, world))
    return bool(first) and bool(second) and all(_differ(x, y, world) for x in first for y in second)


def two_acts(points: Sequence[Point], details_a: Sequence[Detail], details_b: Sequence[Detail]) -> bool:
    """Tell whether the doers and the targets of two propositions are all others, so that each tells of another act."""
    doers = [point for point in points if point.aspect == Aspect.BY_WHOM]
    targets = [point for point in points if point.aspect in _TARGETS]
    aimed = all(any(detail.fact.aspect in _TARGETS for detail in details) for details in (details_a, details_b))
    if not doers or any(point.ruling.relation != Relation.CONFLICT for point in doers):
        return False
    return aimed and not any(point.ruling.relation == Relation.AGREE for point in targets)


def _doers(detail: Detail, details: Sequence[Detail], world: World) -> Iterator[Detail]:
    named = [d for d in details if d.fact.aspect == Aspect.BY_WHOM and same_act(d.act, detail.act, world)]
    yield from named
    words = detail.proposition.text.lower().split()
    if not named and words and words[0] in _OWN and detail.source is not None:
        own = replace(detail.fact, aspect=Aspect.BY_WHOM, text=detail.source.name, value=detail.source.id)
        yield replace(detail, fact=own)


def _differ(a: Detail, b: Detail, world: World) -> bool:
    ruling = by_whom(a, b, world)
    return ruling is not None and ruling.relation == Relation.CONFLICT
