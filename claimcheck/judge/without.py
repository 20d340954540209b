"""What was not there on one account, and was on the other: "without any warning", "three warnings were given"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.judge.detail import FAIR, Point, Ruling, World
from claimcheck.judge.lexicon import keys
from claimcheck.judge.status import Asserted
from claimcheck.judge.unused import other_matter
from claimcheck.model import Aspect, Fact, Proposition, Relation

REASON = "one says that it was done without it, the other that it was there"

_WITHOUT = re.compile(
    r"\bwithout\s+(?:(?:any|an?|the|their|his|her|its|prior|first|single|kind|of|sort|[\w-]+['’]s?)\s+)*"
    r"(\w[\w-]*(?:\s+[\w-]+)?)",
    re.IGNORECASE,
)
"""What there was none of: a noun and the word after it, or a word that belongs to it ("a court order") and the noun."""

_WITH = r"\b(?:after|with|following|despite|upon|on)\s+(?:[\w-]+\s+){{0,3}}{noun}s?\b"
"""How a phrase says that it was there: "after repeated warnings", "with a warrant"."""

_OF_ELSE = r"\b(?:{forms})\s+(?:of|that|against)\b"
"""A verb that says something else than that it was there: "warned of floods"."""

_OBJECTS = frozenset({Aspect.WHAT, Aspect.TO_WHOM, Aspect.BY_WHOM})


def without(a: Asserted, b: Asserted, details: Sequence[Point], world: World) -> Point | None:
    """Compare an act without a thing with what says that the thing was there; none where they are of other parties."""
    if a.denied or b.denied or other_matter(details):
        return None
    for bare, told in ((a, b), (b, a)):
        for nouns, fact in _lacking(bare.proposition, world):
            if there := _there(nouns, told.proposition, world):
                ruling = Ruling(Relation.CONFLICT, FAIR, REASON)
                return Point(Aspect.HOW, fact.of, *((fact, there) if bare is a else (there, fact)), ruling)
    return None


def _lacking(proposition: Proposition, world: World) -> Iterator[tuple[tuple[str, ...], Fact]]:
    """Yield the noun of each "without", last, and its fact, or else the act; only nouns of which that can be told."""
    act = _act(proposition)
    for found in _WITHOUT.finditer(proposition.text):
        first, *second = keys(found[1]) or ("",)
        nouns = (first, *second) if second and second[0] in world.words.given else (first,)
        told = (f for f in proposition.facts if f.aspect == Aspect.HOW and "without" in f.text.lower())
        fact = next((f for f in told if nouns[-1] in keys(f.text)), act)
        if fact is not None and nouns[-1] in world.words.given:
            yield nouns, fact


def _there(nouns: tuple[str, ...], told: Proposition, world: World) -> Fact | None:
    """Return the fact by which a proposition says that a thing was there: who gave it, who has it, who did it."""
    act, text = _act(told), told.text.lower()
    if act is None or _WITHOUT.search(text):
        return None
    forms = world.words.given[nouns[-1]] & {*re.findall(r"[\w-]+", act.text.lower())}
    if forms and not re.search(_OF_ELSE.format(forms="|".join(map(re.escape, forms))), text):
        return act
    had = (f for f in told.facts if f.aspect in _OBJECTS and f.of in world.words.giving)
    phrase = next((f for f in had if _names(nouns, f.text, world)), None)
    return phrase or (act if re.search(_WITH.format(noun=re.escape(" ".join(nouns))), text) else None)


def _names(nouns: tuple[str, ...], words: str, world: World) -> bool:
    """Tell whether words are of a thing, which one account may tell more closely: a search warrant, a warrant."""
    said = {*keys(words)} - world.words.stop
    return nouns[-1] in said and ({*nouns} <= said or said <= {*nouns})


def _act(proposition: Proposition) -> Fact | None:
    return next((fact for fact in proposition.facts if fact.aspect == Aspect.STATUS), None)
