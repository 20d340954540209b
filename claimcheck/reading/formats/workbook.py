"""A sheet of a workbook as rows, the same as those of a CSV file: its first line names the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook

from claimcheck.model import Notice
from claimcheck.reading.entry import Place, Row, noticed
from claimcheck.reading.formats.packed import packed
from claimcheck.reading.limits import SHEET_ROWS, held_to

_TEXTS = ("text", "words", "a")
"""A column by which the sheet to read is known among several."""

_COLUMNS = 200
"""Columns of a sheet that are looked at: our own has 27. A row may claim 16,384."""


def rows(raw: bytes, file: str) -> tuple[list[Row], tuple[Notice, ...]]:
    """Return the rows of the first sheet with a column of texts, else of the first with any, and what was left out.

    Errors: `InputError` for a sheet of more rows than are read.
    """
    book = load_workbook(packed(raw, file, "a workbook"), read_only=True, data_only=True, keep_links=False)
    sheets = {sheet.title: list(_cells(sheet, file)) for sheet in book.worksheets}
    filled = {title: cells for title, cells in sheets.items() if cells}
    title = next((t for t, cells in filled.items() if set(_TEXTS) & set(_names(cells[0][1]))), next(iter(filled), ""))
    left = [other for other in filled if other != title]
    odd = noticed(file, f"the sheet {title} was read; left out: {', '.join(left)}")
    return list(_rows(filled.get(title, []), file)), ((odd,) if left else ())


def _cells(sheet: Any, file: str) -> Iterator[tuple[int, list[object]]]:
    """Yield the rows that hold anything, each with its number in the sheet."""
    sheet.reset_dimensions()  # a sheet may declare more than it has
    for number, cells in enumerate(sheet.iter_rows(values_only=True, max_col=_COLUMNS), 1):
        held_to(SHEET_ROWS, number, f"{file} has too many rows", "split the sheet")
        if any(cell is not None for cell in cells):
            yield number, list(cells)


def _names(cells: Sequence[object]) -> list[str]:
    return [str(cell).strip().lower() if cell is not None else "" for cell in cells]


def _rows(lines: Sequence[tuple[int, list[object]]], file: str) -> Iterator[Row]:
    columns = _names(lines[0][1]) if lines else []
    for number, cells in lines[1:]:
        named = {name: _written(cell) for name, cell in zip(columns, cells, strict=False) if name and cell is not None}
        yield Row(Place(file, number, "row"), named)


def _written(cell: object) -> str:
    """Return a cell as text: a day without the midnight that a workbook adds to it, a whole number without its ".0"."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
