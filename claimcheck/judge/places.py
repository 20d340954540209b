"""Places by what lies in what: a village in a province is compatible with the province."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

from claimcheck.judge.detail import FAINT, FAIR, Detail, Ruling, World
from claimcheck.judge.lexicon import keys
from claimcheck.model import Relation

NEAR = "near "
"""What the value of a place begins with where the words say only that it was close to it."""

SAME_SPELLING = 84
"""Least similarity, of 100, of two spellings of one Arabic or Slavic place name (Maghayir, Maghawir); chosen."""


def compare(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare where two accounts put the act; undecided where a place is not known."""
    first, second = _known(a, world), _known(b, world)
    if first and second and first == second:
        same = Ruling(Relation.AGREE, FAIR, "the same place", _specific(first, world))
    elif _same_name(a, b, world):
        named = any(c.isupper() for c in a.words[1:]) and any(c.isupper() for c in b.words[1:])
        same = Ruling(Relation.AGREE, FAIR, "the same place, by its name", specific=named)
    elif not (first and second):
        return Ruling(Relation.UNDECIDED, FAINT, "a place is not known")
    else:
        same = _apart(first, second, world)
    return same if _is_near(a) == _is_near(b) else _beside(same)


def _beside(ruling: Ruling) -> Ruling:
    """Return what is left of a ruling on two places where one account says only that it was near its place."""
    if ruling.relation == Relation.AGREE:
        return Ruling(Relation.COMPATIBLE, FAIR, "one says that it was near the place that the other names")
    if ruling.relation == Relation.CONFLICT:
        return Ruling(Relation.UNDECIDED, FAINT, "one only says near which place it was")
    return ruling


def _apart(first: str, second: str, world: World) -> Ruling:
    places = world.knowledge.places
    within = (places.contains(first, second), places.contains(second, first))
    if True in within:
        return Ruling(Relation.COMPATIBLE, FAIR, "one place lies in the other")
    if within == (False, False):
        return Ruling(Relation.CONFLICT, FAIR, "different places")
    return Ruling(Relation.UNDECIDED, FAINT, "whether one place lies in the other is not known")


def _known(detail: Detail, world: World) -> str | None:
    return world.knowledge.places.canonical(_place(detail))


def _place(detail: Detail) -> str:
    """Return the name of the place that it was in, or near."""
    return detail.name.removeprefix(NEAR)


def _is_near(detail: Detail) -> bool:
    return detail.name.startswith(NEAR)


def _specific(place: str, world: World) -> bool:
    """Tell whether a place is more than a country, which accounts of one incident share anyhow."""
    return world.knowledge.places.country(place) != place


def _same_name(a: Detail, b: Detail, world: World) -> bool:
    """Tell whether two names are spellings of one, whatever kind of place they call it."""
    plain = world.words.stop | world.words.plain
    first, second = (" ".join(sorted(word for word in keys(_place(d)) if word not in plain)) for d in (a, b))
    return min(len(first), len(second)) > 4 and ratio(first, second) >= SAME_SPELLING
