"""What two accounts of an incident or more have in common, and none contradicts: a place, a target, persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.group.material import Telling
from claimcheck.group.shared import values
from claimcheck.group.words import families, name_phrases
from claimcheck.model import Aspect

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge

_ENOUGH = 2
_PARTIES = (Aspect.BY_WHOM, Aspect.TO_WHOM)


def place_in_common(group: Sequence[Telling], knowledge: Knowledge) -> str | None:
    """Return the narrowest place that two sources name, or name one in; none where a source knows only others."""
    given = values(group, Aspect.WHERE)
    places = sorted({place for found in given.values() for place in found if not place.islower()})

    def holds(outer: str, inner: str) -> bool:
        return outer == inner or bool(knowledge.places.contains(_bare(outer), _bare(inner)))

    def apart(a: str, b: str) -> bool:
        known = knowledge.places.contains(_bare(a), _bare(b)), knowledge.places.contains(_bare(b), _bare(a))
        return a != b and known == (False, False)

    def fits(place: str) -> bool:
        return not any(all(apart(place, other) for other in found) for found in given.values())

    def told(place: str) -> int:
        return sum(any(holds(place, other) for other in found) for found in given.values())

    common = [place for place in places if told(place) >= _ENOUGH and fits(place)]
    narrow = [place for place in common if not any(place != other and holds(place, other) for other in common)]
    return narrow[0] if len(narrow) == 1 else None


def in_common(group: Sequence[Telling], kind: str) -> str | None:
    """Return the family of "means" or "targets" that most sources name, two at least; none where two are equal."""
    tellers: dict[str, set[str]] = {}
    for telling in group:
        for family in sorted(families(kind, telling.proposition.text)):
            tellers.setdefault(family, set()).add(telling.claim.source.id)
    most = max(map(len, tellers.values()), default=0)
    common = [family for family, names in tellers.items() if len(names) == most >= _ENOUGH]
    return common[0] if len(common) == 1 else None


def persons(group: Sequence[Telling], knowledge: Knowledge) -> tuple[str, ...]:
    """Return the last names of the known persons that two sources name, in the order told."""
    named: dict[str, set[str]] = {}
    for telling in group:
        for name in _persons(telling, knowledge):
            named.setdefault(name, set()).add(telling.claim.source.id)
    return tuple(name for name, tellers in named.items() if len(tellers) >= _ENOUGH)


def _persons(telling: Telling, knowledge: Knowledge) -> Iterator[str]:
    """The last names of the known persons that a proposition names, or that its parties are."""
    given = (str(fact.value) for fact in telling.proposition.facts if fact.aspect in _PARTIES)
    parties = (knowledge.registry.get(value) for value in given)
    matches = map(knowledge.registry.match, name_phrases(telling.proposition.standalone))
    for entry in (*parties, *(match.entry for match in matches if match)):
        if entry and entry.kind == "individual":
            yield entry.name.split()[-1]


def _bare(place: str) -> str:
    return place.removeprefix("near ")
