"""What only one account of an incident says: whole statements, and points of statements that others share in part."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.desk.accounts import Account
from claimcheck.desk.index import Index
from claimcheck.desk.rows import Row, row_of
from claimcheck.desk.words import Words, shortened
from claimcheck.model import Aspect, Cell, Finding, Incident, Proposition, Span, Status, pieces

_AROUND = {Aspect.HOW, Aspect.WHERE, Aspect.WHEN, Aspect.WHY}
"""Accounts that share no more than these points of two statements do not make one statement of them."""

SHORT = 140
"""Characters of a statement that one account alone makes; the claims by source hold all of it."""

_SAY_NOTHING = frozenset(
    {
        "he",
        "her",
        "him",
        "his",
        "i",
        "it",
        "its",
        "me",
        "one",
        "others",
        "our",
        "she",
        "that",
        "their",
        "them",
        "these",
        "they",
        "this",
        "those",
        "us",
        "we",
        "which",
        "who",
        "whom",
        "you",
    }
)
"""Words that, alone, tell a reader nothing about what only one account says."""


_RELATIVE = re.compile(r"(?:that|which|who|whom|whose|where)\b", re.IGNORECASE)
"""How a clause begins that goes on from what stands before it."""


_ARTICLE = re.compile(r"^(?:an?|the|no)\s+")

Point = tuple[Aspect, str]
"""An aspect, and words on it without their article."""


@dataclass(frozen=True, slots=True)
class Alone:
    """What one account alone says."""

    account: Account
    points: tuple[Row, ...]
    statements: tuple[Words, ...]


def alone_in(index: Index, incident: Incident, accounts: Sequence[Account]) -> tuple[Alone, ...]:
    """Return what is in one account only, in the order of the accounts.

    What an account alone says to have happened is told as a whole statement, since its verb would tell nothing.
    """
    shared = _shared(index, incident)
    alone = [finding for finding in incident.findings if finding.status is Status.ONE_SOURCE]
    acts = {cell.proposition for finding in alone if finding.aspect is Aspect.STATUS for cell in finding.cells}
    tellers = _tellers(incident)
    points = [
        _within(index, finding, shared - acts, tellers) for finding in alone if finding.aspect is not Aspect.STATUS
    ]
    rows = [row_of(index, finding, incident, accounts) for finding in points]
    found = [
        Alone(
            account,
            tuple(row for row in rows if row.cells[number]),
            _statements(index, incident, account, shared - acts),
        )
        for number, account in enumerate(accounts)
    ]
    return tuple(alone for alone in found if alone.points or alone.statements)


def _shared(index: Index, incident: Incident) -> set[str]:
    """Return the propositions that others share in part: those in the rows, and those that say again what is there."""
    rows = [finding for finding in incident.findings if _compares_acts(finding)]
    shown = {(cell.source, row.aspect, cell.text.casefold()) for row in rows for cell in row.cells}
    found = {cell.proposition for row in rows for cell in row.cells}
    for proposition in index.propositions_in(incident):
        source = index.claims[proposition.claim].source.id
        if any((source, fact.aspect, fact.text.casefold()) in shown for fact in proposition.facts):
            found.add(proposition.id)
    return found


def _compares_acts(finding: Finding) -> bool:
    return finding.status is not Status.ONE_SOURCE and finding.aspect not in _AROUND


def _tellers(incident: Incident) -> dict[Point, set[str]]:
    """Return the sources that give the same words on an aspect, whether they affirm or deny what they say of it."""
    tellers: dict[Point, set[str]] = {}
    for finding in incident.findings:
        for cell in finding.cells:
            tellers.setdefault(_point(finding, cell), set()).add(cell.source)
    return tellers


def _point(finding: Finding, cell: Cell) -> Point:
    return finding.aspect, _ARTICLE.sub("", cell.text.casefold())


def _within(index: Index, finding: Finding, shared: set[str], tellers: Mapping[Point, set[str]]) -> Finding:
    """Return a finding with the words of those statements alone that others share in part, if none gives them too."""
    told = (cell for cell in finding.cells if cell.proposition in shared and cell.text.casefold() not in _SAY_NOTHING)
    own = (cell for cell in told if tellers[_point(finding, cell)] == {cell.source})
    return replace(finding, cells=tuple(cell for cell in own if not _in_verb(index, cell)))


def _in_verb(index: Index, cell: Cell) -> bool:
    """Whether words stand in those of the act itself: "place" of "took place" is no point of its own."""
    proposition = index.propositions.get(cell.proposition)
    acts = (fact for fact in proposition.facts if fact.aspect is Aspect.STATUS) if proposition else ()
    return any(fact.span.contains(cell.span) for fact in acts)


def _statements(index: Index, incident: Incident, account: Account, shared: set[str]) -> tuple[Words, ...]:
    """Return the statements that no other account makes; of the copies of one text, the first alone tells it."""
    told = {index.text_of(p): index.propositions[p].claim for p in sorted(shared & index.propositions.keys())}
    found: dict[str, Proposition] = {}
    for proposition in index.propositions_in(incident):
        own = index.claims[proposition.claim].source.id == account.source and proposition.id not in shared
        if own and told.setdefault(index.text_of(proposition.id), proposition.claim) == proposition.claim:
            before = _before(index, proposition)
            found.pop(before.id if before else "", None)
            found[proposition.id] = _joined(index, before, proposition) if before else proposition
    return tuple(dict.fromkeys(shortened(index.statement(proposition), SHORT) for proposition in found.values()))


def _before(index: Index, proposition: Proposition) -> Proposition | None:
    """Return the statement of the same claim that a relative clause goes on: "that occurred" says nothing alone."""
    if not proposition.spans or not _RELATIVE.match(proposition.text):
        return None
    text = index.places.text(index.claims[proposition.claim].article)
    ends = (
        other
        for other in index.claims[proposition.claim].propositions
        if other.spans
        and other.spans[-1].end <= proposition.spans[0].start
        and not text[other.spans[-1].end : proposition.spans[0].start].strip(" ,\n\u00a0")
    )
    return max(ends, key=lambda other: other.spans[-1].end, default=None)


def _joined(index: Index, before: Proposition, proposition: Proposition) -> Proposition:
    """Return a statement with the clause that goes on from it, as one run of words."""
    joint = Span(before.spans[-1].start, proposition.spans[0].end)
    spans = (*before.spans[:-1], joint, *proposition.spans[1:])
    article = index.places.text(index.claims[proposition.claim].article)
    return replace(proposition, text=pieces(article, spans), spans=spans)
