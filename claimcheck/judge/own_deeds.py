"""What a source denies to have done itself: "denied striking the hospital" names no doer, and means its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.judge.detail import Detail, World
from claimcheck.model import Aspect, Claim, Fact, Proposition, Stance


def own_deed(claim: Claim, proposition: Proposition, world: World) -> Iterator[Detail]:
    """Yield the source as the doer of what it denies, where the words are a gerund that names none.

    The words of the detail are the source's name: they are compared, and never shown.
    """
    act = next((fact for fact in proposition.facts if fact.aspect == Aspect.STATUS), None)
    if act is None or claim.stance != Stance.DENY or not _is_gerund(act, proposition):
        return
    if any(fact.aspect == Aspect.BY_WHOM and fact.of == act.of for fact in proposition.facts):
        return
    known = world.knowledge.registry.get(claim.source.id)
    value = claim.source.id if known is not None else None
    name = claim.source.name.removeprefix("the ").removeprefix("The ")
    yield Detail(replace(act, aspect=Aspect.BY_WHOM, text=name, value=value), proposition, act.of)


def _is_gerund(act: Fact, proposition: Proposition) -> bool:
    first = act.text.split()[0].lower() if act.text.split() else ""
    return first.endswith("ing") and proposition.text.lower().startswith(first)
