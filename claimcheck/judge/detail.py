"""What the rules compare: one detail of each account, and what a rule says of the two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from claimcheck.judge.lexicon import Lexicon, keys
from claimcheck.knowledge import Knowledge
from claimcheck.model import Aspect, Bound, Claim, Fact, Polarity, Proposition, Relation, Source, Stance

SURE, FAIR, FAINT = 0.9, 0.72, 0.55
"""How far a rule is to be trusted: the words themselves, the words and what is known of the world, a guess."""


MOST = 40
"""Propositions of a claim, and facts of a proposition, that are compared; prose has fewer than ten."""

_ENDS = re.compile(r"[.!?]\s|\n")
SHORT = 3
"""Propositions of a claim of which the words beside one ("according to preliminary data") still speak of it."""

COMMANDERS = frozenset({"army", "armed_group", "police", "government", "ministry", "office"})
"""Kinds of source that are forces, or have them."""


@dataclass(frozen=True, slots=True)
class World:
    """What the rules know: sources, places, acts, and the words that exclude each other."""

    knowledge: Knowledge
    words: Lexicon


@dataclass(frozen=True, slots=True)
class Detail:
    """A fact in its proposition. `act` is none where it is not known.

    `hedge`: words that weaken its own; `around`: what stands about it; `source`: who says it.
    """

    fact: Fact
    proposition: Proposition
    act: str | None = None
    hedge: str = ""
    around: str = ""
    source: Source | None = None

    @property
    def teller(self) -> str:
        """What kind of source says it."""
        return self.source.kind if self.source is not None else ""

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


class Point(NamedTuple):
    """Two facts, one of each side, and what a rule says of them; `of` is the act."""

    aspect: Aspect
    of: str | None
    a: Fact
    b: Fact
    ruling: Ruling


Rule = Callable[[Detail, Detail, World], Ruling | None]
"""Compares two details of one aspect; none where they do not speak of the same thing."""


def details(claim: Claim, proposition: Proposition, world: World) -> Iterator[Detail]:
    """Yield the facts of a proposition that say something of what happened."""
    around = _sentence(claim) if len(claim.propositions) <= SHORT else proposition.text
    counts = [f for p in claim.propositions[:MOST] for f in p.facts if f.aspect == Aspect.HOW_MANY]
    for given in proposition.facts:
        fact = _bounded(given, proposition, counts)
        told = fact.of in world.words.telling and fact.aspect == Aspect.HOW  # "reported casualties in a gas attack"
        if fact.aspect != Aspect.STATUS and (told or bears(fact, world.words)) and _says(fact, world):
            empty = fact.of in world.words.telling | world.words.empty
            hedge = next((hedge.text for hedge in claim.hedges if hedge.span.overlaps(fact.span)), "")
            act = None if empty else fact.of
            yield Detail(_own(fact, claim.source, world), proposition, act, hedge, around, claim.source)


def bears(fact: Fact, words: Lexicon) -> bool:
    """Tell whether a fact bears on what happened: not who said it and when, nor what "was" and "tried" only lead to."""
    if fact.of in words.telling or only_tells(fact):
        return fact.aspect == Aspect.HOW_MANY
    return fact.of not in words.empty or fact.aspect in (Aspect.HOW_MANY, Aspect.WHERE, Aspect.WHEN)


def only_tells(fact: Fact) -> bool:
    """Tell whether the verb of an act says only how much of it there was: "put the death toll at 85"."""
    return fact.aspect == Aspect.STATUS and isinstance(fact.value, str) and fact.of not in (None, fact.value)


def denies(claim: Claim, proposition: Proposition, words: Lexicon) -> bool:
    """Tell whether the source says that the act of a proposition did not happen.

    A denial that has a negation in it is read as one denial: "denied the report: no soldier was hurt".
    """
    negative = proposition.polarity == Polarity.NEGATIVE
    main = next((fact.value for fact in proposition.facts if fact.aspect == Aspect.STATUS), None)
    told = claim.stance == Stance.DENY or _denied_in_words(claim, proposition, words)
    told = told or calls_false(proposition, words)
    return told or negative != (main in words.denials)


def calls_false(proposition: Proposition, words: Lexicon) -> bool:
    """Tell whether a proposition says of what is alleged that it is not so: "the allegations were fabricated"."""
    said = frozenset(keys(proposition.standalone))
    main = next((fact.value for fact in proposition.facts if fact.aspect == Aspect.STATUS), None)
    return main not in words.denials and bool(said & words.alleged) and bool(said & words.false)


def _denied_in_words(claim: Claim, proposition: Proposition, words: Lexicon) -> bool:
    """Tell whether the claim's words before the proposition are "denied", "denied that", "denied the report that"."""
    start = proposition.spans[0].start if proposition.spans else 0
    around = next((span for span in claim.spans if span.start <= start < span.end), None)
    if around is None or around != claim.spans[0]:
        return False
    before = claim.text[: start - around.start].lower().split()[-4:]
    return any(word in words.denying for word in before)


def _sentence(claim: Claim) -> str:
    """Return a claim with what its sentence says about it: "12 dead", said in "counted 12 dead so far"."""
    before, after = _ENDS.split(claim.prefix)[-1], _ENDS.split(claim.suffix)[0]
    return " ".join((before, claim.cue or "", claim.text, after))


def _bounded(fact: Fact, proposition: Proposition, claimed: Sequence[Fact]) -> Fact:
    """Return a count with the bound that holds for it.

    "A soldier" is one at least, and so are those included; "kills 56" over "at least 56 were killed" is as open.
    """
    if fact.aspect != Aspect.HOW_MANY or fact.op != Bound.EXACT:
        return fact
    counts = [other for other in proposition.facts if other.aspect == Aspect.HOW_MANY and other.of == fact.of]
    within = any(o.op in (Bound.AT_LEAST, Bound.MORE) and o.unit != fact.unit and o.span < fact.span for o in counts)
    single = fact.value == 1 and fact.text.lower().startswith(("a ", "an "))
    same = (o for o in claimed if o.of == fact.of and o.value == fact.value)
    open_ended = any(o.op in (Bound.AT_LEAST, Bound.MORE) for o in same)
    return replace(fact, op=Bound.AT_LEAST) if within or single or open_ended else fact


def _own(fact: Fact, source: Source, world: World) -> Fact:
    """Return a fact with the source named, where a force speaks of "the troops" and means its own."""
    if source.kind not in COMMANDERS or fact.aspect not in (Aspect.BY_WHOM, Aspect.TO_WHOM):
        return fact
    words = {*keys(fact.text)} - world.words.stop
    return replace(fact, value=source.id) if words and words <= world.words.own_forces else fact


def _says(fact: Fact, world: World) -> bool:
    """Tell whether the words of a fact are more than a pronoun, a number or "the attack"."""
    if fact.aspect in (Aspect.HOW_MANY, Aspect.WHEN, Aspect.WHERE):
        return True
    if fact.aspect in (Aspect.BY_WHOM, Aspect.TO_WHOM) and world.words.own_forces.issuperset(keys(fact.text)):
        return True
    empty = world.words.stop | world.words.pronouns
    if fact.aspect != Aspect.BY_WHOM:
        empty |= world.words.plain
    return not empty.issuperset(keys(fact.text)) and fact.value not in world.words.pronouns
