"""One incident as a desk reads it: what is in conflict, the accounts side by side, what only one of them says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.desk.accounts import Account, accounts_of, outlet_of
from claimcheck.desk.alike import clashes_once, told_once
from claimcheck.desk.alone import Alone, alone_in
from claimcheck.desk.index import Index
from claimcheck.desk.marks import Mark, aspect_words
from claimcheck.desk.reasons import told
from claimcheck.desk.remarks import Remark, remarks_on
from claimcheck.desk.rows import Clash, Row, clash_of, row_of
from claimcheck.desk.timeline import Entry, entries_of
from claimcheck.desk.visible import visible
from claimcheck.desk.why import Why, why_of
from claimcheck.model import Aspect, Incident, Kind, LinkedBy, Status

_GAPS = (Aspect.BY_WHOM, Aspect.TO_WHOM, Aspect.HOW, Aspect.HOW_MANY, Aspect.WHERE, Aspect.WHEN, Aspect.WHY)
"""The points of an event that a desk misses when no text gives them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An incident of two or more accounts. `rows` are what more than one of them speaks of.

    `when` and `where` are what the accounts share, "" where they share nothing; `apart` says what they share not.
    """

    id: str
    label: str
    when: str
    where: str
    apart: tuple[str, str]
    linked: str
    caution: str
    accounts: tuple[Account, ...]
    clashes: tuple[Clash, ...]
    rows: tuple[Row, ...]
    only: tuple[Alone, ...]
    remarks: tuple[Remark, ...]
    missing: tuple[str, ...]
    why: Why
    timeline: tuple[Entry, ...]

    @property
    def rank(self) -> tuple[bool, bool]:
        """Sorts those with conflicts first, and those in which nothing was compared last."""
        return not self.clashes, not self.rows

    @property
    def facts(self) -> list[str]:
        """When and where, or that the accounts do not share it, and who put the claims together."""
        known = [self.when or self.apart[0], self.where or self.apart[1], self.linked]
        return [fact for fact in known if fact]


def sheet_of(index: Index, incident: Incident) -> Sheet:
    """Return an incident as a desk reads it."""
    claims = index.claims_in(incident)
    accounts = accounts_of(index, claims)
    shared = [finding for finding in incident.findings if finding.status is not Status.ONE_SOURCE]
    rows = [row_of(index, finding, incident, accounts) for finding in shared]
    both = zip(rows, shared, strict=True)
    found = (clash_of(index, row, finding, accounts) for row, finding in both if row.mark is Mark.CONFLICT)
    clashes = tuple(map(_with_reason, clashes_once([clash for clash in found if clash.pairs])))
    return Sheet(
        incident.id,
        visible(incident.label).strip() or "(no shared words)",
        visible(incident.when or "").strip(),
        visible(incident.where or "").strip(),
        (_apart(index, incident, Aspect.WHEN, "day"), _apart(index, incident, Aspect.WHERE, "place")),
        _linked(index, incident),
        _caution(incident) if clashes else "",
        accounts,
        clashes,
        tuple(told_once(rows)),
        alone_in(index, incident, accounts),
        remarks_on(index, incident),
        _missing(incident),
        why_of(index, incident),
        entries_of(index, incident),
    )


def _with_reason(clash: Clash) -> Clash:
    return replace(clash, row=replace(clash.row, reason=told(clash.row.reason)))


def _apart(index: Index, incident: Incident, aspect: Aspect, noun: str) -> str:
    """Return why no day or place heads an incident: accounts differ, share none, or none gives any."""
    of = [finding for finding in incident.findings if finding.aspect is aspect]
    if any(finding.status is Status.CONFLICT for finding in of):
        return f"{noun}s differ"
    inside = index.propositions_in(incident)
    stated = any(fact.aspect is aspect for proposition in inside for fact in proposition.facts)
    return f"no {noun} in common" if of or stated else f"{noun} not stated"


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
