"""Whether the act happened: two who assert it agree, one who denies it is in conflict with the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from claimcheck.judge import dates
from claimcheck.judge.acts import (
    acts_of,
    ended_by,
    goes_on,
    harms,
    of_one_thing,
    one_deed,
    opposed,
    other_state,
    same_act,
)
from claimcheck.judge.detail import FAINT, FAIR, SURE, Point, Ruling, World, only_tells
from claimcheck.judge.lexicon import keys, readings
from claimcheck.judge.things import alike, held, things, topics
from claimcheck.knowledge import words_for_proof
from claimcheck.model import Aspect, Fact, Proposition, Relation

OUTCOMES = frozenset({"kill", "injure", "harm"})
"""What an event may or may not have led to: to deny one of them is not to deny the event."""

_THINGS = (Aspect.WHAT, Aspect.HOW)
_WAYS = (Aspect.HOW, Aspect.WHY)

INTENT = "intent"
"""The scale of what was done on purpose, or not."""

Test = Callable[[str, str, World], bool]


class Asserted(NamedTuple):
    """A proposition, whether its source denies it, and whether it is the source's own deed that it speaks of."""

    proposition: Proposition
    denied: bool
    own: bool = False


class Likeness(NamedTuple):
    """What the details of two propositions show: the same party or number, or two different happenings."""

    alike: bool
    apart: bool
    other_doer: bool = False
    other_thing: bool = False
    later: bool = False
    named_apart: bool = False
    """Whether what is denied was done to a thing, or with one, that the other account has another for."""


def point(a: Asserted, b: Asserted, details: Sequence[Point], world: World) -> Point | None:
    """Return what two propositions come to on `status`; `details` are the points on their other aspects."""
    words = _words(a.proposition), _words(b.proposition)
    whole = _all_denied(a, world) or _all_denied(b, world)
    another = _apart(details) or (not whole and _part_denied(a, b))
    likeness = Likeness(
        _alike(details),
        another,
        not whole and _another_doer(a, b, details),
        _another_thing(a, b, details, world),
        _one_later(a.proposition, b.proposition, world),
        _named_apart(a, b, world),
    )
    ruling = _allegation(a, b, likeness, world) if whole else compare(a, b, likeness, world)
    if not ruling or not words[0] or not words[1]:
        return None
    return Point(Aspect.STATUS, words[0].of, words[0], words[1], ruling)


def compare(a: Asserted, b: Asserted, likeness: Likeness, world: World) -> Ruling | None:
    """Compare whether two sources say that an act happened; none where their acts have nothing in common."""
    if a.denied != b.denied:
        return _one_denies(a, b, likeness, world)
    if a.denied:
        return _both_deny(a, b, likeness, world)
    if (ruling := _excluded(a, b, world)) is not None:
        later = Ruling(Relation.COMPATIBLE, FAIR, "at other times: what was so at first may have ended")
        return later if likeness.later else ruling
    if _any(same_act, a, b, world) and not any(_only_tells(asserted.proposition) for asserted in (a, b)):
        return Ruling(Relation.AGREE, FAINT, "both say that it happened", specific=False)
    return None


def _excluded(a: Asserted, b: Asserted, world: World) -> Ruling | None:
    """Compare two acts, or two states, of one thing of which only one can be; a state may follow upon the other."""
    if not of_one_thing(a.proposition, b.proposition, world):
        return None
    if _any(opposed, a, b, world):
        return Ruling(Relation.CONFLICT, FAIR, "only one of the two acts can have happened")
    if not _any(other_state, a, b, world) or not (goes_on(a.proposition, world) or goes_on(b.proposition, world)):
        return None
    if ended_by(a.proposition, b.proposition, world):
        return None
    return Ruling(Relation.CONFLICT, FAIR, "it cannot be both at one time")


def updated(point: Point) -> Point:
    """Return a point of one source twice: that nobody was hurt, and that some were, may be its first and later word."""
    harmed = {point.a.value, point.b.value} <= OUTCOMES and point.aspect == Aspect.STATUS
    if point.ruling.relation != Relation.CONFLICT or not harmed:
        return point
    return point._replace(
        ruling=Ruling(Relation.COMPATIBLE, FAIR, "the later word of one source may replace the first")
    )


def on_purpose(a: Asserted, b: Asserted, world: World) -> Point | None:
    """Compare a denial of the aim ("we did not target it") with an act that is said to have been meant."""
    denied, told = (a, b) if a.denied else (b, a)
    if not denied.denied or told.denied:
        return None
    aimed = next((fact for fact in denied.proposition.facts if fact.aspect == Aspect.STATUS), None)
    meant = (fact for fact in told.proposition.facts if fact.aspect in _WAYS and _is_meant(fact, world))
    way = next(meant, None)
    if aimed is None or way is None or not _any(same_act, a, b, world) or not _aims(aimed, world):
        return None
    ruling = Ruling(Relation.CONFLICT, FAIR, "one says that it was meant, the other that it was not aimed at")
    return Point(way.aspect, way.of, *((aimed, way) if denied is a else (way, aimed)), ruling)


