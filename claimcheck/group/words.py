"""The words of a text, and which texts have nearly the same ones: no pair of texts is looked at without reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

_WORD = re.compile(r"\w+")
_SHINGLE = 3
_CROWD = 40
"""A run of words that more texts than this have in common pairs each of them with the next only."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, lower case, without punctuation."""
    return tuple(_WORD.findall(text.lower()))


def sharing(texts: Sequence[tuple[str, ...]], share: float) -> Iterator[tuple[int, int]]:
    """Yield pairs of texts, smaller index first, where `share` of the runs of words of the shorter are in the other."""
    shingles = [_shingles(text) for text in texts]
    owners: dict[tuple[str, ...], list[int]] = {}
    for i, found in enumerate(shingles):
        for shingle in found:
            owners.setdefault(shingle, []).append(i)
    common = Counter(pair for group in owners.values() for pair in _pairs(group))
    for (i, j), n in sorted(common.items()):
        if n >= share * min(len(shingles[i]), len(shingles[j])):
            yield i, j


def _pairs(group: Sequence[int]) -> Iterable[tuple[int, int]]:
    return combinations(group, 2) if len(group) <= _CROWD else pairwise(group)


def _shingles(text: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(text[i : i + _SHINGLE] for i in range(max(1, len(text) - _SHINGLE + 1)))
