"""The lines `key: value` between `---` lines that a text file may open with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

HEADER_KEYS = ("id", "outlet", "title", "published", "updated", "language", "url")
_ALSO_CALLED = {"date": "published", "account": "outlet"}
"""Other names of keys. The account that a tweet or a post comes from is its outlet."""

_HEADER = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(.*)")


class Header(NamedTuple):
    """The keys, in lower case, with their values, and where the text goes on after them."""

    values: Mapping[str, str]
    end: int


def header(text: str) -> Header:
    """Return the header that `text` opens with, an empty one where there is none.

    A text that opens with a rule of its own, whose next lines are not all `key: value`, has no header.
    """
    block = _HEADER.match(text)
    lines = [line.strip() for line in block[1].splitlines() if line.strip()] if block else []
    matches = [_LINE.fullmatch(line) for line in lines]
    if block is None or not all(matches):
        return Header({}, 0)
    return Header({_key(m[1]): _unquoted(m[2].strip()) for m in matches if m and m[2].strip()}, block.end())


def _key(name: str) -> str:
    return _ALSO_CALLED.get(name.lower(), name.lower())


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
