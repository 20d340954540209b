"""Joining numbers into sets, each join with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Join(NamedTuple):
    """Two numbers that belong together, and why."""

    a: int
    b: int
    reason: str


def partition(size: int, joins: Iterable[Join]) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    """Yield the sets of range(size) that `joins` make, each with its reasons, in the order of their first members."""
    parent = list(range(size))
    made = sorted(joins)
    for join in made:
        first, second = sorted((_root(parent, join.a), _root(parent, join.b)))
        parent[second] = first
    members: dict[int, list[int]] = {}
    reasons: dict[int, dict[str, None]] = {}
    for i in range(size):
        members.setdefault(_root(parent, i), []).append(i)
    for join in made:
        reasons.setdefault(_root(parent, join.a), {})[join.reason] = None
    for root, found in members.items():
        yield tuple(found), tuple(reasons.get(root, ()))


def _root(parent: list[int], i: int) -> int:
    """Return the smallest member of the set of `i`."""
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i
