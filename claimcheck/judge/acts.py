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


def opposed(a: str | None, b: str | None, world: World) -> bool:
    """Tell whether only one of two acts can have happened."""
    return a is not None and b is not None and world.knowledge.acts.opposed(a, b)


def acts_of(proposition: Proposition) -> tuple[str, ...]:
    """Return the main acts of a proposition, in its order."""
    values = (fact.value for fact in proposition.facts if fact.aspect == Aspect.STATUS)
    return tuple(value for value in values if isinstance(value, str))


def _belongs(act: str | None, family: frozenset[str], world: World) -> bool:
    return act in family or any(world.knowledge.acts.implies(act or "", member) for member in sorted(family))
