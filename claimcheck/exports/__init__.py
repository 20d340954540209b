"""What leaves the program as data: one table of exporters, one table of columns for each sheet, the JSON Schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from claimcheck.exports.claims_sheet import CLAIMS, claim_rows
from claimcheck.exports.columns import Column, Sheet
from claimcheck.exports.compare_sheet import COMPARE
from claimcheck.exports.compared import Compared, compared_values
from claimcheck.exports.comparisons_sheet import COMPARISONS, comparison_rows
from claimcheck.exports.csv_text import csv_rows, read_csv, to_csv
from claimcheck.exports.frames import frame
from claimcheck.exports.json_text import json_lines, to_json, to_jsonl
from claimcheck.exports.markdown import claims_markdown, report_markdown
from claimcheck.exports.schemas import schema
from claimcheck.exports.values import claims_values, report_values
from claimcheck.model import Report

__all__ = [
    "CLAIMS",
    "COMPARE",
    "COMPARISONS",
    "EXPORTERS",
    "Column",
    "Compared",
    "Sheet",
    "claims_csv",
    "claims_json",
    "claims_jsonl",
    "claims_markdown",
    "columns_markdown",
    "compare_csv",
    "compare_json",
    "compare_jsonl",
    "compare_lines",
    "comparisons_csv",
    "frame",
    "read_csv",
    "report_json",
    "report_markdown",
    "schema",
    "to_json",
]

SHEETS: tuple[Sheet[Any], ...] = (COMPARISONS, CLAIMS, COMPARE)


def report_json(report: Report) -> str:
    """Return a whole report as JSON: see `schema("report")`."""
    return to_json(report_values(report))


def comparisons_csv(report: Report, excel: bool = False) -> str:
    """Return the sheet of comparisons of a report."""
    return to_csv(COMPARISONS, comparison_rows(report), excel)


def claims_json(report: Report) -> str:
    """Return the claims of a report as a JSON list: see `schema("claims")`."""
    return to_json(claims_values(report))


def claims_jsonl(report: Report) -> str:
    """Return the claims of a report, one line each."""
    return to_jsonl(claims_values(report))


def claims_csv(report: Report, excel: bool = False) -> str:
    """Return the sheet of claims of a report."""
    return to_csv(CLAIMS, claim_rows(report), excel)


def compare_json(compared: Compared) -> str:
    """Return one verdict as JSON: see `schema("compare")`."""
    return to_json(compared_values(compared))


def compare_jsonl(compared: Iterable[Compared]) -> str:
    """Return verdicts one line each, in the order read."""
    return to_jsonl(map(compared_values, compared))


def compare_csv(compared: Sequence[Compared], excel: bool = False) -> str:
    """Return the sheet of verdicts, in the order read."""
    return to_csv(COMPARE, compared, excel)


def compare_lines(compared: Iterable[Compared], form: Literal["jsonl", "csv"], excel: bool = False) -> Iterator[str]:
    """Yield what `compare_jsonl` or `compare_csv` returns, each verdict as it comes."""
    return csv_rows(COMPARE, compared, excel) if form == "csv" else json_lines(map(compared_values, compared))


def columns_markdown() -> str:
    """Return the page on all columns: docs/columns.md."""
    return "\n".join([_COLUMNS_HEAD, *(sheet.markdown() for sheet in SHEETS)])


EXPORTERS: Mapping[str, Mapping[str, Callable[..., str]]] = {
    "check": {"json": report_json, "csv": comparisons_csv, "markdown": report_markdown},
    "claims": {"json": claims_json, "jsonl": claims_jsonl, "csv": claims_csv, "markdown": claims_markdown},
    "compare": {"json": compare_json, "jsonl": compare_jsonl, "csv": compare_csv},
}
"""By command and format. Those of `check` and `claims` take a report (incidents may be none); `csv` can be `excel`, and
the `markdown` of a report can `explain`."""

_COLUMNS_HEAD = """\
# The columns of the sheets

This page is made from the tables of columns in `claimcheck/exports`; a test holds it to them.

Every cell is text. The plain profile is UTF-8 and reads back equal with
`pandas.read_csv(path, dtype=str, keep_default_na=False)`. With `--excel` the file opens with a byte order mark, and a
cell that starts with `=`, `+`, `-`, `@`, a tab or a carriage return gets one apostrophe before it, so that no
spreadsheet takes it for a formula; claimcheck takes it off again when it reads the file.
"""
