"""How, what and why: descriptions that exclude each other stand on different values of one scale."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.judge.detail import FAINT, FAIR, Detail, Ruling, World
from claimcheck.judge.lexicon import Scale, keys, readings
from claimcheck.model import Aspect, Relation

MEANS = "means"
"""The scale of weapons and causes."""

DEBRIS = "debris"
"""The value of that scale for what falls down from what was shot down."""

WITHOUT = "without"

AT_SOMEONE = frozenset({"at someone"})
AIM, AT_NOBODY, SHOOT = "aim of fire", "at nobody", "shoot"
"""The scale of where shots go, its harmless value, and the act."""


def compare(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare two descriptions: known oppositions conflict, the same words agree, others are compatible."""
    first, second = on_scales(a, world), on_scales(b, world)
    shared = [scale for name, scale in world.words.scales.items() if name in first and name in second]
    for scale in shared:
        if DEBRIS in first.get(MEANS, frozenset()) ^ second.get(MEANS, frozenset()) and not (
            _hit(a, world) and _hit(b, world)
        ):
            continue  # what fell on a house may have fallen there because the town was attacked
        if excluded(scale, first[scale.name], second[scale.name]):
            what = {a.fact.aspect, b.fact.aspect} == {Aspect.WHAT}
            return Ruling(Relation.CONFLICT, FAIR, scale.targets if what and scale.targets else scale.reason)
    if first.get(AIM) == second.get(AIM) == AT_SOMEONE:
        return None  # at whom, "to whom" says
    alike = [first[scale.name] & second[scale.name] for scale in shared]
    for scale, same in zip(shared, alike, strict=True):
        if same and all(alike):  # "pilot error" and "a gas leak" are both no intent, and are two causes
            return Ruling(Relation.AGREE, FAIR, "the same in other words", not same <= scale.common)
    if not shared and (words := _same_words(a, b, world)):
        return Ruling(Relation.AGREE, FAIR, "the same words", specific=len(words) > 1 or a.fact.aspect == Aspect.HOW)
    return Ruling(Relation.COMPATIBLE, FAINT, "neither excludes the other")


def reasons(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare why it happened: two reasons may both hold, or not; those that share a word are compatible."""
    ruling = compare(a, b, world)
    if ruling is None or ruling.relation != Relation.COMPATIBLE:
        return ruling
    shared = _content(a, world) & _content(b, world)
    if shared:
        return ruling._replace(reason="reasons that have something in common")
    return Ruling(Relation.UNDECIDED, FAINT, "each gives another reason")


def means(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare by what means an act was done, told by one as its manner, by the other as who or what did it."""
    if MEANS not in on_scales(a, world) or MEANS not in on_scales(b, world):
        return None
    if any(d.fact.aspect == Aspect.WHAT and d.act is not None and d.act not in world.words.using for d in (a, b)):
        return None  # "shot down a drone", "found a bomb"
    ruling = compare(a, b, world)
    return ruling if ruling and ruling.relation != Relation.COMPATIBLE else None


def grounds(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare what one account tells as a manner and the other as a reason, where the two exclude each other."""
    if ruling := means(a, b, world):
        return ruling
    found = compare(a, b, world)
    return found if found and found.relation == Relation.CONFLICT else None


def aim(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare shots "in the air" with shots at somebody, of whom the other account only says who they were."""
    manner, target = (a, b) if a.fact.aspect == Aspect.HOW else (b, a)
    told = (fact for fact in target.proposition.facts if fact.aspect == Aspect.HOW)
    if any(fact.span.overlaps(target.fact.span) for fact in told):
        return None  # "towards the suspects" is compared as such
    acts = world.knowledge.acts
    shot = target.act is not None and (target.act == SHOOT or acts.implies(target.act, SHOOT))
    if shot and AT_NOBODY in on_scales(manner, world).get(AIM, ()):
        return Ruling(Relation.CONFLICT, FAIR, world.words.scales[AIM].reason)
    return None


def on_scales(detail: Detail, world: World) -> dict[str, frozenset[str]]:
    """Return where a detail stands: name of the scale to its values, for the scales of its aspect."""
    scales = (scale for scale in world.words.scales.values() if detail.fact.aspect in scale.aspects)
    found = ((scale.name, _readings(detail, scale)) for scale in scales)
    return {name: values for name, values in found if values}


def _readings(detail: Detail, scale: Scale) -> frozenset[str]:
    """Return where the words of a detail stand on a scale, or what they were read as: "on the boat" is "at someone"."""
    found = readings(detail.words, scale)
    read = isinstance(detail.fact.value, str) and detail.fact.value in scale.phrases.values()
    return found or (frozenset({str(detail.fact.value)}) if read else frozenset())


def excluded(scale: Scale, first: Iterable[str], second: Iterable[str]) -> bool:
    """Tell whether no value of one description can hold together with one of the other."""
    return not any(scale.reconcilable(a, b) for a in first for b in second)


def _hit(detail: Detail, world: World) -> bool:
    """Tell whether the account names a thing that was hit, and not only the town."""
    values = (fact.value for fact in detail.proposition.facts if fact.aspect == Aspect.WHAT)
    named = (value for value in values if isinstance(value, str) and value == value.lower())
    return any(value not in world.words.settlements for value in named)


def _content(detail: Detail, world: World) -> frozenset[str]:
    return frozenset(keys(detail.words)) - world.words.stop - world.words.plain - world.words.pronouns


def _same_words(a: Detail, b: Detail, world: World) -> frozenset[str]:
    """Return the words that two descriptions share, where those of one are among the other's and say something."""
    first, second = (frozenset(keys(detail.words)) - world.words.stop for detail in (a, b))
    shared = first & second
    bare = {a.fact.aspect, b.fact.aspect} == {Aspect.WHAT} and shared <= world.words.things.keys()
    if WITHOUT in first ^ second or bare:
        return frozenset()  # "the vessel": which one it is, the words that name it say
    return shared if shared in (first, second) and not shared <= world.words.plain else frozenset()
