"""Whether two spellings are one name, written from another alphabet: "Meiss" and "Mays", "Karoum" and "Kroom"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

_ARTICLES = frozenset(["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "es", "ez", "l"])
_SAME_SOUND = (("q", "k"), ("ck", "k"), ("dj", "j"), ("ph", "f"), ("tch", "ch"), ("tz", "ts"))
_VOWELS = re.compile(r"(?<!^)[aeiouyw]+|^[aeiou]+|(?<=[aeiou])h(?![a-z])")
_DOUBLED = re.compile(r"(.)\1+")
_SHORT = 7
"""Letters from which on a name is long enough for the lower bar."""
ALIKE, _ALIKE_SHORT = 70.0, 80.0
"""Least similarity (0 to 100). By trial: "Hamas" and "Homs" (67) must differ, "Kroom" and "Karoum" (73) are alike."""


def skeleton(keys: Sequence[str]) -> str:
    """Return the consonants of a name, without articles, as they sound; "" for one too short to tell by them."""
    consonants = "".join(_consonants(key) for key in _main(keys))
    return consonants if len(consonants) > 2 else ""


def alike(a: Sequence[str], b: Sequence[str], short: float = _ALIKE_SHORT) -> bool:
    """Whether two names with one skeleton are close enough in letters to be one; `short` is the bar for short ones."""
    return likeness(a, b) >= (short if min(len(_letters(a)), len(_letters(b))) < _SHORT else ALIKE)


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """Return how alike two names are, 0 to 100, without their articles."""
    return fuzz.ratio(_letters(a), _letters(b))


def _main(keys: Sequence[str]) -> list[str]:
    return [key for key in keys if key not in _ARTICLES] or list(keys)


def _letters(keys: Sequence[str]) -> str:
    return "".join(_sounds(key) for key in _main(keys))


def _sounds(word: str) -> str:
    for written, sound in _SAME_SOUND:
        word = word.replace(written, sound)
    return word


def _consonants(word: str) -> str:
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", _DOUBLED.sub(r"\1", _sounds(word))))
