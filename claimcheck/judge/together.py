"""From what the rules say of each two details to what two claims come to on each aspect, and altogether."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimcheck.judge.detail import FAINT, Point
from claimcheck.model import Aspect, AspectVerdict, Fact, Opinion, Relation

KINDEST = (Relation.AGREE, Relation.COMPATIBLE, Relation.UNDECIDED, Relation.CONFLICT)
STRICTEST = (Relation.AGREE, Relation.CONFLICT, Relation.COMPATIBLE, Relation.UNDECIDED)
_KIND = (Aspect.BY_WHOM, Aspect.TO_WHOM, Aspect.WHERE, Aspect.WHEN)
DENIED_FIRST = (Relation.CONFLICT, Relation.AGREE, Relation.COMPATIBLE, Relation.UNDECIDED)
ORDER: Mapping[Aspect, tuple[Relation, ...]] = {
    **{aspect: KINDEST if aspect in _KIND else STRICTEST for aspect in Aspect},
    Aspect.STATUS: DENIED_FIRST,
}
"""Which of a detail's counterparts speaks for it: for a name one that fits, elsewhere one that excludes it."""

NOTHING_SHARED = 0.5
"""Confidence that two claims with no detail in common are compatible; chosen, not measured."""

_ASPECTS = list(Aspect)


def strongest(found: Iterable[Point]) -> tuple[Point, ...]:
    """Return the points in which neither detail has a better counterpart, in the order of the aspects."""
    listed = list(found)
    best: dict[tuple[str, Fact], int] = {}
    for point in listed:
        for key in (("a", point.a), ("b", point.b)):
            best[key] = min(_rank(point), best.get(key, _rank(point)))
    kept = [point for point in listed if _rank(point) == best["a", point.a] == best["b", point.b]]
    return tuple(sorted(kept, key=lambda p: (_ASPECTS.index(p.aspect), -p.ruling.confidence)))


def summed(judge: str, found: Sequence[Point], both_have_facts: bool) -> Opinion:
    """Return the opinion: a conflict outweighs all, then a specific agreement, then what else is known."""
    aspects = tuple(_verdict(point) for point in _one_each(found))
    agreeing = _of(found, Relation.AGREE)
    for relation, wanted in (
        (Relation.CONFLICT, _of(found, Relation.CONFLICT)),
        (Relation.AGREE, [point for point in agreeing if point.ruling.specific]),
        (Relation.COMPATIBLE, _of(found, Relation.COMPATIBLE)),
    ):
        if wanted:
            best = max(wanted, key=lambda point: point.ruling.confidence)
            return Opinion(judge, relation, best.ruling.confidence, _reason(best), aspects)
    if agreeing:
        return Opinion(judge, Relation.COMPATIBLE, FAINT, f"{_reason(agreeing[0])}, and no more", aspects)
    if both_have_facts:
        reason = "whether they speak of the same is not known" if found else "they speak of different points"
        return Opinion(judge, Relation.COMPATIBLE, NOTHING_SHARED, reason, aspects)
    return Opinion(judge, Relation.UNDECIDED, 0.0, "no facts to compare", aspects)


def _rank(point: Point) -> int:
    return ORDER[point.aspect].index(point.ruling.relation)


def _of(found: Iterable[Point], relation: Relation) -> list[Point]:
    return [point for point in found if point.ruling.relation == relation]


def _reason(point: Point) -> str:
    return f"{point.aspect.words}: {point.ruling.reason}"


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
