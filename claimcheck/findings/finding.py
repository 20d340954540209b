"""What a row comes to: its status, the evidence that decides it, and the words of each source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.findings.rows import AGAINST, Detail, Evidence, Row, one_telling
from claimcheck.model import OF_ONE_ACCOUNT, Cell, ComparisonKind, Finding, Relation, Status


def finding_of(row: Row) -> Finding:
    """Return the finding of a row."""
    status, deciding = status_of(row)
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


def status_of(row: Row) -> tuple[Status, list[Evidence]]:
    """Return what a row comes to, and the evidence that decides it; a conflict of two sources goes first."""
    if conflicts := row.of(Relation.CONFLICT, AGAINST):
        return Status.CONFLICT, sorted(conflicts, key=lambda e: e.comparison.kind != ComparisonKind.CROSS_SOURCE)
    if agreeing := [e for e in row.of(Relation.AGREE, (ComparisonKind.CROSS_SOURCE,)) if e.independent]:
        return Status.BOTH_SAY, agreeing
    updates = row.of(Relation.CONFLICT, (ComparisonKind.UPDATE,))
    if not updates and _one_voice(row.details):
        return Status.ONE_SOURCE, []
    undecided = row.of(Relation.UNDECIDED)
    agreeing = [e for e in row.of(Relation.AGREE) if not (undecided and e.relayed)]
    if compatible := [*updates, *row.of(Relation.COMPATIBLE), *agreeing]:
        return Status.COMPATIBLE, compatible
    return Status.CANNOT_TELL, undecided


def _one_voice(details: Sequence[Detail]) -> bool:
    """Tell whether details are of one source, or go back to one utterance."""
    return 1 in (len({d.claim.source.id for d in details}), len({d.origin for d in details})) or one_telling(details)


def _cells(details: Iterable[Detail]) -> Iterator[Cell]:
    """Yield what each source says, once for each wording."""
    seen: set[tuple[str, str]] = set()
    for detail in details:
        claim, fact = detail.claim, detail.fact
        key = (claim.source.id, fact.text.casefold())
        if key not in seen:
            seen.add(key)
            on_it = (hedge for hedge in claim.hedges if hedge.span.overlaps(fact.span))
            hedges = tuple(dict.fromkeys((*on_it, *detail.hedges)))
            where = (claim.source.id, claim.id, detail.proposition.id)
            yield Cell(*where, fact.text, fact.span, claim.mode, hedges, fact.antecedent)


def _reason(status: Status, deciding: Sequence[Evidence]) -> str:
    if not deciding:
        return "they were not compared" if status == Status.CANNOT_TELL else ""
    first = deciding[0]
    if status == Status.COMPATIBLE and first.verdict.relation == Relation.AGREE and first.perhaps_one:
        return "the two may be one source, of which one article gives less of the name"
    if status == Status.COMPATIBLE and first.verdict.relation == Relation.AGREE:
        return "one repeats the other's account: no second voice"
    notes = [first.verdict.reason]
    if first.verdict.relation == Relation.CONFLICT and first.comparison.kind in OF_ONE_ACCOUNT:
        notes.append(OF_ONE_ACCOUNT[first.comparison.kind])
    if status == Status.CONFLICT:
        notes += [f"{name} is paraphrased: get the original" for name in first.paraphrased]
    return "; ".join(notes)
