"""Why claims were put together, in words: what spoke for it and what against, what counted most first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimcheck.group.evidence import FEATURES
from claimcheck.group.weights import weights
from claimcheck.model import Grounds

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.group.evidence import Table

_FOR = {
    "linked": "the article links them",
    "soon": "right after it",
    "back_soon": "points back to it",
    "same_source": "the same source",
    "party_speaks": "one of its parties speaks",
    "same_day": "the same day",
    "number": "a number in common",
    "counts": "the same number of the same",
    "acts": "an act in common",
    "parties": "a party in common",
    "proper": "a name in common",
    "same_means": "the same means",
    "same_target": "the same target",
    "read_alike": "their words, as the network reads them",
    "best_cosine": "near in meaning",
    "shared_words": "words in common",
}
_AGAINST = {
    "said_anew": "said at another time",
    "elsewhere": "speaks of elsewhere",
    "other_day": "another day",
    "far_day": "days more than a week apart",
    "old_news": "older than the news of the other",
    "other_place": "another place",
    "unknown_place": "a place of another name",
    "other_names": "no capitalised word in common",
    "other_proper": "other names",
    "other_means": "other means",
    "other_target": "another target",
    "other_counts": "another number of the same",
    "clashes": "several clashes at once",
    "read_apart": "their words, as the network reads them",
    "one_of_many": "facts are silent, and the articles are many",
}
"""What each kind of evidence is called. What has no weight is common ground, without which nothing is merged."""

_LEAST = {"soon": 1.0, "shared_words": 1.0}
"""From which value evidence is told, where any is not enough: the very next claim; two words, as a logarithm."""
_ANY = 1e-9
_APART = "one article tells them apart"
_COPY = "the same text"
_ADDED_WEIGHT = 2.0
"""How much what is no feature counts where the evidence is put in order: what is read moves log-odds by twice that."""
_MOST, _MOST_WITHIN = 6, 3
"""So much evidence is told between texts and within one: what counted most."""


READ = ("read_alike", "read_apart")
"""What a network reads in the words of two texts: not among the features, since it is asked of few."""
OF_MANY = "one_of_many"
"""That facts say nothing, where the articles are so many that this counts: see `prior`."""
_ADDED = (*READ, OF_MANY)
TOLD = (*(name for name in chain(_FOR, _AGAINST) if name in FEATURES), *_ADDED)
"""The evidence between texts that is told."""


class Between(NamedTuple):
    """What held between texts: for how many pairs each evidence, which of them one article has both of, of how many."""

    held: Mapping[str, int]
    apart: int
    pairs: int


def held(evidence: Mapping[str, float], strong: float) -> tuple[str, ...]:
    """Return the evidence that is there, by name; of the nearest statements, whether they are as near as `strong`."""
    least = {**_LEAST, "best_cosine": strong}
    return tuple(name for name in chain(_FOR, _AGAINST) if evidence.get(name, 0.0) >= least.get(name, _ANY))


def held_in(table: Table, strong: float) -> NDArray[np.bool_]:
    """Say of each pair of a table which evidence is there: a column for each of `TOLD`, no features among it."""
    least = {**_LEAST, "best_cosine": strong}
    names = [name for name in TOLD if name not in _ADDED]
    found = table[:, [FEATURES.index(name) for name in names]] >= [least.get(name, _ANY) for name in names]
    return np.column_stack((found, np.zeros((len(table), len(_ADDED)), dtype=bool)))


def grounds(between: Between, inside: Sequence[tuple[str, ...]], copies: int) -> Grounds:
    """Return why claims are together: by what held between texts, and whenever a claim went on in its own text.

    `copies` counts those which have the text of another.
    """
    within = Counter(name for names in inside for name in names)

    def told(names: Mapping[str, str], *first: str) -> tuple[str, ...]:
        parts = [*first, *_told(names, between.held, between.pairs, "same_matter")][:_MOST]
        own = list(_told(names, within, len(inside), "goes_on"))[:_MOST_WITHIN]
        both = (("between texts", parts), ("within a text", own))
        return tuple(f"{where}: {', '.join(words)}" for where, words in both if words)

    return Grounds(
        told(_FOR, *([_COPY if copies == 1 else f"{_COPY} {copies} times"] if copies else [])),
        told(_AGAINST, *([_share(_APART, between.apart, between.pairs)] if between.apart else [])),
    )


def _told(names: Mapping[str, str], found: Mapping[str, int], of: int, table: str) -> Iterator[str]:
    weight = {**dict.fromkeys(_ADDED, _ADDED_WEIGHT), **weights(table).of}
    there = [name for name in names if found.get(name)]
    there.sort(key=lambda name: -abs(weight.get(name, 0.0)) * found[name])
    return (_share(names[name], found[name], of) for name in there)


def _share(words: str, count: int, of: int) -> str:
    return words if count == of else f"{words} ({count} of {of})"
