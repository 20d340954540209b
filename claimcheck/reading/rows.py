"""CSV, JSON and JSONL text -> rows whose values are strings as they were written."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain

from claimcheck.errors import InputError
from claimcheck.reading.decode import Decoded, without_surrogates
from claimcheck.reading.entry import Place, Row

WRITTEN = (".csv", ".json", ".jsonl")
"""The endings of files whose rows are written as text."""

_GUARDED = re.compile(r"'(?='*[=+\-@\t\r])")
_LONGEST_CELL = 2**31 - 1
"""As long as the reader allows: a text of an article may fill a cell."""
_SEPARATORS = ",;\t|"
"""What may stand between the columns: a comma, or what spreadsheets write where a comma is the decimal mark."""

_NOT_A_LIST = 'write each row as {"text": "...", "outlet": "..."}'


def rows(decoded: Decoded, file: str, ending: str) -> Iterator[Row] | None:
    """Return the rows of a file by its ending, one of `WRITTEN`; none where it is not a file of rows."""
    if ending == ".csv":
        return csv_rows(StringIO(decoded.text, newline=""), file, guarded=decoded.marked)
    if ending == ".json":
        return json_rows(decoded.text, file)
    return jsonl_rows(decoded.text.split("\n"), file) if ending == ".jsonl" else None


def json_rows(text: str, file: str) -> Iterator[Row]:
    """Yield the rows of a JSON file: those of its list, or the one that it is.

    Errors: `InputError` with the line for what is not JSON.
    """
    value = _loaded(text, Place(file))
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        yield _row(item, Place(file, number, "row"))


def jsonl_rows(lines: Iterable[str], file: str) -> Iterator[Row]:
    """Yield the rows of a file with one JSON object a line; blank ones are skipped, a bad one is a row that says so."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _line(line, Place(file, number))


def csv_rows(lines: Iterable[str], file: str, guarded: bool = False) -> Iterator[Row]:
    """Yield the rows of a CSV file that begins with the names of its columns; a bad one is a row that says so.

    `lines` keep their ends. `guarded` says that the file may be our own --excel export, whose guards are taken off.
    The names of the columns show what separates them.
    Errors: `InputError` for names of columns that are not CSV.
    """
    csv.field_size_limit(_LONGEST_CELL)
    rest = iter(lines)
    names = next(rest, "")
    reader = csv.reader(chain([names], rest), strict=True, delimiter=max(_SEPARATORS, key=names.count))
    columns = _columns(reader, file)
    while True:
        place = Place(file, reader.line_num + 1)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _bad(place, f"not CSV ({error})", "check the quotation marks there")
            continue
        if cells:
            yield _cells(columns, [unguarded(cell) for cell in cells] if guarded else cells, place)


def unguarded(cell: str) -> str:
    """Return a cell of our own --excel export without the apostrophe that kept it from being a formula."""
    return _GUARDED.sub("", cell, count=1) if _GUARDED.match(cell) else cell


def _columns(reader: Iterator[list[str]], file: str) -> list[str]:
    try:
        return [name.strip().lower() for name in next(reader, [])]
    except csv.Error as error:
        raise InputError(f"{file}, line 1: not CSV ({error})", "check the quotation marks there") from error


def _cells(columns: Sequence[str], cells: Sequence[str], place: Place) -> Row:
    if len(cells) > len(columns):
        problem = f"{len(cells)} cells but {len(columns)} columns"
        return _bad(place, problem, "put a text that holds commas in quotation marks")
    return Row(place, dict(zip(columns, cells, strict=False)))


def _line(line: str, place: Place) -> Row:
    try:
        return _row(_loaded(line, place), place)
    except InputError as error:
        return Row(place, {}, bad=error)


def _loaded(text: str, place: Place) -> object:
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        where = place if place.number else place._replace(number=error.lineno)
        raise InputError(f"{where}: not JSON ({error.msg}, column {error.colno})", "repair that line") from error
    except RecursionError as error:
        raise InputError(f"{place}: JSON that is nested too deeply", "give a list of flat objects") from error


def _row(item: object, place: Place) -> Row:
    if not isinstance(item, dict):
        return _bad(place, "not a JSON object", _NOT_A_LIST)
    named = {str(key).strip().lower(): value for key, value in item.items() if value is not None}
    words = {key: without_surrogates(value) for key, value in named.items() if isinstance(value, str)}
    return Row(place, words, tuple(key for key, value in named.items() if not isinstance(value, str)))


def _bad(place: Place, problem: str, hint: str) -> Row:
    return Row(place, {}, bad=InputError(f"{place}: {problem}", hint))
