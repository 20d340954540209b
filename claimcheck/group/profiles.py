"""What utterances are about, as sets that can be compared quickly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce

from claimcheck.group.days import Days, days_of, news_of
from claimcheck.group.utterances import Utterance
from claimcheck.group.words import background, content, families, listed, names, words
from claimcheck.knowledge import Knowledge
from claimcheck.knowledge.spelling import skeleton
from claimcheck.model import Aspect, Fact

_NEAR = re.compile(r"^(?:near|around|outside) ")
_FEW = 2
"""Numbers up to this are shared by chance."""
_PARTIES = (Aspect.BY_WHOM, Aspect.TO_WHOM)


@dataclass(frozen=True, slots=True)
class Profile:
    """What one utterance or several are about; `rows` are those of their vectors, `size` how many they are.

    `words` are the beginnings of the words that carry meaning, `names` the capitalised words inside sentences,
    `proper` the sounds of those which name no country or source, `means` and `targets` the families of weapons and of
    what they hit, `news` the days that are told of where none is named. What is only recalled ("in response to the
    gas attack of Tuesday") is left out.
    """

    places: frozenset[str]
    days: frozenset[Days]
    numbers: frozenset[float]
    counts: frozenset[tuple[str | None, float]]
    acts: frozenset[str]
    parties: frozenset[str]
    sides: frozenset[str]
    speakers: frozenset[str]
    names: frozenset[str]
    proper: frozenset[str]
    words: frozenset[str]
    means: frozenset[str]
    targets: frozenset[str]
    news: Days | None
    rows: tuple[int, ...]
    size: int = 1


class Profiler:
    """Makes profiles of utterances."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._sound = lru_cache(maxsize=65536)(self._sound_of)

    def __call__(self, utterance: Utterance) -> Profile:
        """Return what an utterance is about."""
        whole = " ".join(telling.proposition.text for telling in utterance.tellings)
        end = background(whole)
        text = whole[:end]
        told = words(text)
        facts = [f for t in utterance.tellings for f in t.proposition.facts if whole.find(f.text) < end]
        numbers = [(f.of, float(f.value)) for f in facts if isinstance(f.value, (int, float)) and f.value > _FEW]
        named = names(text)
        parties = frozenset(_values(facts, _PARTIES)) - listed("pronouns") - {utterance.claim.source.id}
        return Profile(
            places=frozenset(_NEAR.sub("", value) for value in _places(facts) if not value.islower()),
            days=days_of(fact for fact in facts if fact.of not in listed("saying")),
            numbers=frozenset(value for _, value in numbers),
            counts=frozenset(numbers),
            acts=frozenset(_values(facts, (Aspect.STATUS,))) - listed("light_acts"),
            parties=parties,
            sides=frozenset(side for party in parties if (side := self._side(party))),
            speakers=frozenset(side for side in (utterance.claim.source.side,) if side),
            names=named,
            proper=frozenset(sound for name in named if (sound := self._sound(name))),
            words=content(told),
            means=families("means", told),
            targets=families("targets", told),
            news=news_of(_said(utterance) or utterance.tellings[0].article.published),
            rows=tuple(telling.row for telling in utterance.tellings),
        )

    def _side(self, party: str) -> str | None:
        entry = self._knowledge.registry.get(party)
        return entry.side if entry else None

    def _sound_of(self, name: str) -> str:
        """The consonants of a name, as they sound, whatever its spelling; "" for a country or a source."""
        known = self._knowledge.places.country(name)
        wide = known is not None and known == self._knowledge.places.canonical(name)
        parts = name.split("-")
        common = parts[-1] in listed("describing") or name in listed("calendar") or name in listed("role_names")
        return "" if wide or common or self._knowledge.registry.match(name) else skeleton(parts)


def pooled(profiles: Sequence[Profile]) -> Profile:
    """Return what several utterances are about together."""
    return reduce(_both, profiles)


def _both(a: Profile, b: Profile) -> Profile:
    return Profile(
        a.places | b.places,
        a.days | b.days,
        a.numbers | b.numbers,
        a.counts | b.counts,
        a.acts | b.acts,
        a.parties | b.parties,
        a.sides | b.sides,
        a.speakers | b.speakers,
        a.names | b.names,
        a.proper | b.proper,
        a.words | b.words,
        a.means | b.means,
        a.targets | b.targets,
        a.news or b.news,
        a.rows + b.rows,
        a.size + b.size,
    )


def _said(utterance: Utterance) -> str | None:
    """The first day on which a claim was made, where that is known: it tells of nothing later."""
    said = utterance.claim.said_at
    return said.date if said else None


def _values(facts: Iterable[Fact], aspects: Sequence[Aspect]) -> Iterator[str]:
    return (str(fact.value) for fact in facts if fact.aspect in aspects and fact.value is not None)


def _places(facts: Iterable[Fact]) -> Iterator[str]:
    return _values(facts, (Aspect.WHERE,))
