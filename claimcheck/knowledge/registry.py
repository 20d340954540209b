"""The registry of sources: from the words of a mention to who speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claimcheck.errors import SettingsError
from claimcheck.knowledge.countries import Country, country_slots
from claimcheck.knowledge.entries import Entry
from claimcheck.knowledge.patterns import Pattern
from claimcheck.knowledge.phrases import Found, Phrases
from claimcheck.knowledge.tables import own_table
from claimcheck.knowledge.words import Case, Word, keys_of, words_of


class How(StrEnum):
    """What made a mention match: the name, another name, a pattern, a person's office, a country or its capital."""

    NAME = "name"
    ALIAS = "alias"
    PATTERN = "pattern"
    OFFICE = "office"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Match:
    """A mention understood: the entry, how, and the words of the mention that name it."""

    entry: Entry
    how: How
    words: str


_Value = tuple[How, Entry | Pattern]


class Registry:
    """Registered sources and those that patterns make for every country. Build it once: it indexes all names.

    Errors: `SettingsError` where two entries share a name or an entry refers to an id that is not there.
    """

    def __init__(self, entries: Iterable[Entry], countries: Iterable[Country], patterns: Iterable[Pattern]) -> None:
        self.entries = tuple(entries)
        self._countries = tuple(countries)
        self._patterns = {pattern.id: pattern for pattern in patterns}
        self._by_id = {entry.id: entry for entry in self.entries}
        self._fillers = {
            (pattern, entry.country): entry for entry in self.entries for pattern in entry.patterns if entry.country
        }
        slots = country_slots(self._countries)
        self._nations, self._hosts = slots["nation"], slots["host"]
        self._phrases: Phrases[_Value] = Phrases(slots)
        words = own_table("mentions.toml")
        self._qualifiers = frozenset(words["qualifiers"])
        self._ordinary = frozenset(words["ordinary"])
        self._index()
        self.match = lru_cache(maxsize=8192)(self._match)

    def get(self, id: str) -> Entry | None:  # noqa: A002 - the name that everything here has
        """Return the entry with an id, one that a pattern makes ("embassy-ru-il") included."""
        return self._by_id.get(id) or self._made(id)

    def within(self, text: str) -> tuple[tuple[int, int, Match], ...]:
        """Return (start, end, match) of the names in a text, in order; where names overlap, the first and longest."""
        words = words_of(text)
        return tuple(
            (words[f.first].start, words[f.last - 1].end, self._seen(f, words, text)) for f in self._all(words)
        )

    def office(self, entry: Entry) -> Entry | None:
        """Return the office that a person heads."""
        return self.get(entry.heads[0]) if entry.heads else None

    def institution(self, entry: Entry) -> Entry:
        """Return who answers for what this entry says: the institution of a spokesman, else the entry."""
        return (entry.speaks_for and self.get(entry.speaks_for)) or entry

    def explain(self, text: str) -> tuple[tuple[str, Match | None], ...]:
        """Return what a text matches: as a whole, then each name in it, with the words of the text."""
        return ((text, self.match(text)), *((text[start:end], match) for start, end, match in self.within(text)))

    def _match(self, mention: str) -> Match | None:
        words = words_of(mention)
        if not words:
            return None
        strict = len(words) == 1 and words[0].key in self._ordinary
        found = self._whole(words, strict) or self._qualified(words)
        return self._seen(found, words, mention) if found else self._country(words, mention, strict)

    def _whole(self, words: Sequence[Word], strict: bool) -> Found[_Value] | None:
        together = words if strict else [word._replace(apart=False) for word in words]
        whole = [f for f in self._phrases.at(together, 0, strict) if f.last == len(words)]
        return min(whole, key=_rank, default=None)

    def _qualified(self, words: Sequence[Word]) -> Found[_Value] | None:
        """Return the one entry that the words name when qualifiers ("state-run", its own country) are left out."""
        found = list(self._all(words))
        entries = {self._entry(f).id: self._entry(f) for f in found}
        if len(entries) != 1:
            return None
        (entry,) = entries.values()
        inside = {i for f in found for i in range(f.first, f.last)}
        outside = [i for i in range(len(words)) if i not in inside]
        if all(words[i].key in self._qualifiers or self._is_of(words[i], entry) for i in outside):
            return found[0]
        return None

    def _is_of(self, word: Word, entry: Entry) -> bool:
        return any(f.value.name == entry.country for f in self._nations.at([word], 0))

    def _country(self, words: Sequence[Word], mention: str, strict: bool) -> Match | None:
        """Return the government that a country's name or its seat stands for ("Moscow said")."""
        for f in self._hosts.at(words, 0, strict):
            if f.last == len(words) and mention:
                return Match(self._of_pattern(self._patterns["government"], (f.value,)), How.COUNTRY, mention.strip())
        return None

    def _all(self, words: Sequence[Word]) -> Iterator[Found[_Value]]:
        i = 0
        while i < len(words):
            found = min(self._phrases.at(words, i), key=lambda f: (-f.last, _rank(f)), default=None)
            if found:
                yield found
            i = found.last if found else i + 1

    def _seen(self, found: Found[_Value], words: Sequence[Word], text: str) -> Match:
        start, end = words[found.first].start, words[found.last - 1].end
        return Match(self._entry(found), found.value[0], text[start:end])

    def _entry(self, found: Found[_Value]) -> Entry:
        _, value = found.value
        if isinstance(value, Entry):
            return value
        return self._of_pattern(value, [c for c in found.filled if isinstance(c, Country)])

    def _of_pattern(self, pattern: Pattern, countries: Sequence[Country]) -> Entry:
        registered = self._fillers.get((pattern.id, countries[0].name)) if pattern.arity == 1 else None
        return registered or pattern.entry(countries)

    def _made(self, id_: str) -> Entry | None:
        by_code = {country.code.lower(): country for country in self._countries}
        for pattern in self._patterns.values():
            if id_.startswith(pattern.id + "-"):
                countries = [by_code.get(code) for code in id_[len(pattern.id) + 1 :].split("-")]
                known = [country for country in countries if country]
                if len(known) == len(countries) == pattern.arity:
                    return pattern.entry(known)
        return None

    def _index(self) -> None:
        owners: dict[tuple[str, ...], Entry] = {}
        for entry in self.entries:
            self._index_entry(entry, owners)
        for pattern in self._patterns.values():
            for phrase in pattern.phrases:
                self._phrases.add(_pattern_keys(phrase), (How.PATTERN, pattern))

    def _index_entry(self, entry: Entry, owners: dict[tuple[str, ...], Entry]) -> None:
        office = self.office(entry)
        if entry.heads and not office:
            raise SettingsError(f"source {entry.id} heads {entry.heads[0]}, which is not registered", "give it a row")
        for name in entry.names:
            keys = keys_of(name)
            owner = owners.setdefault(keys, entry)
            if owner is not entry:
                raise SettingsError(
                    f"{name!r} is a name of two sources, {owner.id} and {entry.id}",
                    "leave it out of one of them, or give your row the id of the other to replace it",
                )
            how = How.NAME if name == entry.name else How.ALIAS
            self._phrases.add(keys, (how, entry), [word.case for word in words_of(name)])
            if office:
                self._phrases.add((*keys, "office"), (How.OFFICE, office))


def _pattern_keys(phrase: str) -> list[str]:
    return [key for part in phrase.split() for key in ([part] if part.startswith("{") else keys_of(part))]


def _rank(found: Found[_Value]) -> int:
    """A registered name goes before a pattern."""
    return list(How).index(found.value[0])


def least_case(word: Word) -> Case:
    """Return how a word of a name must at least be written in a text."""
    return word.case
