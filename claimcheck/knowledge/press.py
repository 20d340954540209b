"""How outlets are called. See press.toml."""

from __future__ import annotations

from functools import cache

from claimcheck.knowledge.tables import own_table
from claimcheck.knowledge.words import keys_of


def is_called_as_press(name: str) -> bool:
    """Tell whether a name has a word by which papers, stations and sites are called: "Bay Herald", "Coast FM"."""
    return not _words().isdisjoint(keys_of(name))


@cache
def _words() -> frozenset[str]:
    return frozenset(own_table("press.toml")["words"])
