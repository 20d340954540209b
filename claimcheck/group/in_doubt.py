"""Pairs on which facts are silent, weighed again with what a network reads in their words.

Two accounts that share or clash on a day, a place, a number, a means or a target are weighed by that. Of other news
little but the words can tell whether it is one happening, and a network tells better than their vectors. It costs a
thousand times as much: only what is nearest to the line is asked, and no more than a desk can wait for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.group.grounds import TOLD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.group.ragged import Pairs
    from claimcheck.ports import Matcher, Vectors
    from claimcheck.settings import GroupingSettings

    Scores = NDArray[np.float64]

_SETTLING = (
    "same_day", "other_day", "far_day", "old_news", "other_place", "unknown_place", "number", "counts", "other_counts",
    "same_means", "other_means", "same_target", "other_target",
)  # fmt: skip
"""The evidence that speaks louder than words."""

_MOST = 4.0
"""Log-odds beyond which a network is not believed further."""
_DIGITS = 5
"""Similarities are rounded, so that the last bits of a product decide nothing."""

Words = Callable[[int], tuple[str, str]]
"""The words that speak for the two ends of a pair, by its place among the pairs."""


def silent(held: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell of which pairs facts say nothing; `held` has a column for each evidence that is told (`grounds.TOLD`)."""
    return ~np.asarray(held[:, [TOLD.index(name) for name in _SETTLING]].any(axis=1))


def reweighed(
    scores: Scores, open_to_words: NDArray[np.bool_], words: Words, match: Matcher, settings: GroupingSettings
) -> Scores:
    """Return the log-odds of pairs: of those that are open to words, the ones in doubt are moved by what is read."""
    distance = np.where(open_to_words, np.abs(scores - settings.same_matter), np.inf)
    nearest = np.argsort(distance, kind="stable")[: settings.most_asked]
    asked = np.sort(nearest[distance[nearest] <= settings.doubt])
    told = np.array(match([words(at) for at in asked.tolist()]), dtype=np.float64)
    moved = scores.copy()
    moved[asked] += settings.words_weight * np.clip(told, -_MOST, _MOST)
    return moved.round(6)


def nearest_words(pairs: Pairs, rows: Sequence[Sequence[int]], vectors: Vectors, texts: Sequence[str]) -> Words:
    """Return what gives, of the statements of two ends, the words of the two that are nearest.

    `rows` are the statements of each end; `vectors` and `texts` have one row a statement.
    """

    def words(at: int) -> tuple[str, str]:
        a, b = (list(rows[end]) for end in pairs[at].tolist())
        likeness = (vectors[a] @ vectors[b].T).round(_DIGITS)
        i, j = divmod(int(likeness.argmax()), len(b))
        return texts[a[i]], texts[b[j]]

    return words
