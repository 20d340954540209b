"""CSV as text: a plain profile that reads back equal, and one that spreadsheets show as it is.

The plain profile is that of the standard library's `excel` dialect (RFC 4180, lines end with CR LF): it reads back
equal with `pandas.read_csv(path, dtype=str, keep_default_na=False)`. The profile for spreadsheets opens with a byte
order mark, and puts an apostrophe before a cell that would be taken for a formula; `read_csv` takes both off again.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import TypeVar

from claimcheck.exports.columns import Sheet

T = TypeVar("T")

MARK = "\ufeff"
GUARD = "'"
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet obeys; guards that are part of the text are guarded too, so that each comes off once."""


def to_csv(sheet: Sheet[T], values: Iterable[T], excel: bool = False) -> str:
    """Return a sheet as CSV; write it without translating its line ends (`newline=""`)."""
    return "".join(csv_rows(sheet, values, excel))


def csv_rows(sheet: Sheet[T], values: Iterable[T], excel: bool = False) -> Iterator[str]:
    """Yield a sheet as CSV row by row, the names of its columns first."""
    yield (MARK if excel else "") + _row(sheet.header)
    for row in sheet.table(values):
        yield _row([guarded(cell) for cell in row] if excel else row)


def read_csv(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV of our own, by the names of their columns; guards come off where a mark stands first."""
    rows = csv.reader(StringIO(text.removeprefix(MARK), newline=""), strict=True)
    header = next(rows, [])
    clean = unguarded if text.startswith(MARK) else str
    return [_named(header, [clean(cell) for cell in row]) for row in rows]


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return GUARD + cell if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return the cell that was guarded."""
    return cell[1:] if cell.startswith(GUARD) and _FORMULA.match(cell) else cell


def _row(cells: Iterable[str]) -> str:
    written = StringIO(newline="")
    csv.writer(written).writerow(cells)
    return written.getvalue()


def _named(header: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    return dict(zip(header, row, strict=True))
