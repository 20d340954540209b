"""The sheet of comparisons: one row an aspect on which two claims were compared, or that one source alone gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from claimcheck.desk.accounts import outlet_of
from claimcheck.desk.index import Index
from claimcheck.desk.words import Form, hedges_on
from claimcheck.exports.claims_sheet import listed, place_of, said_at
from claimcheck.exports.columns import Column, Sheet
from claimcheck.model import (
    OF_ONE_ACCOUNT,
    Aspect,
    AspectVerdict,
    Cell,
    Claim,
    Comparison,
    ComparisonKind,
    Hedge,
    Incident,
    LinkedBy,
    Relation,
    Report,
    Span,
    Status,
    Strength,
    Voice,
)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a row: a claim, the words of it that are compared, and where they stand."""

    claim: Claim
    words: str
    form: str
    spans: tuple[Span, ...]
    hedges: tuple[Hedge, ...]


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """An aspect of a comparison; `b` and `comparison` are missing where one source alone gives it."""

    index: Index
    incident: Incident
    aspect: str
    relation: str
    reason: str
    a: Side
    b: Side | None = None
    comparison: Comparison | None = None


_ORDER = (Relation.CONFLICT, Relation.AGREE, Relation.COMPATIBLE, Relation.UNDECIDED)
"""The order in which an editor wants to see them."""


def comparison_rows(report: Report) -> Iterator[ComparisonRow]:
    """Yield the rows of a report: of each incident its conflicts, what agrees, the rest, what one source alone says.

    Two claims that were compared and have no point in common have no row.
    """
    index = Index.of(report)
    for incident in report.incidents:
        found = (_compared(index, incident, comparison) for comparison in index.comparisons_in(incident))
        yield from sorted(chain.from_iterable(found), key=_rank)
        for finding in incident.findings:
            if finding.status is Status.ONE_SOURCE:
                for cell in finding.cells:
                    side = _side_of_cell(index, cell)
                    yield ComparisonRow(index, incident, str(finding.aspect), str(finding.status), finding.reason, side)


def _rank(row: ComparisonRow) -> tuple[bool, int, int]:
    """What one source repeats, or counts again, comes last."""
    differs = row.relation == Relation.CONFLICT and row.comparison and row.comparison.kind is not ComparisonKind.UPDATE
    repeated = row.b is not None and row.a.claim.source == row.b.claim.source and not differs
    return repeated, _ORDER.index(Relation(row.relation)), [*Aspect, ""].index(row.aspect)


def _compared(index: Index, incident: Incident, comparison: Comparison) -> Iterator[ComparisonRow]:
    verdict = comparison.verdict
    for aspect in _once(verdict.aspects):
        yield ComparisonRow(
            index,
            incident,
            str(aspect.aspect),
            str(aspect.relation),
            _why(comparison, aspect),
            _side(index, comparison, aspect, "a"),
            _side(index, comparison, aspect, "b"),
            comparison,
        )
    if not verdict.aspects and verdict.relation in {Relation.CONFLICT, Relation.AGREE}:
        a, b = (_whole(index, index.claims[claim]) for claim in (comparison.a, comparison.b))
        yield ComparisonRow(index, incident, "", str(verdict.relation), verdict.reason, a, b, comparison)


def _once(verdicts: Sequence[AspectVerdict]) -> Iterable[AspectVerdict]:
    """Leave out what only another act of the same words comes to: "troops" who fired, killed and wounded."""
    rows = ((verdict.aspect, verdict.relation, verdict.a, verdict.b, verdict.reason) for verdict in verdicts)
    return dict(zip(rows, verdicts, strict=True)).values()


def _why(comparison: Comparison, aspect: AspectVerdict) -> str:
    """Return the reason of a verdict; that of a conflict says where it is none between two sources."""
    told = OF_ONE_ACCOUNT.get(comparison.kind) if aspect.relation is Relation.CONFLICT else None
    return "; ".join(part for part in (aspect.reason, told) if part)


def _side(index: Index, comparison: Comparison, aspect: AspectVerdict, side: str) -> Side:
    claim = index.claims[comparison.a if side == "a" else comparison.b]
    words = index.aspect(comparison, aspect, side)
    spans = index.aspect_spans(comparison, aspect, side) or claim.spans
    text = (aspect.a if side == "a" else aspect.b) or claim.text
    return Side(claim, text, str(words.form), spans, hedges_on(claim, spans))


def _side_of_cell(index: Index, cell: Cell) -> Side:
    claim = index.claims[cell.claim]
    return Side(claim, cell.text, str(index.cell(cell).form), (cell.span,), hedges_on(claim, (cell.span,)))


