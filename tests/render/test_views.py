"""The views, drawn on a fixed console and held against the files in `golden`.

After a change that is meant, write them anew and read the difference: `CLAIMCHECK_GOLDEN=write pytest tests/render`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import (
    CLAIMS,
    COMPARISONS,
    HOSTILE,
    PROVENANCE,
    crowded_report,
    hostile_report,
    one_article_report,
    referring_report,
    strait_report,
    with_text,
)
from rich.cells import cell_len
from rich.console import Console, RenderableType

from claimcheck.model import Incident, Mode, Report
from claimcheck.render import (
    SourceRow,
    claims_view,
    models_view,
    notices_view,
    report_view,
    sources_view,
    verdict_view,
)

GOLDEN = Path(__file__).parent / "golden"
STRAIT = strait_report()
SOURCES = [
    SourceRow("orn", "Orland Navy", "army", "Orland", "Orland", ("the navy", "ORN")),
    SourceRow("vell", "Radio Vell [bold]", "broadcaster"),
]
VERDICT = COMPARISONS[3].verdict

VIEWS: dict[str, Callable[[], RenderableType]] = {
    "report": lambda: report_view(STRAIT),
    "report-brief": lambda: report_view(STRAIT, brief=True),
    "report-plain": lambda: report_view(STRAIT, plain=True),
    "report-brief-plain": lambda: report_view(STRAIT, brief=True, plain=True),
    "report-why": lambda: report_view(STRAIT, explain=True),
    "report-why-plain": lambda: report_view(STRAIT, plain=True, explain=True),
    "report-hostile": lambda: report_view(hostile_report()),
    "one-article": lambda: report_view(one_article_report()),
    "crowded": lambda: report_view(crowded_report()),
    "crowded-brief": lambda: report_view(crowded_report(), brief=True),
    "referring": lambda: report_view(referring_report()),
    "referring-plain": lambda: report_view(referring_report(), plain=True),
    "nothing-read": lambda: report_view(Report((), (), (), (), (), (), PROVENANCE)),
    "claims": lambda: claims_view(STRAIT.claims, STRAIT.articles),
    "claims-plain": lambda: claims_view(STRAIT.claims, STRAIT.articles, plain=True),
    "verdict": lambda: verdict_view(VERDICT, "Two sailors were killed.", "Three people died."),
    "verdict-plain": lambda: verdict_view(VERDICT, "Two sailors were killed.", "Three people died.", plain=True),
    "sources": lambda: sources_view(SOURCES),
    "sources-plain": lambda: sources_view(SOURCES, plain=True),
    "models": lambda: models_view(PROVENANCE.models),
    "notices": lambda: notices_view(STRAIT.notices, STRAIT.articles),
    "no-notices": lambda: notices_view(()),
}
WIDTHS = {"report": (80, 100, 120), "one-article": (80, 100, 120)}
WHOLE = {"models"}
"""Views whose lines are never broken, so that a path can be copied."""

CASES = [(name, width) for name in VIEWS for width in WIDTHS.get(name, (80,))]


def drawn(view: RenderableType, width: int = 80, colour: bool = False, whole: bool = False) -> str:
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        _environ={},
    )
    console.print(view, soft_wrap=whole)
    written = console.file
    assert isinstance(written, StringIO)
    return written.getvalue()


def held(name: str, got: str) -> None:
    """Hold what was drawn against a file, or write the file."""
    path = GOLDEN / name
    if os.environ.get("CLAIMCHECK_GOLDEN") == "write":
        path.write_text(got, encoding="utf-8")
    assert got == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "width"), CASES)
def test_a_view_is_as_it_was_read_and_found_good(name: str, width: int) -> None:
    held(f"{name}-{width}.txt", drawn(VIEWS[name](), width, whole=name in WHOLE))


def test_colours_are_as_they_were() -> None:
    got = drawn(VIEWS["report"](), 100, colour=True)
    held("report-100-colour.txt", re.sub(r"(?<=\]8;)id=\d+", "", got).replace("\x1b", "␛"))


@pytest.mark.parametrize("width", [40, 80, 100, 120, 300])
@pytest.mark.parametrize("name", sorted({*VIEWS} - WHOLE))
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(name: str, width: int) -> None:
    for line in drawn(VIEWS[name](), width).split("\n"):
        assert cell_len(line) <= min(width, 120)
        assert line == line.rstrip(" ")


@pytest.mark.parametrize("name", VIEWS)
def test_words_that_never_stand_on_a_screen(name: str) -> None:
    forbidden = r"corroborat|\bsilent|\bomitted|changed (its|their) story|\b0\.\d|\b\d+ ?%"
    assert not re.search(forbidden, drawn(VIEWS[name](), 120), re.IGNORECASE)


@pytest.mark.parametrize("name", [name for name in VIEWS if "plain" in name])
def test_plain_text_has_neither_boxes_nor_marks(name: str) -> None:
    assert not re.search(r"[\u2500-\u259f~¶]|^[=X·?1!—] ", drawn(VIEWS[name]()), re.MULTILINE)


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [50, 80, 120])
@pytest.mark.parametrize(("brief", "plain"), [(False, False), (True, False), (False, True)])
def test_text_of_articles_is_never_obeyed(colour: bool, width: int, brief: bool, plain: bool) -> None:
    got = drawn(report_view(hostile_report(), brief, plain, explain=not brief), width, colour)
    own = re.sub(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", got) if colour else got
    assert not [char for char in own if category(char) in {"Cc", "Cf", "Cs"} and char != "\n"]
    assert "[bold]x[/bold]" in own.replace("\n", "")
    assert "javascript" not in "".join(re.findall(r"\x1b\]8;[^\x1b]*", got))


def test_only_web_addresses_become_links() -> None:
    got = drawn(report_view(STRAIT), 120, colour=True)
    assert set(re.findall(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b", got)) == {"", "https://post.example/1"}


def test_the_brief_report_fits_a_screen_whatever_was_found() -> None:
    many = tuple(replace(i, id=f"{i.id}-{n}") for n in range(30) for i in STRAIT.incidents)
    got = drawn(report_view(replace(STRAIT, incidents=many), brief=True))
    assert 24 <= got.count("\n") <= 28
    assert "not shown in full, " in got


def test_many_single_accounts_do_not_flood_the_screen() -> None:
    singles = tuple(Incident(f"s{n}", STRAIT.incidents[0].kind, "One", ("c07.0",)) for n in range(500))
    extra = drawn(report_view(replace(STRAIT, incidents=singles))).count("\n") - drawn(report_view(STRAIT)).count("\n")
    assert extra < 200


def test_a_line_of_two_hundred_thousand_characters() -> None:
    long = with_text(STRAIT, lambda words: f"{words} {'x' * 100} " * 3)
    claim = replace(CLAIMS[0], text="word " * 40_000)
    got = drawn(report_view(replace(long, claims=(claim, *long.claims[1:]))))
    assert max(map(cell_len, got.split("\n"))) <= 80


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.integers(30, 140))
def test_any_text_anywhere_draws_within_the_width(words: str, width: int) -> None:
    got = drawn(report_view(with_text(STRAIT, lambda old: words + old)), width)
    assert not [char for char in got if category(char) in {"Cc", "Cf", "Cs"} and char not in "\n\u200c\u200d"]
    assert max(map(cell_len, got.split("\n"))) <= min(width, 120)


def test_paraphrase_never_stands_inside_quotation_marks() -> None:
    got = " ".join(drawn(report_view(STRAIT), 120).split())
    for claim in STRAIT.claims:
        if claim.mode is not Mode.DIRECT and '"' not in claim.text:
            assert f"“{claim.text}" not in got


def test_hostile_text_is_shown_as_it_is_written() -> None:
    got = drawn(notices_view([replace(STRAIT.notices[1], message=HOSTILE)]), 120)
    for shown in ("␛[31mred", "<U+202E>evil<U+202C>", "[bold]x[/bold]", ":smile:", "<U+009B>1m", "<U+D800>", "␀"):
        assert shown in got
