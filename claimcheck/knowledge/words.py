"""Names as sequences of folded words: the one way in which this package compares names.

Case, accents, "the", hyphens, possessive "'s" and apostrophes inside a word make no difference:
"the Sana'a-based group's" is read as "sanaa based group". Case is kept beside the key, since "US" is a
country and "us" is not.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

_APOSTROPHES = "'’‘ʼʻ`´"
_POSSESSIVE = frozenset(_APOSTROPHES)
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])"  # U.S
    rf"|[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*"
)
_DROPPED = re.compile(rf"[{_APOSTROPHES}.ʿʾ]")
_BARRIER = re.compile(r"[,.;:!?()\[\]{}|…•]|\n\s*\n")


class Case(IntEnum):
    """How a word is written; a name asks for at least the case that it has itself."""

    LOWER = 0
    TITLE = 1
    UPPER = 2


class Word(NamedTuple):
    """A folded word at [start, end) of a text. `apart`: punctuation stands between it and the word before."""

    key: str
    start: int
    end: int
    case: Case
    apart: bool


def fold(word: str) -> str:
    """Return a word without case, accents, apostrophes and dots."""
    if not word.isalnum() or not word.isascii():
        word = _DROPPED.sub("", word)
    if word.isascii():
        return word.lower()
    return "".join(c for c in normalize("NFKD", word) if not combining(c)).casefold()


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order, without "the" and possessive endings."""
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        raw = match[0][:-2] if match[0][-2:-1] in _POSSESSIVE and match[0][-1] in "sS" else match[0]
        key = fold(raw)
        if key in ("the", ""):
            continue
        start, end = match.start(), match.start() + len(raw)
        found.append(Word(key, start, end, _case(raw), bool(_BARRIER.search(text, last, start))))
        last = end
    return found


@lru_cache(maxsize=1 << 14)
def keys_of(name: str) -> tuple[str, ...]:
    """Return the folded words of a name: two spellings with the same keys are one name."""
    return tuple(word.key for word in words_of(name))


def _case(raw: str) -> Case:
    if raw.isupper() or (len(raw) > 2 and raw[:-1].isupper() and raw[-1] == "s"):
        return Case.UPPER
    return Case.TITLE if raw[:1].isupper() else Case.LOWER
