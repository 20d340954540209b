"""Whatever a file holds, it is read or refused in one line; never anything else."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.reading import read

WORDS = st.text(st.characters(codec="utf-8"), max_size=40)
VALUES = st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.lists(WORDS, max_size=2)
KEYS = st.sampled_from(["text", "source", "outlet", "article", "id", "published", "stance", "Text"]) | WORDS
ROWS = st.lists(st.dictionaries(KEYS, VALUES, max_size=5), max_size=4)


def check_reading(name: str, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            corpus = read([path])
        except InputError:
            return
    texts = {article.id: article.text for article in corpus.articles}
    assert len(texts) == len(corpus.articles) > 0
    assert len({statement.id for statement in corpus.statements}) == len(corpus.statements)
    for statement in corpus.statements:
        assert texts[statement.article][slice(*statement.span)].strip()
    for article in corpus.articles:
        assert article.text.encode("utf-8")
        assert 0 <= article.body <= len(article.text)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.json", "a.jsonl", "a.csv"])
@given(content=st.binary(max_size=60) | WORDS.map(str.encode))
def test_any_bytes(name: str, content: bytes) -> None:
    check_reading(name, content)


@given(ROWS)
def test_any_rows(rows: list[dict[str, object]]) -> None:
    check_reading("a.json", json.dumps(rows).encode())
    check_reading("a.jsonl", "\n".join(map(json.dumps, rows)).encode())


@given(
    st.lists(
        st.sampled_from(["---\n", "---", "outlet: X\n", "a: b: c\r\n", "date:\n", "\n", "prose. ", ":"]), max_size=9
    )
)
def test_any_header(parts: list[str]) -> None:
    check_reading("a.txt", "".join(parts).encode())
