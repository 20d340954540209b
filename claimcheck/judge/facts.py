"""The judge that compares facts: one rule for each aspect, and what the aspects come to together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from claimcheck.judge import dates, manner, numbers, parties, places, status
from claimcheck.judge.aboard import aboard
from claimcheck.judge.acts import harms, one_event, other_state, other_subjects, same_act
from claimcheck.judge.detail import FAINT, MOST, SHORT, Detail, Point, Rule, Ruling, World, denies, details
from claimcheck.judge.lexicon import lexicon
from claimcheck.judge.own_deeds import own_deed
from claimcheck.judge.status import Asserted
from claimcheck.judge.together import strongest, summed
from claimcheck.judge.two_acts import DEEDS, other_doers, two_acts
from claimcheck.judge.unused import unused
from claimcheck.judge.without import without
from claimcheck.knowledge import Knowledge
from claimcheck.model import COMPARED_STANCES, Aspect, Claim, ComparisonKind, Kind, Opinion, Pair, Proposition, Relation

NAME = "facts"

RULES: Mapping[Aspect, Rule] = {
    Aspect.BY_WHOM: parties.by_whom,
    Aspect.TO_WHOM: parties.to_whom,
    Aspect.WHAT: manner.compare,
    Aspect.HOW: manner.compare,
    Aspect.HOW_MANY: numbers.compare,
    Aspect.WHERE: places.compare,
    Aspect.WHEN: dates.compare,
    Aspect.WHY: manner.reasons,
}
"""The rule for each aspect; `status` is compared for whole propositions."""

TARGETS = frozenset({Aspect.TO_WHOM, Aspect.WHAT})
"""What an act is done to is a person for one account and a thing for another: "a wedding", "a crowd"."""

MEANS = frozenset({Aspect.HOW, Aspect.WHAT, Aspect.BY_WHOM, Aspect.WHY})
"""By what means it was done is told as a manner, a thing, a doer or a cause: "dropped a bomb", "jets killed"."""

GROUNDS = frozenset({Aspect.HOW, Aspect.WHY})
"""Why it was done may be told as a manner: "under standard procedure", "because they were startled"."""

AIM = frozenset({Aspect.HOW, Aspect.TO_WHOM})
"""Shots "in the air" are shots at nobody."""

SETTING = frozenset({Aspect.WHERE, Aspect.WHEN})
"""What the acts of one incident share, whatever the act."""

WAYS = (unused, without)
"""What compares with what an act was done, or without what, with an account that says otherwise of that."""

DESCRIBED = frozenset({Aspect.WHAT, Aspect.HOW, Aspect.WHY})
"""What is told of one act in many ways that exclude nothing."""

HEDGED = 0.8
"""What is left of a confidence where the words are hedged; chosen, not measured."""


class Account(NamedTuple):
    """What a source says in one proposition, as the rules read it; `own`: what it denies to have done itself."""

    details: Sequence[Detail]
    own: Sequence[Detail]
    asserted: Asserted


Reader = Callable[[Claim, Proposition], Account]


def facts_judge(knowledge: Knowledge, pairs: Sequence[Pair]) -> Sequence[Opinion]:
    """Return what the rules on facts say of each pair."""
    world = World(knowledge, lexicon())
    read = _reader(world)
    return [opinion(pair, read, world) for pair in pairs]


def opinion(pair: Pair, read: Reader, world: World) -> Opinion:
    """Return what the rules on facts say of one pair."""
    if not {pair.a.claim.stance, pair.b.claim.stance} <= COMPARED_STANCES:
        return Opinion(NAME, Relation.UNDECIDED, 0.0, "a refusal or an attitude is not compared")
    found = points(pair, read, world)
    if pair.kind == ComparisonKind.SAME_SOURCE:
        found = (status.updated(point) for point in found)
    both_have_facts = all(any(p.facts for p in side.propositions) for side in (pair.a, pair.b))
    return summed(NAME, strongest(found), both_have_facts)


def points(pair: Pair, read: Reader, world: World) -> Iterator[Point]:
    """Yield what each rule says of each two details of a pair."""
    for p in pair.a.propositions[:MOST]:
        for q in pair.b.propositions[:MOST]:
            yield from _points(read(pair.a.claim, p), read(pair.b.claim, q), world)
    for p, q in _of_one_breath(pair):
        a, b = read(pair.a.claim, p), read(pair.b.claim, q)
        if told := without(a.asserted, b.asserted, [*_doers(a, b, world)], world):
            yield told


def _of_one_breath(pair: Pair) -> Iterator[tuple[Proposition, Proposition]]:
    """Yield propositions of a side with those that a short claim of the other tells beside what is compared of it.

    "Three warnings were given before any gas was used" is compared for the gas, and says that there was a warning.
    """
    a, b = (side.claim.propositions if len(side.claim.propositions) <= SHORT else () for side in (pair.a, pair.b))
    yield from ((p, q) for p in pair.a.propositions[:MOST] for q in b if q not in pair.b.propositions)
    yield from ((p, q) for q in pair.b.propositions[:MOST] for p in a if p not in pair.a.propositions)


def _reader(world: World) -> Reader:
    """Return what reads a proposition, each once: the same one stands in many pairs, which all hold it."""
    known: dict[tuple[int, int], Account] = {}

    def read(claim: Claim, proposition: Proposition) -> Account:
        key = (id(claim), id(proposition))
        if key not in known:
            known[key] = _account(claim, proposition, world)
        return known[key]

    return read


def _account(claim: Claim, proposition: Proposition, world: World) -> Account:
    own = tuple(own_deed(claim, proposition, world))
    asserted = Asserted(proposition, denies(claim, proposition, world.words), bool(own))
    told = islice(details(claim, proposition, world), MOST)
    return Account(tuple(one for detail in told for one in aboard(detail, world)), own, asserted)


def _points(a: Account, b: Account, world: World) -> Iterator[Point]:
    p, q = a.asserted.proposition, b.asserted.proposition
    found = [_if_of_one(point, p, q, world) for point in _compared(a.details, b.details, world)]
    apart = two_acts(found, a.details, b.details)
    doers = [*_compared(a.own, [*b.details, *b.own], world), *_compared(a.details, b.own, world)]
    happened = status.point(a.asserted, b.asserted, [*found, *doers], world)
    if happened and not (apart and _agrees(happened)):
        yield happened
    if not (happened and happened.ruling.relation == Relation.CONFLICT):
        of_all = [*found, *_doers(a, b, world)]
        yield from (told for test in WAYS if (told := test(a.asserted, b.asserted, of_all, world)))
    if meant := status.on_purpose(a.asserted, b.asserted, world):
        yield meant
    found = [point for point in found if not (apart and _of_another_act(point, p, q))]
    if a.asserted.denied == b.asserted.denied:
        loose = a.asserted.denied or Kind.POSITION in (p.kind, q.kind)  # another detail: another emphasis, no conflict
        yield from (point for point in found if not (loose and point.ruling.relation == Relation.CONFLICT))


def _agrees(point: Point) -> bool:
    return point.ruling.relation == Relation.AGREE


def _of_another_act(point: Point, p: Proposition, q: Proposition) -> bool:
    """Tell whether a point of two acts compares what is not one: only who did the same to whom may be at issue."""
    main = [next((f.value for f in r.facts if f.aspect == Aspect.STATUS), None) for r in (p, q)]
    return point.aspect in DEEDS or (point.aspect == Aspect.BY_WHOM and main[0] != main[1])


def _compared(first: Sequence[Detail], second: Sequence[Detail], world: World) -> Iterator[Point]:
    for a in first:
        for b in second:
            aspect, rule = _rule(a.fact.aspect, b.fact.aspect)
            ruling = rule(a, b, world) if rule and _one_matter(a, b, world) else None
            if ruling and aspect in DEEDS and _differs(ruling) and other_doers(a, b, first, second, world):
                continue  # what one side did, and what the other did
            if ruling and (ruling := _as_far_as_it_goes(aspect, ruling, a, b, world)):
                yield Point(aspect, a.fact.of, a.fact, b.fact, _hedged(ruling, a, b))


def _doers(a: Account, b: Account, world: World) -> Iterator[Point]:
    """Yield what the doers of whatever two accounts tell come to, one act or not."""
    for x in (detail for detail in a.details if detail.fact.aspect == Aspect.BY_WHOM):
        for y in (detail for detail in b.details if detail.fact.aspect == Aspect.BY_WHOM):
            if ruling := parties.by_whom(x, y, world):
                yield Point(Aspect.BY_WHOM, x.fact.of, x.fact, y.fact, ruling)


def _if_of_one(point: Point, p: Proposition, q: Proposition, world: World) -> Point:
    """Return a point without its conflict of numbers, where the two tell of the deeds of different parties or things.

    "The ruling party won 120 seats, the opposition 98": only of harm does one number speak for all.
    """
    conflict = point.aspect == Aspect.HOW_MANY and point.ruling.relation == Relation.CONFLICT
    if not conflict or harms(point.of or "", world) or not other_subjects(p, q, world):
        return point
    return point._replace(ruling=Ruling(Relation.UNDECIDED, FAINT, "told of different parties or things"))


def _rule(a: Aspect, b: Aspect) -> tuple[Aspect, Rule | None]:
    """Return the aspect under which two details are compared, and its rule, if there is one."""
    if a == b:
        return a, RULES[a]
    if {a, b} == TARGETS:
        return Aspect.TO_WHOM, parties.kinds
    if {a, b} == AIM:
        return Aspect.HOW, manner.aim
    if {a, b} == GROUNDS:
        return Aspect.WHY, manner.grounds
    return Aspect.HOW, manner.means if {a, b} <= MEANS else None


def _one_matter(a: Detail, b: Detail, world: World) -> bool:
    aspects = {a.fact.aspect, b.fact.aspect}
    if aspects == {Aspect.HOW_MANY}:
        return same_act(a.act, b.act, world) or numbers.HARM in (a.act, b.act) or one_event(a.act, b.act, world)
    told = a.act is not None and b.act is not None
    if a.act and b.act and other_state(a.act, b.act, world):
        return aspects <= TARGETS  # who was detained is who was released, by others and on another day
    if Kind.POSITION in (a.proposition.kind, b.proposition.kind) and not (told and same_act(a.act, b.act, world)):
        return False  # what somebody wants has another place and time, and is another matter, than what happened
    return aspects <= SETTING or one_event(a.act, b.act, world)


def _as_far_as_it_goes(aspect: Aspect, ruling: Ruling, a: Detail, b: Detail, world: World) -> Ruling | None:
    """Return a ruling for what the acts allow: another act may well have another place, and another object."""
    if ruling.relation == Relation.CONFLICT and not one_event(a.act, b.act, world):
        ruling = Ruling(Relation.UNDECIDED, FAINT, "told of different acts")
    if ruling.relation == Relation.UNDECIDED and aspect == Aspect.TO_WHOM and not same_act(a.act, b.act, world):
        return None  # those killed and those who were attacked may be anybody
    if ruling.relation == Relation.COMPATIBLE and aspect in DESCRIBED:
        known = a.act is not None and b.act is not None
        return ruling if known and same_act(a.act, b.act, world) else None
    return ruling


def _differs(ruling: Ruling) -> bool:
    return ruling.relation != Relation.AGREE


def _hedged(ruling: Ruling, a: Detail, b: Detail) -> Ruling:
    hedges = dict.fromkeys(detail.hedge for detail in (a, b) if detail.hedge)
    if not hedges:
        return ruling
    said = " and ".join(f'"{words}"' for words in hedges)
    return ruling._replace(confidence=ruling.confidence * HEDGED, reason=f"{ruling.reason}; hedged: {said}")
