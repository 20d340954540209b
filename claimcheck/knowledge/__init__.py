"""What the world is called: sources, places, acts. The data is in TOML, the matching in code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from claimcheck.knowledge.acts import Acts, load_acts
from claimcheck.knowledge.countries import load_countries
from claimcheck.knowledge.entries import Entry, entries_of, merged
from claimcheck.knowledge.gazetteer import Gazetteer
from claimcheck.knowledge.names import How
from claimcheck.knowledge.patterns import Pattern, load_patterns
from claimcheck.knowledge.places import load_places
from claimcheck.knowledge.press import is_called_as_press
from claimcheck.knowledge.proof import words_for_proof
from claimcheck.knowledge.registry import Match, Registry
from claimcheck.knowledge.tables import own_tables
from claimcheck.settings import user_table

__all__ = [
    "Acts",
    "Entry",
    "Gazetteer",
    "How",
    "Knowledge",
    "Match",
    "Pattern",
    "Registry",
    "default_knowledge",
    "is_called_as_press",
    "words_for_proof",
]


@dataclass(frozen=True)
class Knowledge:
    """Who speaks, where it is, what was done: the three lexica of a run."""

    registry: Registry
    places: Gazetteer
    acts: Acts


@lru_cache(maxsize=4)
def default_knowledge(extra_sources: Path | None = None) -> Knowledge:
    """Return the knowledge of this package, with the sources of a user's file added or in place of its own.

    Errors: `SettingsError` where the file cannot be read, is not TOML, or its sources clash with others.
    """
    countries = load_countries()
    added = entries_of(user_table(extra_sources, "sources"), str(extra_sources)) if extra_sources else ()
    registry = Registry(merged(_own_entries(), added), countries, load_patterns())
    return Knowledge(registry, Gazetteer(load_places(countries)), load_acts())


def _own_entries() -> Iterator[Entry]:
    for name, table in own_tables("sources"):
        yield from entries_of(table, name)
