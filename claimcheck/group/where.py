"""The place of an incident: the narrowest that its accounts share, how it is named, and whether they differ on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.group.material import Telling
from claimcheck.group.shared import asserted, sources
from claimcheck.group.words import families, words
from claimcheck.model import Aspect, Fact, Kind

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge

_ENOUGH = 2
_NEAR = "near "
_BEYOND_NEAR = re.compile(r"\bnear\b.*\b(?:in|of)\b", re.IGNORECASE | re.DOTALL)
"""What stands before the town in "near the market in the town": the town itself is not only near."""


class Named(NamedTuple):
    """A place that a source names, and the words that name it."""

    source: str
    place: str
    text: str


def place(group: Sequence[Telling], knowledge: Knowledge) -> str | None:
    """Return the narrowest place that two sources name, or name one in; none where a source knows only others.

    Of one source alone, it is the place that it names.
    """
    named = _named(group)
    holds, apart = _ground(named, knowledge)
    of: dict[str, set[str]] = {}
    for source, where, _ in named:
        of.setdefault(source, set()).add(where)

    def told(where: str) -> int:
        return sum(any(holds(where, other) for other in found) for found in of.values())

    def fits(where: str) -> bool:
        return not any(all(apart(where, other) for other in found) for found in of.values())

    enough = min(_ENOUGH, len(sources(group)))
    common = [p for p in sorted({p for found in of.values() for p in found}) if told(p) >= enough and fits(p)]
    narrow = [p for p in common if not any(p != other and holds(p, other) for other in common)]
    return narrow[0] if len(narrow) == 1 else None


def places_differ(group: Sequence[Telling], knowledge: Knowledge) -> bool:
    """Whether each place of one source is known to be apart from each of another."""
    named = _named(group)
    _, apart = _ground(named, knowledge)
    of = [{place for source, place, _ in named if source == one} for one in sources(group)]
    return any(a and b and all(apart(x, y) for x in a for y in b) for a, b in combinations(of, 2))


def phrase(group: Sequence[Telling], where: str | None) -> str:
    """Return how a place stands in a headline: "in Homs", "near the Blue Line", "at al-Shifa hospital"."""
    if not where:
        return ""
    site = _site(_named(group), where)
    return f"at {site}" if site else where if where.startswith(_NEAR) else f"in {where}"


def _named(group: Sequence[Telling]) -> list[Named]:
    """Return the places that affirmed tellings name; common nouns ("the village") are none.

    Where something happened, only what tells of a happening counts: two leaders may have talked of anywhere.
    """
    events = [telling for telling in group if telling.proposition.kind is Kind.EVENT]
    given = asserted(events or group, Aspect.WHERE)
    return [Named(source, _meant(fact), fact.text) for source, fact in given if not str(fact.value).islower()]


def _meant(fact: Fact) -> str:
    """Return the place of a fact, without a "near" that belongs to something else in its words."""
    where = str(fact.value)
    before = fact.text.casefold().find(_bare(where).casefold())
    beyond = where.startswith(_NEAR) and _BEYOND_NEAR.search(fact.text[: max(before, 0)])
    return _bare(where) if beyond else where


def _ground(
    named: Sequence[Named], knowledge: Knowledge
) -> tuple[Callable[[str, str], bool], Callable[[str, str], bool]]:
    """Return whether one place holds another, and whether two are apart, as is known or as the accounts say."""
    tellers = {(one.place, one.text): one for one in named}.values()
    said = {(outer, one.place) for one in tellers for outer in {n.place for n in named} if _lies_in(one, outer)}

    def holds(outer: str, inner: str) -> bool:
        if _bare(outer) == _bare(inner):
            return outer == inner or outer.startswith(_NEAR)
        return (outer, inner) in said or bool(knowledge.places.contains(_bare(outer), _bare(inner)))

    def apart(a: str, b: str) -> bool:
        if _bare(a) == _bare(b) or {(a, b), (b, a)} & said:
            return False
        known = knowledge.places.contains(_bare(a), _bare(b)), knowledge.places.contains(_bare(b), _bare(a))
        return known == (False, False)

    return holds, apart


def _lies_in(one: Named, outer: str) -> bool:
    """Whether the words that name a place say what it lies in: "the village of Buwari in the state of Yobe"."""
    inner, around = _bare(one.place), _bare(outer)
    if inner == around or around.casefold() not in one.text.casefold():
        return False
    lies_in = rf"\b{re.escape(inner)}\b.*\bin\b.*\b{re.escape(around)}\b"
    return re.search(lies_in, one.text, re.IGNORECASE | re.DOTALL) is not None


def _site(named: Sequence[Named], where: str) -> str | None:
    """Return the whole name of a building or a ship that is only named by its place: "al-Shifa hospital"."""
    if " " in where and families("targets", words(where.rsplit(" ", 1)[-1])):
        return where
    nouns = [re.search(rf"\b{re.escape(where)}\s+([a-z]+)", n.text) for n in named if n.place == where]
    after = {found[1] if found else "" for found in nouns}
    noun = after.pop() if len(after) == 1 else ""
    return f"{where} {noun}" if noun and families("targets", words(noun)) else None


def _bare(where: str) -> str:
    return where.removeprefix(_NEAR)
