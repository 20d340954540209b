"""What the accounts of an incident come to on each aspect: the rows of the report's matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from claimcheck.model import (
    COMPARED_STANCES,
    Aspect,
    AspectVerdict,
    Cell,
    Claim,
    Comparison,
    ComparisonKind,
    Fact,
    Finding,
    Incident,
    Mode,
    Origin,
    Proposition,
    Relation,
    Status,
)

Key = tuple[Aspect, str | None, str | None]
"""What a row is about: the aspect, the act and, for numbers, what is counted."""

AGAINST = (ComparisonKind.CROSS_SOURCE, ComparisonKind.OUTLET_VS_SOURCE, ComparisonKind.SAME_SOURCE)
"""Kinds of comparison in which a difference is a conflict; a later report that differs is an update."""


class Detail(NamedTuple):
    """A fact where it stands."""

    claim: Claim
    proposition: Proposition
    fact: Fact


class Evidence(NamedTuple):
    """What one comparison says of one aspect."""

    comparison: Comparison
    verdict: AspectVerdict

    @property
    def confidence(self) -> float:
        """That of the aspect, and no more than the judges together allow the comparison."""
        return min(self.verdict.confidence, self.comparison.verdict.confidence)


@dataclass(frozen=True, slots=True)
class Row:
    """The details that belong side by side, in text order, and what is known of them."""

    details: tuple[Detail, ...]
    evidence: tuple[Evidence, ...]


def with_findings(
    incidents: Sequence[Incident],
    claims: Sequence[Claim],
    origins: Sequence[Origin],
    comparisons: Sequence[Comparison],
) -> tuple[Incident, ...]:
    """Return the incidents with their findings, in the order of the aspects."""
    origin_of = {proposition: origin.id for origin in origins for proposition in origin.propositions}
    return tuple(
        replace(incident, findings=findings(_details(incident, claims), _evidence(incident, comparisons), origin_of))
        for incident in incidents
    )


def findings(
    details: Sequence[Detail], evidence: Sequence[Evidence], origin_of: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Return one finding a row: rows in the order of the aspects, those with most sources first."""
    found = [_finding(row, origin_of) for row in rows(details, evidence)]
    order = list(Aspect)
    return tuple(sorted(found, key=lambda f: (order.index(f.aspect), -len({cell.source for cell in f.cells}))))


def rows(details: Sequence[Detail], evidence: Sequence[Evidence]) -> Iterator[Row]:
    """Yield the rows: details of one aspect and act stand together, and so do those that were compared."""
    keys = _joined(details, evidence)
    rows_of: dict[Key, list[Detail]] = {}
    for detail in details:
        rows_of.setdefault(keys[_key(detail.fact)], []).append(detail)
    for key, row in rows_of.items():
        yield Row(tuple(row), tuple(e for e in evidence if _row_of(e, row, keys) == key))


def _details(incident: Incident, claims: Sequence[Claim]) -> tuple[Detail, ...]:
    own = set(incident.propositions)
    return tuple(
        Detail(claim, proposition, fact)
        for claim in claims
        if claim.stance in COMPARED_STANCES
        for proposition in claim.propositions
        if proposition.id in own
        for fact in proposition.facts
    )


def _evidence(incident: Incident, comparisons: Sequence[Comparison]) -> tuple[Evidence, ...]:
    own = (comparison for comparison in comparisons if comparison.incident == incident.id)
    return tuple(Evidence(comparison, verdict) for comparison in own for verdict in comparison.verdict.aspects)


def _key(fact: Fact) -> Key:
    return fact.aspect, fact.of, fact.unit if fact.aspect == Aspect.HOW_MANY else None


def _joined(details: Sequence[Detail], evidence: Sequence[Evidence]) -> dict[Key, Key]:
    """Return for each key the first of those that were compared with it, directly or by way of others."""
    keys = {_key(detail.fact): _key(detail.fact) for detail in details}
    for item in evidence:
        compared = [_root(_key(detail.fact), keys) for detail in _compared(item, details)]
        for key in compared[1:]:
            keys[_root(key, keys)] = _root(compared[0], keys)
    return {key: _root(key, keys) for key in keys}


def _root(key: Key, keys: Mapping[Key, Key]) -> Key:
    while keys[key] != key:
        key = keys[key]
    return key


