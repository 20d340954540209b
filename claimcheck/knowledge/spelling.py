"""Whether two spellings are one name, written from another alphabet: "Meiss" and "Mays", "Karoum" and "Kroom"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

_ARTICLES = frozenset(["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "es", "ez", "l"])
_SAME_SOUND = (("q", "k"), ("ck", "k"), ("dj", "j"), ("ph", "f"), ("tch", "ch"), ("tz", "ts"))
_VOWELS = re.compile(r"(?<!^)[aeiouyw]+|^[aeiou]+|(?<=[aeiou])h(?![a-z])")
_DOUBLED = re.compile(r"(.)\1+")
_ALIKE, _ALIKE_ONE_WORD = 70.0, 85.0
"""Least similarity (0 to 100) of two names of one skeleton. By trial: "Fisher" is not El Fasher (83), nor "Hamas" Homs
(67), while "Kroom al-Sharaki" is "Karoum al-Sharqi" (80) and "Qameshli" is Qamishli (88)."""
_ALIKE_PERSONS = 75.0
"""The same for persons, chosen on spellings of those in the registry."""
_LONG = 6
"""Letters that one word must have: "Ford" is not Fordow. An "i" after the name makes a person's: al-Baghdadi."""


def skeleton(keys: Sequence[str]) -> str:
    """Return the consonants of a name, without articles, as they sound; "" for one too short to tell by them."""
    consonants = "".join(_consonants(key) for key in _main(keys))
    return consonants if len(consonants) > 2 else ""


def alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether a name found in a text is likely to be a known one, with which it shares its skeleton."""
    if len(_main(a)) != len(_main(b)):
        return False
    if len(_main(a)) > 1:
        return likeness(a, b) >= _ALIKE
    found, known = _letters(a), _letters(b)
    likely = min(len(found), len(known)) >= _LONG and found[0] == known[0] and found != known + "i"
    return likely and likeness(a, b) >= _ALIKE_ONE_WORD


def same_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names, known to be of places, are two spellings of one."""
    bones = skeleton(a)
    return a == b or (bones != "" and bones == skeleton(b) and likeness(a, b) >= _ALIKE)


def one_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names are two spellings of one person's: "Ahmad al-Shara" and "Ahmed al-Sharaa".

    Another first letter is another name, and an "a" behind a given name makes a woman's of a man's.
    """
    first, second = _main(a), _main(b)
    if len(first) < 2 or skeleton(a) != skeleton(b) or len(first) != len(second):
        return False
    given = sorted((_sounds(first[0]), _sounds(second[0])), key=len)
    letters = all(_initial(x) == _initial(y) for x, y in zip(first, second, strict=True))
    return letters and given[0] + "a" != given[1] and likeness(a, b) >= _ALIKE_PERSONS


def _initial(word: str) -> str:
    """Return the first sound of a word; vowels are told apart by no spelling."""
    letter = _sounds(word)[:1]
    return "" if letter in "aeiou" else letter


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
