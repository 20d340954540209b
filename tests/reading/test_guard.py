"""A cell that the export guards against spreadsheets is read as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.exports.csv_text import guarded
from claimcheck.reading.rows import csv_rows, unguarded

CELLS = ["=1+1", "+5", "-5 degrees", "@embassy", "\tx", "\rx", "'=x", "''=x", "'tis", "'", "", "plain", "'-"]


@pytest.mark.parametrize("cell", CELLS)
def test_guards_come_off(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@given(st.text(alphabet="'=+-@\t\r ab"))
def test_any_guard_comes_off(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize(("marked", "text"), [(True, "=SUM(A1)"), (False, "'=SUM(A1)")])
def test_guards_come_off_only_where_a_mark_says_that_there_may_be_some(marked: bool, text: str) -> None:
    (row,) = csv_rows(["text\n", "'=SUM(A1)\n"], "a.csv", guarded=marked)
    assert row.values["text"] == text
