"""Who said what: sources, claims, their checkable statements and the facts in these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.text import Span


class Voice(StrEnum):
    """Who speaks in the text: a source, or the outlet in its own words."""

    ATTRIBUTED = "attributed"
    NARRATION = "narration"


class Mode(StrEnum):
    """How the words are given: quoted, paraphrased by the outlet, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the source does with the content. Refusals and attitudes are kept, not compared."""

    AFFIRM = "affirm"
    DENY = "deny"
    REFUSE = "refuse"
    ATTITUDE = "attitude"


COMPARED_STANCES = frozenset({Stance.AFFIRM, Stance.DENY})


class HedgedBy(StrEnum):
    """Whose words weaken the claim."""

    SOURCE = "source"
    OUTLET = "outlet"


class Polarity(StrEnum):
    """Whether a proposition asserts its act or says that it did not happen."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Kind(StrEnum):
    """What a proposition, and so an incident, is about."""

    EVENT = "event"
    STATE = "state"
    PLAN = "plan"
    POSITION = "position"


class Aspect(StrEnum):
    """The points on which accounts are compared, in the order of a report."""

    STATUS = "status"
    BY_WHOM = "by_whom"
    TO_WHOM = "to_whom"
    WHAT = "what"
    HOW = "how"
    HOW_MANY = "how_many"
    WHERE = "where"
    WHEN = "when"
    WHY = "why"

    @property
    def words(self) -> str:
        """What a reader is told that it is: "happened", "by whom"."""
        return "happened" if self is Aspect.STATUS else self.replace("_", " ")


class Bound(StrEnum):
    """How a value bounds the truth: exactly, at least, at most, more, fewer, about."""

    EXACT = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    FEWER = "<"
    ABOUT = "~"


@dataclass(frozen=True, slots=True)
class Source:
    """Who answers for a claim. `id` is that of the registry, or made from the name or the mention."""

    id: str
    name: str
    kind: str
    side: str | None = None


PRESS = frozenset({"agency", "broadcaster", "outlet"})
"""Kinds of source whose own words are reporting, and not a statement on their own behalf."""

WATCHING = PRESS | {"monitor"}
"""Kinds of source that tell of acts and do none, in other countries than their own: "the agency put the toll at 85"."""


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that weaken a claim, and whose they are."""

    text: str
    span: Span
    by: HedgedBy


HOUR = "hour"
"""The unit of a fact that says at what time of day, and not on which day."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One comparable detail of a proposition.

    `value` is a number, an ISO date or interval ("2018-12-08", "2018-12-07/2018-12-08"), an ISO time of day
    ("T14:05", "T14:05Z") or a canonical name, null where the words could not be normalised; `of` names the act, or
    what is counted ("kill", "injure"); `unit` what the number counts ("civilian", "USD"), "hour" for a time of day.
    `antecedent` is the fuller phrase of the same article that a definite reference goes back to: "three suspects,
    apparently armed" for "the suspects"; in words of the same source or of the outlet alone.
    """

    aspect: Aspect
    text: str
    span: Span
    value: float | str | None = None
    op: Bound = Bound.EXACT
    unit: str | None = None
    of: str | None = None
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class Substitution:
    """Words of the article at `span` that stand as `replacement` in a standalone sentence."""

    text: str
    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """One checkable statement of a claim. `standalone` is embedded and judged, never shown as a quotation."""

    id: str
    claim: str
    text: str
    spans: tuple[Span, ...]
    standalone: str
    substitutions: tuple[Substitution, ...] = ()
    kind: Kind = Kind.EVENT
    polarity: Polarity = Polarity.POSITIVE
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidAt:
    """When a claim was made: the words, the ISO date where known, and what the date rests on."""

    text: str
    date: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """How a claim was found: by which rule or by the tagger, and the steps from its mention to its source, in words.

    `sure` is the tagger's probability in [0, 1] that the words are cue and content; none where rules alone found them.
    """

    found_by: str
    sure: float | None = None
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """The attributed span or spans of an article. `mode` is null for narration."""

    id: str
    article: str
    outlet: str | None
    source: Source
    chain: tuple[str, ...]
    voice: Voice
    mode: Mode | None
    stance: Stance
    text: str
    spans: tuple[Span, ...]
    hedges: tuple[Hedge, ...] = ()
    mention: str | None = None
    source_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    prefix: str = ""
    suffix: str = ""
    said_at: SaidAt | None = None
    propositions: tuple[Proposition, ...] = ()
    trace: Trace | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """The article's own word that two of its claims are about one matter ("describing the incident")."""

    a: str
    b: str
    article: str
    text: str
    span: Span


def propositions(claims: Iterable[Claim]) -> tuple[Proposition, ...]:
    """Return the propositions of all claims, in their order."""
    return tuple(proposition for claim in claims for proposition in claim.propositions)
