"""What one says was used, the other that it was not: "attacked with stones", "not a single stone was thrown"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.judge.acts import harms
from claimcheck.judge.detail import FAIR, Point, Ruling, World
from claimcheck.judge.lexicon import keys, readings
from claimcheck.judge.manner import MEANS
from claimcheck.judge.status import Asserted
from claimcheck.model import Aspect, Fact, Proposition, Relation

REASON = "what one says was used, the other says was not"

_NONE = re.compile(
    r"\b(?:no|not a single|not one)\s+((?:[\w-]+\s+)?[\w-]+)\s+(?:was|were|had|has|have)\b", re.IGNORECASE
)
"""What the subject of a sentence says there was none of, which is no fact of its own."""

_MATTER = (Aspect.BY_WHOM, Aspect.TO_WHOM, Aspect.WHERE, Aspect.WHEN)
_DEED = "ing"
"""How a noun for a deed ends: of shootings that were not, none tells with what they were not done."""
_NUMBER = frozenset({"no", "not", "single", "even"})


def unused(a: Asserted, b: Asserted, details: Sequence[Point], world: World) -> Point | None:
    """Compare a denial that a thing was thrown, fired or used with an act that is said to have been done with it."""
    denied, told = (a, b) if a.denied else (b, a)
    act = next((fact for fact in denied.proposition.facts if fact.aspect == Aspect.STATUS), None)
    if not denied.denied or told.denied or act is None or act.value not in world.words.using or other_matter(details):
        return None
    for words, fact in _things(denied.proposition, act, world):
        if any(word.endswith(_DEED) for word in words):
            continue
        way = next((way for way in _ways(told.proposition, act, world) if words <= {*keys(way.text)}), None)
        if words and way is not None:
            ruling = Ruling(Relation.CONFLICT, FAIR, REASON)
            return Point(Aspect.HOW, way.of, *((fact, way) if denied is a else (way, fact)), ruling)
    return None


def other_matter(details: Sequence[Point]) -> bool:
    """Tell whether two accounts name other parties, places or days, and so may tell of two happenings."""
    of = [[point.ruling.relation for point in details if point.aspect == aspect] for aspect in _MATTER]
    return any(relations and {*relations} == {Relation.CONFLICT} for relations in of)


def _things(denied: Proposition, act: Fact, world: World) -> Iterator[tuple[frozenset[str], Fact]]:
    """Yield the words of what was not used, and the fact that tells it: the subject alone, where there was none."""
    empty = world.words.stop | world.words.pronouns | _NUMBER
    none = [frozenset(keys(found[1])) - empty for found in _NONE.finditer(denied.text)]
    yield from ((words, act) for words in none)
    if not none:
        told = (fact for fact in denied.facts if fact.aspect in (Aspect.WHAT, Aspect.HOW) and fact.of == act.of)
        yield from ((frozenset(keys(fact.text)) - empty, fact) for fact in told)


def _ways(told: Proposition, act: Fact, world: World) -> Iterator[Fact]:
    """Yield the details that say with what an act was done: of violence, unless the denial is of all use of it."""
    for fact in told.facts:
        violent = fact.of is not None and harms(fact.of, world)
        used = fact.aspect == Aspect.WHAT and fact.of == "use"
        by_means = fact.text.lower().startswith("with ") or bool(readings(fact.text, world.words.scales[MEANS]))
        how = fact.aspect == Aspect.HOW and (by_means or act.value == "use")
        if used or (how and (violent or act.value == "use")):
            yield fact
