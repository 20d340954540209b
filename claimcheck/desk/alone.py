"""What only one account of an incident says: whole statements, and points of statements that others share in part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.desk.accounts import Account
from claimcheck.desk.index import Index
from claimcheck.desk.rows import Row, row_of
from claimcheck.desk.words import Words, shortened
from claimcheck.model import Aspect, Finding, Incident, Status

_AROUND = {Aspect.HOW, Aspect.WHERE, Aspect.WHEN, Aspect.WHY}
"""Accounts that share no more than these points of two statements do not make one statement of them."""

SHORT = 90
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
    shared = {cell.proposition for finding in incident.findings if _compares_acts(finding) for cell in finding.cells}
    alone = [finding for finding in incident.findings if finding.status is Status.ONE_SOURCE]
    acts = {cell.proposition for finding in alone if finding.aspect is Aspect.STATUS for cell in finding.cells}
    points = [_within(finding, shared - acts) for finding in alone if finding.aspect is not Aspect.STATUS]
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


def _compares_acts(finding: Finding) -> bool:
    return finding.status is not Status.ONE_SOURCE and finding.aspect not in _AROUND


def _within(finding: Finding, shared: set[str]) -> Finding:
    """Return a finding with the words of those statements alone that others share in part."""
    cells = (cell for cell in finding.cells if cell.proposition in shared and cell.text.casefold() not in _SAY_NOTHING)
    return replace(finding, cells=tuple(cells))


def _statements(index: Index, incident: Incident, account: Account, shared: set[str]) -> tuple[Words, ...]:
    """Return the statements that no other account makes; of the copies of one text, the first alone tells it."""
    told = {index.text_of(p): index.propositions[p].claim for p in sorted(shared) if p in index.propositions}
    found: dict[Words, None] = {}
    for proposition in (index.propositions[p] for p in incident.propositions if p in index.propositions):
        own = index.claims[proposition.claim].source.id == account.source and proposition.id not in shared
        if own and told.setdefault(index.text_of(proposition.id), proposition.claim) == proposition.claim:
            found[shortened(index.statement(proposition), SHORT)] = None
    return tuple(found)
