"""Places: one name for each, whatever its spelling, and what lies in what. Unknown stays unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claimcheck.knowledge.countries import Country
from claimcheck.knowledge.tables import own_tables
from claimcheck.knowledge.words import keys_of


@dataclass(frozen=True, slots=True)
class Place:
    """A place: `within` is the name of the smallest known place around it, none for a country or a region of the world."""

    name: str
    within: str | None = None
    also: tuple[str, ...] = ()


class Gazetteer:
    """Known places by every spelling."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.places = tuple(places)
        self._by_name = {place.name: place for place in self.places}
        self._by_keys: dict[tuple[str, ...], str] = {}
        for place in self.places:
            for name in (place.name, *place.also):
                self._by_keys.setdefault(keys_of(name), place.name)
        self.canonical = lru_cache(maxsize=8192)(self._canonical)

    def contains(self, outer: str, inner: str) -> bool | None:
        """Whether `inner` lies in `outer` or is it; None where either is unknown."""
        around, place = self.canonical(outer), self.canonical(inner)
        if not around or not place:
            return None
        return around in self._around(place)

    def country(self, name: str) -> str | None:
        """Return the country that a place lies in, or that it is."""
        place = self.canonical(name)
        return list(self._around(place))[-1] if place else None

    def _canonical(self, name: str) -> str | None:
        return self._by_keys.get(keys_of(name))

    def _around(self, name: str) -> Iterator[str]:
        place: Place | None = self._by_name[name]
        while place:
            yield place.name
            place = self._by_name.get(place.within) if place.within else None


def load_places(countries: Iterable[Country]) -> tuple[Place, ...]:
    """Return the countries, then the places of the tables in the folder places."""
    own = [
        Place(
            c.name,
            also=(*c.also, *c.people, *(people + "s" for people in c.people), *(n + "s" for n in (c.name, *c.also))),
        )
        for c in countries
    ]
    rows = (place for name, table in own_tables("places") if name != "countries.toml" for place in _places(table))
    return (*own, *rows)


def _places(table: Mapping[str, Any]) -> Iterator[Place]:
    for outer, rows in table.items():
        for name, also in rows.items():
            yield Place(name, outer, tuple(also))
