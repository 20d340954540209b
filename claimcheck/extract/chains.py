"""The path a claim came by: the outlet, those who passed it on, the source, whoever speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.extract.attributions import Attribution
from claimcheck.extract.document import Document
from claimcheck.extract.speakers import OUTLET_NOT_GIVEN, Speaking, outlet_source
from claimcheck.extract.speakers.names import source_of
from claimcheck.knowledge import Entry, Knowledge
from claimcheck.model import Mode, Source, Span, Voice

_HEAD = 400
_STANDS_AFTER = re.compile(r"(?:^|[\n(/|,]|\bby)\s*$", re.IGNORECASE)
_STANDS_BEFORE = re.compile(
    r"\s*(?:$|[\n)/|]|[-–—]\s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d{1,2}[\s./:]|Updated\b|Print\b)"
)


@dataclass(frozen=True, slots=True)
class Way:
    """What all claims of an article came by: its outlet, and the agency that its byline credits."""

    outlet: Source
    credited: Source | None = None


def way_of(document: Document, knowledge: Knowledge) -> Way:
    """Return the outlet of an article and the agency whose report it carries, where its head says so."""
    outlet = outlet_source(document.article, knowledge)
    agency = _byline(document.text[:_HEAD], knowledge)
    return Way(outlet, agency if agency and agency.id != outlet.id else None)


def chain_of(
    attribution: Attribution, speaking: Speaking, way: Way, document: Document, knowledge: Knowledge
) -> tuple[str, ...]:
    """Return the names of a claim's chain, outermost first, ending with whoever speaks."""
    outlet = document.article.outlet or OUTLET_NOT_GIVEN
    speaker = speaking.speaker
    if attribution.voice is Voice.NARRATION:
        return (outlet,)
    relays = [relay.source for relay in speaking.relays] or ([way.credited] if way.credited else [])
    path = [s for s in dict.fromkeys((*relays, speaker.source)) if s.id != way.outlet.id]
    person = speaker.person or _first_person(attribution, speaker.source, document, knowledge)
    return (outlet, *(source.name for source in path), *((person,) if person else ()))


def _first_person(attribution: Attribution, source: Source, document: Document, knowledge: Knowledge) -> str | None:
    """Return who says "I" in the statement of an office: the person who heads it."""
    if source.kind != "office" or attribution.mode is not Mode.DIRECT:
        return None
    if not any(_says_i(document, span) for span in attribution.content):
        return None
    head = headed_by(source, knowledge)
    return head.name if head else None


def _says_i(document: Document, span: Span) -> bool:
    tree = document.tree_at(span)
    return tree is not None and any(
        tree.tokens[i].text == "I" and tree.tokens[i].pos == "PRON" for i in tree.within(span)
    )


def headed_by(office: Source, knowledge: Knowledge) -> Entry | None:
    """Return the person who heads an office, where the registry says so."""
    return next((entry for entry in knowledge.registry.entries if office.id in entry.heads), None)


def _byline(head: str, knowledge: Knowledge) -> Source | None:
    """Return the agency that stands alone at the head of an article: "(Reuters) -", "AFP Monday 3 October"."""
    for start, end, match in knowledge.registry.within(head):
        if match.entry.kind == "agency" and _STANDS_BEFORE.match(head, end):
            alone = _STANDS_AFTER.search(head[:start]) is not None or not head[end : end + 1].strip(")")
            if alone:
                return source_of(match.entry)
    return None
