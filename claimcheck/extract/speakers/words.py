"""The nouns that stand for sources, read from `roles.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Roles:
    """`institutions`, and `capitals` where so written: a noun to kinds of sources; `persons`: an office to titles."""

    institutions: Mapping[str, tuple[str, ...]]
    persons: Mapping[str, tuple[str, ...]]
    ahead: frozenset[str]
    leaders: frozenset[str]
    mouthpieces: frozenset[str]
    heads: frozenset[str]
    led: frozenset[str]
    texts: frozenset[str]
    documents: frozenset[str]
    people: frozenset[str]
    honorifics: frozenset[str]
    staff: frozenset[str]
    heads_of: Mapping[str, tuple[str, ...]]
    fields: frozenset[str]
    capitals: Mapping[str, tuple[str, ...]]
    enterprises: frozenset[str]
    bodies: frozenset[str]
    owned: frozenset[str]
    holders: frozenset[str]
    firms: frozenset[str]
    delegates: frozenset[str]
    epithets: frozenset[str]
    branches: frozenset[str]
    seats: frozenset[str]
    named: frozenset[str]
    narrowed: frozenset[str]
    plain: frozenset[str]
    close: frozenset[str]
    units: frozenset[str]
    missions: Mapping[str, str]
    media_first: Mapping[str, str]
    media_last: Mapping[str, str]

    @property
    def spokesmen(self) -> frozenset[str]:
        """The mouthpieces who are persons."""
        return frozenset(noun for noun in self.mouthpieces if noun.startswith("spokes"))

    def is_title(self, lemma: str) -> bool:
        """Return whether a word before a name is an office, a rank or a courtesy."""
        return lemma in self.persons or lemma in self.honorifics

    def is_person(self, lemma: str) -> bool:
        """Return whether a noun is one for a person: an office, a rank, a trade."""
        return lemma in self.people or self.is_title(lemma) or lemma in self.staff

    def can_speak(self, noun: str) -> bool:
        """Return whether a noun is one for people, institutions or what they issue."""
        groups = (self.people, self.institutions, self.persons, self.mouthpieces, self.texts)
        return any(noun in group for group in groups)


@cache
def roles() -> Roles:
    """Return the words of `roles.toml`."""
    tables = tomllib.loads(files(__package__).joinpath("roles.toml").read_text(encoding="utf-8"))
    return Roles(
        {noun: tuple(kinds) for noun, kinds in tables["institutions"].items()},
        {office: tuple(titles) for office, titles in tables["persons"].items()},
        frozenset(tables["ahead"]["heads"]),
        frozenset(tables["leaders"]["offices"]),
        frozenset(tables["mouthpieces"]["nouns"]),
        frozenset(tables["mouthpieces"]["heads"]),
        frozenset(tables["mouthpieces"]["led"]),
        frozenset(tables["texts"]["nouns"]),
        frozenset(tables["texts"]["documents"]),
        frozenset(tables["people"]["nouns"]),
        frozenset(tables["honorifics"]["words"]),
        frozenset(tables["staff"]["nouns"]),
        {kind: tuple(titles) for kind, titles in tables["heads_of"].items()},
        frozenset(tables["fields"]["nouns"]),
        {noun: tuple(kinds) for noun, kinds in tables["capitals"].items()},
        frozenset(tables["enterprises"]["nouns"]),
        frozenset(tables["bodies"]["nouns"]),
        frozenset(tables["owned"]["nouns"]),
        frozenset(tables["holders"]["nouns"]),
        frozenset(tables["firms"]["nouns"]),
        frozenset(tables["delegates"]["nouns"]),
        frozenset(tables["epithets"]["nouns"]),
        frozenset(tables["branches"]["nouns"]),
        frozenset(tables["seats"]["nouns"]),
        frozenset(tables["named"]["nouns"]),
        frozenset(tables["narrowed"]["nouns"]),
        frozenset(tables["narrowed"]["plain"]),
        frozenset(tables["close"]["nouns"]),
        frozenset(tables["units"]["nouns"]),
        tables["missions"],
        _kinds_of(tables["media_first"]),
        _kinds_of(tables["media_last"]),
    )


def _kinds_of(table: Mapping[str, list[str]]) -> Mapping[str, str]:
    """Return a table of kinds, each with its words, the other way round."""
    return {word: kind for kind, words in table.items() for word in words}
