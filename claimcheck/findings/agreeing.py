"""Who agrees in a row, and who only stands beside them: a row of accounts that agree holds no others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.findings.finding import status_of
from claimcheck.findings.rows import AGAINST, Detail, Evidence, Row, key_of
from claimcheck.model import Aspect, ComparisonKind, Fact, Relation, Status

Group = frozenset[Detail]
"""Details of one mind."""


def stand_apart(row: Row) -> Iterator[Row]:
    """Yield those of a row who agree, then those who were compared and do not, then the others, as rows of their own.

    A row with a conflict stays whole, and so does one in which nothing was compared. Words that were never compared go
    with others where they are the same, and say the same.
    """
    if not row.evidence or row.of(Relation.CONFLICT, AGAINST) or _one_lies_in_the_other(row):
        yield row
        return
    whole = [_with_repeats(group, row.details) for group in _groups(row)]
    for group in whole:
        yield _within(row, group)
    yield from _beside(row, frozenset().union(*whole))


def _one_lies_in_the_other(row: Row) -> bool:
    """Tell whether all that was compared is one place or time, told more and less closely: that is one row."""
    fits = {item.verdict.relation for item in row.evidence} <= {Relation.AGREE, Relation.COMPATIBLE}
    return row.aspect in (Aspect.WHERE, Aspect.WHEN) and fits and bool(row.of(Relation.AGREE))


def _groups(row: Row) -> list[Group]:
    """Return those who agree, and none whose words were compared and came to anything else."""
    differing: dict[Detail, set[Detail]] = {}
    for a, b in (_sides(item) for item in row.evidence if item.verdict.relation != Relation.AGREE):
        for one, others in (*((one, b) for one in a), *((one, a) for one in b)):
            differing.setdefault(one, set()).update(others)
    groups: list[Group] = []
    for item in row.of(Relation.AGREE, (ComparisonKind.CROSS_SOURCE,)):
        for found in _of_one_mind(item):
            together, apart = found, []
            for group in groups:
                if group & together and not _differ(group, together, differing):
                    together |= group
                else:
                    apart.append(group)
            groups = [*apart, together]
    return groups


def _of_one_mind(item: Evidence) -> Iterator[Group]:
    """Yield the details of two accounts that agree: both assert the act, or both deny it."""
    if not item.independent:
        return
    for denied in (False, True):
        details = [detail for detail in item.details if detail.denied == denied]
        if {detail.claim.id for detail in details} == {item.comparison.a, item.comparison.b}:
            yield frozenset(details)


def _sides(item: Evidence) -> tuple[list[Detail], list[Detail]]:
    """Return the details of either claim that a comparison holds against each other."""
    a, b = ([d for d in item.details if d.claim.id == side] for side in (item.comparison.a, item.comparison.b))
    return a, b


def _differ(first: Group, second: Group, differing: Mapping[Detail, Collection[Detail]]) -> bool:
    return any(not second.isdisjoint(differing.get(one, ())) for one in first)


def _with_repeats(group: Group, details: Sequence[Detail]) -> Group:
    """Return a group with the details that say what one of it says: in the same words, or of the same source."""
    own = [detail for detail in details if detail in group]
    said = {(detail.denied, *_wording(detail.fact)) for detail in own}
    meant = {(detail.denied, detail.claim.source.id, *_meaning(detail.fact)) for detail in own}
    repeats = (
        detail
        for detail in details
        if (detail.denied, *_wording(detail.fact)) in said
        or (detail.denied, detail.claim.source.id, *_meaning(detail.fact)) in meant
        or any(detail.proposition.id == one.proposition.id and detail.fact.span.overlaps(one.fact.span) for one in own)
    )
    return group | frozenset(repeats)


def _wording(fact: Fact) -> tuple[object, ...]:
    """Return what two facts share that say the same in the same words; of an act and a number the words may differ."""
    free = fact.aspect in (Aspect.STATUS, Aspect.HOW_MANY)
    return (*key_of(fact), fact.op, fact.value if free else fact.text.casefold())


def _meaning(fact: Fact) -> tuple[object, ...]:
    return (*key_of(fact), fact.op, fact.value if fact.value is not None else fact.text.casefold())


def _within(row: Row, group: Group) -> Row:
    """Return a row with the details of a group alone, and the evidence that is between them."""
    evidence = tuple(item for item in row.evidence if all(not group.isdisjoint(side) for side in _sides(item)))
    return replace(row, details=tuple(d for d in row.details if d in group), evidence=evidence)


def _beside(row: Row, agreed: Collection[Detail]) -> Iterator[Row]:
    """Yield those who agree with none, with the words that decide what they come to; who was not compared alone."""
    rest = [detail for detail in row.details if detail not in agreed]
    left = {*rest}
    evidence = tuple(item for item in row.evidence if any(detail in left for detail in item.details))
    compared = _with_repeats(frozenset(detail for item in evidence for detail in item.details), row.details)
    if evidence:
        others = _others(row, evidence, [detail for detail in rest if detail in compared])
        yield replace(row, details=others, evidence=evidence)
    if alone := tuple(detail for detail in rest if detail not in compared):
        yield replace(row, details=alone, evidence=())


def _others(row: Row, evidence: tuple[Evidence, ...], rest: Sequence[Detail]) -> tuple[Detail, ...]:
    """Return what was compared and agrees with none, and the words that it was compared with and that decide."""
    everyone = tuple(dict.fromkeys((*rest, *(detail for item in evidence for detail in item.details))))
    status, deciding = status_of(replace(row, details=everyone, evidence=evidence))
    if status == Status.ONE_SOURCE:
        return tuple(rest)
    return _in_order(row, {*rest} | {d for item in deciding for d in item.details})


def _in_order(row: Row, wanted: Iterable[Detail]) -> tuple[Detail, ...]:
    kept = frozenset(wanted)
    return tuple(detail for detail in row.details if detail in kept)
