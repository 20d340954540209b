"""Text as the libraries can take it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

_INSIDE_A_WORD = re.compile(r"(?<=\w)[’ʼ](?=\w)")


def encodable(text: str) -> str:
    """Return `text`, as long as it was, with U+FFFD for each lone surrogate, at which the libraries' encoders fail."""
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def with_plain_apostrophes(text: str) -> str:
    """Return `text`, as long as it was, with ' for ’ inside words: in "can’t" a pipeline finds no "not" else."""
    return _INSIDE_A_WORD.sub("'", text)


def parts_of(text: str, longest: int) -> Iterator[tuple[int, str]]:
    """Yield the parts of `text`, each with its offset, cut after a sentence or a word where there is one."""
    start = 0
    while len(text) - start > longest:
        cuts = (text.rfind(mark, start + longest // 2, start + longest) for mark in ("\n", ". ", " "))
        end = next((cut + 1 for cut in cuts if cut > start), start + longest)
        yield start, text[start:end]
        start = end
    yield start, text[start:]
