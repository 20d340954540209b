"""A trie of phrases with slots: finds the known names that begin at a word.

A phrase is a sequence of keys (see `words`) and slots. A slot is filled by what another trie, given
with the phrases, finds at that word: "{nation} embassy in {host}".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from claimcheck.knowledge.words import Case, Word

T = TypeVar("T")
S = TypeVar("S")


class Found(NamedTuple, Generic[T, S]):
    """The words [first, last) are the phrase of `value`; `filled` is what its slots took, in order."""

    first: int
    last: int
    value: T
    filled: tuple[S, ...]


@dataclass(slots=True)
class _Node(Generic[T]):
    words: dict[str, _Node[T]] = field(default_factory=dict)
    slots: dict[str, _Node[T]] = field(default_factory=dict)
    ends: list[tuple[T, tuple[Case, ...]]] = field(default_factory=list)


class Phrases(Generic[T, S]):
    """Phrases to values. One phrase may have several values; they come in the order they were added."""

    def __init__(self, slots: Mapping[str, Phrases[S, S]] | None = None) -> None:
        self._root: _Node[T] = _Node()
        self._slots = slots or {}

    def add(self, keys: Sequence[str], value: T, cases: Sequence[Case] = ()) -> None:
        """Add a phrase; a key like "{nation}" is a slot. `cases` are the least cases of its words, if it matters."""
        node = self._root
        for key in keys:
            branch = node.slots if key.startswith("{") else node.words
            node = branch.setdefault(key.strip("{}"), _Node())
        node.ends.append((value, tuple(cases)))

    def at(self, words: Sequence[Word], first: int, strict: bool = True) -> Iterator[Found[T, S]]:
        """Yield all phrases that begin at word `first`, in no order; `strict` minds the case of names."""
        todo: list[tuple[_Node[T], int, tuple[S, ...]]] = [(self._root, first, ())]
        while todo:
            node, i, filled = todo.pop()
            for value, cases in node.ends:
                if not strict or _written(words[first:i], cases):
                    yield Found(first, i, value, filled)
            if i == len(words) or (i > first and words[i].apart):
                continue
            if following := node.words.get(words[i].key):
                todo.append((following, i + 1, filled))
            for slot, following in node.slots.items():
                fills = self._slots[slot].at(words, i, strict)
                todo.extend((following, fill.last, (*filled, fill.value)) for fill in fills)


def _written(words: Sequence[Word], cases: Sequence[Case]) -> bool:
    return not cases or all(word.case >= case for word, case in zip(words, cases, strict=True))
