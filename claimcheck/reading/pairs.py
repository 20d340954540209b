"""A file of pairs of sentences, to be compared row by row."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import InputError
from claimcheck.reading.decode import decode
from claimcheck.reading.entry import Row, listed, shown
from claimcheck.reading.files import opened
from claimcheck.reading.rows import WRITTEN, rows

_HINT = "give a CSV file with columns a and b, or a JSONL file with them as keys"


class PairRow(NamedTuple):
    """Two sentences of one row, counted from 1; `error` says why the row cannot be judged."""

    number: int
    a: str
    b: str
    error: str | None = None


def read_pairs(path: Path) -> tuple[PairRow, ...]:
    """Return the rows of a file of pairs, in its order: a bad row is one with an error.

    Errors: `InputError` for a file that cannot be read, or has no columns `a` and `b` at all.
    """
    if path.suffix.lower() not in WRITTEN:
        raise InputError(f"{shown(path)} is not a file of pairs", _HINT)
    decoded = decode(opened(path), shown(path))
    found = list(rows(decoded, shown(path), path.suffix.lower()) or ())
    columns = tuple(dict.fromkeys(name for row in found for name in row.values))
    if not {"a", "b"} <= {*columns} and not all(row.bad for row in found):
        raise InputError(f"{shown(path)} has no columns a and b; it has {listed(columns)}", _HINT)
    return tuple(_pair(number, row) for number, row in enumerate(found, 1))


def _pair(number: int, row: Row) -> PairRow:
    a, b = row.values.get("a", ""), row.values.get("b", "")
    empty = [name for name, text in (("a", a), ("b", b)) if not text.strip()]
    if row.bad:
        return PairRow(number, a, b, row.bad.message)
    return PairRow(number, a, b, f"{row.place}: no {' and no '.join(empty)}" if empty else None)
