"""Who said what when: the accounts of an incident in the order of their times, with what each was the first to give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.desk.heading import moment as shown_moment
from claimcheck.desk.index import Index
from claimcheck.desk.marks import aspect_words
from claimcheck.desk.times import Moment, moment_of
from claimcheck.desk.words import Words, shortened
from claimcheck.model import Aspect, Cell, Claim, Finding, Incident, Voice

_SHORT = 100
"""Characters of what was said; the claims by source hold all of it."""

Key = tuple[Aspect, str | None, str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """One claim in time. `basis` is "said", or "published" where no more is known than when the article was.

    `first` are the facts that no account known to be earlier gives; `updates` is what the same source said before.
    """

    claim: Claim
    moment: Moment
    basis: str
    first: tuple[tuple[Finding, Cell], ...] = ()
    updates: Said | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline: when, who, the words, and what is to be said of them: "first to give how, where"."""

    when: str
    who: str
    words: Words
    notes: tuple[str, ...]


def timeline_of(index: Index, incident: Incident) -> tuple[Said, ...]:
    """Return who said what when, in order; nothing unless there are two different times.

    A claim that repeats an earlier one of its source, or is of one text with it, is left out.
    """
    order = {claim: number for number, claim in enumerate(index.claims)}
    dated = sorted(_dated(index, index.claims_in(incident)), key=lambda s: (s.moment.first, order[s.claim.id]))
    found = list(_without_repeats(index, incident, dated))
    if len({said.moment.given for said in found}) < 2:
        return ()
    return tuple(_with_firsts(index, incident, found))


def entries_of(index: Index, incident: Incident) -> tuple[Entry, ...]:
    """Return the lines of a timeline: one for each source and time."""
    together: dict[tuple[str, str, str], list[Said]] = {}
    for said in timeline_of(index, incident):
        together.setdefault((said.moment.given, said.claim.source.id, said.basis), []).append(said)
    return tuple(_entry(index, number, found) for number, found in enumerate(together.values()))


def _dated(index: Index, claims: Sequence[Claim]) -> Iterator[Said]:
    """Yield the claims with a time: that of saying, or else of publication; its hour too, where it was the same day."""
    for claim in claims:
        article = index.places.articles.get(claim.article)
        said = moment_of(claim.said_at.date if claim.said_at else None)
        published = moment_of(article.published if article else None)
        if said:
            yield Said(claim, published if published and published.day == said.day else said, "said")
        elif published:
            own = claim.voice is Voice.NARRATION or claim.outlet == claim.source.name
            yield Said(claim, published, "said" if own else "published")


def _without_repeats(index: Index, incident: Incident, dated: Sequence[Said]) -> Iterator[Said]:
    """Yield what is new of each source, and as an update where it is known to have spoken before, at another time."""
    inside = set(incident.propositions)
    told: set[tuple[str, str]] = set()
    last: dict[str, Said] = {}
    for said in dated:
        source = said.claim.source.id
        texts = {(source, index.text_of(p.id)) for p in said.claim.propositions if p.id in inside}
        if texts <= told:
            continue
        told |= texts
        before = last.get(source)
        later = said.basis == "said" and before is not None and before.moment.before(said.moment)
        yield replace(said, updates=before if later else None)
        if said.basis == "said" and (before is None or later):
            last[source] = said


def _with_firsts(index: Index, incident: Incident, found: Sequence[Said]) -> Iterator[Said]:
    """Yield what was said with what it was the first to give; a retelling gives nothing on what its source spoke of."""
    given: dict[str, list[tuple[Key, Finding, Cell]]] = {}
    for finding in incident.findings:
        for cell in finding.cells:
            given.setdefault(cell.claim, []).append((_key(index, finding, cell), finding, cell))
    known: dict[Key, list[Moment]] = {}
    own: set[tuple[str, Aspect]] = set()
    for said in found:
        first: dict[Key, tuple[Finding, Cell]] = {}
        source, retold = said.claim.source.id, said.basis == "published"
        for key, finding, cell in given.get(said.claim.id, ()):
            earlier = any(moment.before(said.moment) for moment in known.get(key, ()))
            if not earlier and not (retold and (source, finding.aspect) in own):
                first.setdefault(key, (finding, cell))
            known.setdefault(key, []).append(said.moment)
            own.add((source, finding.aspect))
        yield replace(said, first=tuple(first.values()))


def _key(index: Index, finding: Finding, cell: Cell) -> Key:
    """Return what tells one fact from another: its value where it has one, else its words."""
    proposition = index.propositions.get(cell.proposition)
    facts = proposition.facts if proposition else ()
    fact = next((fact for fact in facts if fact.span == cell.span), None)
    value = cell.text.casefold() if fact is None or fact.value is None else str(fact.value)
    return finding.aspect, finding.of, fact.op if fact else "", value


_OFTEN = frozenset({Aspect.STATUS, Aspect.WHAT})
"""What nearly every account gives in words of its own: to be first to give it says little."""


def _entry(index: Index, number: int, found: Sequence[Said]) -> Entry:
    said = found[0]
    words = shortened(index.claim(said.claim), _SHORT)
    more = [ref for ref in dict.fromkeys(index.ref(other.claim) for other in found[1:]) if ref != words.ref]
    before = next((other.updates for other in found if other.updates), None)
    firsts = (finding.aspect for other in found for finding, _ in other.first)
    points = dict.fromkeys(aspect_words(aspect) for aspect in firsts if aspect not in _OFTEN)
    notes = (
        f"and {' '.join(more)}" if more else "",
        "" if said.basis == "said" else "published",
        f"after what it said {shown_moment(before.moment.given)}, {index.ref(before.claim)}" if before else "",
        f"first to give {', '.join(points)}" if points and number else "",
    )
    when = shown_moment(said.moment.given)
    return Entry(when, index.names[said.claim.source.id], words, tuple(note for note in notes if note))
