"""Threads: the claims of one article that go on about one matter.

A report names its day and place once and then goes on: "It killed 18", "he denied that". Claims are read in
text order, and each goes on with the thread that it fits best, or begins one. A thread knows the days, places and
names of all its claims, so that those which name none are not left to their words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from claimcheck.group.days import Days, days_of
from claimcheck.group.evidence import FEATURES, Compare
from claimcheck.group.profiles import Profile, pooled
from claimcheck.group.utterances import Utterance
from claimcheck.group.weights import weights
from claimcheck.group.words import goes_back, listed, names, words
from claimcheck.model import Aspect, Link
from claimcheck.settings import GroupingSettings

_NAME = 8
"""Words of a claim that only names a happening, at most."""
_MOST = 24
"""A claim is compared with so many threads at most, the last ones: no article, however long, takes quadratic time."""
_OCCASION = re.compile(r"\b(?:during|at) (?:the|a|an) [^.!?\n]*$")


@dataclass(frozen=True, slots=True)
class Said:
    """An utterance, what it is about, and its place among those of its article."""

    utterance: Utterance
    profile: Profile
    place: int


@dataclass(frozen=True, slots=True)
class Thread:
    """Utterances of one article on one matter, in text order; the profile is that of those which are compared."""

    said: tuple[Said, ...]
    profile: Profile

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        return tuple(said.utterance for said in self.said)

    def with_one_more(self, said: Said) -> Thread:
        """Return the thread as it goes on; a refusal or an attitude adds nothing to what it is about."""
        about = pooled((self.profile, said.profile)) if said.utterance.compared else self.profile
        return Thread((*self.said, said), about)


class Reader:
    """Reads articles into threads. `links` are the articles' own."""

    def __init__(self, compare: Compare, links: Iterable[Link], settings: GroupingSettings) -> None:
        self._compare = compare
        self._links = {frozenset((link.a, link.b)) for link in links}
        self._least = settings.goes_on

    def threads(self, utterances: Iterable[Utterance]) -> list[Thread]:
        """Return the threads of utterances that are in order of position. What only refuses or reacts begins none."""
        found: list[Thread] = []
        for _, article in groupby(utterances, key=lambda utterance: utterance.claim.article):
            found += self._article([part for utterance in article for part in _by_day(utterance)])
        return found

    def _article(self, utterances: Sequence[Utterance]) -> list[Thread]:
        goes_on, found = weights("goes_on"), list[Thread]()
        for place, utterance in enumerate(utterances):
            said = Said(utterance, self._compare.profile(utterance), place)
            near = range(max(0, len(found) - _MOST), len(found))
            rows = self.features(said, found[near.start :])
            scored = ((goes_on.log_odds(row), -i) for row, i in zip(rows, near, strict=True))
            score, best = max(scored, default=(self._least, 0))
            if score > self._least:
                found[-best] = found[-best].with_one_more(said)
            elif utterance.compared:
                found.append(Thread((said,), said.profile))
        return found

    def features(self, said: Said, threads: Sequence[Thread]) -> list[Mapping[str, float]]:
        """Return what speaks for and against a claim going on with each of some threads, by name."""
        profiles = [said.profile, *(t.profile for t in threads), *(t.said[-1].profile for t in threads)]
        n = len(threads)
        table = self._compare.table(profiles, [(0, i) for i in range(1, n + 1)]).tolist()
        last = self._compare.cosines(profiles, [(0, i) for i in range(n + 1, 2 * n + 1)])
        return [
            {
                **dict(zip(FEATURES, row, strict=True)),
                "last_cosine": cosine,
                **self._going_on(said, thread),
            }
            for thread, row, cosine in zip(threads, table, last, strict=True)
        ]

    def _going_on(self, said: Said, thread: Thread) -> Mapping[str, float]:
        """What only claims of one article can show."""
        last = thread.said[-1]
        back = _goes_back(said.utterance) and not _names_another(said.utterance, thread.utterances)
        gap = said.place - last.place
        linked = (frozenset((said.utterance.claim.id, u.claim.id)) in self._links for u in thread.utterances)
        anchored = bool(said.profile.days) or any(map(self._compare.exact, said.profile.places))
        return {
            "soon": 1.0 / gap,
            "back": float(back),
            "back_soon": float(back) / gap,
            "anchored": float(anchored),
            "elsewhere": float(not listed("elsewhere").isdisjoint(said.utterance.words)),
            "same_source": float(said.utterance.claim.source.id == last.utterance.claim.source.id),
            "linked": float(any(linked)),
            "party_speaks": float(gap == 1 and _party_speaks(said.profile, thread.profile)),
            "said_anew": float(_said_anew(said.utterance, thread.utterances)),
        }


def _goes_back(utterance: Utterance) -> bool:
    """Whether a claim points to what was told before it; "it" that is the speaker does not."""
    speaker = utterance.claim.source.id
    own = {fact.text.lower() for t in utterance.tellings for fact in t.proposition.facts if fact.value == speaker}
    return goes_back(utterance.claim.text, own)


def _names_another(utterance: Utterance, before: Iterable[Utterance]) -> bool:
    """Whether a claim is no more than the name of a happening ("the call") that nothing in a thread tells of."""
    named = _acts(utterance)
    return len(utterance.words) <= _NAME and bool(named) and all(named.isdisjoint(_acts(other)) for other in before)


def _acts(utterance: Utterance) -> frozenset[str]:
    facts = (fact for telling in utterance.tellings for fact in telling.proposition.facts)
    return frozenset(str(fact.value) for fact in facts if fact.aspect is Aspect.STATUS)


def _party_speaks(said: Profile, thread: Profile) -> bool:
    """Whether one whose side is a party of a thread, and has not spoken in it, now speaks of no others."""
    new = not said.speakers.isdisjoint(thread.sides) and said.speakers.isdisjoint(thread.speakers)
    return new and said.sides <= thread.sides


def _said_anew(utterance: Utterance, before: Sequence[Utterance]) -> bool:
    """Whether a claim was made at a time, or on an occasion, other than those that a thread speaks of."""
    occasion = _occasion(utterance)
    if occasion and all(occasion.isdisjoint(_occasion(other)) for other in before):
        return True
    when = words(utterance.claim.said_at.text) if utterance.claim.said_at else ()
    times = frozenset[str]().union(*map(_times, before))
    return bool(when) and when[-1] not in times and (bool(times) or when[-1] in listed("calendar"))


def _occasion(utterance: Utterance) -> frozenset[str]:
    """The names of the occasion on which a claim was made: "during the East Asia Summit in Singapore, he said"."""
    framed = _OCCASION.search(utterance.claim.prefix)
    return names(framed.group()) if framed else frozenset()


def _times(utterance: Utterance) -> frozenset[str]:
    facts = (fact.text for t in utterance.tellings for fact in t.proposition.facts if fact.aspect is Aspect.WHEN)
    said = utterance.claim.said_at.text if utterance.claim.said_at else ""
    return frozenset(words(" ".join((said, *facts))))


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
