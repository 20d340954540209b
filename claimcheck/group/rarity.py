"""How much words say of what a text is about: rare ones much, common ones little.

The counts come from a file, not from the texts at hand: what else is read must change no pair.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache, lru_cache
from importlib.resources import files
from math import log, sqrt


def likeness(a: Set[str], b: Set[str]) -> float:
    """Return the cosine of two sets of beginnings of words, each weighing its rarity, in [0, 1]; 0 where one is empty.

    The weight is the inverse document frequency of Spärck Jones 1972 (Journal of Documentation 28(1)).
    """
    if not a or not b:
        return 0.0
    shared = sum(rarity(word) ** 2 for word in sorted(a & b))
    return round(shared / (_length(frozenset(a)) * _length(frozenset(b))), 5)


@lru_cache(maxsize=65536)
def _length(words: frozenset[str]) -> float:
    return sqrt(sum(rarity(word) ** 2 for word in sorted(words)))


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """Return the logarithm of how many sentences of news there are for each that has a word of this beginning."""
    sentences, counts = _counts()
    return log(sentences / counts.get(word, 1))


@cache
def _counts() -> tuple[int, dict[str, int]]:
    """How many sentences were counted, and in how many of them each beginning of a word stands, where in several."""
    lines = files(__package__).joinpath("word_counts.txt").read_text(encoding="utf-8").splitlines()
    told = (line.split(" ") for line in lines if not line.startswith("#"))
    counts = {word: int(count) for word, count in told}
    return counts.pop("*"), counts
