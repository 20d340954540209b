"""What a lower-casing tokenizer cannot see of a word: its capitals, and whether it stands inside quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

SHAPES = 6
"""The number of shapes: three kinds of capitals, outside and inside quotation marks."""

_OPENS = frozenset("“«„")
_CLOSES = frozenset("”»")
_STRAIGHT = '"'


def shapes(text: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """Return the shape of each token of a paragraph, in [0, SHAPES); `offsets` are into the paragraph."""
    quoted = _quoted(text)
    return [_capitals(text[start:end]) + 3 * quoted[start] for start, end in offsets]


def _capitals(word: str) -> int:
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def _quoted(text: str) -> list[bool]:
    """Return for each character whether a quotation mark was opened before it and not closed yet."""
    inside, states = False, []
    for character in text:
        if character in _OPENS or character == _STRAIGHT:
            states.append(True)
            inside = character in _OPENS or not inside
        else:
            states.append(inside)
            inside = inside and character not in _CLOSES
    return states
