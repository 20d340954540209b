"""Findings as rows: the words of each account on one point, and those that conflict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.desk.accounts import Account
from claimcheck.desk.index import Index
from claimcheck.desk.marks import RELATION_MARKS, STATUS_MARKS, Mark, finding_words
from claimcheck.desk.visible import visible
from claimcheck.desk.words import Words, shortened
from claimcheck.model import AspectVerdict, Comparison, ComparisonKind, Finding, Incident, Relation, Status, Strength


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


@dataclass(frozen=True, slots=True)
class Clash:
    """One conflict: the point, and the words of each account that takes part in it."""

    row: Row
    sides: tuple[tuple[Account, tuple[Words, ...]], ...]


def row_of(index: Index, finding: Finding, incident: Incident, accounts: Sequence[Account]) -> Row:
    """Return a finding as a row: what each account says on its point."""
    cells = tuple(
        tuple(dict.fromkeys(shortened(index.cell(cell)) for cell in finding.cells if cell.source == account.source))
        for account in accounts
    )
    point = visible(finding_words(finding, incident.kind, incident.findings))
    return Row(_mark(index, finding), point, cells, visible(finding.reason).strip(), _strength(index, finding))


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
    """Return a conflict with those alone who take part in it."""
    sides = []
    taking_part = _words_in_conflict(index, finding)
    for account in accounts:
        cells = [cell for cell in finding.cells if cell.source == account.source]
        cells = [cell for cell in cells if _key(cell.source, cell.text) in taking_part] if taking_part else cells
        words = tuple(dict.fromkeys(shortened(index.cell(cell)) for cell in cells))
        if words:
            sides.append((account, words))
    return Clash(replace(row, reason=_why(index, finding)), tuple(sides))


def _why(index: Index, finding: Finding) -> str:
    """Return the reason of a conflict between sources; that of a finding may be about another of its pairs."""
    between = (v.reason for k, v in _conflicts(index, finding) if k.kind is ComparisonKind.CROSS_SOURCE)
    reasons = [reason for reason in between if reason]
    about_another = reasons and not any(finding.reason.startswith(reason) for reason in reasons)
    return visible(reasons[0] if about_another else finding.reason).strip()


def _words_in_conflict(index: Index, finding: Finding) -> set[tuple[str, str]]:
    """Return the source and words of each side of the conflicts between sources that a finding rests on."""
    found: set[tuple[str, str]] = set()
    for comparison, verdict in _conflicts(index, finding):
        if comparison.kind is ComparisonKind.CROSS_SOURCE:
            found.add(_key(index.claims[comparison.a].source.id, verdict.a))
            found.add(_key(index.claims[comparison.b].source.id, verdict.b))
    return found


def _conflicts(index: Index, finding: Finding) -> list[tuple[Comparison, AspectVerdict]]:
    return [
        (comparison, verdict)
        for comparison in index.evidence(finding)
        for verdict in comparison.verdict.aspects
        if verdict.relation is Relation.CONFLICT
        and verdict.aspect is finding.aspect
        and finding.of in (None, verdict.of)
    ]


def _key(source: str, words: str) -> tuple[str, str]:
    return source, words.casefold()
