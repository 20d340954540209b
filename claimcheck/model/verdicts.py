"""Two claims held against each other, and what the judges make of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.claims import Aspect, Claim, Proposition


class Relation(StrEnum):
    """What two claims come to, or one aspect of them."""

    AGREE = "agree"
    CONFLICT = "conflict"
    COMPATIBLE = "compatible"
    UNDECIDED = "undecided"


class ComparisonKind(StrEnum):
    """Between whom a comparison is: only `CROSS_SOURCE` can make accounts agree."""

    CROSS_SOURCE = "cross_source"
    SAME_SOURCE = "same_source"
    UPDATE = "update"
    OUTLET_VS_SOURCE = "outlet_vs_source"


OF_ONE_ACCOUNT = {
    ComparisonKind.OUTLET_VS_SOURCE: "the outlet's own words against the source that it quotes",
    ComparisonKind.SAME_SOURCE: "one source, quoted differently",
    ComparisonKind.UPDATE: "one source, whose later statement differs",
}
"""The words for a difference that is not between the accounts of two sources."""


class Strength(StrEnum):
    """A confidence in a word, since a decimal is never shown."""

    CLEAR = "clear"
    LIKELY = "likely"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Side:
    """One claim in a pair, with those of its propositions that are about the incident."""

    claim: Claim
    propositions: tuple[Proposition, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one incident, worth judging. `repeats` as of a comparison."""

    incident: str
    kind: ComparisonKind
    a: Side
    b: Side
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class AspectVerdict:
    """What two claims come to on one aspect; `a` and `b` are the words that it rests on, `confidence` is in [0, 1]."""

    aspect: Aspect
    relation: Relation
    a: str
    b: str
    reason: str
    of: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one judge says of one pair.

    `scores` are the shares (entailment, neutral, contradiction) of the second claim given the first, of a judge that
    reads them in that direction.
    """

    judge: str
    relation: Relation
    confidence: float
    reason: str = ""
    aspects: tuple[AspectVerdict, ...] = ()
    scores: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judges come to together; `confidence` in [0, 1], `strength` the word for it."""

    relation: Relation
    confidence: float
    reason: str
    opinions: tuple[Opinion, ...] = ()
    aspects: tuple[AspectVerdict, ...] = ()
    strength: Strength = Strength.WEAK


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims of one incident with a verdict. `a` and `b` are claim ids in sorted order.

    One that `repeats` has a copy on a side, whose text is compared elsewhere: no evidence of its own for a finding.
    """

    id: str
    incident: str
    kind: ComparisonKind
    a: str
    b: str
    propositions: tuple[str, ...]
    verdict: Verdict
    repeats: bool = False
