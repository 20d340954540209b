from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.group.clusters import Edges, average_link

EDGES = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(-8, 8).map(lambda n: n / 2),
)


def edges_of(rows: Iterable[tuple[Any, ...]]) -> Edges:
    """Rows of two indices, a score and, where not all share ground, whether they do."""
    told = [(a, b, score, *(ground or (True,))) for a, b, score, *ground in rows]
    ends = np.array([row[:2] for row in told], dtype=np.int64).reshape(-1, 2)
    return Edges(ends, np.array([row[2] for row in told], float), np.array([row[3] for row in told], bool))


@pytest.mark.parametrize(
    ("size", "edges", "clusters"),
    [
        (0, [], []),
        (2, [], [(0,), (1,)]),
        (2, [(0, 1, 1.0)], [(0, 1)]),
        (2, [(0, 1, -1.0)], [(0,), (1,)]),
        (3, [(0, 1, 2.0), (1, 2, 1.9), (0, 2, -3.0)], [(0, 1), (2,)]),
        (3, [(0, 1, 2.0), (1, 2, 1.9)], [(0, 1), (2,)]),
        (3, [(0, 1, 2.0), (1, 2, 1.9), (0, 2, -1.0)], [(0, 1, 2)]),
        (4, [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)], [(0, 1), (2, 3)]),
        (2, [(0, 1, 1.0, False)], [(0,), (1,)]),
        (3, [(0, 1, 2.0, False), (1, 2, 1.0), (0, 2, 1.0)], [(0, 1, 2)]),
    ],
    ids=[
        "none",
        "no edge",
        "for",
        "against",
        "no chain",
        "absent is against",
        "on the whole for",
        "ties to the first",
        "no ground",
        "ground through another",
    ],
)
def test_clusters(size: int, edges: list[tuple[Any, ...]], clusters: list[tuple[int, ...]]) -> None:
    assert average_link(size, edges_of(edges), absent=-3.0) == clusters


@given(EDGES)
def test_order_of_edges_changes_nothing(scores: dict[tuple[int, int], float]) -> None:
    edges = [(a, b, score) for (a, b), score in scores.items()]
    turned = sorted(edges, key=lambda edge: (edge[2], -edge[0], edge[1]))
    assert average_link(7, edges_of(edges), absent=-3.0) == average_link(7, edges_of(turned), absent=-3.0)


@given(EDGES)
def test_clusters_part_the_whole(scores: dict[tuple[int, int], float]) -> None:
    clusters = average_link(7, edges_of((a, b, score) for (a, b), score in scores.items()), absent=-3.0)
    assert sorted(i for cluster in clusters for i in cluster) == list(range(7))
