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
    cities: tuple[str, ...] = ()

    @property
    def adjective(self) -> str:
        return self.people[0]


def load_countries() -> tuple[Country, ...]:
    """Return the countries of countries.toml, in its order."""
    return tuple(_country(name, row) for name, row in own_table("countries.toml").items())


def country_slots(countries: Iterable[Country]) -> Mapping[str, Phrases[Country, Country]]:
    """Return what fills the slots of a pattern.

    "nation" is a country's adjective or possessive ("Syrian", "Syria's", "Syrias" with its apostrophe
    lost), "country" its name, "host" its name or a city with embassies, "seat" its name or where its government sits.
    """
    slots: dict[str, Phrases[Country, Country]] = {slot: Phrases() for slot in ("nation", "country", "host", "seat")}
    for country in countries:
        names = (country.name, *country.also)
        seats = tuple(filter(None, (country.seat, *country.seats)))
        lost_apostrophes = (name + "s" for name in names)
        forms = {
            "nation": (*names, *lost_apostrophes, *country.people),
            "country": names,
            "host": (*names, *seats, *country.cities),
            "seat": (*names, *seats),
        }
        for slot, spellings in forms.items():
            for spelling in dict.fromkeys(spellings):
                _add(slots[slot], spelling, country)
    return slots


def _add(phrases: Phrases[Country, Country], name: str, country: Country) -> None:
    words = words_of(name)
    cases = [Case.LOWER if word.key in ("and", "of") else word.case for word in words]
    phrases.add([word.key for word in words], country, cases)


def _country(name: str, row: Mapping[str, Any]) -> Country:
    lists = {key: tuple(row.get(key, ())) for key in ("people", "also", "seats", "cities")}
    return Country(name, row["code"], seat=row.get("seat"), **lists)
