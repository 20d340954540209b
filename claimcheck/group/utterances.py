"""A claim with its tellings, and what no retelling of it changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from claimcheck.group.material import Material, Telling
from claimcheck.group.words import words
from claimcheck.model import COMPARED_STANCES, Aspect, Claim


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
        propositions = [telling.proposition for telling in self.tellings]
        counts = [fact for p in propositions for fact in p.facts if fact.aspect is Aspect.HOW_MANY]
        return (
            self.claim.stance,
            tuple(sorted({p.polarity for p in propositions})),
            tuple(sorted({(fact.of or "", fact.op, str(fact.value)) for fact in counts})),
        )

    @property
    def digits(self) -> tuple[str, ...]:
        return tuple(word for word in self.words if word.isdigit())


def utterances(material: Material) -> list[Utterance]:
    """Return the claims that have propositions, in order of position."""
    groups = groupby(material.tellings, key=lambda telling: telling.claim.id)
    return [Utterance(found[0].claim, found) for found in (tuple(group) for _, group in groups)]
