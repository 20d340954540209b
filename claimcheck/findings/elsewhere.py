"""Accounts that tell of two happenings: of one of them they may well agree."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.findings.rows import Detail, Evidence
from claimcheck.model import Aspect, ComparisonKind, Relation

_SETTING = (Aspect.WHERE, Aspect.WHEN)


def of_one_happening(evidence: Sequence[Evidence], details: Sequence[Detail]) -> list[Evidence]:
    """Return the evidence without conflicts on where or when with a source that also gives what the other gives.

    Who tells of a vote in New Hampshire and of one in South Carolina does not contradict those who tell of one.
    """
    given: dict[tuple[Aspect, str], set[object]] = {}
    for detail in details:
        if detail.fact.aspect in _SETTING and detail.fact.value is not None:
            given.setdefault((detail.fact.aspect, detail.claim.source.id), set()).add(detail.fact.value)

    def of_two(item: Evidence) -> bool:
        aspect = item.verdict.aspect
        a, b = ([d for d in item.own if d.claim.id == side] for side in (item.comparison.a, item.comparison.b))
        return any(
            {d.fact.value for d in one} <= given.get((aspect, other.claim.source.id), set())
            for one, others in ((a, b), (b, a))
            for other in others
            if one
        )

    return [item for item in evidence if not (_is_clash(item) and of_two(item))]


def _is_clash(item: Evidence) -> bool:
    across = item.comparison.kind is ComparisonKind.CROSS_SOURCE
    return across and item.verdict.relation is Relation.CONFLICT and item.verdict.aspect in _SETTING
