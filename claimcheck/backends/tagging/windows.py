"""Paragraphs cut into windows of tokens, as the tagger was trained on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.backends.tagging.shapes import shapes
from claimcheck.ports import Passage

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LIMIT = 256
"""Tokens of a window, the marks between its paragraphs among them."""

NOWHERE = (-1, -1)
"""The offsets of a token that stands for no characters."""

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s+")


@dataclass
class Window:
    """Whole paragraphs, a separator after each: token ids, shapes, and offsets in the article."""

    ids: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    offsets: list[tuple[int, int]] = field(default_factory=list)

    def add(self, ids: Sequence[int], kinds: Sequence[int], offsets: Iterable[tuple[int, int]]) -> None:
        self.ids += ids
        self.shapes += kinds
        self.offsets += offsets


def windows(passages: Sequence[Passage], tokenizer: Tokenizer, first: int = LIMIT) -> Iterator[Window]:
    """Yield the windows of one article, `first` tokens at most in the first of them and `LIMIT` in the others.

    A paragraph longer than a window is cut after a sentence, or where there is none, amid one.
    """
    start, separator = (_known(tokenizer, mark) for mark in ("[CLS]", "[SEP]"))
    encoded = tokenizer.encode_batch([p.text for p in passages], add_special_tokens=False)
    window, room = Window([start], [0], [NOWHERE]), first
    for passage, encoding in zip(passages, encoded, strict=True):
        kinds = shapes(passage.text, encoding.offsets)
        for begin, end in _pieces(passage.text, encoding.offsets):
            if len(window.ids) > 1 and len(window.ids) + end - begin + 1 > room:
                yield window
                window, room = Window([start], [0], [NOWHERE]), LIMIT
            places = [(a + passage.start, b + passage.start) for a, b in encoding.offsets[begin:end]]
            window.add(encoding.ids[begin:end], kinds[begin:end], places)
            window.add([separator], [0], [NOWHERE])
    if len(window.ids) > 1:
        yield window


def _known(tokenizer: Tokenizer, mark: str) -> int:
    found = tokenizer.token_to_id(mark)
    if found is None:
        raise ValueError(f"the tokenizer has no {mark}")
    return int(found)


def _pieces(text: str, offsets: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of a paragraph that fit into a window, cut after sentences where there are several."""
    begin, most = 0, LIMIT - 2
    while len(offsets) - begin > most:
        reach = offsets[begin + most][0]
        ends = [m.end() for m in _SENTENCE_END.finditer(text, offsets[begin][0], reach)]
        end = begin + most
        if ends:
            end = next(i for i in range(begin, begin + most + 1) if offsets[i][0] >= ends[-1])
        yield begin, end
        begin = end
    if begin < len(offsets):
        yield begin, len(offsets)
