"""Reading the tables of places.

A file of `place_tables` has one table a country, and in it one a division: `[Syria.Aleppo]` with rows
`town = [other spellings]`, or `quarter = { in = "its town", also = [...] }`. `also` beside the rows are other
names of the division. `transliterated` beside a country's divisions says that its names come from another alphabet
and so in many spellings; `division` of a country is added to the name of a division where a town has the same
("Aleppo Governorate"). The table `[""]` holds what lies in no one country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from claimcheck.knowledge.countries import Country
from claimcheck.knowledge.tables import own_tables


@dataclass(frozen=True, slots=True)
class Place:
    """A place. `within` is the name of the smallest known place around it."""

    name: str
    within: str | None = None
    also: tuple[str, ...] = ()
    country: bool = False
    division: bool = False
    transliterated: bool = False


def load_places(countries: Iterable[Country]) -> tuple[Place, ...]:
    """Return the countries, then what lies in them."""
    tables = (table for _, table in own_tables("place_tables"))
    rows = (place for table in tables for name, rows in table.items() for place in _of_country(name, rows))
    return (*map(_whole, countries), *rows)


def _whole(country: Country) -> Place:
    names = (country.name, *country.also)
    plurals = (people + "s" for people in country.people)
    lost_apostrophes = (name + "s" for name in names)
    return Place(country.name, None, (*country.also, *country.people, *plurals, *lost_apostrophes), country=True)


def _of_country(country: str, table: Mapping[str, Any]) -> Iterator[Place]:
    if not country:
        yield from (Place(name, None, tuple(also)) for name, also in table.items())
        return
    spellings_vary = table.get("transliterated", False)
    for name, rows in table.items():
        if name not in ("division", "transliterated"):
            places = _of_division(name, rows, country, table.get("division", "region"))
            yield from (replace(place, transliterated=spellings_vary) for place in places)


def _of_division(name: str, rows: Mapping[str, Any], country: str, kind: str) -> Iterator[Place]:
    towns = {town: row for town, row in rows.items() if town != "also"}
    full = f"{name} {kind}" if name in towns else name
    yield Place(full, country, (name, *rows.get("also", ())), division=True)
    for town, row in towns.items():
        if isinstance(row, Mapping):
            yield Place(town, row["in"], tuple(row.get("also", ())))
        else:
            yield Place(town, full, tuple(row))
