"""Neighbours within blocks: the same as of all rows where blocks hold what is near, and never all pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from claimcheck.group import nearest
from claimcheck.group.days import Stretch

if TYPE_CHECKING:
    from claimcheck.ports import Vectors

NEIGHBOURS = 4


def bunches(count: int, size: int) -> Vectors:
    """Bunches of rows that are near each other and far from all others."""
    rng = np.random.default_rng(0)
    rows = np.repeat(rng.standard_normal((count, 32)), size, axis=0) + 0.1 * rng.standard_normal((count * size, 32))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def pairs(vectors: Vectors, stretches: list[Stretch | None]) -> set[tuple[int, int]]:
    found = [block.tolist() for block in nearest.nearest(vectors, stretches, NEIGHBOURS)]
    return {(i, j) for block in found for i, j in block}


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearest, "_WHOLE", 60)


@pytest.mark.parametrize("size", [0, 1, 2, 5])
def test_few_rows_have_all_others(size: int) -> None:
    wanted = {(i, j) for j in range(size) for i in range(j)}
    assert pairs(bunches(1, size), [None] * size) == wanted


@pytest.mark.usefixtures("small_blocks")
def test_blocks_find_what_the_whole_has(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = bunches(40, 6)
    blocked = pairs(vectors, [None] * len(vectors))
    monkeypatch.setattr(nearest, "_WHOLE", len(vectors))
    whole = pairs(vectors, [None] * len(vectors))
    assert len(whole & blocked) >= 0.95 * len(whole)


@pytest.mark.usefixtures("small_blocks")
def test_days_far_apart_are_not_looked_through() -> None:
    vectors = bunches(40, 6)
    days = [Stretch(30 * (i % 2), 30 * (i % 2)) for i in range(len(vectors))]
    assert all((i - j) % 2 == 0 for i, j in pairs(vectors, [*days]))


@pytest.mark.usefixtures("small_blocks")
def test_rows_of_no_time_are_near_to_those_of_any() -> None:
    vectors = bunches(40, 6)
    stretches = [None if i == 1 else Stretch(400 * (i // 6), 400 * (i // 6) + 1) for i in range(len(vectors))]
    assert len({pair for pair in pairs(vectors, [*stretches]) if 1 in pair and max(pair) < 6}) >= NEIGHBOURS


@pytest.mark.usefixtures("small_blocks")
def test_what_is_found_grows_as_the_rows_do() -> None:
    vectors = np.tile(bunches(1, 1), (600, 1))
    assert 0 < len(pairs(vectors, [None] * len(vectors))) <= NEIGHBOURS * len(vectors)
