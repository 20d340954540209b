"""The evidence on many pairs at once is what a reader would say of each two."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import fields, replace
from itertools import combinations
from math import log1p
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.group.cosines import cosines, means, nearest_cosines
from claimcheck.group.days import Days
from claimcheck.group.evidence import Compare
from claimcheck.group.partition import parts
from claimcheck.group.profiles import Profile
from claimcheck.group.ragged import Ragged
from claimcheck.group.sharing import sharing
from claimcheck.knowledge import Knowledge, default_knowledge

if TYPE_CHECKING:
    from claimcheck.ports import Vectors

NAMES = st.frozensets(st.sampled_from(["homs", "hama", "idlib", "aleppo"]), max_size=3)
NUMBERS = st.frozensets(st.sampled_from([3.0, 4.0, 5.5]), max_size=2)
COUNTS = st.frozensets(st.tuples(st.sampled_from([None, "kill", "injure"]), st.sampled_from([3.0, 4.0])), max_size=2)
DAY = st.sampled_from(["2024-01-01", "2024-01-03", "2024-01-07", "2024-02-20"])
DAYS = st.tuples(DAY, DAY).map(lambda days: Days(min(days), max(days)))
PLACES = st.frozensets(st.sampled_from(["Homs", "Hama", "Syria", "Tall Tawil", "Tal Tawil", "Nowhere"]), max_size=2)
ROWS = st.lists(st.integers(0, 9), min_size=1, max_size=3).map(tuple)
PROFILES = st.builds(
    Profile,
    places=PLACES,
    days=st.frozensets(DAYS, max_size=2),
    numbers=NUMBERS,
    counts=COUNTS,
    acts=NAMES,
    parties=NAMES,
    sides=NAMES,
    speakers=NAMES,
    names=NAMES,
    proper=NAMES,
    words=NAMES,
    means=NAMES,
    targets=NAMES,
    news=st.none() | DAYS,
    rows=ROWS,
)


def unit_rows(count: int) -> Vectors:
    rows = np.random.default_rng(0).standard_normal((count, 8)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


def meet(a: Set[object], b: Set[object]) -> float:
    return float(bool(a & b))


def other(a: Set[object], b: Set[object]) -> float:
    return float(bool(a and b) and not a & b)


def in_common(a: Profile, b: Profile) -> dict[str, float]:
    counted = [{of for of, _ in profile.counts if of} for profile in (a, b)]
    return {
        "other_names": other(a.names, b.names),
        "number": meet(a.numbers, b.numbers),
        "words": len(a.words & b.words) / max(1, len(a.words | b.words)),
        "shared_words": log1p(len(a.words & b.words)),
        "acts": meet(a.acts, b.acts),
        "parties": meet(a.parties, b.parties),
        "proper": log1p(len(a.proper & b.proper)),
        "other_proper": other(a.proper, b.proper),
        "same_means": meet(a.means, b.means),
        "other_means": other(a.means, b.means),
        "same_target": meet(a.targets, b.targets),
        "other_target": other(a.targets, b.targets),
        "counts": meet(a.counts, b.counts),
        "other_counts": float(bool(counted[0] & counted[1]) and not a.counts & b.counts),
    }


@settings(deadline=None)
@given(st.lists(PROFILES, min_size=2, max_size=5))
def test_each_two_have_what_both_sets_have(profiles: list[Profile]) -> None:
    compare, pairs = Compare(unit_rows(10), default_knowledge()), list(combinations(range(len(profiles)), 2))
    together = compare.table(profiles, pairs)
    for (i, j), row in zip(pairs, together, strict=True):
        found = compare(profiles[i], profiles[j])
        assert {name: found[name] for name in in_common(profiles[i], profiles[j])} == pytest.approx(
            in_common(profiles[i], profiles[j])
        )
        assert list(found.values()) == row.tolist()
        assert found == compare(profiles[j], profiles[i])


NOTHING: dict[str, Any] = dict.fromkeys((field.name for field in fields(Profile)), frozenset())
EMPTY = Profile(**{**NOTHING, "news": None, "rows": (0,), "size": 1})
JANUARY, FEBRUARY = Days("2024-01-01", "2024-01-01"), Days("2024-02-01", "2024-02-01")
MONTH, WEEK = Days("2024-01-01", "2024-01-31"), Days("2024-01-28", "2024-02-03")


@pytest.mark.parametrize(
    ("a", "b", "there"),
    [
        ({"days": {JANUARY}}, {"days": {JANUARY}}, {"same_day"}),
        ({"days": {JANUARY}}, {"days": {JANUARY, FEBRUARY}}, {"same_day"}),
        ({"days": {JANUARY}}, {"days": {MONTH}}, set()),
        ({"days": {JANUARY}}, {"days": {FEBRUARY}}, {"other_day", "far_day"}),
        ({"days": {MONTH}}, {"days": {FEBRUARY}}, {"other_day"}),
        ({"days": {JANUARY}}, {"news": WEEK}, {"far_day", "old_news"}),
        ({"days": {FEBRUARY}}, {"news": WEEK}, set()),
        ({"days": {JANUARY}}, {}, set()),
        ({"news": JANUARY}, {"news": WEEK}, {"news_gap"}),
        ({"places": {"Homs"}}, {"places": {"Hama"}}, {"other_place"}),
        ({"places": {"Homs"}}, {"places": {"Hama", "Homs"}}, set()),
        ({"places": {"Homs"}}, {"places": {"Syria"}}, set()),
        ({"places": {"Tall Tawil"}}, {"places": {"Tal Tawil"}}, set()),
        ({"places": {"Homs"}}, {"places": {"Nowhere"}}, {"unknown_place"}),
        ({"places": {"north-western Idlib"}}, {"places": {"Khan Sheikhun"}}, set()),
        ({"places": {"north-western Idlib", "Khan Sheikhun"}}, {"places": {"Urum al-Joz"}}, {"other_place"}),
        ({"places": {"north-western Idlib"}}, {"places": {"Hama"}}, {"other_place"}),
        (
            {"days": {JANUARY}, "places": {"Homs"}},
            {"days": {FEBRUARY}, "places": {"Hama"}},
            {"other_day", "far_day", "other_place", "clashes"},
        ),
    ],
)
def test_days_and_places(a: dict[str, Any], b: dict[str, Any], there: set[str], knowledge: Knowledge) -> None:
    profiles = [replace(EMPTY, **{name: _frozen(value) for name, value in given.items()}) for given in (a, b)]
    evidence = Compare(unit_rows(1), knowledge)(*profiles)
    assert {name for name, value in evidence.items() if value and "cosine" not in name} == there


def _frozen(value: Any) -> Any:
    return frozenset(value) if isinstance(value, set) else value


@given(st.lists(ROWS, min_size=2, max_size=6))
def test_cosines_are_of_the_middle_and_of_the_nearest(rows: list[tuple[int, ...]]) -> None:
    vectors, sets = unit_rows(10), Ragged.of(rows)
    pairs = np.array(list(combinations(range(len(rows)), 2)))
    middle = means(vectors, sets)
    mean = [vectors[list(own)].mean(axis=0) for own in rows]
    assert middle == pytest.approx(np.array([row / np.linalg.norm(row) for row in mean]), abs=1e-5)
    assert cosines(middle, pairs) == pytest.approx([middle[i] @ middle[j] for i, j in pairs], abs=2e-5)
    nearest = [max(float(vectors[x] @ vectors[y]) for x in rows[i] for y in rows[j]) for i, j in pairs]
    assert nearest_cosines(vectors, sets, pairs) == pytest.approx(nearest, abs=2e-5)


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=9).map(tuple), max_size=6), st.sampled_from([0.3, 0.5, 1.0]))
def test_texts_that_share_runs_of_words(texts: list[tuple[str, ...]], share: float) -> None:
    runs = [{text[i : i + 3] for i in range(max(1, len(text) - 2))} for text in texts]
    wanted = [
        (i, j)
        for i, j in combinations(range(len(texts)), 2)
        if runs[i] & runs[j] and len(runs[i] & runs[j]) >= share * min(len(runs[i]), len(runs[j]))
    ]
    assert list(sharing(texts, share)) == wanted


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_parts_are_named_by_their_first(pairs: list[tuple[int, int]]) -> None:
    of = {i: {i} for i in range(10)}
    for a, b in pairs:
        joined = of[a] | of[b]
        of.update(dict.fromkeys(joined, joined))
    assert parts(10, np.array(pairs, dtype=np.int64).reshape(-1, 2)).tolist() == [min(of[i]) for i in range(10)]
