"""Threads: the claims of one article that go on about one matter.

A report names its day and place once and then goes on: "It killed 18", "he denied that". Claims are read in
text order, and each goes on with the thread that it fits best, or begins one. A thread knows the days, places and
names of all its claims, so that those which name none are not left to their words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby, islice, permutations

import numpy as np

from claimcheck.group.days import Days, days_of
from claimcheck.group.evidence import FEATURES, Compare
from claimcheck.group.grounds import held
from claimcheck.group.profiles import Profile, pooled
from claimcheck.group.utterances import Utterance
from claimcheck.group.weights import weights
from claimcheck.group.words import goes_back, listed, names, words
from claimcheck.model import Article, Aspect, Fact, Link, Stance
from claimcheck.settings import GroupingSettings

_NAME = 8
"""Words of a claim that only names a happening, at most."""
_BARE = 2
"""Words of a refusal that names no matter: "to comment"."""
_MOST = 24
"""A claim is compared with so many threads at most, the last ones: no article, however long, takes quadratic time."""
_AT_ONCE = 4096
"""Articles that are read side by side, so that the evidence on very many pairs is made at once."""
_LONG = 50
"""So many utterances settle what a thread is about, and so many of its last ones are what a claim goes back to."""
_OCCASION = re.compile(r"\b(?:during|at) (?:the|a|an) [^.!?\n]*$")


@dataclass(frozen=True)
class Said:
    """An utterance, what it is about, and its place among those of its article."""

    utterance: Utterance
    profile: Profile
    place: int

    @cached_property
    def goes_back(self) -> bool:
        """Whether it points to what was told before it; "it" that is the speaker does not."""
        speaker = self.utterance.claim.source.id
        return goes_back(self.utterance.claim.text, {f.text.lower() for f in self._facts if f.value == speaker})

    @cached_property
    def acts(self) -> frozenset[str]:
        return frozenset(str(fact.value) for fact in self._facts if fact.aspect is Aspect.STATUS)

    @cached_property
    def occasion(self) -> frozenset[str]:
        """The names of the occasion on which it was made: "during the East Asia Summit in Singapore, he said"."""
        framed = _OCCASION.search(self.utterance.claim.prefix)
        return names(framed.group()) if framed else frozenset()

    @cached_property
    def times(self) -> frozenset[str]:
        """The words for when it was made and for when what it tells was."""
        return frozenset(words(" ".join((self.made, *(f.text for f in self._facts if f.aspect is Aspect.WHEN)))))

    @property
    def made(self) -> str:
        said_at = self.utterance.claim.said_at
        return said_at.text if said_at else ""

    @property
    def _facts(self) -> Iterator[Fact]:
        return (fact for telling in self.utterance.tellings for fact in telling.proposition.facts)


@dataclass(frozen=True, slots=True)
class Thread:
    """Utterances of one article on one matter, in text order; the profile is that of those which are compared.

    `went_on` has, for each but the first, the evidence that held when it went on.
    """

    said: tuple[Said, ...]
    profile: Profile
    went_on: tuple[tuple[str, ...], ...] = ()

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        return tuple(said.utterance for said in self.said)

    @property
    def article(self) -> Article:
        return self.said[0].utterance.tellings[0].article

    @property
    def recent(self) -> tuple[Said, ...]:
        return self.said[-_LONG:]

    def with_one_more(self, said: Said, evidence: tuple[str, ...] = ()) -> Thread:
        """Return the thread as it goes on; a refusal or an attitude adds nothing to what it is about."""
        adds = said.utterance.compared and len(self.said) < _LONG
        profile = pooled((self.profile, said.profile)) if adds else self.profile
        return Thread((*self.said, said), profile, (*self.went_on, evidence))


class Reader:
    """Reads articles into threads. `links` are the articles' own."""

    def __init__(self, compare: Compare, links: Iterable[Link], settings: GroupingSettings) -> None:
        self._compare = compare
        self._linked: dict[str, set[str]] = {}
        for a, b in (ends for link in links for ends in permutations((link.a, link.b))):
            self._linked.setdefault(a, set()).add(b)
        self._least, self._strong = settings.goes_on, settings.strong

    def threads(self, utterances: Iterable[Utterance]) -> list[Thread]:
        """Return the threads of utterances that are in order of position. What only refuses or reacts begins none."""
        parted = [
            [part for utterance in article for part in _by_day(utterance)]
            for _, article in groupby(utterances, key=lambda utterance: utterance.claim.article)
        ]
        read = (self._read(parted[start : start + _AT_ONCE]) for start in range(0, len(parted), _AT_ONCE))
        return [thread for articles in read for found in articles for thread in found]

    def _read(self, articles: Sequence[Sequence[Utterance]]) -> list[list[Thread]]:
        """Return the threads of each article: the first claims of all are read together, then the second ones."""
        found: list[list[Thread]] = [[] for _ in articles]
        for place in range(max(map(len, articles))):
            both = zip(articles, found, strict=True)
            left = [(article[place], threads) for article, threads in both if place < len(article)]
            asked = [(Said(u, self._compare.profile(u), place), threads[-_MOST:]) for u, threads in left]
            for (_, threads), (said, _), rows in zip(left, asked, self.features(asked), strict=True):
                self._place(said, threads, rows)
        return found

    def _place(self, said: Said, found: list[Thread], rows: Sequence[Mapping[str, float]]) -> None:
        """Put a claim where it belongs among the threads of its article; the last ones of these have features."""
        goes_on, start = weights("goes_on"), len(found) - len(rows)
        scored = ((goes_on.log_odds(row), -i) for i, row in enumerate(rows, start))
        score, best = max(scored, default=(self._least, 0))
        if score > self._least:
            found[-best] = found[-best].with_one_more(said, held(rows[-best - start], self._strong))
        elif said.utterance.compared:
            found.append(Thread((said,), said.profile))
        elif found and _says_nothing(said.utterance):
            latest = max(range(len(found)), key=lambda i: found[i].said[-1].place)
            found[latest] = found[latest].with_one_more(said)

    def features(self, asked: Sequence[tuple[Said, Sequence[Thread]]]) -> list[list[Mapping[str, float]]]:
        """Return, for each claim, what speaks for and against it going on with each of some threads, by name."""
        met = [(said, thread) for said, threads in asked for thread in threads]
        asked_of = [(said.profile, thread.profile, thread.said[-1].profile) for said, thread in met]
        profiles = {id(profile): profile for profile in chain.from_iterable(asked_of)}  # one meets many
        places = {key: place for place, key in enumerate(profiles)}
        evidence = self._compare.over([*profiles.values()])
        rows = np.array([[places[id(profile)] for profile in row] for row in asked_of], dtype=np.int64)
        own, whole, last = rows.reshape(-1, 3).T
        table = evidence.table(np.column_stack((own, whole))).tolist()
        cosines = evidence.cosines(np.column_stack((own, last))).tolist()
        found = (
            {**dict(zip(FEATURES, row, strict=True)), "last_cosine": cosine, **self._going_on(said, thread)}
            for (said, thread), row, cosine in zip(met, table, cosines, strict=True)
        )
        return [list(islice(found, len(threads))) for _, threads in asked]

    def _going_on(self, said: Said, thread: Thread) -> Mapping[str, float]:
        """What only claims of one article can show."""
        last, recent = thread.said[-1], thread.recent
        back = said.goes_back and not _names_another(said, recent)
        gap = said.place - last.place
        linked = self._linked.get(said.utterance.claim.id, set())
        anchored = bool(said.profile.days) or any(map(self._compare.places.exact, said.profile.places))
        return {
            "soon": 1.0 / gap,
            "back": float(back),
            "back_soon": float(back) / gap,
            "anchored": float(anchored),
            "elsewhere": float(not listed("elsewhere").isdisjoint(said.utterance.words)),
            "same_source": float(said.utterance.claim.source.id == last.utterance.claim.source.id),
            "linked": float(any(other.utterance.claim.id in linked for other in recent)),
            "party_speaks": float(gap == 1 and _party_speaks(said.profile, thread.profile)),
            "said_anew": float(_said_anew(said, recent)),
        }


