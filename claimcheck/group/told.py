"""The acts that the accounts of an incident tell of: who affirms each and who denies it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.group.material import Telling
from claimcheck.group.shared import affirms
from claimcheck.group.words import listed, mapped, words
from claimcheck.model import Aspect

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge

_ENOUGH = 2
_CALL = "call"


@dataclass(frozen=True, slots=True)
class Act:
    """An act, with the ids of the sources that affirm it and of those that deny it."""

    name: str
    affirmed: frozenset[str]
    denied: frozenset[str]

    @property
    def disputed(self) -> bool:
        """Whether someone denies it who nowhere affirms it."""
        return not self.denied <= self.affirmed


def acts(group: Sequence[Telling], knowledge: Knowledge) -> list[Act]:
    """Return the acts that two sources tell of, and one at least affirms, in the order in which they head a report.

    Known acts come before others, what an attack led to after it, what was done about it after that, and those that say
    little of a matter last; among equals the one that most sources tell of, then the one told first.
    """
    affirmed: dict[str, set[str]] = {}
    denied: dict[str, set[str]] = {}
    for telling in group:
        for act, sure in _of(telling):
            (affirmed if sure else denied).setdefault(act, set()).add(telling.claim.source.id)
    found = [Act(act, frozenset(tellers), frozenset(denied.get(act, ()))) for act, tellers in affirmed.items()]
    known = frozenset(knowledge.acts.names)
    enough = (act for act in found if len(act.affirmed | act.denied) >= _ENOUGH)
    return sorted(
        enough,
        key=lambda act: (
            act.name in listed("light_acts"),
            act.name not in known,
            act.name in listed("aftermath"),
            act.name in listed("consequences"),
            -len(act.affirmed | act.denied),
        ),
    )


def _of(telling: Telling) -> Iterator[tuple[str, bool]]:
    """Yield the acts of a telling, and whether it affirms each: its verbs, and those that its toll counts."""
    facts = telling.proposition.facts
    verbs = {str(fact.value) for fact in facts if fact.aspect is Aspect.STATUS and fact.value is not None}
    sure = affirms(telling)
    yield from ((verb, sure) for verb in sorted({_by_telephone(verb, telling) for verb in verbs}))
    if sure:
        counted = (fact for fact in facts if fact.aspect is Aspect.HOW_MANY and fact.of not in (None, *verbs))
        yield from ((str(fact.of), True) for fact in sorted(counted, key=lambda fact: fact.span))


def _by_telephone(act: str, telling: Telling) -> str:
    """Return "call" for "spoke by telephone": one account's verb is another's noun."""
    spoke = act in mapped("between_persons") and not listed("calling").isdisjoint(words(telling.proposition.text))
    return _CALL if spoke else act
