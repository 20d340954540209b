"""Sources that every country has: its army, ministries, embassies. See patterns.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.knowledge.countries import Country
from claimcheck.knowledge.entries import Entry
from claimcheck.knowledge.tables import own_table


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of source that countries have. Its `phrases` have slots; `name` says how to call one.

    `alone` are the nouns that mean one where no country is named, and `called` is how to call it then.
    """

    id: str
    kind: str
    name: str
    phrases: tuple[str, ...]
    alone: tuple[str, ...] = ()
    called: str = ""

    @property
    def arity(self) -> int:
        """How many countries it takes to make an entry."""
        return 2 if "{Host}" in self.name else 1

    def entry(self, countries: Sequence[Country]) -> Entry:
        """Return the entry of this pattern for one country, or for a country and its host."""
        own, host = countries[0], countries[-1]
        name = self.name.format(Nation=own.adjective, Country=own.name, Host=host.name)
        id_ = "-".join([self.id, *(country.code.lower() for country in countries)])
        return Entry(id_, name, self.kind, side=own.name, country=own.name)


def load_patterns() -> tuple[Pattern, ...]:
    """Return the patterns of patterns.toml, in its order."""
    return tuple(_pattern(id_, row) for id_, row in own_table("patterns.toml").items())


def _pattern(id_: str, row: Mapping[str, Any]) -> Pattern:
    ministry = row["kind"] == "ministry"
    alone = row["nouns"] if ministry else row.get("alone", ())
    called = row["name"].removeprefix("{Nation} ") if ministry else row.get("called", "")
    return Pattern(id_, row["kind"], row["name"], tuple(_phrases(row)), tuple(alone), called)


def _phrases(row: Mapping[str, Any]) -> Iterator[str]:
    for noun in row.get("nouns", ()):
        yield "{nation} " + noun
        yield noun + " of {country}"
    yield from row.get("phrases", ())
