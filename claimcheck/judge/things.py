"""Whether two words may mean one thing: "the building" of one account is the hospital of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.judge.detail import World
from claimcheck.judge.lexicon import keys, readings
from claimcheck.judge.manner import MEANS
from claimcheck.model import Aspect, Fact, Proposition

_NONE = re.compile(r"\b(?:no|any)\s+((?:[\w-]+\s+)?[\w-]+)", re.IGNORECASE)
"""What there was none of, with a word before it or after it."""

_KINDS = "kind of party"


def things(proposition: Proposition, world: World) -> tuple[frozenset[str], ...]:
    """Return the words of each thing that a proposition names as an object or as a means."""
    return tuple(found for fact in proposition.facts if (found := _thing(fact, world)))


def held(proposition: Proposition, world: World) -> tuple[frozenset[str], ...]:
    """Return the words of each thing that a proposition says was somewhere, or was not: "there were no rifles"."""
    told = (fact for fact in proposition.facts if fact.aspect in (Aspect.WHAT, Aspect.HOW, Aspect.STATUS))
    empty = world.words.stop | world.words.pronouns | {"no"}
    none = (found[1] for found in _NONE.finditer(proposition.text))
    return tuple(words for text in (*(f.text for f in told), *none) if (words := frozenset(keys(text)) - empty))


def alike(a: frozenset[str], b: frozenset[str], world: World) -> bool:
    """Tell whether two things may be one: they share a word, one is a kind of the other, or both are on one value."""
    if a & b or any(_is_kind(x, y, world) or _is_kind(y, x, world) for x in a for y in b):
        return True
    return not _values(a, world).isdisjoint(_values(b, world))


def topics(proposition: Proposition, world: World) -> frozenset[str]:
    """Return the words of whom or what an act was about."""
    told = (fact for fact in proposition.facts if fact.aspect in (Aspect.WHAT, Aspect.TO_WHOM, Aspect.WHERE))
    empty = world.words.stop | world.words.plain | world.words.pronouns
    return frozenset(word for fact in told for word in keys(fact.text)) - empty


def _thing(fact: Fact, world: World) -> frozenset[str]:
    if fact.aspect == Aspect.WHAT or (fact.aspect == Aspect.HOW and readings(fact.text, world.words.scales[MEANS])):
        return frozenset(keys(fact.text)) - world.words.stop - world.words.pronouns - world.words.cognates
    return frozenset()


def _is_kind(general: str, special: str, world: World) -> bool:
    return special in world.words.things.get(general, ())


def _values(words: frozenset[str], world: World) -> frozenset[tuple[str, str]]:
    return frozenset(_on_scales(words, world))


def _on_scales(words: frozenset[str], world: World) -> Iterator[tuple[str, str]]:
    for name in (MEANS, _KINDS):
        for word in words:
            yield from ((name, value) for value in readings(word, world.words.scales[name]))
