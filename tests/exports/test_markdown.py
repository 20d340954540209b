"""The report for editors: Markdown in which text of articles stays text."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reports import hostile_report, one_article_report, strait_report, with_text

from claimcheck.exports import claims_markdown, report_markdown
from claimcheck.exports.markdown import escaped
from claimcheck.model import Report

GOLDEN = Path(__file__).parent / "golden"
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(text: str) -> list[Token]:
    return [inner for token in MARKDOWN.parse(text) for inner in (token, *(token.children or ()))]


@pytest.mark.parametrize(("name", "report"), [("report.md", strait_report()), ("one-article.md", one_article_report())])
def test_a_report_is_as_it_was_read_and_found_good(name: str, report: Report) -> None:
    """Written anew by `CLAIMCHECK_GOLDEN=write pytest tests/exports`."""
    got = report_markdown(report)
    if os.environ.get("CLAIMCHECK_GOLDEN") == "write":
        (GOLDEN / name).write_text(got, encoding="utf-8")
    assert got == (GOLDEN / name).read_text(encoding="utf-8")


def shape(text: str) -> list[str]:
    """Return the markup of a page without its words."""
    return [token.type for token in tokens(text) if token.type not in {"text", "text_special"}]


@pytest.mark.parametrize("write", [report_markdown, claims_markdown])
def test_text_of_articles_is_never_markup(write: Callable[[Report], str]) -> None:
    hostile, calm = write(hostile_report()), write(with_text(strait_report(), lambda words: words))
    assert set(shape(hostile)) <= set(shape(calm))


@pytest.mark.parametrize(
    "words",
    [
        "<script>x</script>",
        "a | b",
        "*a* _b_ `c` ~~d~~",
        "[a](javascript:b)",
        "![a](b)",
        "&lt; &amp;",
        "# a",
        "$x$",
        "\\*a*",
    ],
)
def test_markup_in_words_is_shown(words: str) -> None:
    inner = tokens(f"x {escaped(words)}")
    shown = "".join(token.content for token in inner if token.type in {"text", "text_special"})
    assert shown == f"x {words}"


@settings(max_examples=200)
@given(st.text(alphabet="ab <>|*_`~[]()!&#\\;\"'$-+1.", max_size=20))
def test_any_words_are_shown_as_they_are(words: str) -> None:
    words = " ".join(words.split())
    shown = "".join(t.content for t in tokens(f"x {escaped(words)}") if t.type in {"text", "text_special"})
    assert shown == f"x {words}".rstrip()


@pytest.mark.parametrize("words", ["a|b", "a\\|b", "|", "\\"])
def test_every_row_of_a_table_has_as_many_cells_as_its_head(words: str) -> None:
    written = report_markdown(with_text(strait_report(), lambda old: f"{words} {old}"))
    tables = re.findall(r"(?:^\|.*\n?)+", written, re.MULTILINE)
    assert tables
    for table in tables:
        assert len({re.sub(r"\\.", "", row).count("|") for row in table.splitlines()}) == 1


def test_only_web_addresses_are_links() -> None:
    links = [token.attrs["href"] for token in tokens(report_markdown(strait_report())) if token.type == "link_open"]
    assert links == ["https://post.example/1"]


def test_why_claims_were_put_together_is_told_when_asked() -> None:
    told = "together: between texts: near in meaning"
    assert told in report_markdown(strait_report(), explain=True)
    assert told not in report_markdown(strait_report())
