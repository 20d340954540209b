"""The headline of an incident, its place and its day: made of what all its accounts share, and of nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claimcheck.group.material import Telling
from claimcheck.group.profiles import Days, days_of
from claimcheck.model import Aspect, Fact, Polarity

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge

_LONGEST = 72
_NAMED = (Aspect.BY_WHOM, Aspect.STATUS, Aspect.TO_WHOM, Aspect.WHAT, Aspect.WHERE)

Key = tuple[Aspect, str]


def label(group: Sequence[Telling]) -> str:
    """Return a short headline for the accounts of an incident; never empty."""
    common = _shared(group)
    best = max(group, key=lambda telling: (_fit(telling, common), [-ord(c) for c in telling.proposition.id]))
    facts = [fact for fact in best.proposition.facts if _key(fact) in common and fact.aspect in _NAMED]
    words = _in_order(facts)
    if not any(fact.aspect is Aspect.STATUS for fact in facts) or len(facts) < 2:
        words = best.proposition.standalone if len(_sources(group)) < 2 else words
    return _headline(words or best.proposition.standalone or best.proposition.text or best.claim.text)


def _sources(group: Sequence[Telling]) -> set[str]:
    return {telling.claim.source.id for telling in group}


def _shared(group: Sequence[Telling]) -> frozenset[Key]:
    """The aspects and values that every source of the group gives."""
    accounts: dict[str, set[Key]] = {}
    for telling in group:
        keys = {_key(fact) for fact in telling.proposition.facts if fact.value is not None}
        accounts.setdefault(telling.claim.source.id, set()).update(keys)
    return frozenset(set.intersection(*accounts.values())) if accounts else frozenset()


def _key(fact: Fact) -> Key:
    return fact.aspect, str(fact.value)


def _fit(telling: Telling, common: frozenset[Key]) -> tuple[int, int]:
    """How many of the shared facts a proposition has; whether it asserts them."""
    named = {_key(fact) for fact in telling.proposition.facts if fact.aspect in _NAMED}
    return len(named & common), int(telling.proposition.polarity is Polarity.POSITIVE)


def _in_order(facts: Iterable[Fact]) -> str:
    return " ".join(fact.text for fact in sorted(facts, key=lambda fact: fact.span))


def _headline(words: str) -> str:
    """Return the words on one line, cut at a word and begun with a capital letter."""
    line = " ".join(words.split()).strip(" .,;:\"“”'")
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return (line[:1].upper() + line[1:]) or "No words"


def shared_place(group: Sequence[Telling], knowledge: Knowledge) -> str | None:
    """Return the narrowest place that every account names, or names a place in; none where one does neither."""
    accounts = _values(group, Aspect.WHERE)
    if accounts is None:
        return None
    named = Counter(place for places in accounts for place in places)
    inside = {
        outer: sum(any(p == outer or knowledge.places.contains(outer, p) for p in places) for places in accounts)
        for outer in named
    }
    common = [place for place, n in inside.items() if n == len(accounts)]
    narrow = [p for p in common if not any(q != p and knowledge.places.contains(p, q) for q in common)]
    return min(narrow) if len(narrow) == 1 else None


def shared_day(group: Sequence[Telling]) -> str | None:
    """Return the day, or the stretch of days, that every account gives; none where they differ or are silent."""
    accounts: dict[str, set[Days]] = {}
    for telling in group:
        accounts.setdefault(telling.claim.source.id, set()).update(days_of(telling.proposition.facts))
    common = set.intersection(*accounts.values()) if accounts else set()
    if len(common) != 1:
        return None
    days = common.pop()
    return days.first if days.first == days.last else f"{days.first}/{days.last}"


def _values(group: Sequence[Telling], aspect: Aspect) -> list[set[str]] | None:
    """The values of an aspect that each source gives; none where a source gives none."""
    accounts: dict[str, set[str]] = {}
    for telling in group:
        found = {str(f.value) for f in telling.proposition.facts if f.aspect is aspect and f.value is not None}
        accounts.setdefault(telling.claim.source.id, set()).update(found)
    return list(accounts.values()) if accounts and all(accounts.values()) else None
