"""Whether two clauses tell of one happening: the same act, one a kind of the other, or act and outcome."""

from __future__ import annotations

from claimcheck.judge.detail import World
from claimcheck.model import Aspect, Proposition


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


def opposed(a: str, b: str, world: World) -> bool:
    """Tell whether only one of two acts can have happened."""
    return world.knowledge.acts.opposed(a, b)


def harms(act: str, world: World) -> bool:
    """Tell whether an act is one of violence, or tells of one."""
    return _belongs(act, world.words.families["harm"], world)


def acts_of(proposition: Proposition, world: World) -> tuple[str, ...]:
    """Return the acts that a proposition asserts: its main act, or those of its details where that one only tells."""
    main = [f.value for f in proposition.facts if f.aspect == Aspect.STATUS and isinstance(f.value, str)]
    empty = (world.words.telling | world.words.empty) - world.words.denials
    told = [act for act in main if act not in empty]
    others = [f.of for f in proposition.facts if f.of and f.of not in empty]
    return tuple(dict.fromkeys(told or others))


def _belongs(act: str | None, family: frozenset[str], world: World) -> bool:
    return act in family or any(world.knowledge.acts.implies(act or "", member) for member in sorted(family))