def _whole(index: Index, claim: Claim) -> Side:
    return Side(claim, claim.text, str(index.claim(claim).form), claim.spans, claim.hedges)


def _sided(letter: str, cell: Callable[[ComparisonRow, Side], str]) -> Callable[[ComparisonRow], str]:
    def of(row: ComparisonRow) -> str:
        side: Side | None = row.a if letter == "a" else row.b
        return cell(row, side) if side else ""

    return of


def _words(letter: str) -> tuple[Column[ComparisonRow], ...]:
    forms = (*map(str, Form), "") if letter == "b" else tuple(map(str, Form))
    return (
        Column(f"source_{letter}", f"source {letter}", _sided(letter, lambda _, side: side.claim.source.name)),
        Column(f"words_{letter}", "its words, verbatim from the article", _sided(letter, lambda _, side: side.words)),
        Column(f"form_{letter}", "how the article gives them", _sided(letter, lambda _, side: side.form), forms),
        Column(
            f"hedge_{letter}",
            "words that weaken them, and whose they are",
            _sided(letter, lambda _, side: listed([f"{hedge.text} ({hedge.by})" for hedge in side.hedges])),
        ),
    )


def _origin(letter: str) -> tuple[Column[ComparisonRow], ...]:
    return (
        Column(f"said_at_{letter}", f"when source {letter} said it", _sided(letter, _said)),
        Column(f"via_{letter}", "the outlet, and the others it came by", _sided(letter, _via)),
        Column(f"place_{letter}", "line of the article, and code points of its text", _sided(letter, _place)),
    )


def _said(_: ComparisonRow, side: Side) -> str:
    return said_at(side.claim)


def _via(_: ComparisonRow, side: Side) -> str:
    claim = side.claim
    if claim.voice is Voice.NARRATION:
        return claim.outlet or ""
    return " > ".join(claim.chain[:-1]) or outlet_of(claim)


def _place(row: ComparisonRow, side: Side) -> str:
    spans = side.spans or side.claim.spans
    return place_of(row.index, side.claim, spans[0].start, spans[-1].end) if spans else ""


def _same_origin(row: ComparisonRow) -> str:
    if row.comparison is None:
        return ""
    texts: list[set[str]] = []
    for claim in (row.comparison.a, row.comparison.b):
        own = {p.id for p in row.index.claims[claim].propositions} & set(row.comparison.propositions)
        texts.append({row.index.origins[p].id for p in own if p in row.index.origins})
    return "yes" if texts[0] & texts[1] else "no"


def _judges(row: ComparisonRow) -> str:
    return listed([opinion.judge for opinion in row.comparison.verdict.opinions]) if row.comparison else ""


def _strength(row: ComparisonRow) -> str:
    return str(row.comparison.verdict.strength) if row.comparison else ""


def _linked_by(row: ComparisonRow) -> str:
    return str(row.incident.linked_by or "")


_ASPECTS = (*map(str, Aspect), "")
_RELATIONS = (*map(str, Relation), str(Status.ONE_SOURCE))
_LINKED_BY = (*map(str, LinkedBy), "")

COMPARISONS: Sheet[ComparisonRow] = Sheet(
    "comparisons",
    "One row an aspect on which two claims were compared. What one source alone says has a row too, with side b empty.",
    (
        Column("incident", "label of the incident, made of what its accounts share", lambda r: r.incident.label),
        Column("aspect", "the point compared; empty where the claims were judged whole", lambda r: r.aspect, _ASPECTS),
        Column("relation", "what the two sides come to on it", lambda r: r.relation, _RELATIONS),
        *_words("a"),
        *_words("b"),
        Column("reason", "why, in words", lambda r: r.reason),
        Column("editor_relation", "left empty for the editor: the relation as a person sees it", lambda _: ""),
        Column("editor_note", "left empty for the editor", lambda _: ""),
        Column("editor", "left empty: who checked", lambda _: ""),
        Column("checked_at", "left empty: when it was checked", lambda _: ""),
        *_origin("a"),
        *_origin("b"),
        Column("linked_by", "who put the claims of the incident together", _linked_by, _LINKED_BY),
        Column("same_origin", "whether both sides go back to one text", _same_origin, ("yes", "no", "")),
        Column("judge", "who judged", _judges),
        Column("strength", "how sure the verdict is", _strength, (*map(str, Strength), "")),
        Column("comparison_id", "id of the comparison", lambda r: r.comparison.id if r.comparison else ""),
        Column("incident_id", "id of the incident", lambda r: r.incident.id),
        Column("claim_a", "id of the claim of side a", lambda r: r.a.claim.id),
        Column("claim_b", "id of the claim of side b", lambda r: r.b.claim.id if r.b else ""),
    ),
)
