"""Numbers as intervals: "at least 56" and "160" can both be true, "31" and "44" cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import inf, isfinite
from typing import NamedTuple

from claimcheck.judge.detail import COMMANDERS, FAINT, FAIR, SURE, Detail, Ruling, World
from claimcheck.judge.lexicon import keys, readings
from claimcheck.judge.sides import side, speaker
from claimcheck.model import Aspect, Bound, Fact, Relation

PEOPLE = "kind of party"
"""The scale of those to whom things are done."""

HARM = "harm"
FATES = frozenset({"kill", "injure"})
"""Acts that befall different people: twelve killed and twelve injured are not the same twelve."""

ANYBODY = frozenset({"person", "they", "other"})
"""Units that are no act and describe nobody."""

FIGHTERS = frozenset({"fighter", "soldier", "militiaman", "terrorist", "jihadist", "rebel"})
"""Units of whom a force tells the toll, which those who count the dead of a place may leave out."""

TOLERANCE = 0.15
"""How far "about" reaches on either side, as a share: 80 people are "about 70"; chosen, not measured."""


class Interval(NamedTuple):
    """The numbers that a bounded value allows, both ends included."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


def compare(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare two counts; none where they count different things."""
    if not (_counted(a.fact) and _counted(b.fact)) or _of_anybody(a) or _of_anybody(b):
        return None
    if _losses(a) and _losses(b) and (first := side(a, world)) != (second := side(b, world)):
        if first is not None and second is not None:
            return None
        known, other = (first, b) if first is not None else (second, a)
        if speaker(other, world) not in (None, known):
            return Ruling(Relation.UNDECIDED, FAINT, "they may be the losses of two sides")
    if _in_steps(a, world) or _in_steps(b, world):
        return _of_one_side(a, b, world)
    return _of_one_side(_of_one_act(a, world), _of_one_act(b, world), world)


def _of_one_side(a: Detail, b: Detail, world: World) -> Ruling | None:
    if a.act != b.act:  # "44 victims", "44 dead": told of different acts, only the same number says something
        return _across(a, b, world)
    first, second = (_unit(detail.fact, world) for detail in (a, b))
    if first == second:
        return _same_thing(a, b, world)
    if second in _parts(first, world):
        return _part(b, a, world)
    if first in _parts(second, world):
        return _part(a, b, world)
    return None


def _losses(detail: Detail) -> bool:
    return detail.act in FATES or detail.act == HARM


def _of_anybody(detail: Detail) -> bool:
    """Tell whether a number counts people of whom nothing says what they did, or what befell them."""
    return detail.act in ANYBODY and detail.act == detail.fact.unit


def _of_one_act(detail: Detail, world: World) -> Detail:
    """Return a count with the act by which all of its kind are compared: those who marched are those who came."""
    act = world.words.counted_as.get(detail.act or "")
    return replace(detail, act=act) if act else detail


def _in_steps(detail: Detail, world: World) -> bool:
    """Tell whether an account tells two acts apart that others count as one: "150 detained, 12 of them arrested"."""
    words = keys(detail.around or detail.proposition.text)
    told = {act for act in world.words.steps if any(word.startswith(act) for word in words)}
    act = world.words.counted_as.get(detail.act or "")
    return sum(world.words.counted_as.get(name) == act for name in told) > 1


def _across(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare counts told of different acts: those killed are among those killed or injured, the same number agrees."""
    if HARM in (a.act, b.act):
        part, whole = (a, b) if b.act == HARM else (b, a)
        more = interval(part.fact).low > interval(whole.fact).high
        return Ruling(Relation.CONFLICT, FAIR, "more than there were casualties") if more else None
    same = a.fact.value == b.fact.value and _unit(a.fact, world) == _unit(b.fact, world)
    return _same_number(a.fact, b.fact) if same and not _apart_by_act(a, b, world) else None


def _apart_by_act(a: Detail, b: Detail, world: World) -> bool:
    """Tell whether two acts befall others: the dead and the injured, the charged and the arrested, drones of two sides.

    Of things, what was fired or thrown is not what was hit.
    """
    acts = {a.act, b.act}
    return acts <= FATES or acts <= world.words.steps or _done_with(a, world) != _done_with(b, world)


def _done_with(detail: Detail, world: World) -> bool:
    """Tell whether a number counts what the act was done with: drones that were fired, not "shot down"."""
    unit = _unit(detail.fact, world)
    people = unit in ("person", detail.act) or readings(unit, world.words.scales[PEOPLE])
    down = "down" in detail.proposition.text.lower().split()
    return detail.act in world.words.using and not people and not down


def interval(fact: Fact) -> Interval:
    """Return the numbers that a fact allows."""
    value = float(fact.value) if isinstance(fact.value, (int, float)) else inf
    match fact.op:
        case Bound.AT_LEAST | Bound.MORE:
            return Interval(value, inf)
        case Bound.AT_MOST | Bound.FEWER:
            return Interval(-inf, value)
        case Bound.ABOUT:
            reach = abs(value) * TOLERANCE
            return Interval(value - reach, value + reach)
        case _:
            return Interval(value, value)


def _same_thing(a: Detail, b: Detail, world: World) -> Ruling:
    if a.fact.value == b.fact.value:
        return _same_number(a.fact, b.fact)
    if not interval(a.fact).meets(interval(b.fact)):
        return _apart(a, b, world)
    if Bound.ABOUT in (a.fact.op, b.fact.op):
        return Ruling(Relation.COMPATIBLE, FAINT, "close, and one of the numbers is only about right")
    return Ruling(Relation.COMPATIBLE, SURE, _bounds(a.fact, b.fact))


def _apart(a: Detail, b: Detail, world: World) -> Ruling:
    """Rule on two numbers that cannot both be the whole of one thing at one time."""
    if _partial(a, world) or _partial(b, world):
        return Ruling(Relation.COMPATIBLE, FAIR, "one of the numbers is a part of the whole")
    lower, higher = sorted((a, b), key=lambda detail: interval(detail.fact).low)
    updated = world.words.updated
    if _told(lower, world.words.floor) or _told(higher, updated):
        return Ruling(Relation.COMPATIBLE, FAIR, "a number as it was at the time")
    if (_estimated(a) or _estimated(b)) and _near(a.fact, b.fact):
        return Ruling(Relation.COMPATIBLE, FAINT, "close, and one of the numbers is an estimate")
    return Ruling(Relation.CONFLICT, SURE, "two numbers for the same thing")


def _told(detail: Detail, phrases: Iterable[str]) -> bool:
    """Tell whether one of `phrases` stands about a number."""
    return _says(detail.around or detail.proposition.text, phrases)


def _says(text: str, phrases: Iterable[str]) -> bool:
    words = f" {' '.join(keys(text))} "
    return any(f" {' '.join(keys(phrase))} " in words for phrase in phrases)


def _estimated(detail: Detail) -> bool:
    return "estimate" in (detail.around or detail.proposition.text).lower()


def _near(a: Fact, b: Fact) -> bool:
    """Tell whether two numbers are as close as "about" allows."""
    first, second = (interval(replace(fact, op=Bound.ABOUT)) for fact in (a, b))
    return first.meets(second)


def _same_number(a: Fact, b: Fact) -> Ruling:
    if a.op == b.op:
        return Ruling(Relation.AGREE, SURE, "the same number")
    if {a.op, b.op} & {Bound.MORE, Bound.FEWER}:
        return Ruling(Relation.COMPATIBLE, FAIR, _bounds(a, b))
    return Ruling(Relation.AGREE, FAIR, "the same number")


def _bounds(a: Fact, b: Fact) -> str:
    bounded = sum(fact.op is not Bound.EXACT for fact in (a, b))
    return "two numbers, both of them bounds" if bounded == 2 else "two numbers, one of them a bound"


def _part(part: Detail, whole: Detail, world: World) -> Ruling | None:
    """Compare "15 civilians" with "12 people": a part that is greater than the whole is a conflict."""
    if part.fact.value == whole.fact.value and _unit(whole.fact, world) == "person":
        return _same_number(part.fact, whole.fact)
    if interval(part.fact).low > interval(whole.fact).high and not _partial(whole, world):
        if _unit(part.fact, world) in FIGHTERS and part.teller in COMMANDERS:
            return Ruling(Relation.COMPATIBLE, FAINT, "one counts its enemy's fighters, the other may leave them out")
        return Ruling(Relation.CONFLICT, FAIR, "one counts more of a group than the other counts in all")
    alike = _unit(part.fact, world) in world.words.tolls and _unit(whole.fact, world) == "person"
    if alike and _whole(part) and _whole(whole) and not interval(part.fact).meets(interval(whole.fact)):
        ruling = _apart(part, whole, world)
        return ruling._replace(confidence=FAINT) if ruling.relation == Relation.CONFLICT else None
    return None


def _whole(detail: Detail) -> bool:
    """Tell whether a count is the only one of its act in its sentence, told as if it were the whole toll."""
    counts = [fact for fact in detail.proposition.facts if fact.aspect == Aspect.HOW_MANY and fact.of == detail.act]
    return detail.act in FATES and counts[0].span == detail.fact.span


def _counted(fact: Fact) -> bool:
    return isinstance(fact.value, (int, float)) and isfinite(fact.value)


def _unit(fact: Fact, world: World) -> str:
    unit = fact.unit or "person"
    return world.words.same_units.get(unit, unit)


def _parts(unit: str, world: World) -> frozenset[str] | _Everything:
    parts = world.words.units.get(unit, frozenset())
    return EVERYTHING if "*" in parts else parts


def _partial(detail: Detail, world: World) -> bool:
    """Tell whether these are not all: "another six", "six others", "15 in the town and six in a village".

    In "killed 44 and injured 140 others" the others are no part of the injured.
    """
    before, _, after = detail.proposition.text.lower().partition(detail.words.lower() or " ")
    near = " ".join((*before.split()[-1:], *detail.words.lower().split(), *after.split()[:1]))
    counts = [fact for fact in detail.proposition.facts if fact.aspect == Aspect.HOW_MANY]
    contrast = any(fact.of != detail.fact.of for fact in counts if fact.of != fact.unit)
    partial = world.words.partial - (world.words.beside if detail.act == "injure" else frozenset())
    more = not partial.isdisjoint(near.replace("more than", "").split())
    more = (more and not contrast) or _says(detail.proposition.text, world.words.partly)
    return more or any(_beside(fact, detail.fact, world) for fact in counts)


def _beside(a: Fact, b: Fact, world: World) -> bool:
    """Tell whether two exact numbers of one sentence count the same kind of thing."""
    exact = a.op == b.op == Bound.EXACT
    return exact and a.of == b.of and a.value != b.value and _unit(a, world) == _unit(b, world)


class _Everything:
    def __contains__(self, unit: object) -> bool:
        return True


EVERYTHING = _Everything()
