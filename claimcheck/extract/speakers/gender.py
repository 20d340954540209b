"""Whether a person is called a woman or a man: by a noun, a given name, a pronoun before."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib.resources import files

MEN = frozenset({"he", "him", "his", "himself"})
WOMEN = frozenset({"she", "her", "hers", "herself"})


class Gender(StrEnum):
    """What the words of a text say of a person."""

    WOMAN = "woman"
    MAN = "man"


def of_pronoun(word: str) -> Gender | None:
    """Return the gender of a pronoun, in lower case."""
    return Gender.MAN if word in MEN else Gender.WOMAN if word in WOMEN else None


def of_noun(lemmas: Iterable[str]) -> Gender | None:
    """Return what the nouns about a person say; nothing where they say both."""
    found = {_nouns()[lemma] for lemma in lemmas if lemma in _nouns()}
    return found.pop() if len(found) == 1 else None


def of_name(name: str) -> Gender | None:
    """Return the gender of those who have the given name with which a full name begins."""
    first, *others = name.casefold().split()
    return _names().get(first) if others else None


def is_given_name(word: str) -> bool:
    """Return whether a word is a given name."""
    return word.casefold() in _names()


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(
        files(__package__).joinpath("gender.toml").read_text(encoding="utf-8")
    )
    return tables


@cache
def _nouns() -> dict[str, Gender]:
    women, men = _tables()["women"]["nouns"], _tables()["men"]["nouns"]
    return {**dict.fromkeys(women, Gender.WOMAN), **dict.fromkeys(men, Gender.MAN)}


@cache
def _names() -> dict[str, Gender]:
    women, men = _tables()["women"]["names"], _tables()["men"]["names"]
    return {**dict.fromkeys(women, Gender.WOMAN), **dict.fromkeys(men, Gender.MAN)}