def _aims(act: Fact, world: World) -> bool:
    return not world.words.aiming.isdisjoint(keys(act.text))


def _is_meant(fact: Fact, world: World) -> bool:
    return readings(fact.text, world.words.scales[INTENT]) == frozenset({"on purpose"})


def _both_deny(a: Asserted, b: Asserted, likeness: Likeness, world: World) -> Ruling | None:
    if likeness.apart or not _same(a, b, likeness, world):
        return None
    return Ruling(Relation.AGREE, FAIR, "both say that it did not happen")


def _one_denies(a: Asserted, b: Asserted, likeness: Likeness, world: World) -> Ruling | None:
    if not _same(a, b, likeness, world):
        return None
    if likeness.apart or likeness.other_doer or likeness.named_apart:
        return Ruling(Relation.COMPATIBLE, FAINT, "what one denies is not what the other says")
    if _spares_its_own(*((a, b) if a.denied else (b, a)), world):
        return Ruling(Relation.COMPATIBLE, FAINT, "one says of some alone that they came to no harm")
    if _not_yet(a if a.denied else b, world):
        return Ruling(Relation.COMPATIBLE, FAINT, "one says that it had not happened by then")
    if words_for_proof() & {*keys((a if a.denied else b).proposition.text)}:
        return Ruling(Relation.CONFLICT, FAIR, "one says that it happened, the other that nothing shows it")
    return Ruling(Relation.CONFLICT, SURE, "one says that it happened, the other denies it")


def _allegation(a: Asserted, b: Asserted, likeness: Likeness, world: World) -> Ruling | None:
    """Compare a denial of all that is alleged ("the reports are false") with what is told of the incident."""
    if likeness.apart:
        return None
    if a.denied and b.denied:
        both = _all_denied(a, world) and _all_denied(b, world)
        return Ruling(Relation.AGREE, FAIR, "both deny what is alleged") if both else None
    told = b if a.denied else a
    if any(harms(act, world) for act in acts_of(told.proposition, world)):
        return Ruling(Relation.CONFLICT, FAINT, "one denies what the other alleges")
    return None


def _all_denied(asserted: Asserted, world: World) -> bool:
    words = frozenset(keys(asserted.proposition.standalone))
    return asserted.denied and bool(words & world.words.alleged) and bool(words & world.words.false)


def _same(a: Asserted, b: Asserted, likeness: Likeness, world: World) -> bool:
    """Tell whether two propositions are about one act, or one event of which they share a detail."""
    if _any(same_act, a, b, world) or (a.denied != b.denied and _same_matter(a, b, world)):
        return True
    if a.denied != b.denied and OUTCOMES.issuperset(acts_of((a if a.denied else b).proposition, world)):
        return False  # that nobody was hurt does not deny the crash
    return likeness.alike and not likeness.other_thing and _any(one_deed, a, b, world)


def _same_matter(a: Asserted, b: Asserted, world: World) -> bool:
    """Tell whether what one denies follows from what the other tells: to find it there is to say that it was there."""
    denied, told = (a.proposition, b.proposition) if a.denied else (b.proposition, a.proposition)
    first, second = (frozenset(_main(p)) for p in (denied, told))
    if _shows(first | _absent(denied, world), world) and _shows(second, world):
        return any(alike(x, y, world) for x in held(denied, world) for y in held(told, world))
    brought_up = first & world.words.topics and second & world.words.topics
    return bool(brought_up) and not topics(denied, world).isdisjoint(topics(told, world))


def _shows(acts: frozenset[str], world: World) -> bool:
    return not acts.isdisjoint(world.words.having | world.words.showing)


def _absent(denied: Proposition, world: World) -> frozenset[str]:
    """Return an act of having for "there were no rifles", of which the act is the thing itself."""
    act = next((fact for fact in denied.facts if fact.aspect == Aspect.STATUS), None)
    there = act is not None and denied.text.lower().startswith("there ") and " no " in f" {act.text.lower()} "
    return world.words.having if there else frozenset()


def _main(proposition: Proposition) -> Iterator[str]:
    return (fact.value for fact in proposition.facts if fact.aspect == Aspect.STATUS and isinstance(fact.value, str))


def _any(test: Test, a: Asserted, b: Asserted, world: World) -> bool:
    return any(test(x, y, world) for x in acts_of(a.proposition, world) for y in acts_of(b.proposition, world))


def _alike(details: Iterable[Point]) -> bool:
    return any(detail.ruling.relation == Relation.AGREE and detail.ruling.specific for detail in details)


