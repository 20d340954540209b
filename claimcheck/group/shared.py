"""What the accounts of an incident share: values that enough of its sources give and none gives otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.group.days import Days, days_of
from claimcheck.group.material import Telling
from claimcheck.model import Aspect, Fact, Polarity, Stance

Values = Mapping[str, set[str]]
"""What each source gives on one point, by source id; sources that give nothing are left out."""


def sources(group: Iterable[Telling]) -> tuple[str, ...]:
    """Return the ids of the sources of an incident, sorted."""
    return tuple(sorted({telling.claim.source.id for telling in group}))


def affirms(telling: Telling) -> bool:
    """Whether a telling asserts its act: it is neither denied nor negated."""
    return telling.claim.stance is not Stance.DENY and telling.proposition.polarity is Polarity.POSITIVE


def asserted(group: Iterable[Telling], aspect: Aspect, of: str | None = None) -> list[tuple[str, Fact]]:
    """Return the source and the fact for each that affirmed tellings give on an aspect, of one act where one is given.

    What is denied or negated gives nothing: "no aircraft flew over Iran" is no word for Iran as the place.
    """
    return [
        (telling.claim.source.id, fact)
        for telling in group
        if affirms(telling)
        for fact in telling.proposition.facts
        if fact.aspect is aspect and fact.value is not None and of in (None, fact.of)
    ]


def values(group: Iterable[Telling], aspect: Aspect, of: str | None = None) -> Values:
    """Return what each source asserts on an aspect, of one act where one is given."""
    found: dict[str, set[str]] = {}
    for source, fact in asserted(group, aspect, of):
        found.setdefault(source, set()).add(str(fact.value))
    return found


def in_all(given: Values, least: int = 2) -> frozenset[str]:
    """Return the values that `least` sources give, and that none who gives any lacks."""
    counts = Counter(value for found in given.values() for value in found)
    return frozenset(value for value, n in counts.items() if n == len(given) and n >= least)


def number(group: Sequence[Telling], of: str, tellers: Iterable[str]) -> float | None:
    """Return the exact number of what is counted with an act, where all `tellers` give that one and no other."""
    given = asserted(group, Aspect.HOW_MANY, of)
    found = {(fact.value, fact.op) for _, fact in given}
    told = {source for source, _ in given}
    if len(found) != 1 or len(told) < 2 or not told.issuperset(tellers):
        return None
    value, op = found.pop()
    return value if isinstance(value, float) and op == "=" else None


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
