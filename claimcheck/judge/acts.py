"""Whether two clauses tell of one happening: the same act, one a kind of the other, or act and outcome."""

from __future__ import annotations

from claimcheck.judge.detail import World
from claimcheck.judge.lexicon import keys
from claimcheck.model import Aspect, Kind, Proposition


def same_act(a: str | None, b: str | None, world: World) -> bool:
    """Tell whether one act is the other or a kind of it; an act that is not known may be any."""
    if a is None or b is None or a == b:
        return True
    return world.knowledge.acts.implies(a, b) or world.knowledge.acts.implies(b, a)


def one_event(a: str | None, b: str | None, world: World) -> bool:
    """Tell whether two acts may be told of one event: "the strike" and "were killed"."""
    if same_act(a, b, world):
        return True
    families = world.words.families.values()
    return any(_belongs(a, family, world) and _belongs(b, family, world) for family in families)


def one_deed(a: str, b: str, world: World) -> bool:
    """Tell whether who denies one act may mean the other: the strike and the killing, not the charge and the arrest."""
    steps = world.words.steps
    return one_event(a, b, world) and not (_belongs(a, steps, world) and _belongs(b, steps, world))


def opposed(a: str, b: str, world: World) -> bool:
    """Tell whether only one of two acts can have happened."""
    return world.knowledge.acts.opposed(a, b)


def other_state(a: str, b: str, world: World) -> bool:
    """Tell whether of two acts or states of one thing each ends the other: burning, and put out."""
    return any((a in one and b in other) or (b in one and a in other) for one, other in world.words.states)


def goes_on(proposition: Proposition, world: World) -> bool:
    """Tell whether a state is said to last: "was still burning", "remained closed", "is open"."""
    if proposition.kind == Kind.STATE or _act(proposition).endswith("ing"):
        return True
    return not world.words.ongoing.isdisjoint(proposition.text.lower().split())


def ended_by(a: Proposition, b: Proposition, world: World) -> bool:
    """Tell whether one only says that a state was, and the other what ended it: "was in custody", "was released"."""
    return (_only_was(a, world) and not goes_on(b, world)) or (_only_was(b, world) and not goes_on(a, world))


def _only_was(proposition: Proposition, world: World) -> bool:
    act = next((fact for fact in proposition.facts if fact.aspect == Aspect.STATUS), None)
    if act is None or act.value not in world.words.ended or act.text.endswith("ing"):
        return False
    was = not world.words.past.isdisjoint(act.text.lower().split()[:1])
    return was and world.words.ongoing.isdisjoint(proposition.text.lower().split())


def _act(proposition: Proposition) -> str:
    return next((fact.text for fact in proposition.facts if fact.aspect == Aspect.STATUS), "")


def harms(act: str, world: World) -> bool:
    """Tell whether an act is one of violence, or tells of one."""
    return _belongs(act, world.words.families["harm"], world)


def of_one_thing(a: Proposition, b: Proposition, world: World) -> bool:
    """Tell whether two sentences share a word besides those of their acts: "exports rose", "imports fell" do not."""
    common = world.words.stop | world.words.pronouns
    first, second = (_named(p, world) - _words_of(p, Aspect.STATUS) for p in (a, b))
    return not first & second <= common


def _named(proposition: Proposition, world: World) -> set[str]:
    """Return the words of a sentence, with the words that may be said for them: a fire for a blaze."""
    words = {*keys(proposition.standalone)}
    return words | {general for general, kinds in world.words.things.items() if kinds & words}


def other_subjects(a: Proposition, b: Proposition, world: World) -> bool:
    """Tell whether two sentences are about different subjects: "exports", "imports"; a name may be anything's."""
    if _is_named(a, world) != _is_named(b, world):
        return False
    first, second = _subject(a, world), _subject(b, world)
    return bool(first) and bool(second) and not first & second


def _subject(proposition: Proposition, world: World) -> frozenset[str]:
    """Return the words before the act that are neither counted nor empty."""
    before, found, _ = proposition.standalone.partition(_act(proposition) or "\n")
    empty = world.words.stop | world.words.pronouns | _words_of(proposition, Aspect.HOW_MANY, Aspect.WHEN, Aspect.WHERE)
    return frozenset(keys(before)) - empty if found else frozenset()


def _is_named(proposition: Proposition, world: World) -> bool:
    doers = [str(fact.value) for fact in proposition.facts if fact.aspect == Aspect.BY_WHOM]
    return any(doer != doer.lower() or world.knowledge.registry.get(doer) is not None for doer in doers)


def _words_of(proposition: Proposition, *aspects: Aspect) -> frozenset[str]:
    return frozenset(word for fact in proposition.facts if fact.aspect in aspects for word in keys(fact.text))


def acts_of(proposition: Proposition, world: World) -> tuple[str, ...]:
    """Return the acts that a proposition asserts: its main act, or those of its details where that one only tells."""
    main = [f.value for f in proposition.facts if f.aspect == Aspect.STATUS and isinstance(f.value, str)]
    empty = (world.words.telling | world.words.empty) - world.words.denials
    told = [act for act in main if act not in empty]
    others = [f.of for f in proposition.facts if f.of and f.of not in empty]
    return tuple(dict.fromkeys(told or others))


def _belongs(act: str | None, family: frozenset[str], world: World) -> bool:
    return act is not None and not family.isdisjoint(world.knowledge.acts.kinds(act))
