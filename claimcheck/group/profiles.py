"""What a proposition is about, as sets that can be compared quickly."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.group.material import Telling
from claimcheck.model import Aspect, Fact

_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'’-]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARTIES = frozenset({Aspect.BY_WHOM, Aspect.TO_WHOM})

Days = tuple[str, str]
"""First and last day, ISO."""


@dataclass(frozen=True, slots=True)
class Profile:
    """`names` are the capitalised words that do not begin the sentence; `numbers` are (what was counted, how many)."""

    acts: frozenset[str]
    parties: frozenset[str]
    things: frozenset[str]
    places: tuple[str, ...]
    days: Days | None
    numbers: frozenset[tuple[str, float]]
    names: frozenset[str]


def profile(telling: Telling) -> Profile:
    """Return what a proposition is about."""
    facts = telling.proposition.facts
    return Profile(
        acts=_values(facts, Aspect.STATUS) | {fact.of for fact in facts if fact.of},
        parties=frozenset(str(fact.value) for fact in facts if fact.aspect in _PARTIES and fact.value is not None),
        things=_values(facts, Aspect.WHAT),
        places=tuple(sorted(_values(facts, Aspect.WHERE))),
        days=days_of(facts),
        numbers=frozenset((fact.of or "", fact.value) for fact in facts if isinstance(fact.value, (int, float))),
        names=frozenset(name.lower() for name in _NAME.findall(telling.proposition.standalone)),
    )


def _values(facts: tuple[Fact, ...], aspect: Aspect) -> frozenset[str]:
    return frozenset(str(fact.value) for fact in facts if fact.aspect is aspect and fact.value is not None)


def days_of(facts: tuple[Fact, ...]) -> Days | None:
    """The stretch from the first to the last day that the facts give."""
    found = [day for fact in facts if fact.aspect is Aspect.WHEN for day in _DAY.findall(str(fact.value or ""))]
    return (min(found), max(found)) if found else None
