"""Which texts have nearly the same words: candidates by MinHash and bands (Broder 1997), so that no two need to meet.

A text that is the copy of an earlier one is not met again: copies hang on the first, and make no chains of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from rensa import RMinHash, RMinHashLSH

_HASHES, _BANDS = 128, 32
"""Bands of four hashes: of texts with two thirds of their pairs of words in common 0.998 meet, of those with a tenth
0.003."""
_SHARE = 0.5
"""The share of pairs of words in common that the bands are made for."""
_SEED = 1
_MOST = 40
"""A text is weighed against so many earlier ones at most, half of them the first and half the latest."""

Words = tuple[str, ...]


def copies_of(texts: Sequence[Words], is_copy: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """Yield each text that `is_copy` says to be a copy of an earlier one, after that one, by their indices."""
    if len(texts) < 2:
        return
    met = RMinHashLSH(_SHARE, _HASHES, _BANDS)
    for i, sketch in enumerate(RMinHash.from_token_sets([_pairs(text) for text in texts], _HASHES, _SEED)):
        found = sorted(met.query(sketch))
        weighed = found if len(found) <= _MOST else [*found[: _MOST // 2], *found[-_MOST // 2 :]]
        first = next((j for j in weighed if is_copy(j, i)), None)
        if first is None:
            met.insert(i, sketch)
        else:
            yield first, i


def _pairs(text: Words) -> list[str]:
    """The words of a text, two at a time; a word alone for want of another."""
    return [" ".join(pair) for pair in pairwise(text)] or list(text)
