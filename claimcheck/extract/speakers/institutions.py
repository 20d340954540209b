"""Institutions that publish and are in no registry: which kind the name of an outlet says it is."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.speakers.words import roles
from claimcheck.knowledge import Knowledge, is_called_as_press

_LONGEST_OWNER = 3
"""Words before or behind the noun of an institution that say whose it is: "Velan", "of the North Isles"."""


def kind_of_publisher(name: str, knowledge: Knowledge) -> str | None:
    """Return what kind of institution a name is one of: "Embassy of Tarkia in Brussels", "Velan Presidency".

    Nothing for a paper's name, though it has such a word: "Army Times".
    """
    if is_called_as_press(name):
        return None
    words = name.split()
    missions = roles().missions
    for n, word in enumerate(words):
        behind = words[n + 1 : n + 2]
        if word.casefold() in missions and (not behind or behind[0].casefold() in ("of", "in", "to", "for")):
            return missions[word.casefold()]
    patterns = (knowledge.registry.of_any_country(text) for text in _without_owner(words))
    found = next(filter(None, patterns), None)
    return found.kind if found else None


def _without_owner(words: list[str]) -> Iterator[str]:
    """Yield a name, and what is left of it without words that may say whose it is, on either side."""
    for n in range(min(_LONGEST_OWNER, len(words) - 1) + 1):
        yield " ".join(words[n:])
    of = max((n for n, word in enumerate(words) if n and word.casefold() == "of"), default=0)
    if of and len(words) - of - 1 <= _LONGEST_OWNER:
        yield " ".join(words[:of])
