"""What speaks for and against two profiles being of one matter, in numbers.

A clashing day or place is evidence like the rest and settles nothing by itself: else accounts that differ on
where and when would never meet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.group.cosines import cosines, means, nearest_cosines
from claimcheck.group.days import Calendar
from claimcheck.group.marks import Marks
from claimcheck.group.places import Places, Whereabouts
from claimcheck.group.profiles import Profile, Profiler
from claimcheck.group.ragged import Ragged

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.group.ragged import Pairs
    from claimcheck.knowledge import Knowledge
    from claimcheck.ports import Vectors

    Table = NDArray[np.float64]
    """Shape (pairs, features)."""

_COSINES = ("cosine", "best_cosine")
_DAYS = ("same_day", "other_day", "far_day", "old_news")
_PLACES = ("other_place", "unknown_place")
_SETS = (
    "other_names",
    "number",
    "words",
    "shared_words",
    "acts",
    "parties",
    "proper",
    "other_proper",
    "same_means",
    "other_means",
    "same_target",
    "other_target",
    "counts",
    "news_gap",
    "other_counts",
)
_TOGETHER = ("clashes",)
FEATURES = (*_COSINES, *_DAYS, *_PLACES, *_SETS, *_TOGETHER)
"""The columns of a table. Yes is 1 and no is 0; `words` is the share of words in common, `shared_words` and `proper`
are logarithms of how many words and names are, `news_gap` that of the days between two publications.
`clashes` is how many kinds of clash there are beyond the first: accounts of one matter may differ on where, or on how
many, and hardly on both."""

_CLASHES = ("other_day", "other_place", "other_means", "other_target", "other_counts")
_GROUNDS = ("number", "acts", "parties", "proper", "same_means", "same_target")


class Compare:
    """Compares profiles of one run."""

    def __init__(self, vectors: Vectors, knowledge: Knowledge) -> None:
        self._vectors = vectors
        self.places = Places(knowledge.places)
        self.profile = Profiler(knowledge)

    def over(self, profiles: Sequence[Profile]) -> Evidence:
        """Return profiles in the form in which the evidence on many pairs of them is quickly made."""
        return Evidence(profiles, self._vectors, self.places)

    def table(self, profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]]) -> Table:
        """Return the evidence on pairs of profiles, by their indices."""
        return self.over(profiles).table(np.array(pairs, dtype=np.int64).reshape(-1, 2))

    def __call__(self, a: Profile, b: Profile) -> Mapping[str, float]:
        """Return the evidence on two profiles, by name."""
        return dict(zip(FEATURES, self.table((a, b), [(0, 1)])[0].tolist(), strict=True))


class Evidence:
    """The evidence on pairs of some profiles. `middle` has a row for each: the mean of its vectors, of length one."""

    def __init__(self, profiles: Sequence[Profile], vectors: Vectors, places: Places) -> None:
        self._vectors = vectors
        self._rows = Ragged.of([profile.rows for profile in profiles])
        self.middle = means(vectors, self._rows)
        self._calendar = Calendar.of(profiles)
        self._whereabouts = Whereabouts(places, [profile.places for profile in profiles])
        self._marks = Marks.of_profiles(profiles)

    def table(self, pairs: Pairs) -> Table:
        """Return the evidence on pairs of profiles, by their indices; the same whichever of two comes first."""
        columns = {
            "cosine": self.cosines(pairs),
            "best_cosine": nearest_cosines(self._vectors, self._rows, pairs),
            **self._calendar.columns(pairs),
            **self._whereabouts.columns(pairs),
            **self._in_common(pairs),
            "news_gap": np.log1p(self._calendar.between_news(pairs)),
        }
        clashes = sum(columns[name].astype(np.float64) for name in _CLASHES)
        columns["clashes"] = np.maximum(0.0, clashes - 1.0)
        return np.column_stack([columns[name] for name in FEATURES]).astype(np.float64, copy=False)

    def cosines(self, pairs: Pairs) -> NDArray[np.float64]:
        """Return the cosines of the middles of pairs alone."""
        return cosines(self.middle, pairs)

    def _in_common(self, pairs: Pairs) -> Mapping[str, NDArray[np.generic]]:
        """What both have of what they name, do and count, or have others of."""
        marks = self._marks.in_common(pairs)
        return {
            "other_names": marks.other("names"),
            "number": marks.any("numbers"),
            "words": marks.share("words"),
            "shared_words": np.log1p(marks.many("words")),
            "acts": marks.any("acts"),
            "parties": marks.any("parties"),
            "proper": np.log1p(marks.many("proper")),
            "other_proper": marks.other("proper"),
            "same_means": marks.any("means"),
            "other_means": marks.other("means"),
            "same_target": marks.any("targets"),
            "other_target": marks.other("targets"),
            "counts": marks.any("counts"),
            "other_counts": marks.any("counted") & ~marks.any("counts"),
        }


def grounded(table: Table, strong: float) -> NDArray[np.bool_]:
    """Say of each pair whether it has an act, a party or a name in common, or statements as near as `strong`."""
    shared = table[:, [FEATURES.index(name) for name in _GROUNDS]].any(axis=1)
    return np.asarray(shared | (table[:, FEATURES.index("best_cosine")] >= strong))
