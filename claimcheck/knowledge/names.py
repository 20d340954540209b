"""The index of all names: which phrase means which entry or pattern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from claimcheck.errors import SettingsError
from claimcheck.knowledge.countries import Country
from claimcheck.knowledge.entries import Entry
from claimcheck.knowledge.patterns import Pattern
from claimcheck.knowledge.phrases import Phrases
from claimcheck.knowledge.words import Case, Word, keys_of, words_of


class How(StrEnum):
    """What made a mention match, the best first.

    The name, another name, the office that a person heads, a pattern, a country or its seat of government, or a
    spelling close to a name.
    """

    NAME = "name"
    ALIAS = "alias"
    OFFICE = "office"
    PATTERN = "pattern"
    COUNTRY = "country"
    SPELLING = "spelling"


class _Rank(IntEnum):
    WRITTEN = 0
    APOSTROPHE_LOST = 1


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase means. `surname`: it is a part of a person's name, which others may bear."""

    how: How
    what: Entry | Pattern
    surname: bool = False
    rank: int = _Rank.WRITTEN

    @property
    def order(self) -> tuple[int, int]:
        """Sorts the meanings of one phrase, the best first."""
        return self.rank, list(How).index(self.how)


def index(
    entries: Sequence[Entry], patterns: Iterable[Pattern], slots: Mapping[str, Phrases[Country, Country]]
) -> Phrases[Named, Country]:
    """Return the phrases of all names. Errors: `SettingsError` where two entries share a name."""
    _check_owners(entries)
    phrases: Phrases[Named, Country] = Phrases(slots)
    for entry in entries:
        for name in entry.names:
            _add(phrases, words_of(name), _named(entry, name))
    for pattern in patterns:
        for phrase in pattern.phrases:
            phrases.add(list(_pattern_keys(phrase)), Named(How.PATTERN, pattern))
    return phrases


def add_owned(phrases: Phrases[Named, Country], owned: Iterable[tuple[Entry, str, Entry]]) -> None:
    """Add "<person>'s <word>" for a person, a word and what it means: "Netanyahu's office", "Obama administration"."""
    for person, word, meant in owned:
        for name in person.names:
            keys = list(keys_of(name))
            for form in (keys, _possessive(keys)):
                phrases.add([*form, word], Named(How.OFFICE, meant))


def _named(entry: Entry, name: str) -> Named:
    keys = keys_of(name)
    own = keys_of(entry.name)
    surname = entry.kind == "individual" and len(keys) < len(own) and own[-len(keys) :] == keys
    return Named(How.NAME if name == entry.name else How.ALIAS, entry, surname)


def _add(phrases: Phrases[Named, Country], words: Sequence[Word], named: Named) -> None:
    """Add a name, and the name with a possessive that lost its apostrophe: "Assads", "IDFs"."""
    keys, cases = [word.key for word in words], [_least_case(word) for word in words]
    phrases.add(keys, named, cases)
    if not keys[-1].endswith("s"):
        lost = Named(named.how, named.what, named.surname, _Rank.APOSTROPHE_LOST)
        phrases.add(_possessive(keys), lost, cases)


def _possessive(keys: Sequence[str]) -> list[str]:
    return [*keys[:-1], keys[-1] + "s"]


def _least_case(word: Word) -> Case:
    """An acronym that can be spoken is also written as a name: "Nato", "Unicef"."""
    return Case.TITLE if word.case == Case.UPPER and len(word.key) > 3 else word.case


def _check_owners(entries: Iterable[Entry]) -> None:
    owners: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        for name in entry.names:
            keys = keys_of(name)
            if not keys:
                raise SettingsError(f"source {entry.id} has the name {name!r}, which has no word", "leave it out")
            owner = owners.setdefault(keys, entry)
            if owner is not entry:
                raise SettingsError(
                    f"{name!r} is a name of two sources, {owner.id} and {entry.id}",
                    f"leave it out of one of them, or call your row [{owner.id}] to replace that source",
                )


def _pattern_keys(phrase: str) -> Iterator[str]:
    for part in phrase.split():
        yield from [part] if part.startswith("{") else keys_of(part)
