"""Countries, their demonyms and seats of government, and the phrases that name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from claimcheck.knowledge.phrases import Phrases
from claimcheck.knowledge.tables import own_table
from claimcheck.knowledge.words import Case, words_of


@dataclass(frozen=True, slots=True)
class Country:
    """A country. `people` are its demonyms, the usual adjective first; `seat` is where its government sits."""

    name: str
    code: str
    people: tuple[str, ...]
    seat: str | None = None
    also: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()

    @property
    def adjective(self) -> str:
        return self.people[0]


def load_countries() -> tuple[Country, ...]:
    """Return the countries of countries.toml, in its order."""
    return tuple(_country(name, row) for name, row in own_table("countries.toml").items())


def country_slots(countries: Iterable[Country]) -> Mapping[str, Phrases[Country, Country]]:
    """Return what fills the slots of a pattern.

    "nation" is a country's adjective or possessive ("Syrian", "Syria's", "Syrias" with its apostrophe
    lost), "country" its name, "host" its name or a city with embassies.
    """
    slots: dict[str, Phrases[Country, Country]] = {"nation": Phrases(), "country": Phrases(), "host": Phrases()}
    for country in countries:
        names = (country.name, *country.also)
        for name in names:
            _add(slots["country"], name, country)
            _add(slots["host"], name, country)
            _add(slots["nation"], name, country)
            _add(slots["nation"], name + "s", country)
        for people in country.people:
            if people not in names:
                _add(slots["nation"], people, country)
        for city in filter(None, (country.seat, *country.seats)):
            _add(slots["host"], city, country)
    return slots


def _add(phrases: Phrases[Country, Country], name: str, country: Country) -> None:
    words = words_of(name)
    cases = [Case.LOWER if word.key in ("and", "of") else word.case for word in words]
    phrases.add([word.key for word in words], country, cases)


def _country(name: str, row: Mapping[str, Any]) -> Country:
    lists = {key: tuple(row.get(key, ())) for key in ("people", "also", "seats")}
    return Country(name, row["code"], seat=row.get("seat"), **lists)
