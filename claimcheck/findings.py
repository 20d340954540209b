"""What the accounts of an incident come to on each aspect: the rows of the report's matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from claimcheck.judge import bears_on_it, is_pronoun
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
    Hedge,
    Incident,
    Mode,
    Origin,
    Proposition,
    Relation,
    Status,
    Voice,
)

Key = tuple[Aspect, str | None, str | None]
"""What a row is about: the aspect, the act and, for numbers, what is counted."""

AGAINST = (ComparisonKind.CROSS_SOURCE, ComparisonKind.OUTLET_VS_SOURCE, ComparisonKind.SAME_SOURCE)
"""Kinds of comparison in which a difference is a conflict; a later report that differs is an update."""

KINDS = {
    ComparisonKind.OUTLET_VS_SOURCE: "the outlet's own words against the source that it quotes",
    ComparisonKind.SAME_SOURCE: "one source, quoted differently",
    ComparisonKind.UPDATE: "a later report differs",
}


class Detail(NamedTuple):
    """A fact where it stands, the origin of its proposition, and the hedges on the words that it goes back to."""

    claim: Claim
    proposition: Proposition
    fact: Fact
    origin: str
    hedges: tuple[Hedge, ...] = ()


class Evidence(NamedTuple):
    """What one comparison says of one aspect, and the details that it rests on."""

    comparison: Comparison
    verdict: AspectVerdict
    details: tuple[Detail, ...]

    @property
    def confidence(self) -> float:
        """That of the aspect, and no more than the judges together allow the comparison."""
        return min(self.verdict.confidence, self.comparison.verdict.confidence)

    @property
    def own(self) -> tuple[Detail, ...]:
        """The details of the aspect itself."""
        return tuple(detail for detail in self.details if detail.fact.aspect == self.verdict.aspect)

    @property
    def paraphrased(self) -> tuple[str, ...]:
        """The names of the sources of which the words are the outlet's paraphrase."""
        return tuple(dict.fromkeys(d.claim.source.name for d in self.details if d.claim.mode == Mode.INDIRECT))

    @property
    def independent(self) -> bool:
        """Whether the two sides go back to different utterances."""
        a, b = (
            {d.origin for d in self.details if d.claim.id == side} for side in (self.comparison.a, self.comparison.b)
        )
        return a.isdisjoint(b)


@dataclass(frozen=True, slots=True)
class Row:
    """The details that belong side by side, in text order, and what is known of them."""

    aspect: Aspect
    details: tuple[Detail, ...]
    evidence: tuple[Evidence, ...]

    def of(self, relation: Relation, kinds: Iterable[ComparisonKind] = tuple(ComparisonKind)) -> list[Evidence]:
        """Return the evidence for a relation, the most certain first."""
        found = [e for e in self.evidence if e.verdict.relation == relation and e.comparison.kind in kinds]
        return sorted(found, key=lambda e: (-e.confidence, len(e.paraphrased), e.comparison.id))


def with_findings(
    incidents: Sequence[Incident],
    claims: Sequence[Claim],
    origins: Sequence[Origin],
    comparisons: Sequence[Comparison],
) -> tuple[Incident, ...]:
    """Return the incidents with their findings."""
    origin_of = {proposition: origin.id for origin in origins for proposition in origin.propositions}
    compared: dict[str, list[Comparison]] = {}
    for comparison in comparisons:
        compared.setdefault(comparison.incident, []).append(comparison)
    return tuple(
        replace(incident, findings=findings(_details(incident, claims, origin_of), compared.get(incident.id, ())))
        for incident in incidents
    )


def findings(details: Sequence[Detail], comparisons: Iterable[Comparison]) -> tuple[Finding, ...]:
    """Return one finding a row: rows in the order of the aspects, those with most sources first."""
    evidence = [
        Evidence(comparison, verdict, _compared(comparison, verdict, details))
        for comparison in comparisons
        for verdict in comparison.verdict.aspects
    ]
    found = [_finding(row) for row in _merged(rows(details, evidence))]
    order = list(Aspect)
    return tuple(sorted(found, key=lambda f: (order.index(f.aspect), -len({cell.source for cell in f.cells}))))


def rows(details: Sequence[Detail], evidence: Sequence[Evidence]) -> Iterator[Row]:
    """Yield the rows: details of one aspect and act stand together, and so do those that were compared.

    Words of another aspect that were held against those of a row ("at the suspects", where it says how) are in it too.
    """
    keys = _joined(details, evidence)
    details_of: dict[Key, list[Detail]] = {}
    for detail in details:
        details_of.setdefault(keys[_key(detail.fact)], []).append(detail)
    evidence_of: dict[Key, list[Evidence]] = {}
    for item in evidence:
        if item.own:
            evidence_of.setdefault(keys[_key(item.own[0].fact)], []).append(item)
    for key, row in details_of.items():
        found = evidence_of.get(key, [])
        others = (detail for item in found for detail in item.details)
        yield Row(key[0], tuple(dict.fromkeys((*row, *others))), tuple(found))