def _apart(details: Sequence[Point]) -> bool:
    """Tell whether the details on some aspect show two different happenings: other parties, another number or place."""
    told = [detail for detail in details if detail.a.value != 0 and detail.b.value != 0]
    aspects = dict.fromkeys(detail.aspect for detail in told)
    return any(all(_differs(detail) for detail in told if detail.aspect == aspect) for aspect in aspects)


def _one_later(a: Proposition, b: Proposition, world: World) -> bool:
    """Tell whether a state that lasted on one day may have ended by that of the other account."""
    first, second = _when(a), _when(b)
    if first is None or second is None or first.text.casefold() == second.text.casefold():
        return False
    one, other = dates.days(first.value), dates.days(second.value)
    if one is None or other is None or goes_on(a, world) == goes_on(b, world):
        return one is None or one != other
    lasting, ended = (one, other) if goes_on(a, world) else (other, one)
    return lasting[0] < ended[0]


def _when(proposition: Proposition) -> Fact | None:
    return next((fact for fact in proposition.facts if fact.aspect == Aspect.WHEN), None)


def _differs(detail: Point) -> bool:
    another_party = detail.aspect == Aspect.BY_WHOM and detail.ruling.relation == Relation.UNDECIDED
    return another_party or detail.ruling.relation == Relation.CONFLICT


def _part_denied(a: Asserted, b: Asserted) -> bool:
    """Tell whether one denies that a party did it, and the other does not say who did."""
    first, second = (_names_actor(asserted) for asserted in (a, b))
    return (a.denied and first and not second) or (b.denied and second and not first)


def _another_doer(a: Asserted, b: Asserted, details: Sequence[Point]) -> bool:
    """Tell whether one denies that it did it, and the other names somebody else, or one of several."""
    if a.denied == b.denied or not (_names_actor(a) and _names_actor(b)):
        return False
    doers = [detail.ruling.relation for detail in details if detail.aspect == Aspect.BY_WHOM]
    told = b.proposition if a.denied else a.proposition
    either = " or " in told.text.lower() and len(doers) > 1
    return bool(doers) and (Relation.AGREE not in doers or (either and set(doers) != {Relation.AGREE}))


def _another_thing(a: Asserted, b: Asserted, details: Sequence[Point], world: World) -> bool:
    """Tell whether one denies an act with a thing that the other does not name: "used no gas", "bombed the depot"."""
    if a.denied == b.denied:
        return False
    denied = (a if a.denied else b).proposition
    empty = world.words.stop | world.words.plain
    named = any(fact.aspect in _THINGS and not empty.issuperset(keys(fact.text)) for fact in denied.facts)
    return named and not any(d.aspect in _THINGS and d.ruling.relation == Relation.AGREE for d in details)


def _named_apart(a: Asserted, b: Asserted, world: World) -> bool:
    """Tell whether one denies an act with or to a thing, and the other tells of one with or to another."""
    if a.denied == b.denied:
        return False
    first, second = things(a.proposition, world), things(b.proposition, world)
    return bool(first) and bool(second) and not any(alike(x, y, world) for x in first for y in second)


def _names_actor(asserted: Asserted) -> bool:
    return asserted.own or any(fact.aspect == Aspect.BY_WHOM for fact in asserted.proposition.facts)


def _spares_its_own(denied: Asserted, told: Asserted, world: World) -> bool:
    """Tell whether one says that no harm came to those of a name, of whom the other does not speak: "no UN staff"."""
    if not OUTCOMES.issuperset(acts_of(denied.proposition, world)):
        return False
    act = next((fact.text for fact in denied.proposition.facts if fact.aspect == Aspect.STATUS), "\n")
    group, found, _ = denied.proposition.standalone.partition(act)
    named = [word for word in group.replace("'s ", " ").split()[1:] if word[:1].isupper()]
    if not found or not group.lower().startswith(("no ", "none of ")) or not named:
        return False
    return frozenset(keys(group)).isdisjoint({*keys(told.proposition.standalone)} - world.words.stop)


def _not_yet(denied: Asserted, world: World) -> bool:
    text = f" {' '.join(denied.proposition.text.lower().split())} "
    return any(f" {word} " in text for word in world.words.not_yet)


def _only_tells(proposition: Proposition) -> bool:
    return any(only_tells(fact) for fact in proposition.facts)


def _words(proposition: Proposition) -> Fact | None:
    """Return the words for what happened: those of the act, or the number of a toll."""
    act = next((fact for fact in proposition.facts if fact.aspect == Aspect.STATUS), None)
    if act is None or not only_tells(act):
        return act
    counted = (fact for fact in proposition.facts if fact.aspect == Aspect.HOW_MANY and fact.of == act.value)
    return next(counted, act)
