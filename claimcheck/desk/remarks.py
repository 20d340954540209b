"""What a desk must mind in an incident: an outlet against its source, a source told differently, one voice in many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.desk.accounts import outlet_of
from claimcheck.desk.index import Index
from claimcheck.desk.marks import aspect_words
from claimcheck.desk.reasons import told
from claimcheck.desk.visible import counted
from claimcheck.desk.words import Words, shortened
from claimcheck.model import AspectVerdict, Claim, Comparison, ComparisonKind, Incident, Relation, Voice


@dataclass(frozen=True, slots=True)
class Remark:
    """One line to mind: what it is, whose words it sets against each other, and why."""

    title: str
    sides: tuple[tuple[str, Words], ...] = ()
    reason: str = ""


def remarks_on(index: Index, incident: Incident) -> tuple[Remark, ...]:
    """Return what is to be minded in an incident: each point of two tellers once, on an act that has a row."""
    acts = {(finding.aspect, finding.of) for finding in incident.findings}
    against = [
        (comparison, verdict)
        for comparison in index.comparisons_in(incident)
        if comparison.kind is not ComparisonKind.CROSS_SOURCE
        for verdict in comparison.verdict.aspects
        if verdict.relation is Relation.CONFLICT
    ]
    found: dict[tuple[object, ...], Remark] = {}
    for comparison, verdict in sorted(against, key=lambda it: (it[1].aspect, it[1].of) not in acts):
        tellers = frozenset(index.claims[claim].source.id for claim in (comparison.a, comparison.b))
        found.setdefault((comparison.kind, verdict.aspect, tellers), _compared(index, comparison, verdict))
    return tuple(dict.fromkeys((*found.values(), *one_voice(index, incident))))


def _compared(index: Index, comparison: Comparison, verdict: AspectVerdict) -> Remark:
    a, b = index.claims[comparison.a], index.claims[comparison.b]
    tellings = sorted([(a, "a"), (b, "b")], key=lambda side: side[0].voice is Voice.ATTRIBUTED)
    sides = [(_teller(index, claim), index.aspect(comparison, verdict, side)) for claim, side in tellings]
    point = aspect_words(verdict.aspect, of=verdict.of)
    titles = {
        ComparisonKind.OUTLET_VS_SOURCE: "the outlet against its source",
        ComparisonKind.SAME_SOURCE: f"{index.names[a.source.id]} quoted differently",
        ComparisonKind.UPDATE: f"{index.names[a.source.id]}: later statement differs",
    }
    short = tuple((teller, shortened(words)) for teller, words in sides)
    return Remark(f"{titles[comparison.kind]}, {point}", short, told(verdict.reason))


def _teller(index: Index, claim: Claim) -> str:
    name = index.names[claim.source.id]
    return name if claim.voice is Voice.NARRATION else f"{name}, via {outlet_of(claim)}"


def one_voice(index: Index, incident: Incident) -> Iterable[Remark]:
    """Yield what goes back to one text, though several outlets or sources give it."""
    for origin, tellers in index.claims_by_origin(incident):
        reason = told(origin.reason)
        articles = {claim.article: outlet_of(claim) for claim in tellers}
        if len(articles) > 1:
            outlets = list(dict.fromkeys(articles.values()))
            many = counted(len(outlets), "outlet") if len(outlets) > 1 else counted(len(articles), "article")
            yield Remark(f"{many}, 1 voice: {', '.join(outlets)}", reason=reason)
        elif len({claim.source.id for claim in tellers}) > 1:
            places = " and ".join(dict.fromkeys(index.ref(claim) for claim in tellers))
            yield Remark(f"1 voice: {places} go back to one text", reason=reason)
