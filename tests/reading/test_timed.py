"""A live blog is taken apart into its entries; what only looks like one stays whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from documents import page
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Corpus
from claimcheck.reading import read
from claimcheck.reading.entry import Place, Text
from claimcheck.reading.timed import apart, is_live

SAID = "The coast guard said that twelve people were found near the port."
HEADER = "---\noutlet: Harbour News\npublished: 2021-03-04\n---\n"


def blog(*headings: str, intro: str = "The latest on the ferry.") -> str:
    return f"{intro}\n\n" + "\n".join(
        f"{heading}\n{SAID[:-1]}, for the {n}. time.\n" for n, heading in enumerate(headings)
    )


def reading(folder: Path, name: str, content: str | bytes, published: str | None = None) -> Corpus:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return read([folder / name], published=published)


@pytest.mark.parametrize(
    ("headings", "times"),
    [
        (["14:05", "14:20", "15:00"], ["14:05", "14:20", "15:00"]),
        (["15:00", "14:20", "14:20", "9:05"], ["09:05", "14:20", "14:20", "15:00"]),
        (["2.05pm GMT", "1.50pm GMT", "12.01am GMT"], ["00:01+00:00", "13:50+00:00", "14:05+00:00"]),
        (["14.05 CET", "14.20 CET", "15.00 CET"], ["14:05+01:00", "14:20+01:00", "15:00+01:00"]),
        (["14:05 IST", "14:20 IST", "15:00 IST"], ["14:05", "14:20", "15:00"]),
        (["## 14:05", "**14:20**", "(15:00 GMT)"], ["14:05", "14:20", "15:00+00:00"]),
        (
            ["14:05 - Boats on their way", "14:20 | Ferry found", "15:00: Mayor at the port"],
            ["14:05", "14:20", "15:00"],
        ),
    ],
)
def test_entries_are_articles_with_their_times(tmp_path: Path, headings: list[str], times: list[str]) -> None:
    corpus = reading(tmp_path, "a.md", HEADER + blog(*headings))
    assert sorted(article.published or "" for article in corpus.articles) == [
        "2021-03-04",
        *(f"2021-03-04T{t}" for t in times),
    ]
    assert {article.outlet for article in corpus.articles} == {"Harbour News"}
    assert f"read as a live blog of {len(headings)} entries" in corpus.notices[0].message
    assert not any(time in article.text for article in corpus.articles for time in times)


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(
    ("published", "headings", "times"),
    [
        ("2021-03-04", ["21:30", "23:50", "00:10"], ["2021-03-04T21:30", "2021-03-04T23:50", "2021-03-05T00:10"]),
        (
            "2021-12-31",
            ["11:50 pm", "12:05 am", "1:00 am"],
            ["2021-12-31T23:50", "2022-01-01T00:05", "2022-01-01T01:00"],
        ),
        ("9999-12-31", ["23:40", "23:50", "0:10"], ["9999-12-31T00:10", "9999-12-31T23:40", "9999-12-31T23:50"]),
    ],
)
def test_entries_after_midnight_are_of_the_next_day(
    tmp_path: Path, published: str, headings: list[str], times: list[str], backwards: bool
) -> None:
    header = f"---\noutlet: Harbour News\npublished: {published}\n---\n"
    corpus = reading(tmp_path, "a.md", header + blog(*headings[:: -1 if backwards else 1]))
    assert sorted(article.published or "" for article in corpus.articles) == [published, *times]


def test_without_a_day_entries_have_no_time(tmp_path: Path) -> None:
    corpus = reading(tmp_path, "a.txt", blog("14:05", "14:20", "15:00"))
    assert {article.published for article in corpus.articles} == {None}
    assert "their times are not dated" in corpus.notices[0].message


@pytest.mark.parametrize(
    "text",
    [
        blog("14:05", "14:20"),
        blog("14:05", "16:20", "15:00"),
        blog("23:00", "01:00", "23:30", "02:00"),
        blog("14.05", "14.20", "15.00"),
        blog("25:05", "26:20", "27:00"),
        blog("14:05 - A boat was sent.", "14:20 - It came back.", "15:00 - It left again."),
        blog("14:05", "14:20", "15:00", intro=f"{SAID}\n" * 9),
        "Programme\n10:00\nArrival\n11:00\nPress conference\n12:00\nLunch\n",
        "14:05\n14:20\n15:00\n",
        "At 14:05 a boat was sent.\nAt 14:20 it came back.\nAt 15:00 it left again.\n",
        "Q: When?\nA: 14:05\nQ: And then?\nA: 14:20\nQ: And then?\nA: 15:00\n",
    ],
)
def test_what_is_no_live_blog_stays_whole(text: str) -> None:
    assert not is_live(text)
    assert apart(Text(Place("a.txt"), text, {})).texts == (Text(Place("a.txt"), text, {}),)


def test_ids_stay_apart(tmp_path: Path) -> None:
    corpus = reading(tmp_path, "a.md", "---\nid: blog\n---\n" + blog("14:05", "14:20", "15:00"))
    assert {article.id for article in corpus.articles} == {"blog", "blog-1", "blog-2", "blog-3"}


def test_the_entries_of_a_page_are_told_by_its_times(tmp_path: Path) -> None:
    entries = "".join(f"<div><time>{h}.05 GMT</time><h2>Update</h2><p>{SAID} {h}.</p></div>" for h in (16, 15, 14))
    head = '<meta property="article:published_time" content="2021-03-04T10:00:00Z">'
    corpus = reading(tmp_path, "a.html", page(f"<main><h1>Live</h1>{entries}</main>", head))
    dates = ["2021-03-04T10:00:00Z", *(f"2021-03-04T{h}:05+00:00" for h in (14, 15, 16))]
    assert sorted(article.published or "" for article in corpus.articles) == sorted(dates)


def test_the_entries_of_a_page_are_told_by_its_metadata(tmp_path: Path) -> None:
    updates = [
        {"headline": f"U{n}", "articleBody": f"<p>{SAID} {n}</p>", "datePublished": f"2021-03-04T1{n}:00Z"}
        for n in range(3)
    ]
    blog = json.dumps({"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": updates})
    linked = f'<script type="application/ld+json">{blog}</script>'
    corpus = reading(tmp_path, "a.html", page("<main><p>Loading</p></main>", linked))
    found = {(article.title, article.published, article.text) for article in corpus.articles}
    assert found == {(f"U{n}", f"2021-03-04T1{n}:00Z", f"{SAID} {n}") for n in range(3)}


@given(
    st.lists(
        st.sampled_from(["14:05", "2.05pm GMT", "- x", SAID, "", "## 15:00", "25:99", ":", "10:00 - y"]), max_size=12
    )
)
def test_no_word_of_a_text_is_lost(lines: list[str]) -> None:
    text = Text(Place("a.txt"), "\n".join(lines), {})
    parts = apart(text).texts
    assert all(part.text in text.text for part in parts)
    assert sum(part.text.count(SAID) for part in parts) == text.text.count(SAID)


@pytest.mark.parametrize("filler", [" ", "a", ". ", "14:05 ", "#", "“", "- "])
def test_long_lines_take_no_time(filler: str) -> None:
    """A pattern that goes back over a line would take minutes here."""
    line = filler * (200_000 // len(filler))
    assert not is_live(f"14:05\n{line}\n14:06\n{line}x\n14:07\n{line}x\n")
