"""JSON as text: the same bytes for the same values, safe to print on a terminal, one line a value where lines count."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

_SPAN = re.compile(r"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")
"""A pair of offsets over four lines. No string can match: a line break in a string is written as an escape."""

_UNSAFE = re.compile("[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
"""What a terminal or a reader of lines would obey, and halves of characters that no encoding can hold."""


def to_json(values: Any) -> str:
    """Return values as indented JSON, with spans on one line each."""
    written = json.dumps(values, ensure_ascii=False, allow_nan=False).encode("utf-8", "surrogatepass")
    # `json` indents by loops in Python, of a large report for as long as grouping takes
    indented = msgspec.json.format(written, indent=1).decode("utf-8", "surrogatepass")
    return _escaped(_SPAN.sub(r"[\1, \2]", indented)) + "\n"


def to_jsonl(values: Iterable[Any]) -> str:
    """Return values as JSON, one line each."""
    return "".join(json_lines(values))


def json_lines(values: Iterable[Any]) -> Iterator[str]:
    """Yield values as JSON, one line each."""
    return (_escaped(json.dumps(each, ensure_ascii=False, allow_nan=False)) + "\n" for each in values)


def _escaped(written: str) -> str:
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