def _merged(found: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, with what one source alone says on an aspect in one row; counts stay apart."""
    alone: dict[tuple[Aspect, str], list[Row]] = {}
    for row in found:
        for part in _compared_or_alone(row):
            first, *others = dict.fromkeys(detail.claim.source.id for detail in part.details)
            if others or part.evidence or part.aspect == Aspect.HOW_MANY:
                yield part
            else:
                alone.setdefault((part.aspect, first), []).append(part)
    for (aspect, _), together in alone.items():
        told = tuple(d for row in together for d in row.details if not is_pronoun(d.fact.text))
        if told:
            yield Row(aspect, told, ())


def _compared_or_alone(row: Row) -> Iterator[Row]:
    """Yield a row; where nothing in it was compared, what each origin says is a row of its own."""
    if row.evidence or len({detail.origin for detail in row.details}) == 1:
        yield row
        return
    by_source: dict[str, list[Detail]] = {}
    for detail in row.details:
        by_source.setdefault(detail.claim.source.id, []).append(detail)
    yield from (Row(row.aspect, tuple(details), ()) for details in by_source.values())


def _details(incident: Incident, claims: Sequence[Claim], origin_of: Mapping[str, str]) -> tuple[Detail, ...]:
    """Return the details of an incident, those of a source's own text before what others tell of it."""
    own = set(incident.propositions)
    return tuple(
        Detail(claim, proposition, fact, origin_of.get(proposition.id, proposition.id), _before(claim, fact, claims))
        for claim in sorted(claims, key=lambda claim: len(claim.chain))
        if claim.stance in COMPARED_STANCES
        for proposition in claim.propositions
        if proposition.id in own
        for fact in proposition.facts
        if bears_on_it(fact)
    )


def _before(claim: Claim, fact: Fact, claims: Sequence[Claim]) -> tuple[Hedge, ...]:
    """Return the hedges on the phrase that a fact's words go back to."""
    span = fact.antecedent
    if span is None:
        return ()
    tellers = (
        c
        for c in claims
        if c.article == claim.article and (c.source.id == claim.source.id or c.voice is Voice.NARRATION)
    )
    return tuple(dict.fromkeys(hedge for c in tellers for hedge in c.hedges if hedge.span.overlaps(span)))


def _compared(comparison: Comparison, verdict: AspectVerdict, details: Iterable[Detail]) -> tuple[Detail, ...]:
    """Return the details whose words an aspect verdict rests on; of its own aspect, if there are any."""
    words = {comparison.a: verdict.a, comparison.b: verdict.b}
    found = [detail for detail in details if words.get(detail.claim.id) == detail.fact.text]
    own = [detail for detail in found if detail.fact.aspect == verdict.aspect]
    missing = {*words} - {detail.claim.id for detail in own}
    return (*own, *(detail for detail in found if detail.claim.id in missing))


def _key(fact: Fact) -> Key:
    return fact.aspect, fact.of, fact.unit if fact.aspect == Aspect.HOW_MANY else None


def _joined(details: Sequence[Detail], evidence: Sequence[Evidence]) -> dict[Key, Key]:
    """Return for each key the first of those that were compared with it, directly or by way of others."""
    keys = {_key(detail.fact): _key(detail.fact) for detail in details}
    for item in evidence:
        compared = [_root(_key(detail.fact), keys) for detail in item.own]
        for key in compared[1:]:
            keys[_root(key, keys)] = _root(compared[0], keys)
    return {key: _root(key, keys) for key in keys}


def _root(key: Key, keys: Mapping[Key, Key]) -> Key:
    while keys[key] != key:
        key = keys[key]
    return key


def _finding(row: Row) -> Finding:
    status, deciding = _status(row)
    acts = dict.fromkeys(detail.fact.of for detail in row.details)
    return Finding(
        aspect=row.aspect,
        status=status,
        confidence=deciding[0].confidence if deciding else 0.0,
        reason=_reason(status, deciding),
        cells=tuple(_cells(row.details)),
        comparisons=tuple(sorted({item.comparison.id for item in row.evidence})),
        of=next(iter(acts)) if row.evidence or len(acts) == 1 else None,
    )


def _status(row: Row) -> tuple[Status, list[Evidence]]:
    """Return what a row comes to, and the evidence that decides it."""
    if conflicts := row.of(Relation.CONFLICT, AGAINST):
        return Status.CONFLICT, conflicts
    if agreeing := [e for e in row.of(Relation.AGREE, (ComparisonKind.CROSS_SOURCE,)) if e.independent]:
        return Status.BOTH_SAY, agreeing
    updates = row.of(Relation.CONFLICT, (ComparisonKind.UPDATE,))
    if not updates and 1 in (len({d.claim.source.id for d in row.details}), len({d.origin for d in row.details})):
        return Status.ONE_SOURCE, []
    if compatible := [*updates, *row.of(Relation.COMPATIBLE), *row.of(Relation.AGREE)]:
        return Status.COMPATIBLE, compatible
    return Status.CANNOT_TELL, row.of(Relation.UNDECIDED)


def _cells(details: Iterable[Detail]) -> Iterator[Cell]:
    """Yield what each source says, once for each wording."""
    seen: set[tuple[str, str]] = set()
    for claim, proposition, fact, _, before in details:
        key = (claim.source.id, fact.text.casefold())
        if key not in seen:
            seen.add(key)
            on_it = (hedge for hedge in claim.hedges if hedge.span.overlaps(fact.span))
            hedges = tuple(dict.fromkeys((*on_it, *before)))
            where = (claim.source.id, claim.id, proposition.id)
            yield Cell(*where, fact.text, fact.span, claim.mode, hedges, fact.antecedent)


def _reason(status: Status, deciding: Sequence[Evidence]) -> str:
    if not deciding:
        return "they were not compared" if status == Status.CANNOT_TELL else ""
    first = deciding[0]
    if status == Status.COMPATIBLE and first.verdict.relation == Relation.AGREE:
        return "one repeats the other's account: no second voice"
    notes = [first.verdict.reason]
    if first.verdict.relation == Relation.CONFLICT and first.comparison.kind in KINDS:
        notes.append(KINDS[first.comparison.kind])
    if status == Status.CONFLICT:
        notes += [f"{name} is paraphrased: get the original" for name in first.paraphrased]
    return "; ".join(notes)
