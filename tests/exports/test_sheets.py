"""The sheets: their columns, their rows, and CSV that reads back equal."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from itertools import groupby
from pathlib import Path

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from reports import COMPARISONS, hostile_report, one_article_report, strait_report, with_text

from claimcheck.exports import (
    CLAIMS,
    COMPARE,
    EXPORTERS,
    SHEETS,
    Compared,
    claims_csv,
    columns_markdown,
    compare_csv,
    comparisons_csv,
    frame,
    read_csv,
)
from claimcheck.exports.claims_sheet import claim_rows
from claimcheck.exports.comparisons_sheet import COMPARISONS as COMPARISON_SHEET
from claimcheck.exports.comparisons_sheet import comparison_rows
from claimcheck.exports.csv_text import guarded, unguarded
from claimcheck.model import Relation, Report

DOCS = Path(__file__).parents[2] / "docs" / "columns.md"
STRAIT = strait_report()
COMPARED = [Compared("=a", "b", COMPARISONS[0].verdict, 1), Compared("a", "", None, 2, "no b")]
HOSTILE_CELLS = st.text(alphabet="=+-@\t\r\n'\", \ufeffa漢\x00\x1a;", max_size=8)


def test_the_columns_of_comparisons() -> None:
    assert " ".join(COMPARISON_SHEET.header) == (
        "incident aspect relation source_a words_a form_a hedge_a source_b words_b form_b hedge_b reason "
        "editor_relation editor_note editor checked_at said_at_a via_a place_a said_at_b via_b place_b linked_by "
        "same_origin judge strength comparison_id incident_id claim_a claim_b"
    )


def test_the_same_words_of_several_acts_are_one_row() -> None:
    report = one_article_report()
    many = [
        replace(
            c,
            verdict=replace(c.verdict, aspects=(*c.verdict.aspects, *(replace(v, of="x") for v in c.verdict.aspects))),
        )
        for c in report.comparisons
    ]
    assert comparisons_csv(replace(report, comparisons=tuple(many))) == comparisons_csv(report)
    assert any(c.verdict.aspects for c in many)


def test_the_columns_of_claims() -> None:
    assert " ".join(CLAIMS.header) == (
        "incident source mention words form cue stance hedge hedge_by chain said_at said_at_basis event_time "
        "event_place outlet title published updated url place context_before context_after language editor_note "
        "claim_id article_id"
    )


def test_the_page_on_columns_is_that_of_the_tables() -> None:
    """Written anew by `CLAIMCHECK_GOLDEN=write pytest tests/exports`."""
    if os.environ.get("CLAIMCHECK_GOLDEN") == "write":
        DOCS.write_text(columns_markdown(), encoding="utf-8")
    assert DOCS.read_text(encoding="utf-8") == columns_markdown()


@pytest.mark.parametrize("report", [STRAIT, one_article_report(), hostile_report()])
def test_every_row_meets_the_schema_of_its_sheet(report: Report) -> None:
    for sheet, text in (
        (COMPARISON_SHEET, comparisons_csv(report)),
        (CLAIMS, claims_csv(report)),
        (COMPARE, compare_csv(COMPARED)),
    ):
        check = Draft202012Validator(sheet.schema())
        rows = read_csv(text)
        assert rows
        for row in rows:
            check.validate(row)


def rows_on(aspect: str, *sources: str) -> list[dict[str, str]]:
    rows = read_csv(comparisons_csv(STRAIT))
    return [row for row in rows if row["aspect"] == aspect and (row["source_a"], row["source_b"]) == sources]


def test_a_row_of_comparisons_holds_both_sides() -> None:
    (row,) = rows_on("what", "Sorrel Coast Guard", "Orland Navy")
    assert (row["relation"], row["strength"]) == ("conflict", "clear")
    assert (row["words_a"], row["form_a"], row["hedge_a"]) == ("two rockets", "paraphrase", "")
    assert (row["words_b"], row["form_b"], row["hedge_b"]) == ("a warning flare", "quoted", "")
    assert (row["place_a"], row["via_b"], row["said_at_b"]) == ("L3 (66-77)", "The Harbour Post", "Several hours later")
    assert (row["same_origin"], row["judge"], row["linked_by"]) == ("no", "facts", "article")


def test_what_one_source_alone_says_leaves_the_other_side_empty() -> None:
    (row,) = rows_on("how", "a fisherman", "")
    assert row["relation"] == "one_source"
    assert row["hedge_a"] == "reportedly (outlet)"
    assert row["via_a"] == "The Harbour Post > Lantern News > Radio Vell"
    assert not any(value for name, value in row.items() if name.endswith("_b"))


def test_a_comparison_without_aspects_has_one_row() -> None:
    whole = replace(COMPARISONS[0], verdict=replace(COMPARISONS[0].verdict, aspects=()))
    rows = read_csv(comparisons_csv(replace(STRAIT, comparisons=(whole,))))
    (row,) = [row for row in rows if row["comparison_id"] == "k1"]
    assert row["aspect"] == ""
    assert row["words_a"] == STRAIT.claims[0].text


@pytest.mark.parametrize(("relation", "rows"), [(Relation.CONFLICT, 1), (Relation.AGREE, 1), (Relation.COMPATIBLE, 0)])
def test_claims_without_a_point_in_common_have_no_row(relation: Relation, rows: int) -> None:
    whole = replace(COMPARISONS[0].verdict, aspects=(), relation=relation)
    report = replace(STRAIT, comparisons=(replace(COMPARISONS[0], verdict=whole),))
    assert sum(row["comparison_id"] == "k1" for row in read_csv(comparisons_csv(report))) == rows


def test_conflicts_come_first_of_each_incident() -> None:
    for _, found in groupby(comparison_rows(STRAIT), key=lambda row: row.incident.id):
        conflicts = [row.relation == "conflict" for row in found]
        assert conflicts == sorted(conflicts, reverse=True)


def test_the_sheet_of_claims_keeps_the_words_and_where_they_stand() -> None:
    rows = {row["claim_id"]: row for row in read_csv(claims_csv(STRAIT))}
    assert list(rows) == [claim.id for claim in STRAIT.claims]
    assert rows["c13"]["words"] == "Our patrol fired one flare. [...] No rocket was fired."
    assert rows["c13"]["form"] == "own words"
    assert rows["c01"]["event_time"] == "2021-03-14"
    assert rows["c01"]["incident"] == "The Orland Navy fired at a trawler"
    for claim in STRAIT.claims:
        article = next(a for a in STRAIT.articles if a.id == claim.article)
        start, end = rows[claim.id]["place"].rstrip(")").split("(")[1].split("-")
        assert article.text[int(start) : int(end)].startswith(claim.text[:10])


@pytest.mark.parametrize("make", [comparisons_csv, claims_csv])
@pytest.mark.parametrize("words", ["", "NA ", '"', "=\r\n\t,;", " 漢字🙂\x1b\u202e "])
def test_plain_csv_reads_back_equal_with_pandas(make: Callable[[Report], str], words: str) -> None:
    report = with_text(STRAIT, lambda old: words + old)
    expected = frame(report, "claims" if make is claims_csv else "comparisons")
    got = pandas.read_csv(StringIO(make(report)), dtype=str, keep_default_na=False)
    pandas.testing.assert_frame_equal(got, expected, check_dtype=False)


@settings(max_examples=50, deadline=None)
@given(HOSTILE_CELLS, st.booleans())
def test_csv_read_back_equals_the_rows(words: str, excel: bool) -> None:
    report = with_text(STRAIT, lambda old: words + old)
    assert read_csv(claims_csv(report, excel)) == [
        dict(zip(CLAIMS.header, row, strict=True)) for row in CLAIMS.table(claim_rows(report))
    ]
    assert read_csv(comparisons_csv(report, excel)) == [
        dict(zip(COMPARISON_SHEET.header, row, strict=True)) for row in COMPARISON_SHEET.table(comparison_rows(report))
    ]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@sum", "'@sum"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_cells_that_a_spreadsheet_would_obey_are_guarded(cell: str, written: str) -> None:
    assert guarded(cell) == written
    assert unguarded(written) == cell


@given(HOSTILE_CELLS)
def test_a_guard_comes_off_again(cell: str) -> None:
    """So it does in reading: tests/reading/test_guard.py."""
    assert unguarded(guarded(cell)) == cell


@given(st.lists(HOSTILE_CELLS, min_size=1, max_size=4))
def test_no_cell_of_the_excel_profile_is_a_formula(cells: list[str]) -> None:
    text = compare_csv([Compared(cell, cell, COMPARISONS[0].verdict) for cell in cells], excel=True)
    assert text.startswith("\ufeff")
    for row in csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_table_of_exporters_has_what_the_commands_offer() -> None:
    assert {command: list(formats) for command, formats in EXPORTERS.items()} == {
        "check": ["json", "csv", "markdown"],
        "claims": ["json", "jsonl", "csv", "markdown"],
        "compare": ["json", "jsonl", "csv"],
    }
    for command in ("check", "claims"):
        for export in EXPORTERS[command].values():
            assert STRAIT.claims[0].source.name in export(STRAIT)


def test_every_column_says_what_it_is() -> None:
    for sheet in SHEETS:
        assert len({column.name for column in sheet.columns}) == len(sheet.columns)
        assert all(column.says for column in sheet.columns)
