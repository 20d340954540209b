"""The benchmarks run, on the smallest sizes and with fakes; nothing here is timed."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from fakes import FAKES

from benchmarks import grouping, pairs, whole
from benchmarks.articles import articles
from benchmarks.bars import bars
from benchmarks.claims_table import claims_table


def test_a_table_of_a_size_is_the_same_each_time() -> None:
    table, again = claims_table(60), claims_table(60)
    assert len(table.claims) == len(table.vectors) == 60
    assert table.claims == again.claims
    assert np.array_equal(table.vectors, again.vectors)
    texts = {article.id: article.text for article in table.articles}
    for claim in table.claims:
        for fact in claim.propositions[0].facts:
            assert texts[claim.article][fact.span.start : fact.span.end] == fact.text


def test_grouping_is_measured() -> None:
    found = grouping.grouped(60)
    assert 0 < found["found"] < 60
    assert found["peak"] >= found["made"] > 0


def test_every_stage_is_measured() -> None:
    found = whole.measured(articles(2), FAKES)
    assert {*found} == {*whole.BARE, *whole.STAGES, "tag", "peak"}
    assert whole.times([(2, found), (4, found)]).row_count == 2


def test_bars_are_an_svg() -> None:
    drawn = bars("stages", ["2 < 4", "4"], [{"read": 0.5, "judge": 1.0}, {"read": 0.25, "judge": 0.5}])
    words = "".join(ElementTree.fromstring(drawn).itertext())
    assert all(word in words for word in ("stages", "1.50", "0.75", "judge"))
    assert "url(http" not in drawn


def test_pairs_are_written(tmp_path: Path) -> None:
    pairs.write(tmp_path / "pairs.csv", 3)
    with (tmp_path / "pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [sorted(row) for row in rows] == [["a", "b"]] * 3
