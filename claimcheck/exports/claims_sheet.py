"""The sheet of claims: one row a claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.desk.index import Index
from claimcheck.desk.words import Form
from claimcheck.exports.columns import Column, Sheet
from claimcheck.model import Article, Aspect, Claim, HedgedBy, Report, Stance


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its article and the labels of its incidents."""

    index: Index
    claim: Claim
    article: Article | None
    incidents: tuple[str, ...]


def claim_rows(report: Report) -> Iterator[ClaimRow]:
    """Yield the claims of a report, in its order."""
    index = Index.of(report)
    labels: dict[str, dict[str, None]] = {}
    for incident in report.incidents:
        for claim in index.claims_in(incident):
            labels.setdefault(claim.id, {})[incident.label] = None
    for claim in report.claims:
        article = index.places.articles.get(claim.article)
        yield ClaimRow(index, claim, article, tuple(labels.get(claim.id, ())))


def listed(parts: Iterator[str] | list[str]) -> str:
    """Return several values in one cell, each once."""
    return "; ".join(dict.fromkeys(part for part in parts if part))


def place_of(index: Index, claim: Claim, start: int, end: int) -> str:
    """Return where words stand: the line of the article, and the code points [start, end) of its text."""
    return f"L{index.places.line(claim.article, start)} ({start}-{end})"


def said_at(claim: Claim) -> str:
    """Return the date on which a claim was made, or the words for it where no date is known."""
    return (claim.said_at.date or claim.said_at.text) if claim.said_at else ""


def _facts(row: ClaimRow, aspect: Aspect) -> str:
    facts = (fact for p in row.claim.propositions for fact in p.facts if fact.aspect is aspect)
    return listed([str(fact.value) if fact.value is not None else fact.text for fact in facts])


def _of_article(row: ClaimRow, name: str) -> str:
    return (getattr(row.article, name) or "") if row.article else ""


def _place(row: ClaimRow) -> str:
    spans = row.claim.spans
    return place_of(row.index, row.claim, spans[0].start, spans[-1].end) if spans else ""


def _basis(row: ClaimRow) -> str:
    return (row.claim.said_at.basis or "") if row.claim.said_at else ""


_FORMS = tuple(str(form) for form in Form)

CLAIMS: Sheet[ClaimRow] = Sheet(
    "claims",
    "One row a claim, in the order of the articles and of their text.",
    (
        Column("incident", "labels of the incidents that the claim is about", lambda r: listed(list(r.incidents))),
        Column("source", "who answers for the claim, by its name in the registry", lambda r: r.claim.source.name),
        Column("mention", "how the article names the source here", lambda r: r.claim.mention or ""),
        Column("words", "the words of the article, verbatim; [...] joins pieces", lambda r: r.claim.text),
        Column("form", "how the article gives the words", lambda r: str(r.index.claim(r.claim).form), _FORMS),
        Column("cue", "the words that attribute, verbatim", lambda r: r.claim.cue or ""),
        Column("stance", "what the source does with it", lambda r: str(r.claim.stance), tuple(map(str, Stance))),
        Column("hedge", "words that weaken the claim", lambda r: listed([h.text for h in r.claim.hedges])),
        Column(
            "hedge_by",
            "whose words weaken it",
            lambda r: listed(sorted(str(h.by) for h in r.claim.hedges)),
            ("", *map(str, HedgedBy), "outlet; source"),
        ),
        Column("chain", "the way the claim came by, outermost first", lambda r: " > ".join(r.claim.chain)),
        Column("said_at", "when it was said: the date, or the words", lambda r: said_at(r.claim)),
        Column("said_at_basis", "what that date rests on", _basis),
        Column("event_time", "when it happened, by this claim", lambda r: _facts(r, Aspect.WHEN)),
        Column("event_place", "where it happened, by this claim", lambda r: _facts(r, Aspect.WHERE)),
        Column("outlet", "who published the article", lambda r: r.claim.outlet or ""),
        Column("title", "title of the article", lambda r: _of_article(r, "title")),
        Column("published", "when the article was published, as given", lambda r: _of_article(r, "published")),
        Column("updated", "when it was updated, as given", lambda r: _of_article(r, "updated")),
        Column("url", "address of the article", lambda r: _of_article(r, "url")),
        Column("place", "line of the article, and code points of its text", _place),
        Column("context_before", "what stands before the words", lambda r: r.claim.prefix),
        Column("context_after", "what stands after them", lambda r: r.claim.suffix),
        Column("language", "language of the article", lambda r: _of_article(r, "language")),
        Column("editor_note", "left empty for the editor", lambda _: ""),
        Column("claim_id", "id of the claim", lambda r: r.claim.id),
        Column("article_id", "id of the article", lambda r: r.claim.article),
    ),
)
