"""The judge that compares facts: one rule for each aspect, and what the aspects come to together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.judge import dates, manner, numbers, parties, places, status
from claimcheck.judge.acts import acts_of, one_event, same_act
from claimcheck.judge.detail import Detail, Rule, Ruling, World, denies, details
from claimcheck.judge.lexicon import lexicon
from claimcheck.judge.status import Asserted, Likeness
from claimcheck.knowledge import Knowledge
from claimcheck.model import (
    COMPARED_STANCES,
    Aspect,
    AspectVerdict,
    Fact,
    Kind,
    Opinion,
    Pair,
    Proposition,
    Relation,
    Side,
)

NAME = "facts"

RULES: Mapping[Aspect, Rule] = {
    Aspect.BY_WHOM: parties.by_whom,
    Aspect.TO_WHOM: parties.to_whom,
    Aspect.WHAT: manner.compare,
    Aspect.HOW: manner.compare,
    Aspect.HOW_MANY: numbers.compare,
    Aspect.WHERE: places.compare,
    Aspect.WHEN: dates.compare,
    Aspect.WHY: manner.compare,
}

KINDEST = (Relation.AGREE, Relation.COMPATIBLE, Relation.UNDECIDED, Relation.CONFLICT)
STRICTEST = (Relation.AGREE, Relation.CONFLICT, Relation.COMPATIBLE, Relation.UNDECIDED)
_STRICT = (Aspect.STATUS, Aspect.WHAT, Aspect.HOW, Aspect.WHY)
ORDER: Mapping[Aspect, tuple[Relation, ...]] = {
    aspect: STRICTEST if aspect in _STRICT else KINDEST for aspect in Aspect
}
"""Which of a detail's counterparts speaks for it: a number or a name needs one that fits, a known opposition stands."""

HEDGED = 0.8
"""What is left of a confidence where the words are hedged; chosen, not measured."""


NOTHING_SHARED = 0.5
"""Confidence that two claims with no detail in common are compatible; chosen, not measured."""


class Point(NamedTuple):
    """Two details, one of each side, and what the rule says of them; for `status` the propositions' acts."""

    aspect: Aspect
    of: str | None
    a: Fact
    b: Fact
    ruling: Ruling


def facts_judge(knowledge: Knowledge, pairs: Sequence[Pair]) -> Sequence[Opinion]:
    """Return what the rules on facts say of each pair."""
    world = World(knowledge, lexicon())
    return [opinion(pair, world) for pair in pairs]


def opinion(pair: Pair, world: World) -> Opinion:
    """Return what the rules on facts say of one pair."""
    if not {pair.a.claim.stance, pair.b.claim.stance} <= COMPARED_STANCES:
        return Opinion(NAME, Relation.UNDECIDED, 0.0, "a refusal or an attitude is not compared")
    found = strongest(points(pair, world))
    return _summed(found, _both_have_facts(pair))


def points(pair: Pair, world: World) -> Iterator[Point]:
    """Yield what each rule says of each two details of a pair."""
    for p in pair.a.propositions:
        for q in pair.b.propositions:
            compared = list(_compared(details(pair.a.claim, p), details(pair.b.claim, q), world))
            yield from _status((pair.a, p), (pair.b, q), compared, world)
            denials = denies(pair.a, p), denies(pair.b, q)
            if denials[0] == denials[1]:
                yield from _weighed(compared, softened=denials[0] or Kind.POSITION in (p.kind, q.kind))


def strongest(found: Iterable[Point]) -> tuple[Point, ...]:
    """Return the points in which neither detail has a better counterpart, in the order of the aspects."""
    listed = list(found)
    best: dict[tuple[str, Fact], int] = {}
    for point in listed:
        rank = ORDER[point.aspect].index(point.ruling.relation)
        for key in (("a", point.a), ("b", point.b)):
            best[key] = min(rank, best.get(key, rank))
    order = list(Aspect)
    kept = [p for p in listed if _rank(p) == best["a", p.a] == best["b", p.b]]
    return tuple(sorted(kept, key=lambda p: (order.index(p.aspect), -p.ruling.confidence)))


def _rank(point: Point) -> int:
    return ORDER[point.aspect].index(point.ruling.relation)


def _compared(first: Sequence[Detail], second: Sequence[Detail], world: World) -> Iterator[Point]:
    for a in first:
        for b in second:
            rule = RULES.get(a.fact.aspect)
            if rule and a.fact.aspect == b.fact.aspect and _one_matter(a.fact, b.fact, world):
                ruling = rule(a, b, world)
                if ruling:
                    yield Point(a.fact.aspect, a.fact.of, a.fact, b.fact, _hedged(ruling, a, b))


