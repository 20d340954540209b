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
    made = sorted(joins)
    first = parts(size, ((join.a, join.b) for join in made))
    members: dict[int, list[int]] = {}
    reasons: dict[int, dict[str, None]] = {}
    for i, root in enumerate(first):
        members.setdefault(root, []).append(i)
    for join in made:
        reasons.setdefault(first[join.a], {})[join.reason] = None
    for root, found in members.items():
        yield tuple(found), tuple(reasons.get(root, ()))


def parts(size: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each of range(size) the smallest number that pairs join it to, by whatever way."""
    parent = list(range(size))
    for a, b in pairs:
        first, second = sorted((_root(parent, a), _root(parent, b)))
        parent[second] = first
    return [_root(parent, i) for i in range(size)]


def _root(parent: list[int], i: int) -> int:
    """Return the smallest member of the set of `i`."""
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i
