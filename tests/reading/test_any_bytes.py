"""Whatever a file holds, it is read or refused in one line; never anything else."""

from __future__ import annotations

import json
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from documents import atom, docx, eml, page, pdf, rss, xlsx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.reading import read
from claimcheck.reading.files import ENDINGS

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


@pytest.mark.parametrize("ending", ENDINGS)
@settings(deadline=None)  # the first text of a format loads its library
@given(content=st.binary(max_size=60) | WORDS.map(str.encode))
def test_any_bytes(ending: str, content: bytes) -> None:
    check_reading(f"a{ending}", content)


TEXT = "The ferry sank, the coast guard said.\nTwelve people were killed there."
REAL = {
    ".docx": docx(TEXT, title="Ferry"),
    ".xlsx": xlsx(a=[["text", "source"], [TEXT, "Coast guard"], [12, datetime(2021, 3, 4)]]),
    ".pdf": pdf([TEXT], [], title="Ferry"),
    ".eml": eml(TEXT),
    ".html": page(
        f'<script type="application/ld+json">{{"@type": "Article"}}</script><article><p>{TEXT}</p></article>'
    ),
    ".rss": rss(
        f"<title>Ferry</title><description>{TEXT}</description><pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate>"
    ),
    ".atom": atom(f"<title>Ferry</title><content>{TEXT}</content>"),
}


@pytest.mark.parametrize("ending", REAL)
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_any_damage_to_a_real_file(ending: str, data: st.DataObject) -> None:
    raw = REAL[ending]
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 40)) | st.just(len(raw)))
    check_reading(f"a{ending}", raw[:start] + data.draw(st.binary(max_size=8)) + raw[end:])


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.data_too_large])
@given(data=st.data())
def test_any_damage_inside_a_packed_file(ending: str, data: st.DataObject) -> None:
    """A part is damaged and packed again, so that its checksum holds."""
    damaged = BytesIO()
    with ZipFile(BytesIO(REAL[ending])) as old, ZipFile(damaged, "w") as new:
        hit = data.draw(st.sampled_from(old.namelist()))
        for name in old.namelist():
            part = old.read(name)
            start = data.draw(st.integers(0, len(part))) if name == hit else len(part)
            new.writestr(
                name, part[:start] + (data.draw(st.binary(max_size=8)) if name == hit else b"") + part[start + 5 :]
            )
    check_reading(f"a{ending}", damaged.getvalue())


@settings(deadline=None)
@given(ROWS)
def test_any_rows(rows: list[dict[str, object]]) -> None:
    check_reading("a.json", json.dumps(rows).encode())
    check_reading("a.jsonl", "\n".join(map(json.dumps, rows)).encode())


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["---\n", "---", "outlet: X\n", "a: b: c\r\n", "date:\n", "\n", "prose. ", ":"]), max_size=9
    )
)
def test_any_header(parts: list[str]) -> None:
    check_reading("a.txt", "".join(parts).encode())
