"""Ids are kept or made from what was read; the order of the files changes nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reading import read
from claimcheck.reading.entry import Place
from claimcheck.reading.ids import unclashed

FILES = {
    "a.jsonl": [{"id": "1", "text": "A.", "outlet": "X"}, {"id": "2", "text": "B.", "outlet": "X"}],
    "b.jsonl": [{"id": "1", "text": "C.", "outlet": "X"}, {"text": "A.", "outlet": "Y"}],
    "c.jsonl": [{"text": "B.", "outlet": "X", "published": "2021-03-04"}, {"id": "1", "text": "E."}],
    "d.jsonl": [{"id": "s", "text": "F.", "source": "S"}, {"id": "s", "text": "F.", "source": "T"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, rows in FILES.items():
        (tmp_path / name).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


def test_the_order_of_the_files_changes_nothing(folder: Path) -> None:
    read_in_order = [read([folder / name for name in names]) for names in permutations(FILES)]
    assert all(corpus == read_in_order[0] for corpus in read_in_order)
    assert read([folder]) == read_in_order[0]


def test_clashing_ids_get_the_name_of_their_file(folder: Path) -> None:
    corpus = read([folder])
    named = {article.id: article.text for article in corpus.articles}
    assert {name: text for name, text in named.items() if ":" in name} == {
        "a.jsonl:1": "A.",
        "b.jsonl:1": "C.",
        "c.jsonl:1": "E.",
    }
    assert len({s.id for s in corpus.statements}) == 2
    assert sum("used elsewhere too" in notice.message for notice in corpus.notices) == 4


def test_the_same_text_of_the_same_outlet_is_read_once(folder: Path) -> None:
    corpus = read([folder])
    assert sorted((a.outlet or "", a.text) for a in corpus.articles if a.text in ("A.", "B.")) == [
        ("X", "A."),
        ("X", "B."),
        ("Y", "A."),
    ]
    assert [a.published for a in corpus.articles if a.text == "B."] == ["2021-03-04"]
    assert any("a.jsonl, line 2: the same text of the same outlet as" in n.message for n in corpus.notices)


def test_what_two_sources_say_in_the_same_words_is_no_repeat(folder: Path) -> None:
    assert {s.source for s in read([folder]).statements} == {"S", "T"}


def test_made_ids_depend_on_outlet_date_and_text_alone(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text("The ferry sank.", encoding="utf-8")
    first, second = (read([tmp_path / name], outlet="X").articles[0].id for name in ("a", "b"))
    assert first == second
    assert read([tmp_path / "a"], outlet="Y").articles[0].id != first


@given(st.lists(st.tuples(st.sampled_from(["1", "2", "a.csv:1"]), st.sampled_from(["a.csv", "x/a.csv", "b.csv"]))))
def test_settled_ids_are_unique_and_free_ones_kept(found: Sequence[tuple[str, str]]) -> None:
    ids = [name for name, _ in found]
    places = [Place(file, number) for number, (_, file) in enumerate(found, 1)]
    settled = unclashed(ids, places)
    assert len(set(settled)) == len(ids)
    assert all(new == old for old, new in zip(ids, settled, strict=True) if ids.count(old) == 1 and ":" not in old)
