"""A claim with its tellings, and what no retelling of it changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from claimcheck.group.material import Material, Telling
from claimcheck.group.words import words
from claimcheck.model import COMPARED_STANCES, Aspect, Bound, Claim


@dataclass(frozen=True)
class Utterance:
    """One claim and its propositions as they stand, never none; or some of them, where others are of another day."""

    claim: Claim
    tellings: tuple[Telling, ...]

    @property
    def compared(self) -> bool:
        return self.claim.stance in COMPARED_STANCES

    @cached_property
    def words(self) -> tuple[str, ...]:
        return words(self.claim.text)

    @cached_property
    def figures(self) -> tuple[object, ...]:
        """Stance, polarities and numbers: what a copy or a restatement keeps, or else is none."""
        return self.claim.stance, frozenset(t.proposition.polarity for t in self.tellings), self.counts

    @cached_property
    def counts(self) -> frozenset[tuple[str | None, Bound, str]]:
        """What was counted, and how many."""
        facts = (fact for telling in self.tellings for fact in telling.proposition.facts)
        return frozenset((fact.of, fact.op, str(fact.value)) for fact in facts if fact.aspect is Aspect.HOW_MANY)

    @property
    def digits(self) -> tuple[str, ...]:
        return tuple(word for word in self.words if word.isdigit())


def utterances(material: Material) -> list[Utterance]:
    """Return the claims that have propositions, in order of position."""
    groups = groupby(material.tellings, key=lambda telling: telling.claim.id)
    return [Utterance(found[0].claim, found) for found in (tuple(group) for _, group in groups)]
