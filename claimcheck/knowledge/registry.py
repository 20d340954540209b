"""The registry of sources: from the words of a mention to who speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from claimcheck.errors import SettingsError
from claimcheck.knowledge.countries import Country, country_slots
from claimcheck.knowledge.entries import Entry
from claimcheck.knowledge.mentions import load_surroundings
from claimcheck.knowledge.names import How, Named, add_owned, index
from claimcheck.knowledge.patterns import Pattern
from claimcheck.knowledge.phrases import Found
from claimcheck.knowledge.spelling import one_person, skeleton
from claimcheck.knowledge.words import Case, Word, keys_of, words_of

_CLOSE_SPELLING = 94.0
"""Least similarity (0 to 100) of a misspelt name: one wrong letter in about 17. By trial on the registry itself."""
_GOVERNING = ("administration", "cabinet", "government", "regime")
"""What a head of state or government has, in words that mean the government."""
_LEADING = ("presidency", "prime-ministers-office")
_LONGEST_NAME = 6
"""Words of a person's name, articles included."""
_LONG_NAME = 14
"""Shorter names are too easily mistaken for each other."""


@dataclass(frozen=True, slots=True)
class Match:
    """A mention understood: the entry, how, and the words of the mention that name it."""

    entry: Entry
    how: How
    words: str


