"""A report of some of its incidents alone: whatever it still names is in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from claimcheck.model import Claim, Report, Span, Voice
from claimcheck.narrow.notices import left


def incidents_only(report: Report, kept: Collection[str], which: str) -> Report:
    """Return a report without the incidents that are not `kept`, in its own order; a notice says `which` those are.

    With an incident go its claims, those that their words go back to, their origins, articles and comparisons.
    """
    incidents = tuple(incident for incident in report.incidents if incident.id in kept)
    inside = {p for incident in incidents for p in incident.propositions}
    own = [claim for claim in report.claims if any(p.id in inside for p in claim.propositions)]
    told = {claim.id for claim in (*own, *_gone_back_to(own, report.claims))}
    claims = tuple(claim for claim in report.claims if claim.id in told)
    articles = {claim.article for claim in claims}
    stated = {p.id for claim in claims for p in claim.propositions}
    parted = (replace(o, propositions=tuple(p for p in o.propositions if p in stated)) for o in report.origins)
    notice = left(len(incidents), len(report.incidents), "incident", f"shown: {which}")
    return replace(
        report,
        articles=tuple(article for article in report.articles if article.id in articles),
        claims=claims,
        origins=tuple(origin for origin in parted if origin.propositions),
        incidents=incidents,
        comparisons=tuple(comparison for comparison in report.comparisons if comparison.incident in kept),
        notices=(*(n for n in report.notices if n.article is None or n.article in articles), notice),
    )


def _gone_back_to(own: list[Claim], claims: tuple[Claim, ...]) -> Iterator[Claim]:
    """Yield the claims that hold the fuller phrase for words of `own`: of the same source, or of the outlet."""
    wanted: dict[str, list[tuple[str, Span]]] = {}
    for claim in own:
        spans = (fact.antecedent for p in claim.propositions for fact in p.facts)
        wanted.setdefault(claim.article, []).extend((claim.source.id, span) for span in spans if span)
    for claim in claims:
        told = (
            span
            for source, span in wanted.get(claim.article, ())
            if claim.voice is Voice.NARRATION or claim.source.id == source
        )
        if any(piece.overlaps(span) for span in told for piece in claim.spans):
            yield claim
