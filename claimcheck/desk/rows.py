"""Findings as rows: the words of each account on one point, and those that conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from claimcheck.desk.accounts import Account
from claimcheck.desk.index import Index
from claimcheck.desk.marks import RELATION_MARKS, STATUS_MARKS, Mark, finding_words
from claimcheck.desk.visible import visible
from claimcheck.desk.words import Words, shortened
from claimcheck.model import (
    AspectVerdict,
    Cell,
    Comparison,
    ComparisonKind,
    Finding,
    Incident,
    Relation,
    Stance,
    Status,
    Strength,
)

MOST_PAIRS = 3
"""So many pairs of accounts are shown of one conflict; the sheet of comparisons holds all."""


@dataclass(frozen=True, slots=True)
class Row:
    """One finding: its mark, the point that it is on, and the words of each account, in the order of the accounts."""

    mark: Mark
    point: str
    cells: tuple[tuple[Words, ...], ...]
    reason: str = ""
    strength: Strength = Strength.CLEAR

    @property
    def label(self) -> str:
        return f"{self.mark} {self.point}"

    @property
    def words(self) -> list[Words]:
        """The words of all accounts."""
        return [words for cell in self.cells for words in cell]


class Side(NamedTuple):
    """One of two accounts that conflict: who it is of, and the words that it rests on."""

    account: Account
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """One conflict: the point, and each two accounts of which both cannot be true; the deciding pair comes first."""

    row: Row
    pairs: tuple[tuple[Side, Side], ...]

    @property
    def more(self) -> str:
        """What to say of the pairs beyond the first `MOST_PAIRS`."""
        return f"and {len(self.pairs) - MOST_PAIRS} more in the comparisons sheet" if self.pairs[MOST_PAIRS:] else ""


def row_of(index: Index, finding: Finding, incident: Incident, accounts: Sequence[Account]) -> Row:
    """Return a finding as a row: what each account says on its point.

    The act is named where several rows that accounts share are on one aspect.
    """
    cells = tuple(
        tuple(dict.fromkeys(shortened(index.cell(cell)) for cell in finding.cells if cell.source == account.source))
        for account in accounts
    )
    beside = [other for other in incident.findings if Status.ONE_SOURCE not in (finding.status, other.status)]
    negated = all(_denies(index, cell) for cell in finding.cells)
    point = visible(finding_words(finding, incident.kind, beside, negated))
    return Row(_mark(index, finding), point, cells, visible(finding.reason).strip(), _strength(index, finding))


def _denies(index: Index, cell: Cell) -> bool:
    """Tell whether the source of a cell says that it was not so: in a negative sentence, or by denying one."""
    return index.negates(cell) or index.claims[cell.claim].stance is Stance.DENY


def _mark(index: Index, finding: Finding) -> Mark:
    """Return the mark of a finding.

    Where no two sources conflict, but an outlet and its source do, or two tellings of one source, it is that of a
    thing to take care of: the remarks say which.
    """
    kinds = {comparison.kind for comparison, _ in _conflicts(index, finding)}
    if finding.status is Status.CONFLICT and kinds and ComparisonKind.CROSS_SOURCE not in kinds:
        return Mark.MIND
    return STATUS_MARKS[finding.status]


def _strength(index: Index, finding: Finding) -> Strength:
    deciding = {
        comparison.verdict.strength
        for comparison in index.evidence(finding)
        if any(STATUS_MARKS[finding.status] is RELATION_MARKS[v.relation] for v in comparison.verdict.aspects)
    }
    return next((strength for strength in Strength if strength in deciding), Strength.CLEAR)


def clash_of(index: Index, row: Row, finding: Finding, accounts: Sequence[Account]) -> Clash:
    """Return a conflict with who takes part in it, two by two; first in a pair is who conflicts with most."""
    known = {account.source: account for account in accounts}
    told = [said for said in _against(index, finding) if said.keys() <= known.keys()]
    often = Counter(source for said in told for source in said)
    order = sorted(known, key=lambda source: -often[source])
    pairs = []
    for said in told:
        a, b = sorted(said, key=order.index)
        pairs.append((Side(known[a], tuple(said[a])), Side(known[b], tuple(said[b]))))
    firsts = [a.account for a, _ in pairs]
    pairs.sort(key=lambda pair: firsts.index(pair[0].account))
    return Clash(replace(row, reason=_why(index, finding)), tuple(pairs))


Said = dict[str, dict[Words, None]]
"""The words of two sources that conflict, by the ids of the sources, in the order in which they were found."""


def _against(index: Index, finding: Finding) -> list[Said]:
    """Return the words of each two sources in conflict; without a comparison between sources, those of its cells."""
    found: dict[frozenset[str], Said] = {}
    for comparison, verdict in _between_sources(index, finding):
        sides = {side: index.claims[claim].source.id for side, claim in (("a", comparison.a), ("b", comparison.b))}
        said = found.setdefault(frozenset(sides.values()), {})
        for side, source in sides.items():
            said.setdefault(source, {})[shortened(index.aspect(comparison, verdict, side))] = None
    if found:
        return [said for said in found.values() if len(said) > 1]
    beside: Said = {}
    for cell in finding.cells:
        beside.setdefault(cell.source, {})[shortened(index.cell(cell))] = None
    return [{a: beside[a], b: beside[b]} for a, b in pairwise(beside)]


def _why(index: Index, finding: Finding) -> str:
    """Return the reason of a conflict between sources; that of a finding may be about another of its pairs."""
    reasons = [verdict.reason for _, verdict in _between_sources(index, finding) if verdict.reason]
    about_another = reasons and not any(finding.reason.startswith(reason) for reason in reasons)
    return visible(reasons[0] if about_another else finding.reason).strip()


def _between_sources(index: Index, finding: Finding) -> list[tuple[Comparison, AspectVerdict]]:
    """Return the conflicts between sources that a finding rests on, the one that gives its reason first."""
    between = [it for it in _conflicts(index, finding) if it[0].kind is ComparisonKind.CROSS_SOURCE]
    return sorted(between, key=lambda it: not (it[1].reason and finding.reason.startswith(it[1].reason)))


def _conflicts(index: Index, finding: Finding) -> list[tuple[Comparison, AspectVerdict]]:
    """Return the conflicts on a finding's aspect: those of its words, else of its act, else all."""
    found = [
        (comparison, verdict)
        for comparison in index.evidence(finding)
        for verdict in comparison.verdict.aspects
        if verdict.relation is Relation.CONFLICT and verdict.aspect is finding.aspect
    ]
    words = {_key(cell.source, cell.text) for cell in finding.cells}
    of_words = [it for it in found if set(_told(index, *it)) <= words]
    return of_words or [it for it in found if finding.of in (None, it[1].of)] or found


def _told(index: Index, comparison: Comparison, verdict: AspectVerdict) -> Iterator[tuple[str, str]]:
    """Yield the source and the words of each side."""
    yield _key(index.claims[comparison.a].source.id, verdict.a)
    yield _key(index.claims[comparison.b].source.id, verdict.b)


def _key(source: str, words: str) -> tuple[str, str]:
    return source, words.casefold()
