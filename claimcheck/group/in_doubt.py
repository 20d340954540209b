"""Pairs on which the evidence leaves doubt, weighed again with what a network reads in their words.

A network costs a thousand times what the evidence costs: only the pairs nearest to the line are asked of, and no more
than a desk can wait for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.ports import Matcher, Vectors
    from claimcheck.settings import GroupingSettings

    Scores = NDArray[np.float64]
    Pairs = NDArray[np.int64]
    """Shape (pairs, 2)."""


SETTLING = (
    "same_day", "other_day", "far_day", "old_news", "other_place", "unknown_place", "number", "counts", "other_counts",
    "same_means", "other_means", "same_target", "other_target",
)  # fmt: skip
"""Facts that settle more than words do: of pairs that share or clash on one of them a network is not asked."""


def reweighed(
    scores: Scores,
    silent: NDArray[np.bool_],
    pairs: Pairs,
    rows: Sequence[Sequence[int]],
    spoken: tuple[Vectors, Sequence[str]],
    match: Matcher,
    settings: GroupingSettings,
) -> Scores:
    """Return the log-odds of pairs, those in doubt moved by what their words say.

    `rows` are those of the statements of each end of a pair, `spoken` the vector and the words of every statement: of
    two ends the two statements that are nearest speak.
    """
    vectors, words = spoken
    asked = _nearest_the_line(scores, silent, settings)
    texts = [tuple(words[row] for row in _nearest(vectors, *(rows[end] for end in pairs[at]))) for at in asked]
    told = np.array(match([(a, b) for a, b in texts]), dtype=np.float64)
    moved = scores.copy()
    moved[asked] += settings.words_weight * np.clip(told - settings.words_middle, -_MOST, _MOST)
    return moved.round(6)


_MOST = 4.0
"""Log-odds beyond which a network's are not believed further."""


def _nearest_the_line(scores: Scores, silent: NDArray[np.bool_], settings: GroupingSettings) -> NDArray[np.int64]:
    """Return the pairs in doubt, those nearest to the line first; of as many as are asked of, in their order."""
    distance = np.where(silent, np.abs(scores - settings.same_matter), np.inf)
    order = np.argsort(distance, kind="stable")[: settings.most_asked]
    return np.sort(order[distance[order] <= settings.doubt])


def _nearest(vectors: Vectors, a: Sequence[int], b: Sequence[int]) -> tuple[int, int]:
    """Return the two rows, one of each, whose vectors are nearest; the first of equals."""
    likeness = np.asarray(vectors[list(a)] @ vectors[list(b)].T).round(5)
    i, j = divmod(int(likeness.argmax()), len(b))
    return a[i], b[j]
