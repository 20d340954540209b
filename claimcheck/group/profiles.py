"""What utterances are about, as sets that can be compared quickly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from typing import NamedTuple

from claimcheck.group.utterances import Utterance
from claimcheck.group.words import content, names
from claimcheck.model import Aspect, Fact

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NEAR = re.compile(r"^(?:near|around|outside) ")
_NEWS = timedelta(days=6)
"""A report that names no day is taken to tell of the week before it."""
_FEW = 2
"""Numbers up to this are shared by chance."""


class Days(NamedTuple):
    """First and last day, ISO."""

    first: str
    last: str

    def meets(self, other: Days) -> bool:
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Profile:
    """What one utterance or several are about; `rows` are those of their vectors, `size` how many they are.

    `words` are the beginnings of the words that carry meaning, `names` the capitalised words inside sentences,
    `news` the days that they tell of where they name none.
    """

    places: frozenset[str]
    days: frozenset[Days]
    numbers: frozenset[float]
    names: frozenset[str]
    words: frozenset[str]
    news: Days | None
    rows: tuple[int, ...]
    size: int = 1


def profile(utterance: Utterance) -> Profile:
    """Return what an utterance is about."""
    facts = [fact for telling in utterance.tellings for fact in telling.proposition.facts]
    text = " ".join(telling.proposition.text for telling in utterance.tellings)
    return Profile(
        places=frozenset(_NEAR.sub("", value) for value in _places(facts) if not value.islower()),
        days=days_of(facts),
        numbers=frozenset(f.value for f in facts if isinstance(f.value, (int, float)) and f.value > _FEW),
        names=names(text),
        words=content(text),
        news=_news(utterance.tellings[0].article.published),
        rows=tuple(telling.row for telling in utterance.tellings),
    )


def pooled(profiles: Sequence[Profile]) -> Profile:
    """Return what several utterances are about together."""
    return reduce(_both, profiles)


def _both(a: Profile, b: Profile) -> Profile:
    return Profile(
        a.places | b.places,
        a.days | b.days,
        a.numbers | b.numbers,
        a.names | b.names,
        a.words | b.words,
        a.news or b.news,
        a.rows + b.rows,
        a.size + b.size,
    )


def _places(facts: Iterable[Fact]) -> Iterator[str]:
    return (str(fact.value) for fact in facts if fact.aspect is Aspect.WHERE and fact.value is not None)


def days_of(facts: Iterable[Fact]) -> frozenset[Days]:
    """Return the days, and the stretches of days, that facts give."""
    found = (_DAY.findall(str(fact.value or "")) for fact in facts if fact.aspect is Aspect.WHEN)
    return frozenset(Days(min(days), max(days)) for days in found if days)


def _news(published: str | None) -> Days | None:
    try:
        last = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return Days((last - _NEWS).isoformat(), last.isoformat())