class Registry:
    """Registered sources and those that patterns make for every country. Build it once: it indexes all names.

    Errors: `SettingsError` where two entries share a name or an entry refers to an id or pattern that is not there.
    """

    def __init__(self, entries: Iterable[Entry], countries: Iterable[Country], patterns: Iterable[Pattern]) -> None:
        self.entries = tuple(entries)
        self.patterns = tuple(patterns)
        self._by_id = {entry.id: entry for entry in self.entries}
        self._by_code = {country.code.lower(): country for country in countries}
        self._in_country = {(p, e.country): e for e in self.entries for p in e.patterns if e.country}
        self._made = lru_cache(maxsize=8192)(self._of_id)
        slots = country_slots(self._by_code.values())
        self._nations, self._seats = slots["nation"], slots["seat"]
        self._around = load_surroundings()
        self._check_references()
        self._names = index(self.entries, self.patterns, slots)
        add_owned(self._names, self._owned())
        self._long_names = {
            " ".join(keys): Named(How.SPELLING, entry)
            for entry in self.entries
            for keys in map(keys_of, entry.names)
            if len(keys) > 1 and len("".join(keys)) >= _LONG_NAME
        }
        self._spelt = _persons(self.entries)
        self._alone = {keys_of(noun): pattern for pattern in self.patterns for noun in pattern.alone}
        self.match = lru_cache(maxsize=8192)(self._match)

    def get(self, id: str) -> Entry | None:  # noqa: A002 - the name that it has everywhere
        """Return the entry with an id, one that a pattern makes ("embassy-ru-il") included."""
        return self._by_id.get(id) or self._made(id)

    def within(self, text: str) -> tuple[tuple[int, int, Match], ...]:
        """Return (start, end, match) of the names in a text, in order; where names overlap, the first and longest."""
        words = words_of(text)
        return tuple(
            (words[f.first].start, words[f.last - 1].end, self._seen(f, words, text)) for f in self._all(words)
        )

    def of_any_country(self, text: str) -> Pattern | None:
        """Return the institution that words name without the country whose it is: "the army", "Interior Ministry"."""
        return self._alone.get(keys_of(text))

    def of_country(self, pattern: Pattern, country: str) -> Entry | None:
        """Return the institution of a pattern that a country has."""
        codes = (country_.code for country_ in self._by_code.values() if country_.name == country)
        return next((self.get(f"{pattern.id}-{code.lower()}") for code in codes), None)

    def office(self, entry: Entry) -> Entry | None:
        """Return the office that a person heads, the one meant by "<name>'s office"."""
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
        strict = self._around.is_ordinary(words)
        found = self._whole(words, strict)
        words = words if found else self._around.without_backers(words)
        found = found or self._qualified(words)
        if found:
            return self._seen(found, words, mention)
        known = self._country(words, mention, strict)
        return known or self._spelt_otherwise(words, mention) or self._misspelt(words, mention)

    def _whole(self, words: Sequence[Word], strict: bool) -> Found[Named, Country] | None:
        together = [word._replace(apart=False) for word in words]
        whole = [f for f in self._names.at(together, 0, strict) if f.last == len(words)]
        return min(whole, key=lambda f: f.value.order, default=None)

    def _qualified(self, words: Sequence[Word]) -> Found[Named, Country] | None:
        """Return the one entry that the words name, when what is beside the name leaves it as it is."""
        found = list(self._all(words))
        chosen = self._one_of(found)
        if not chosen:
            return None
        entry = self._entry(chosen)
        first = min(f.first for f in found)
        inside = {i for f in found for i in range(f.first, f.last)}
        outside = [i for i in range(len(words)) if i not in inside and not self._is_of(words[i], entry)]
        before = (words[i].key for i in outside if i < first)
        after = (words[i].key for i in outside if i > first)
        person = entry.kind == "individual"
        return chosen if self._around.leave_as_is(before, after, person) else None

    def _one_of(self, found: Sequence[Found[Named, Country]]) -> Found[Named, Country] | None:
        """Return the name that all of those found come to: a person and his post, a spokesman and his institution."""
        people = [f for f in found if isinstance(f.value.what, Entry) and f.value.what.kind == "individual"]
        main = [f for f in found if not (people and self._entry(f).kind == "individual" and f not in people)]
        for candidate in reversed(main):
            entry = self._entry(candidate)
            if all(_goes_with(entry, self._entry(f)) for f in main):
                return next((f for f in main if self._entry(f).id == entry.speaks_for), candidate)
        return None

    def _is_of(self, word: Word, entry: Entry) -> bool:
        return any(f.value.name == entry.country for f in self._nations.at([word], 0))

    def _country(self, words: Sequence[Word], mention: str, strict: bool) -> Match | None:
        """Return the government that a country's name or its seat stands for ("Moscow said")."""
        whole = [f.value for f in self._seats.at(words, 0, strict) if f.last == len(words)]
        return Match(self._of_pattern("government", whole[:1]), How.COUNTRY, mention.strip()) if whole else None

    def _spelt_otherwise(self, words: Sequence[Word], mention: str) -> Match | None:
        """Return the person whose name the mention is, written from another alphabet: "Moqtada as-Sadr"."""
        keys = tuple(word.key for word in words)
        if len(keys) > _LONGEST_NAME or any(word.case == Case.LOWER and len(word.key) > 4 for word in words):
            return None
        found = [entry for known, entry in self._spelt.get(skeleton(keys), ()) if one_person(keys, known)]
        return Match(found[0], How.SPELLING, mention.strip()) if len(set(found)) == 1 else None

    def _misspelt(self, words: Sequence[Word], mention: str) -> Match | None:
        key = " ".join(word.key for word in words)
        if not _LONG_NAME <= len(key) <= 100:
            return None
        close = process.extractOne(key, self._long_names.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE_SPELLING)
        entry = self._long_names[close[0]].what if close else None
        return Match(entry, How.SPELLING, mention.strip()) if isinstance(entry, Entry) else None

    def _all(self, words: Sequence[Word]) -> Iterator[Found[Named, Country]]:
        i = 0
        while i < len(words):
            found = min(self._names.at(words, i), key=lambda f: (-f.last, f.value.order), default=None)
            if found and not (found.value.surname and self._around.has_first_name(words, i)):
                yield found
            i = found.last if found else i + 1

    def _seen(self, found: Found[Named, Country], words: Sequence[Word], text: str) -> Match:
        start, end = words[found.first].start, words[found.last - 1].end
        return Match(self._entry(found), found.value.how, text[start:end])

    def _entry(self, found: Found[Named, Country]) -> Entry:
        what = found.value.what
        return what if isinstance(what, Entry) else self._of_pattern(what.id, found.filled)

    def _of_pattern(self, id_: str, countries: Sequence[Country]) -> Entry:
        pattern = next(pattern for pattern in self.patterns if pattern.id == id_)
        registered = self._in_country.get((id_, countries[0].name)) if pattern.arity == 1 else None
        made = pattern.entry(countries)
        return registered or self._by_id.get(made.id, made)

    def _of_id(self, id_: str) -> Entry | None:
        for pattern in self.patterns:
            codes = id_.removeprefix(pattern.id + "-").split("-")
            known = [self._by_code[code] for code in codes if code in self._by_code]
            if id_.startswith(pattern.id + "-") and len(known) == len(codes) == pattern.arity:
                return self._of_pattern(pattern.id, known)
        return None

    def _owned(self) -> Iterator[tuple[Entry, str, Entry]]:
        """Yield each person's office, and the government of those who lead one."""
        codes = {country.name: code for code, country in self._by_code.items()}
        for entry in self.entries:
            office = self.office(entry)
            if not office:
                continue
            yield entry, "office", office
            if entry.country in codes and self._leads(office):
                government = self._of_pattern("government", [self._by_code[codes[entry.country]]])
                yield from ((entry, word, government) for word in _GOVERNING)

    def _leads(self, office: Entry) -> bool:
        return any(id_ in office.patterns or office.id.startswith(id_ + "-") for id_ in _LEADING)

    def _check_references(self) -> None:
        patterns = [pattern.id for pattern in self.patterns]
        for entry in self.entries:
            for id_ in filter(None, (*entry.heads, entry.speaks_for)):
                if not self.get(id_):
                    raise SettingsError(f"source {entry.id} refers to {id_}, which is not there", f"give [{id_}] a row")
            for id_ in entry.patterns:
                if id_ not in patterns:
                    raise SettingsError(
                        f"source {entry.id} has no such pattern: {id_}", f"known: {', '.join(patterns)}"
                    )


def _persons(entries: Iterable[Entry]) -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
    """Return the persons with a full name, by the skeleton of it."""
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for entry in entries:
        for keys in map(keys_of, entry.names if entry.kind == "individual" else ()):
            if len(keys) > 1 and (bones := skeleton(keys)):
                found.setdefault(bones, []).append((keys, entry))
    return found


def _goes_with(entry: Entry, beside: Entry) -> bool:
    """Whether a name beside that of an entry leaves it who it is: a person's office, whom he speaks for, its head."""
    return beside.id in (entry.id, entry.speaks_for, *entry.heads) or entry.id in beside.heads
