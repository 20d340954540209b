"""One incident as a desk reads it: what is in conflict, the accounts side by side, what only one of them says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.desk.accounts import Account, accounts_of, outlet_of
from claimcheck.desk.index import Index
from claimcheck.desk.marks import RELATION_MARKS, STATUS_MARKS, Mark, aspect_words, finding_words
from claimcheck.desk.remarks import Remark, remarks_on
from claimcheck.desk.visible import visible
from claimcheck.desk.words import Words, shortened
from claimcheck.model import (
    Aspect,
    AspectVerdict,
    Comparison,
    ComparisonKind,
    Finding,
    Incident,
    Kind,
    LinkedBy,
    Relation,
    Status,
    Strength,
)

_GAPS = (Aspect.BY_WHOM, Aspect.TO_WHOM, Aspect.HOW, Aspect.HOW_MANY, Aspect.WHERE, Aspect.WHEN, Aspect.WHY)
"""The points of an event that a desk misses when no text gives them."""


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


@dataclass(frozen=True, slots=True)
class Sheet:
    """An incident of two or more accounts. `rows` are what more than one of them speaks of."""

    id: str
    label: str
    when: str
    where: str
    linked: str
    caution: str
    accounts: tuple[Account, ...]
    clashes: tuple[Clash, ...]
    rows: tuple[Row, ...]
    only: tuple[tuple[Account, tuple[Row, ...]], ...]
    remarks: tuple[Remark, ...]
    missing: tuple[str, ...]

    @property
    def rank(self) -> tuple[bool, bool]:
        """Sorts those with conflicts first, and those in which nothing was compared last."""
        return not self.clashes, not self.rows

    @property
    def facts(self) -> list[str]:
        """When and where, or that no text says so, and who put the claims together."""
        known = [self.when or "day not stated", self.where or "place not stated", self.linked]
        return [fact for fact in known if fact]


def sheet_of(index: Index, incident: Incident) -> Sheet:
    """Return an incident as a desk reads it."""
    claims = index.claims_in(incident)
    accounts = accounts_of(index, claims)
    rows = [(_row(index, finding, incident, accounts), finding) for finding in incident.findings]
    shared = [(row, finding) for row, finding in rows if finding.status is not Status.ONE_SOURCE]
    clashes = tuple(_clash(index, row, finding, accounts) for row, finding in shared if row.mark is Mark.CONFLICT)
    return Sheet(
        incident.id,
        visible(incident.label).strip() or "(no shared words)",
        visible(incident.when or "").strip(),
        visible(incident.where or "").strip(),
        _linked(index, incident),
        _caution(incident) if clashes else "",
        accounts,
        clashes,
        tuple(row for row, _ in shared),
        _only([row for row, finding in rows if finding.status is Status.ONE_SOURCE], accounts),
        remarks_on(index, incident, claims),
        _missing(incident),
    )


def _row(index: Index, finding: Finding, incident: Incident, accounts: Sequence[Account]) -> Row:
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


def _clash(index: Index, row: Row, finding: Finding, accounts: Sequence[Account]) -> Clash:
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


def _only(rows: Sequence[Row], accounts: Sequence[Account]) -> tuple[tuple[Account, tuple[Row, ...]], ...]:
    by_account = [(account, tuple(row for row in rows if row.cells[number])) for number, account in enumerate(accounts)]
    return tuple((account, given) for account, given in by_account if given)


def _linked(index: Index, incident: Incident) -> str:
    if incident.linked_by is LinkedBy.PROGRAM:
        return "put together by claimcheck"
    if incident.linked_by is None:
        return ""
    if not incident.link_text:
        return "linked by the article"
    words = visible(incident.link_text).strip()
    for claim in index.claims_in(incident):
        at = index.places.text(claim.article).find(incident.link_text)
        if at >= 0:
            return f"linked by {outlet_of(claim)}: “{words}” {index.places.ref(claim.article, at)}"
    return f"linked by the article: “{words}”"


def _caution(incident: Incident) -> str:
    if incident.linked_by is LinkedBy.PROGRAM:
        return "They hold only if this is one matter: claimcheck put these claims together, no article did."
    return "They hold only if the accounts speak of the same thing."


def _missing(incident: Incident) -> tuple[str, ...]:
    if incident.kind is not Kind.EVENT or not incident.findings:
        return ()
    given = {finding.aspect for finding in incident.findings}
    return tuple(aspect_words(aspect) for aspect in _GAPS if aspect not in given)
