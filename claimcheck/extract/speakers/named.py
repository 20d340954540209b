"""Who speaks, and who is named where in an article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from claimcheck.extract.intervals import Intervals
from claimcheck.model import Source, Span

K = TypeVar("K")

INDIVIDUALS = ("individual", "person")
"""The kinds of sources that are one human being."""

LONGEST_SURNAME = 3
"""Words of the longest end of a name by which somebody is recalled."""

SMALL = frozenset({"the", "a", "an", "of", "for", "and", "in", "on", "'s", "’s", "s", "so-called"})
"""Words that are no part of a name."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who answers for a mention's words, and how that was found, in words.

    `person` is whoever voiced them, where an institution answers for a person; `members` are those who speak
    together.
    """

    source: Source
    step: str
    person: str | None = None
    members: tuple[Speaker, ...] = ()

    @property
    def name(self) -> str:
        """The name of whoever voiced the words."""
        return self.person or self.source.name


@dataclass(frozen=True, slots=True)
class Named:
    """A place in the article that names somebody. `titles` are the lemmas that go with the name there.

    `office`: it names no person but an office, whose holder has a name elsewhere: "the Russian president".
    """

    span: Span
    text: str
    speaker: Speaker
    titles: tuple[str, ...] = ()
    subject: bool = False
    office: bool = False

    @property
    def is_person(self) -> bool:
        return not self.office and (self.speaker.person is not None or self.speaker.source.kind in INDIVIDUALS)


class Names:
    """All places that name somebody, in text order, none over another; with what is asked of them at hand."""

    def __init__(self, named: Iterable[Named] = ()) -> None:
        self._named = tuple(named)

    def __iter__(self) -> Iterator[Named]:
        return iter(self._named)

    def over(self, span: Span) -> list[Named]:
        """Return those that share a character with `span`."""
        return [self._named[n] for n in self._spans.overlapping(span)]

    def inside(self, span: Span) -> list[Named]:
        """Return those that lie within `span`."""
        return [named for named in self.over(span) if span.contains(named.span)]

    def at(self, offset: int) -> Named | None:
        """Return the one that has the character at `offset`."""
        return next(iter(self.over(Span(offset, offset + 1))), None)

    def starting(self, offset: int) -> Named | None:
        """Return the one that begins at `offset`."""
        named = self.at(offset)
        return named if named and named.span.start == offset else None

    def of(self, sources: Iterable[Source]) -> list[Named]:
        """Return those that name one of `sources`."""
        return sorted((n for source in sources for n in self.by_source[source]), key=_span)

    @cached_property
    def _spans(self) -> Intervals:
        return Intervals(named.span for named in self._named)

    @cached_property
    def persons(self) -> tuple[Named, ...]:
        return tuple(named for named in self._named if named.is_person)

    @cached_property
    def subjects(self) -> tuple[Named, ...]:
        """Those that are the subject of a sentence."""
        return tuple(named for named in self._named if named.subject)

    @cached_property
    def by_source(self) -> Mapping[Source, Sequence[Named]]:
        """The places by the source that they name, in the order of its first place."""
        return _grouped(self._named, lambda named: (named.speaker.source,))

    @cached_property
    def by_id(self) -> Mapping[str, Sequence[Named]]:
        return _grouped(self._named, lambda named: (named.speaker.source.id,))

    @cached_property
    def by_word(self) -> Mapping[str, Sequence[Named]]:
        """The places by each of their words, case-folded."""
        return _grouped(self._named, lambda named: named.text.casefold().split())

    @cached_property
    def persons_by_name(self) -> Mapping[str, Sequence[Named]]:
        return _grouped(self.persons, lambda named: (named.speaker.name,))

    @cached_property
    def persons_by_last_word(self) -> Mapping[str, Sequence[Named]]:
        return _grouped(self.persons, lambda named: (named.text.split()[-1],))

    @cached_property
    def persons_by_surname(self) -> Mapping[tuple[str, ...], Sequence[Named]]:
        """The persons by the ends of their names, in folded words, up to `LONGEST_SURNAME` of them."""
        lengths = range(1, LONGEST_SURNAME + 1)
        return _grouped(self.persons, lambda n: [w[-k:] for w in _names_of(n) for k in lengths if k < len(w)])

    @cached_property
    def persons_by_first_word(self) -> Mapping[str, Sequence[Named]]:
        """The persons by the first folded word of their names of several."""
        return _grouped(self.persons, lambda n: [words[0] for words in _names_of(n) if len(words) > 1])


def nearest(named: Sequence[Named], span: Span) -> Named | None:
    """Return the last of `named`, in text order, before a span; if none is, the first after it of one source's."""
    before = bisect_right(named, span.start, key=lambda n: n.span.end)
    if before:
        return named[before - 1]
    after = named[bisect_left(named, span.end, key=lambda n: n.span.start) :]
    return after[0] if len({n.speaker.source.id for n in after}) == 1 else None


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, without the small ones."""
    return tuple(w for w in name.casefold().replace("-", " ").split() if w not in SMALL)


def _names_of(named: Named) -> tuple[tuple[str, ...], ...]:
    return (name_words(named.speaker.name), name_words(named.text))


def _span(named: Named) -> Span:
    return named.span


def _grouped(named: Iterable[Named], keys: Callable[[Named], Iterable[K]]) -> Mapping[K, Sequence[Named]]:
    """Return the places by their keys, in order; nothing for a key that none has."""
    found: dict[K, list[Named]] = defaultdict(list)
    for each in named:
        for key in dict.fromkeys(keys(each)):
            found[key].append(each)
    return found