def _compared(item: Evidence, details: Iterable[Detail]) -> list[Detail]:
    """Return the details whose words an aspect verdict rests on."""
    words = {item.comparison.a: item.verdict.a, item.comparison.b: item.verdict.b}
    return [
        detail
        for detail in details
        if detail.fact.aspect == item.verdict.aspect and words.get(detail.claim.id) == detail.fact.text
    ]


def _row_of(item: Evidence, row: Sequence[Detail], keys: Mapping[Key, Key]) -> Key | None:
    return next((keys[_key(detail.fact)] for detail in _compared(item, row)), None)


def _finding(row: Row, origin_of: Mapping[str, str]) -> Finding:
    status, deciding = _status(row, origin_of)
    return Finding(
        aspect=row.details[0].fact.aspect,
        status=status,
        confidence=max((item.confidence for item in deciding), default=0.0),
        reason=_reason(status, row, deciding),
        cells=tuple(_cells(row.details)),
        comparisons=tuple(sorted({item.comparison.id for item in row.evidence})),
        of=row.details[0].fact.of,
    )


def _status(row: Row, origin_of: Mapping[str, str]) -> tuple[Status, list[Evidence]]:
    """Return what a row comes to, and the evidence that decides it, the most certain first."""
    if conflicts := _of(row, Relation.CONFLICT, AGAINST):
        return Status.CONFLICT, conflicts
    agreeing = _of(row, Relation.AGREE, (ComparisonKind.CROSS_SOURCE,))
    if independent := [item for item in agreeing if _independent(item, row, origin_of)]:
        return Status.BOTH_SAY, independent
    if len({detail.claim.source.id for detail in row.details}) == 1:
        return Status.ONE_SOURCE, []
    if compatible := _of(row, Relation.COMPATIBLE, tuple(ComparisonKind)):
        return Status.COMPATIBLE, compatible
    return Status.CANNOT_TELL, _of(row, Relation.UNDECIDED, tuple(ComparisonKind))


def _of(row: Row, relation: Relation, kinds: Sequence[ComparisonKind]) -> list[Evidence]:
    found = [e for e in row.evidence if e.verdict.relation == relation and e.comparison.kind in kinds]
    return sorted(found, key=lambda e: (-e.confidence, e.comparison.id))


def _independent(item: Evidence, row: Row, origin_of: Mapping[str, str]) -> bool:
    """Tell whether the two sides of a comparison go back to different utterances."""
    sides: dict[str, set[str]] = {item.comparison.a: set(), item.comparison.b: set()}
    for detail in _compared(item, row.details):
        sides[detail.claim.id].add(origin_of.get(detail.proposition.id, detail.proposition.id))
    return sides[item.comparison.a].isdisjoint(sides[item.comparison.b])


def _cells(details: Iterable[Detail]) -> Iterator[Cell]:
    """Yield what each source says, once for each wording."""
    seen: set[tuple[str, str]] = set()
    for claim, proposition, fact in details:
        key = (claim.source.id, fact.text.casefold())
        if key not in seen:
            seen.add(key)
            hedges = tuple(hedge for hedge in claim.hedges if hedge.span.overlaps(fact.span))
            yield Cell(claim.source.id, claim.id, proposition.id, fact.text, fact.span, claim.mode, hedges)


def _reason(status: Status, row: Row, deciding: Sequence[Evidence]) -> str:
    if not deciding:
        return ""
    first = deciding[0]
    notes = [first.verdict.reason, *_kind(first.comparison.kind)]
    if status == Status.CONFLICT:
        notes += _paraphrased(first, row)
    return "; ".join(notes)


def _kind(kind: ComparisonKind) -> list[str]:
    words = {
        ComparisonKind.OUTLET_VS_SOURCE: "the outlet's own words against the source that it quotes",
        ComparisonKind.SAME_SOURCE: "one source, quoted differently",
        ComparisonKind.UPDATE: "a later report differs",
    }
    return [words[kind]] if kind in words else []


def _paraphrased(item: Evidence, row: Row) -> list[str]:
    indirect = {
        detail.claim.source.name: None for detail in _compared(item, row.details) if detail.claim.mode == Mode.INDIRECT
    }
    return [f"{name} is paraphrased: get the original" for name in indirect]
