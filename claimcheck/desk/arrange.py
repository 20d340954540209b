"""The whole report in reading order: heading, compared incidents, single claims, claims by source, notices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.desk.heading import Heading, heading_of
from claimcheck.desk.incidents import Sheet, sheet_of
from claimcheck.desk.index import Index
from claimcheck.desk.places import Places
from claimcheck.desk.remarks import one_voice
from claimcheck.desk.tellers import Teller, tellers_of
from claimcheck.desk.visible import visible
from claimcheck.desk.why import Why, why_of
from claimcheck.desk.words import Words, shortened
from claimcheck.model import Article, Claim, Incident, Notice, Provenance, Report

NOTHING_TO_COMPARE = "No two sources speak of one matter in what was read: there is nothing to compare."

SHORT = 80
"""Characters of the words of an incident that one source alone speaks of: about a line of the terminal."""


@dataclass(frozen=True, slots=True)
class Single:
    """What one source alone speaks of: its first words, and where it says more. `voices` tells of copies."""

    number: int
    source: str
    words: Words
    more: tuple[str, ...]
    voices: str
    why: Why


@dataclass(frozen=True, slots=True)
class Desk:
    """A report as it is read. Incidents of several sources come first, and among them those with conflicts."""

    heading: Heading
    sheets: tuple[Sheet, ...]
    singles: tuple[Single, ...]
    tellers: tuple[Teller, ...]
    notices: tuple[str, ...]
    provenance: Provenance


def arrange(report: Report) -> Desk:
    """Return a report arranged as a desk reads it."""
    index = Index.of(report)
    several = [incident for incident in report.incidents if _voices(index, incident) > 1]
    alone = [incident for incident in report.incidents if _voices(index, incident) == 1]
    laid_out = sorted(((sheet_of(index, incident), incident) for incident in several), key=lambda it: it[0].rank)
    numbered = [*(incident for _, incident in laid_out), *alone]
    numbers = {incident.id: number for number, incident in enumerate(numbered, 1)}
    return Desk(
        heading_of(index),
        tuple(sheet for sheet, _ in laid_out),
        tuple(_single(index, incident, numbers[incident.id]) for incident in alone),
        tellers_of(index, _incident_numbers(index, numbered)),
        notice_lines(report.notices, report.articles),
        report.provenance,
    )


def sources_conflict(report: Report) -> bool:
    """Whether a report marks a conflict of two sources: of an outlet and its source, or one source twice, is none."""
    return any(sheet.clashes for sheet in arrange(report).sheets)


def arrange_claims(claims: Sequence[Claim], articles: Iterable[Article]) -> tuple[Heading, tuple[Teller, ...]]:
    """Return what was read, and who said what in it, in the order in which the sources first speak."""
    index = Index(claims, articles)
    return heading_of(index), tellers_of(index, {})


def notice_lines(notices: Iterable[Notice], articles: Iterable[Article]) -> tuple[str, ...]:
    """Return one line a notice, with the tag of its article."""
    places = Places(articles)
    tags = ((notice, places.tag(notice.article) if notice.article else "") for notice in notices)
    return tuple(visible(f"{tag}: {notice.message}" if tag else notice.message).strip() for notice, tag in tags)


def _voices(index: Index, incident: Incident) -> int:
    """Return how many can be heard: sources, unless all that they say goes back to fewer texts."""
    sources = {claim.source.id for claim in index.claims_in(incident)}
    texts = {index.text_of(proposition) for proposition in incident.propositions}
    return min(len(sources), len(texts))


def _single(index: Index, incident: Incident, number: int) -> Single:
    first, *others = index.claims_in(incident)
    words = shortened(index.claim(first), SHORT)
    more = dict.fromkeys(index.ref(claim) for claim in others)
    voices = ", ".join(remark.title for remark in one_voice(index, incident))
    others_at = tuple(ref for ref in more if ref != words.ref)
    return Single(number, index.names[first.source.id], words, others_at, voices, why_of(index, incident))


def _incident_numbers(index: Index, incidents: Iterable[Incident]) -> dict[str, tuple[int, ...]]:
    numbers: dict[str, tuple[int, ...]] = {}
    for number, incident in enumerate(incidents, 1):
        for claim in index.claims_in(incident):
            numbers[claim.id] = (*numbers.get(claim.id, ()), number)
    return numbers
