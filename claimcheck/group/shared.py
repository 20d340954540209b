"""What the accounts of an incident share: values that enough of its sources give and none gives otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from claimcheck.group.days import Days, days_of
from claimcheck.group.material import Telling
from claimcheck.group.words import listed
from claimcheck.model import Aspect

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge

Values = Mapping[str, set[str]]
"""The values of one aspect that each source gives, by source id; sources that give none are left out."""


def sources(group: Iterable[Telling]) -> tuple[str, ...]:
    """Return the ids of the sources of an incident, sorted."""
    return tuple(sorted({telling.claim.source.id for telling in group}))


def values(group: Iterable[Telling], aspect: Aspect, of: str | None = None) -> Values:
    """Return what each source gives on an aspect, of one act where one is given."""
    found: dict[str, set[str]] = {}
    for telling in group:
        for fact in telling.proposition.facts:
            if fact.aspect is aspect and fact.value is not None and of in (None, fact.of):
                found.setdefault(telling.claim.source.id, set()).add(str(fact.value))
    return found


def agreed(group: Sequence[Telling], aspect: Aspect, of: str) -> frozenset[str]:
    """Return the values for an act that two sources give, or the only one, and that none who gives any lacks."""
    given = values(group, aspect, of)
    counts = Counter(value for found in given.values() for value in found)
    enough = min(2, len(sources(group)))
    return frozenset(value for value, n in counts.items() if n == len(given) and n >= enough)


def act(group: Sequence[Telling], known: Container[str]) -> str | None:
    """Return the known act that most sources tell of, two at least; the first told where several are."""
    light, told = listed("light_acts"), dict[str, set[str]]()
    for telling in group:
        for fact in telling.proposition.facts:
            if fact.aspect is Aspect.STATUS and fact.value in known and fact.value not in light:
                told.setdefault(str(fact.value), set()).add(telling.claim.source.id)
    most = max(told, key=lambda value: len(told[value]), default=None)
    return most if most is not None and len(told[most]) > 1 else None


def place(group: Sequence[Telling], knowledge: Knowledge) -> str | None:
    """Return the narrowest place that each account with a place names, or names a place in; two accounts at least."""
    given = values(group, Aspect.WHERE)
    if len(given) < min(2, len(sources(group))):
        return None

    def holds(outer: str, inner: str) -> bool:
        return outer == inner or bool(knowledge.places.contains(outer, inner))

    named = sorted({value for found in given.values() for value in found})
    common = [p for p in named if all(any(holds(p, value) for value in found) for found in given.values())]
    narrow = [p for p in common if not any(q != p and holds(p, q) for q in common)]
    return narrow[0] if len(narrow) == 1 else None


def day(group: Sequence[Telling]) -> str | None:
    """Return the day, or the stretch of days, that each account with a day gives; two accounts at least."""
    accounts: dict[str, set[Days]] = {}
    for telling in group:
        if told := days_of(telling.proposition.facts):
            accounts.setdefault(telling.claim.source.id, set()).update(told)
    common = set.intersection(*accounts.values()) if accounts else set()
    if len(common) != 1 or len(accounts) < min(2, len(sources(group))):
        return None
    days = common.pop()
    return days.first if days.first == days.last else f"{days.first}/{days.last}"