def _says_nothing(utterance: Utterance) -> bool:
    """Whether a refusal names no matter, and so is about the one at hand: "NATO declined to comment"."""
    return utterance.claim.stance is Stance.REFUSE and len(utterance.words) <= _BARE


def _names_another(said: Said, before: Iterable[Said]) -> bool:
    """Whether a claim is no more than the name of a happening ("the call") that nothing in a thread tells of."""
    short = len(said.utterance.words) <= _NAME
    return short and bool(said.acts) and all(said.acts.isdisjoint(other.acts) for other in before)


def _party_speaks(said: Profile, thread: Profile) -> bool:
    """Whether one whose side is a party of a thread, and has not spoken in it, now speaks of no others."""
    new = not said.speakers.isdisjoint(thread.sides) and said.speakers.isdisjoint(thread.speakers)
    return new and said.sides <= thread.sides


def _said_anew(said: Said, before: Sequence[Said]) -> bool:
    """Whether a claim was made at a time, or on an occasion, other than those that a thread speaks of."""
    if said.occasion and all(said.occasion.isdisjoint(other.occasion) for other in before):
        return True
    when = words(said.made)
    if not when:
        return False
    times = frozenset[str]().union(*(other.times for other in before))
    return when[-1] not in times and (bool(times) or when[-1] in listed("calendar"))


def _by_day(utterance: Utterance) -> Iterator[Utterance]:
    """Part a claim where it goes on to another day."""
    start, days = 0, frozenset[Days]()
    for i, telling in enumerate(utterance.tellings):
        given = days_of(telling.proposition.facts)
        if days and given and not any(a.meets(b) for a in days for b in given):
            yield Utterance(utterance.claim, utterance.tellings[start:i])
            start, days = i, frozenset()
        days |= given
    yield Utterance(utterance.claim, utterance.tellings[start:])
