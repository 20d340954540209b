"""A report as plain values: the JSON that leaves the program, key by key in the order of the design.

Lists stand for tuples, null for what is not there; `report.schema.json` pins every key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any

from claimcheck.desk.index import Index
from claimcheck.desk.timeline import Said, timeline_of
from claimcheck.model import (
    Article,
    AspectVerdict,
    Cell,
    Claim,
    Comparison,
    Fact,
    Finding,
    Hedge,
    Incident,
    Origin,
    Proposition,
    Report,
    Source,
    Span,
    Trace,
    Verdict,
)

SCHEMA_NAME = "claimcheck/report/1"
DIGITS = 4
"""Decimals of a confidence; more would show the noise of the machine."""

Values = dict[str, Any]


def report_values(report: Report) -> Values:
    """Return a whole report as plain values."""
    index = Index.of(report)
    return {
        "schema": SCHEMA_NAME,
        "articles": [article_values(article) for article in report.articles],
        "sources": _sources(report.claims),
        "claims": claims_values(report),
        "origins": _origins(index, report.origins),
        "incidents": [_incident(index, incident) for incident in report.incidents],
        "comparisons": [comparison_values(comparison) for comparison in report.comparisons],
        "notices": [{"stage": n.stage, "message": n.message, "article": n.article} for n in report.notices],
        "provenance": _provenance(report),
    }


def claims_values(report: Report) -> list[Values]:
    """Return the claims of a report as plain values, with their origin and incidents where they were grouped."""
    origins = {p: origin.id for origin in report.origins for p in origin.propositions}
    incident_of = {p: incident.id for incident in report.incidents for p in incident.propositions}
    return [_claim(claim, origins, incident_of) for claim in report.claims]


def article_values(article: Article) -> Values:
    """Return what is known of an article, without its text."""
    names = ("id", "outlet", "title", "published", "updated", "language", "url", "path", "sha256")
    return {name: getattr(article, name) for name in names}


def comparison_values(comparison: Comparison) -> Values:
    """Return a comparison with its verdict."""
    return {
        "id": comparison.id,
        "incident": comparison.incident,
        "kind": str(comparison.kind),
        "repeats": comparison.repeats,
        "a": comparison.a,
        "b": comparison.b,
        "propositions": list(comparison.propositions),
        **verdict_values(comparison.verdict),
    }


def verdict_values(verdict: Verdict) -> Values:
    """Return what the judges come to, and what each of them said."""
    return {
        "relation": str(verdict.relation),
        "confidence": rounded(verdict.confidence),
        "strength": str(verdict.strength),
        "reason": verdict.reason,
        "judges": [
            {"judge": o.judge, "relation": str(o.relation), "confidence": rounded(o.confidence)}
            for o in verdict.opinions
        ],
        "aspects": [_aspect(aspect) for aspect in verdict.aspects],
    }


def rounded(number: float) -> float | None:
    """Return a confidence with few decimals; null for what is no number."""
    return round(number, DIGITS) + 0.0 if isfinite(number) else None


def _aspect(verdict: AspectVerdict) -> Values:
    return {
        "aspect": str(verdict.aspect),
        "relation": str(verdict.relation),
        "a": verdict.a,
        "b": verdict.b,
        "reason": verdict.reason,
        "of": verdict.of,
    }


def _sources(claims: Iterable[Claim]) -> list[Values]:
    found: dict[str, Source] = {claim.source.id: claim.source for claim in claims}
    return [{"id": s.id, "name": s.name, "kind": s.kind, "side": s.side} for _, s in sorted(found.items())]


def _claim(claim: Claim, origins: Mapping[str, str], incident_of: Mapping[str, str]) -> Values:
    inside = [incident_of[p.id] for p in claim.propositions if p.id in incident_of]
    said = claim.said_at
    return {
        "id": claim.id,
        "article": claim.article,
        "outlet": claim.outlet,
        "source": claim.source.name,
        "source_id": claim.source.id,
        "chain": list(claim.chain),
        "voice": str(claim.voice),
        "mode": str(claim.mode) if claim.mode else None,
        "stance": str(claim.stance),
        "hedges": [_hedge(hedge) for hedge in claim.hedges],
        "mention": claim.mention,
        "source_span": _span(claim.source_span),
        "cue": claim.cue,
        "cue_span": _span(claim.cue_span),
        "text": claim.text,
        "spans": _spans(claim.spans),
        "prefix": claim.prefix,
        "suffix": claim.suffix,
        "said_at": {"text": said.text, "date": said.date, "basis": said.basis} if said else None,
        "origin": next((origins[p.id] for p in claim.propositions if p.id in origins), None),
        "incidents": list(dict.fromkeys(inside)),
        "propositions": [_proposition(p, incident_of) for p in claim.propositions],
        "trace": _trace(claim.trace) if claim.trace else None,
    }


def _trace(trace: Trace) -> Values:
    sure = rounded(trace.sure) if trace.sure is not None else None
    return {"found_by": trace.found_by, "sure": sure, "steps": list(trace.steps)}


def _proposition(proposition: Proposition, incident_of: Mapping[str, str]) -> Values:
    return {
        "id": proposition.id,
        "text": proposition.text,
        "spans": _spans(proposition.spans),
        "standalone": proposition.standalone,
        "substitutions": [
            {"text": s.text, "span": list(s.span), "replacement": s.replacement} for s in proposition.substitutions
        ],
        "kind": str(proposition.kind),
        "polarity": str(proposition.polarity),
        "incident": incident_of.get(proposition.id),
        "facts": [_fact(fact) for fact in proposition.facts],
    }


def _fact(fact: Fact) -> Values:
    return {
        "aspect": str(fact.aspect),
        "text": fact.text,
        "span": list(fact.span),
        "value": _value(fact.value),
        "op": str(fact.op),
        "unit": fact.unit,
        "of": fact.of,
        "antecedent": _span(fact.antecedent),
    }


def _value(value: float | str | None) -> float | str | None:
    if not isinstance(value, float):
        return value
    if not isfinite(value):
        return None
    return int(value) if value.is_integer() else round(value, 6)


def _incident(index: Index, incident: Incident) -> Values:
    claims = index.claims_in(incident)
    origins = {index.origins[p].id for p in incident.propositions if p in index.origins}
    return {
        "id": incident.id,
        "kind": str(incident.kind),
        "label": incident.label,
        "linked_by": str(incident.linked_by) if incident.linked_by else None,
        "where": incident.where,
        "when": incident.when,
        "claims": [claim.id for claim in claims],
        "sources": list(dict.fromkeys(claim.source.id for claim in claims)),
        "origins": len(origins),
        "grounds": {"together": list(incident.grounds.together), "against": list(incident.grounds.against)},
        "timeline": [_said(said) for said in timeline_of(index, incident)],
        "findings": [_finding(finding) for finding in incident.findings],
    }


def _said(said: Said) -> Values:
    return {
        "time": said.moment.given,
        "basis": said.basis,
        "claim": said.claim.id,
        "source_id": said.claim.source.id,
        "updates": said.updates.claim.id if said.updates else None,
        "first": [{"aspect": str(f.aspect), "of": f.of, "text": cell.text} for f, cell in said.first],
    }


def _origins(index: Index, origins: Iterable[Origin]) -> list[Values]:
    """Return the origins that more than one claim goes back to: which were merged, and why."""
    found = []
    for origin in origins:
        claims = dict.fromkeys(index.propositions[p].claim for p in origin.propositions if p in index.propositions)
        if len(claims) > 1:
            found.append({"id": origin.id, "reason": origin.reason, "claims": list(claims)})
    return found


def _finding(finding: Finding) -> Values:
    accounts: dict[str, list[Values]] = {}
    for cell in finding.cells:
        accounts.setdefault(cell.source, []).append(_cell(cell))
    return {
        "aspect": str(finding.aspect),
        "of": finding.of,
        "status": str(finding.status),
        "confidence": rounded(finding.confidence),
        "reason": finding.reason,
        "accounts": accounts,
        "comparisons": list(finding.comparisons),
    }


def _cell(cell: Cell) -> Values:
    return {
        "claim": cell.claim,
        "proposition": cell.proposition,
        "text": cell.text,
        "mode": str(cell.mode) if cell.mode else None,
        "hedges": [_hedge(hedge) for hedge in cell.hedges],
    }


def _hedge(hedge: Hedge) -> Values:
    return {"text": hedge.text, "span": list(hedge.span), "by": str(hedge.by)}


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _provenance(report: Report) -> Values:
    models = {
        model.role: {"name": model.name, "origin": model.origin, "sha256": model.sha256, "licence": model.licence}
        for model in report.provenance.models
    }
    made = report.provenance
    return {"version": made.version, "models": models, "settings_sha256": made.settings_sha256}
