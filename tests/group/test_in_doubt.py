"""A network is asked where facts are silent and the evidence is near the line, of the words that are nearest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from claimcheck.group.grounds import TOLD
from claimcheck.group.in_doubt import nearest_words, reweighed, silent
from claimcheck.settings import GroupingSettings

SETTINGS = GroupingSettings(same_matter=0.0, doubt=1.0, most_asked=10, words_weight=0.5)
PAIRS = np.array([[0, 1], [0, 2], [1, 2]])


def words(at: int) -> tuple[str, str]:
    return str(PAIRS[at, 0]), str(PAIRS[at, 1])


class Asked:
    """A matcher that says one thing of all, and keeps what it was asked."""

    def __init__(self, odds: float) -> None:
        self.odds = odds
        self.pairs: list[tuple[str, str]] = []

    def __call__(self, pairs: Sequence[tuple[str, str]], /) -> Sequence[float]:
        self.pairs += pairs
        return [self.odds] * len(pairs)


@pytest.mark.parametrize(
    ("scores", "open_to_words", "most", "asked"),
    [
        ([0.5, -0.5, 0.0], [True, True, True], 10, [0, 1, 2]),
        ([0.5, -1.5, 1.1], [True, True, True], 10, [0]),
        ([0.5, -0.5, 0.0], [False, True, True], 10, [1, 2]),
        ([0.5, -0.4, 0.0], [True, True, True], 2, [1, 2]),
        ([0.5, -0.5, 0.5], [True, True, True], 2, [0, 1]),
        ([0.5, -0.5, 0.0], [True, True, True], 0, []),
    ],
)
def test_what_is_nearest_to_the_line_is_asked(
    scores: list[float], open_to_words: list[bool], most: int, asked: list[int]
) -> None:
    match = Asked(2.0)
    settings = GroupingSettings(same_matter=0.0, doubt=1.0, most_asked=most, words_weight=0.5)
    found = reweighed(np.array(scores), np.array(open_to_words), words, match, settings)
    assert match.pairs == [words(at) for at in asked]
    assert found.tolist() == [score + (at in asked) for at, score in enumerate(scores)]


def test_a_network_is_believed_up_to_a_point() -> None:
    found = reweighed(np.zeros(3), np.array([True] * 3), words, Asked(-100.0), SETTINGS)
    assert found.tolist() == [-2.0] * 3


def test_a_day_in_common_leaves_nothing_to_words() -> None:
    held = np.zeros((2, len(TOLD)), dtype=bool)
    held[0, TOLD.index("same_day")] = held[1, TOLD.index("acts")] = True
    assert silent(held).tolist() == [False, True]


def test_of_two_threads_the_nearest_statements_speak() -> None:
    vectors = np.eye(3, dtype=np.float32)[[0, 1, 2, 1]]
    speak = nearest_words(np.array([[0, 1]]), [(0, 1), (2, 3)], vectors, ["a", "b", "c", "d"])
    assert speak(0) == ("b", "d")
