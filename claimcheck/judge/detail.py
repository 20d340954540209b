"""What the rules compare: one detail of each account, and what a rule says of the two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from claimcheck.judge.lexicon import Lexicon
from claimcheck.knowledge import Knowledge
from claimcheck.model import Claim, Fact, Proposition, Relation, Side, Stance

SURE, FAIR, FAINT = 0.9, 0.72, 0.55
"""How far a rule is to be trusted: the words themselves, the words and what is known of the world, a guess."""


@dataclass(frozen=True, slots=True)
class World:
    """What the rules know: sources, places, acts, and the words that exclude each other."""

    knowledge: Knowledge
    words: Lexicon


@dataclass(frozen=True, slots=True)
class Detail:
    """A fact in its proposition. `hedged`: the claim weakens these very words."""

    fact: Fact
    proposition: Proposition
    hedged: bool = False

    @property
    def words(self) -> str:
        return self.fact.text

    @property
    def name(self) -> str:
        """The normalised value where it is a name, else the words."""
        return self.fact.value if isinstance(self.fact.value, str) else self.fact.text


class Ruling(NamedTuple):
    """What a rule says of two details. `specific`: enough by itself for two accounts to agree."""

    relation: Relation
    confidence: float
    reason: str
    specific: bool = True


Rule = Callable[[Detail, Detail, World], Ruling | None]
"""Compares two details of one aspect; none where they do not speak of the same thing."""


def details(claim: Claim, proposition: Proposition) -> tuple[Detail, ...]:
    """Return the facts of a proposition, with the hedges of its claim."""
    return tuple(
        Detail(fact, proposition, any(hedge.span.overlaps(fact.span) for hedge in claim.hedges))
        for fact in proposition.facts
    )


def denies(side: Side, proposition: Proposition) -> bool:
    """Tell whether the source says that the act of a proposition did not happen."""
    return (side.claim.stance == Stance.DENY) != (proposition.polarity == "negative")
