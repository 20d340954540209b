"""What profiles can have in common, as numbers: one for each value of each kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.group.ragged import Ragged

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.group.profiles import Profile
    from claimcheck.group.ragged import Ints, Pairs

    Column = NDArray[np.float64]

_KINDS = ("names", "numbers", "words", "acts", "parties", "proper", "means", "targets", "counts", "counted")


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of each profile, and how many of each kind they are: shape (profiles, kinds)."""

    of: Ragged
    kinds: Ints
    sizes: NDArray[np.int32]

    @classmethod
    def of_profiles(cls, profiles: Sequence[Profile]) -> Marks:
        """Return the marks of profiles."""
        numbers: defaultdict[tuple[int, object], int] = defaultdict(count().__next__)
        marks = Ragged.of([sorted([numbers[mark] for mark in _marks(profile)]) for profile in profiles])
        kinds = np.array([kind for kind, _ in numbers], dtype=np.int64)
        owner, found = marks.chosen(np.arange(len(profiles)))
        return cls(marks, kinds, _counted(owner, kinds[found], len(profiles)).astype(np.int32))

    def in_common(self, pairs: Pairs) -> InCommon:
        """Return what the profiles of each pair have in common."""
        pair, shared = self.of.common(pairs)
        first, second = pairs.T
        return InCommon(self.sizes[first], self.sizes[second], _counted(pair, self.kinds[shared], len(pairs)))


@dataclass(frozen=True, slots=True)
class InCommon:
    """How many marks of each kind the first and the second of each pair have, and both: shape (pairs, kinds) each."""

    first: NDArray[np.int32]
    second: NDArray[np.int32]
    both: Ints

    def many(self, kind: str) -> Ints:
        """Return how many marks of a kind both have."""
        return self.both[:, _KINDS.index(kind)]

    def any(self, kind: str) -> NDArray[np.bool_]:
        """Say whether both have a mark of a kind."""
        return self.many(kind) > 0

    def other(self, kind: str) -> NDArray[np.bool_]:
        """Say whether each has marks of a kind, and none in common."""
        number = _KINDS.index(kind)
        return np.minimum(self.first[:, number], self.second[:, number]).astype(bool) & ~self.any(kind)

    def share(self, kind: str) -> Column:
        """Return which share of their marks of a kind both have."""
        number = _KINDS.index(kind)
        shared = self.many(kind)
        return np.asarray(shared / np.maximum(1, self.first[:, number] + self.second[:, number] - shared))


def _marks(profile: Profile) -> Iterator[tuple[int, object]]:
    """The marks of a profile, each with the number of its kind; the same one may come twice for what is counted."""
    kinds = (
        profile.names,
        profile.numbers,
        profile.words,
        profile.acts,
        profile.parties,
        profile.proper,
        profile.means,
        profile.targets,
        profile.counts,
        {of for of, _ in profile.counts if of},
    )
    return ((kind, mark) for kind, found in enumerate(kinds) for mark in found)


def _counted(owner: Ints, kind: Ints, owners: int) -> Ints:
    """Count what each owner has of each kind."""
    return np.bincount(owner * len(_KINDS) + kind, minlength=owners * len(_KINDS)).reshape(owners, len(_KINDS))
