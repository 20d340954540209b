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
_TAIL = 60
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_BYLINES = (
    (re.compile(r"\($"), re.compile(r"\)\s*(?:[-–—]|\n)")),  # BEIRUT (Reuters) -
    (re.compile(r"(?:^|\n)\s*$"), re.compile(r"\s*(?:\n|[-–—]\s)")),  # a line of its own
    (re.compile(r"(?:^|\n)\s*(?:Source|Credit|Via|With)s?:?\s*$", re.IGNORECASE), re.compile(r"\s*\n")),  # Source: AP
    (re.compile(r"$"), re.compile(rf"\s+(?:{_DAY},?\s+\d|Print\b)")),  # AFP Monday 3 October
)
_SIGNED = re.compile(r"(?:^|\n|[-–—(]|\b[Ss]ource:?)\s*$")


@dataclass(frozen=True, slots=True)
class Way:
    """What all claims of an article came by: its outlet, and the agency that its byline credits."""

    outlet: Source
    credited: Source | None = None


def way_of(document: Document, knowledge: Knowledge) -> Way:
    """Return the outlet of an article and the agency whose report it carries, where its head says so."""
    outlet = outlet_source(document.article, knowledge)
    agency = _byline(document.text, knowledge)
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


def _byline(text: str, knowledge: Knowledge) -> Source | None:
    """Return the agency that an article credits at its head, or that signs it: "(Reuters) -", "-- Reuters"."""
    head, tail = text[:_HEAD], text[-_TAIL:].rstrip()
    for start, end, match in knowledge.registry.within(head):
        if match.entry.kind == "agency" and any(b.search(head[:start]) and a.match(head, end) for b, a in _BYLINES):
            return source_of(match.entry)
    for start, end, match in knowledge.registry.within(tail):
        if match.entry.kind == "agency" and not tail[end:].strip(" .)") and _SIGNED.search(tail[:start]):
            return source_of(match.entry)
    return None
