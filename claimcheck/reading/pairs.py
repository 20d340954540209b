"""A file of pairs of sentences, to be compared row by row."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import InputError
from claimcheck.reading.decode import decode
from claimcheck.reading.entry import Row, listed, shown
from claimcheck.reading.files import opened
from claimcheck.reading.rows import WRITTEN, csv_rows, jsonl_rows, rows

_HINT = "give a CSV file with columns a and b, or a JSONL file with them as keys"

_FIRST = 100
"""Rows among which the columns must be found."""
_SMALL = 16_000_000
"""Bytes up to which a file is read whole, in whatever encoding it is."""


class PairRow(NamedTuple):
    """Two sentences of one row, counted from 1; `error` says why the row cannot be judged."""

    number: int
    a: str
    b: str
    error: str | None = None


def read_pairs(path: Path) -> Iterator[PairRow]:
    """Yield the rows of a file of pairs, in its order, as they are read: a bad row is one with an error.

    Errors: `InputError`, before the first row, for a file that cannot be read, or has no columns `a` and `b` in its
    first rows; later where a large file turns out not to be UTF-8.
    """
    if path.suffix.lower() not in WRITTEN:
        raise InputError(f"{shown(path)} is not a file of pairs", _HINT)
    found = _rows(path)
    first = list(islice(found, _FIRST))
    columns = tuple(dict.fromkeys(name for row in first for name in row.values))
    if not {"a", "b"} <= {*columns} and not (first and all(row.bad for row in first)):
        raise InputError(f"{shown(path)} has no columns a and b; it has {listed(columns)}", _HINT)
    return (_pair(number, row) for number, row in enumerate(chain(first, found), 1))


def _rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a file: of a large one line by line, so that it need not fit into memory."""
    name, ending = shown(path), path.suffix.lower()
    if ending == ".json" or not path.is_file() or path.stat().st_size <= _SMALL:
        return iter(rows(decode(opened(path), name), name, ending) or ())
    with path.open("rb") as file:
        marked = file.read(len(BOM_UTF8)) == BOM_UTF8
    lines = _lines(path, name)
    return csv_rows(lines, name, guarded=marked) if ending == ".csv" else jsonl_rows(lines, name)


def _lines(path: Path, name: str) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from file
    except OSError as error:
        raise InputError(f"cannot read {name}: {error.strerror}", "check the file and its permissions") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8", "a file of pairs this large must be: save it as UTF-8") from error


def _pair(number: int, row: Row) -> PairRow:
    a, b = row.values.get("a", ""), row.values.get("b", "")
    empty = [name for name, text in (("a", a), ("b", b)) if not text.strip()]
    if row.bad:
        return PairRow(number, a, b, row.bad.message)
    return PairRow(number, a, b, f"{row.place}: no {' and no '.join(empty)}" if empty else None)
