"""Acts: one name for the verbs and nouns of one kind of happening, with opposites and implications."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from claimcheck.knowledge.tables import own_table


class Acts:
    """The lexicon of acts.toml. A canonical act is the name of its row: "kill", "injure"."""

    def __init__(self, table: Mapping[str, Mapping[str, Any]]) -> None:
        self._by_word = {word: act for act, row in table.items() for word in (act, *row.get("words", ()))}
        self._kinds = {act: tuple(row.get("is", ())) for act, row in table.items()}
        self._opposed = {frozenset((act, other)) for act, row in table.items() for other in row.get("not", ())}
        self.kinds = lru_cache(maxsize=4096)(self._all_kinds)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the canonical acts."""
        return tuple(self._kinds)

    def act(self, lemma: str) -> str | None:
        """Return the act that a lemma or several words mean: "die" is "kill", "open fire" is "shoot"."""
        return self._by_word.get(" ".join(lemma.lower().split()))

    def opposed(self, a: str, b: str) -> bool:
        """Whether of two acts, on the same matter, only one can have happened."""
        return frozenset((a, b)) in self._opposed

    def implies(self, a: str, b: str) -> bool:
        """Whether to do `a` is to do `b`: to shoot is to attack."""
        return b in self.kinds(a)

    def _all_kinds(self, act: str) -> frozenset[str]:
        """Return an act with all that it is a kind of."""
        return frozenset(self._all((act,)))

    def _all(self, acts: Iterable[str]) -> tuple[str, ...]:
        """Return the acts and all that they are kinds of."""
        found: list[str] = []
        for act in acts:
            found += [act, *self._all(self._kinds.get(act, ()))]
        return tuple(found)


def load_acts() -> Acts:
    """Return the lexicon of this package."""
    return Acts(own_table("acts.toml"))