def _one_matter(a: Fact, b: Fact, world: World) -> bool:
    if a.aspect == Aspect.HOW_MANY:
        return same_act(a.of, b.of, world)
    return one_event(a.of, b.of, world)


def _hedged(ruling: Ruling, a: Detail, b: Detail) -> Ruling:
    if not (a.hedged or b.hedged):
        return ruling
    return ruling._replace(confidence=ruling.confidence * HEDGED, reason=f"{ruling.reason}; the words are hedged")


def _weighed(compared: Iterable[Point], softened: bool) -> Iterator[Point]:
    """Yield the points; two denials, or another emphasis of a position, are no conflict."""
    for point in compared:
        if softened and point.ruling.relation == Relation.CONFLICT:
            yield point._replace(ruling=point.ruling._replace(relation=Relation.COMPATIBLE))
        else:
            yield point


def _status(
    a: tuple[Side, Proposition], b: tuple[Side, Proposition], compared: Sequence[Point], world: World
) -> Iterator[Point]:
    (side_a, p), (side_b, q) = a, b
    first, second = Asserted(p, denies(side_a, p)), Asserted(q, denies(side_b, q))
    likeness = Likeness(_alike(compared), _apart(compared) or _part_denied(first, second))
    ruling = status.compare(first, second, likeness, world)
    if ruling:
        yield Point(Aspect.STATUS, acts_of(p)[0], _act(p), _act(q), ruling)


def _alike(compared: Iterable[Point]) -> bool:
    return any(point.ruling.relation == Relation.AGREE and point.ruling.specific for point in compared)


def _apart(compared: Sequence[Point]) -> bool:
    """Tell whether the details on some aspect show two different happenings: other parties, another number or place."""
    told = [point for point in compared if point.a.value != 0 and point.b.value != 0]
    return any(
        all(_differs(point) for point in told if point.aspect == aspect) for aspect in {point.aspect for point in told}
    )


def _differs(point: Point) -> bool:
    parties_unlike = point.aspect == Aspect.BY_WHOM and point.ruling.relation == Relation.UNDECIDED
    return parties_unlike or point.ruling.relation == Relation.CONFLICT


def _part_denied(a: Asserted, b: Asserted) -> bool:
    """Tell whether one denies that a party did it, and the other does not say who did."""
    denied, told = (a, b) if a.denied else (b, a)
    return _names_actor(denied.proposition) and not _names_actor(told.proposition)


def _names_actor(proposition: Proposition) -> bool:
    return any(fact.aspect == Aspect.BY_WHOM for fact in proposition.facts)


def _act(proposition: Proposition) -> Fact:
    return next(fact for fact in proposition.facts if fact.aspect == Aspect.STATUS)


def _summed(found: Sequence[Point], both_have_facts: bool) -> Opinion:
    aspects = tuple(_verdict(point) for point in _one_each(found))
    for relation, wanted in (
        (Relation.CONFLICT, _of(found, Relation.CONFLICT)),
        (Relation.AGREE, [point for point in _of(found, Relation.AGREE) if point.ruling.specific]),
        (Relation.COMPATIBLE, [*_of(found, Relation.COMPATIBLE), *_of(found, Relation.AGREE)]),
    ):
        if wanted:
            best = max(wanted, key=lambda point: point.ruling.confidence)
            return Opinion(NAME, relation, best.ruling.confidence, _reason(best), aspects)
    if both_have_facts:
        reason = "whether they speak of the same is not known" if found else "they speak of different points"
        return Opinion(NAME, Relation.COMPATIBLE, NOTHING_SHARED, reason, aspects)
    return Opinion(NAME, Relation.UNDECIDED, 0.0, "no facts to compare", aspects)


def _of(found: Iterable[Point], relation: Relation) -> list[Point]:
    return [point for point in found if point.ruling.relation == relation]


def _reason(point: Point) -> str:
    return f"{point.aspect.value.replace('_', ' ')}: {point.ruling.reason}"


def _one_each(found: Iterable[Point]) -> Iterator[Point]:
    """Yield the first point of each aspect, act and relation."""
    seen: set[tuple[Aspect, str | None, Relation]] = set()
    for point in found:
        key = (point.aspect, point.of, point.ruling.relation)
        if key not in seen:
            seen.add(key)
            yield point


def _verdict(point: Point) -> AspectVerdict:
    relation, confidence, reason, _ = point.ruling
    return AspectVerdict(point.aspect, relation, point.a.text, point.b.text, reason, point.of, confidence)


def _both_have_facts(pair: Pair) -> bool:
    return all(any(p.facts for p in side.propositions) for side in (pair.a, pair.b))
