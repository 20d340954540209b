"""The words around a name in a mention. See mentions.toml."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.knowledge.tables import own_table
from claimcheck.knowledge.words import Case, Word


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Sets of folded words: see mentions.toml for what each does to a name."""

    before: frozenset[str]
    beside: frozenset[str]
    voices: frozenset[str]
    voice_links: frozenset[str]
    titles: frozenset[str]
    openers: frozenset[str]
    backings: frozenset[str]
    ordinary: frozenset[str]

    def is_ordinary(self, words: Sequence[Word]) -> bool:
        """Whether the words are one that is a name only as it is written in the registry."""
        return len(words) == 1 and words[0].key in self.ordinary

    def has_first_name(self, words: Sequence[Word], i: int) -> bool:
        """Whether the word before the surname at `i` is a first name: "Ivanka" before "Trump"."""
        if i == 0 or words[i].apart or words[i - 1].case != Case.TITLE:
            return False
        return words[i - 1].key not in self.titles | self.openers

    def without_backers(self, words: list[Word]) -> list[Word]:
        """Return the words without a compound before the name: "Iran-backed", "Britain-based"."""
        while len(words) > 2 and words[1].key in self.backings and words[1].case == Case.LOWER:
            words = words[2:]
        return words

    def leave_as_is(self, before: Iterable[str], after: Iterable[str], person: bool) -> bool:
        """Whether words before and after a name leave it what it is, the voice of an institution included."""
        front, back = set(before), set(after)
        if person:
            return front <= self.before | self.titles and not back
        if self.voices & (front | back):
            return front | back <= self.before | self.beside | self.voices | self.voice_links
        return front <= self.before | self.beside and back <= self.beside


def load_surroundings() -> Surroundings:
    """Return the sets of mentions.toml."""
    return Surroundings(**{name: frozenset(words) for name, words in own_table("mentions.toml").items()})
