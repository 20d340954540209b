"""CSV, JSON and JSONL text -> rows whose values are strings as they were written."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from io import StringIO

from claimcheck.errors import InputError
from claimcheck.reading.decode import without_surrogates
from claimcheck.reading.entry import Place, Row

_GUARDED = re.compile(r"'(?='*[=+\-@\t\r])")


def json_rows(text: str, file: str) -> Iterator[Row]:
    """Yield the rows of a JSON file: those of its list, or the one that it is.

    Errors: `InputError` with the line for what is not JSON, or is no object or list of objects.
    """
    value = _loaded(text, file, 0)
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        yield _row(item, Place(file, number, "row"))


def jsonl_rows(text: str, file: str) -> Iterator[Row]:
    """Yield the rows of a file with one JSON object a line; blank lines are skipped.

    Errors: `InputError` with the line for one that is not a JSON object.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _row(_loaded(line, file, number), Place(file, number))


def csv_rows(text: str, file: str, guarded: bool = False) -> Iterator[Row]:
    """Yield the rows of a CSV file with a line of column names; where `guarded`, without the guards of our own export.

    Errors: `InputError` with the line for broken quoting or a row with more cells than there are columns.
    """
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    clean = unguarded if guarded else str
    try:
        columns = [name.strip().lower() for name in next(reader, [])]
        line = reader.line_num + 1
        for cells in reader:
            if cells:
                yield Row(Place(file, line), _cells(columns, [clean(cell) for cell in cells], Place(file, line)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            f"{file}, line {reader.line_num}: not CSV ({error})", "check the quotation marks there"
        ) from error


def unguarded(cell: str) -> str:
    """Return a cell of our own --excel export without the character that kept it from being a formula."""
    return _GUARDED.sub("", cell, count=1) if _GUARDED.match(cell) else cell


def _cells(columns: list[str], cells: list[str], place: Place) -> Mapping[str, str]:
    if len(cells) > len(columns):
        problem = f"{place}: {len(cells)} cells but {len(columns)} columns"
        raise InputError(problem, "put a text that holds commas in quotation marks")
    return {column: cell for column, cell in zip(columns, cells, strict=False)}


def _loaded(text: str, file: str, line: int) -> object:
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        where = f"{file}, line {line or error.lineno}"
        raise InputError(f"{where}: not JSON ({error.msg}, column {error.colno})", "repair that line") from error
    except RecursionError as error:
        raise InputError(f"{file}: JSON that is nested too deeply", "give a list of flat objects") from error


def _row(item: object, place: Place) -> Row:
    if not isinstance(item, dict):
        raise InputError(f"{place}: not a JSON object", 'write each row as {"text": "...", "outlet": "..."}')
    named = {str(key).lower(): value for key, value in item.items() if value is not None}
    words = {key: without_surrogates(value) for key, value in named.items() if isinstance(value, str)}
    return Row(place, words, tuple(key for key, value in named.items() if not isinstance(value, str)))
