"""Propositions about one matter, put together and named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimcheck.group import shared, where
from claimcheck.group.candidates import candidates
from claimcheck.group.clusters import Edges, average_link
from claimcheck.group.evidence import FEATURES, Compare, Evidence, grounded
from claimcheck.group.grounds import OF_MANY, READ, TOLD, Between, grounds, held_in
from claimcheck.group.headlines import headed
from claimcheck.group.in_doubt import Words, nearest_words, reweighed, silent
from claimcheck.group.labels import label
from claimcheck.group.material import Material, Telling
from claimcheck.group.prior import of_many, with_prior
from claimcheck.group.ragged import Ragged
from claimcheck.group.threads import Reader, Thread
from claimcheck.group.utterances import utterances
from claimcheck.group.weights import weights
from claimcheck.model import Grounds, Incident, Kind, Link, LinkedBy, Origin, stable_id
from claimcheck.settings import GroupingSettings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.group.candidates import Indices
    from claimcheck.knowledge import Knowledge
    from claimcheck.ports import Matcher

_AT_ONCE = 65_536
"""Pairs whose evidence is held at a time: some 15 MB."""


class _Matter(NamedTuple):
    """What a thread and its copies tell, why the first of them went on, and how many more there are."""

    tellings: tuple[Telling, ...]
    went_on: tuple[tuple[str, ...], ...]
    copies: int

    @classmethod
    def of(cls, threads: Sequence[Thread]) -> _Matter:
        told = tuple(telling for thread in threads for u in thread.utterances for telling in u.tellings)
        return cls(told, threads[0].went_on, len(threads) - 1)


class _Weighed(NamedTuple):
    """Pairs that were weighed: which evidence there was, of all that is told, and whether an article has both."""

    edges: Edges
    held: NDArray[np.bool_]
    apart: NDArray[np.bool_]


def group_incidents(
    material: Material,
    origins: tuple[Origin, ...],
    knowledge: Knowledge,
    settings: GroupingSettings,
    match: Matcher | None = None,
) -> tuple[Incident, ...]:
    """Return the incidents, without findings: every compared proposition in exactly one of them.

    Refusals and attitudes are with the incident that they go on about, or in none. Incidents with most sources
    come first, then those with most claims, then by the position of their first proposition.
    """
    matters, weighed = _weighed(material, origins, Compare(material.vectors, knowledge), settings, match)
    clusters = average_link(len(matters), weighed.edges, settings.absent, settings.same_matter)
    groups = [
        _together([matters[i] for i in cluster], between)
        for cluster, between in zip(clusters, _between(clusters, weighed), strict=True)
    ]
    groups.sort(key=lambda it: (-len(_sources(it[0])), -len({t.claim.id for t in it[0]}), it[0][0].position))
    return tuple(replace(_incident(group, material.links, knowledge), grounds=why) for group, why in groups)


def _weighed(
    material: Material, origins: Sequence[Origin], compare: Compare, settings: GroupingSettings, match: Matcher | None
) -> tuple[list[_Matter], _Weighed]:
    """Return what there is to be put together, and what speaks for it; profiles, which are large, are made here."""
    found = Reader(compare, material.links, settings).threads(utterances(material))
    copies = _same_origins(found, origins)
    profiles = [headed(threads[0].profile, [thread.article.title for thread in threads]) for threads in copies]
    evidence = compare.over(profiles)
    pairs = candidates(profiles, evidence.middle, settings.neighbours)
    apart = _in_one_article(copies, pairs)
    articles = len({thread.article.id for thread in found})
    weighed = _weighed_pairs(evidence, pairs, apart, articles, settings)
    if match:
        texts = [telling.proposition.standalone for telling in material.by_row]
        words = nearest_words(pairs, [profile.rows for profile in profiles], material.vectors, texts)
        weighed = _with_words(weighed, words, match, settings)
    return [_Matter.of(threads) for threads in copies], weighed


def _with_words(weighed: _Weighed, words: Words, match: Matcher, settings: GroupingSettings) -> _Weighed:
    """Weigh again what facts leave open, by what a network reads in the words."""
    edges, held = weighed.edges, weighed.held.copy()
    scores = reweighed(edges.scores, silent(held) & ~weighed.apart, words, match, settings)
    held[:, [TOLD.index(name) for name in READ]] = np.column_stack((scores > edges.scores, scores < edges.scores))
    return weighed._replace(edges=edges._replace(scores=scores), held=held)


def _same_origins(found: Sequence[Thread], origins: Sequence[Origin]) -> list[list[Thread]]:
    """Threads that tell the same of the same days and nothing else, copies of one text, count as one."""
    origin = {proposition: origin.id for origin in origins for proposition in origin.propositions}
    copies: dict[object, list[Thread]] = {}
    for thread in found:
        told = frozenset(origin[t.proposition.id] for u in thread.utterances for t in u.tellings if u.compared)
        copies.setdefault((told, thread.profile.days), []).append(thread)
    return list(copies.values())


def _weighed_pairs(
    evidence: Evidence, pairs: Indices, apart: NDArray[np.bool_], articles: int, settings: GroupingSettings
) -> _Weighed:
    """Weigh the evidence on pairs, so many at a time: that on all pairs of an archive takes gigabytes."""
    scores, grounds, held = np.empty(len(pairs)), np.empty(len(pairs), bool), np.empty((len(pairs), len(TOLD)), bool)
    for start in range(0, len(pairs), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        table = evidence.table(pairs[some])
        grounds[some], held[some] = grounded(table, settings.strong), held_in(table, settings.strong)
        unsaid = silent(held[some])
        scores[some] = with_prior(weights("same_matter").of_table(FEATURES, table), unsaid, articles, settings)
        held[some, TOLD.index(OF_MANY)] = unsaid & (of_many(articles, settings) > 0)
    scores[apart] = np.minimum(scores[apart], 0.0) - settings.told_apart
    return _Weighed(Edges(pairs, scores, grounds), held, apart)


def _between(clusters: Sequence[tuple[int, ...]], weighed: _Weighed) -> Iterator[Between]:
    """Yield, for each cluster, what held of those of its members that were weighed against each other."""
    number = _numbers(clusters)[weighed.edges.ends]
    inside = np.flatnonzero(number[:, 0] == number[:, 1])
    of, held = number[inside, 0], weighed.held[inside]

    def counted(column: NDArray[np.bool_]) -> list[int]:
        found: list[int] = np.bincount(of[column], minlength=len(clusters)).tolist()
        return found

    columns = zip(*(counted(column) for column in held.T), strict=True)
    apart, whole = counted(weighed.apart[inside]), np.bincount(of, minlength=len(clusters)).tolist()
    return (Between(dict(zip(TOLD, row, strict=True)), *rest) for row, *rest in zip(columns, apart, whole, strict=True))


def _numbers(clusters: Sequence[tuple[int, ...]]) -> NDArray[np.int64]:
    """Return for each member the number of its cluster."""
    numbers = np.empty(sum(map(len, clusters)), dtype=np.int64)
    for number, cluster in enumerate(clusters):
        numbers[list(cluster)] = number
    return numbers


def _together(matters: Sequence[_Matter], between: Between) -> tuple[list[Telling], Grounds]:
    """Return the tellings of a cluster in order of position, and why they are together."""
    tellings = sorted((t for matter in matters for t in matter.tellings), key=lambda telling: telling.position)
    inside = [evidence for matter in matters for evidence in matter.went_on]
    return tellings, grounds(between, inside, sum(matter.copies for matter in matters))


def _in_one_article(copies: Sequence[list[Thread]], pairs: Indices) -> NDArray[np.bool_]:
    """Say of pairs whether an article has both: it told them apart, so what they share does not pull them together."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    told = ({numbers[thread.article.id] for thread in threads} for threads in copies)
    shared, _ = Ragged.of([sorted(articles) for articles in told]).common(pairs)
    found = np.zeros(len(pairs), dtype=bool)
    found[shared] = True
    return found


def _sources(group: Sequence[Telling]) -> set[str]:
    return {telling.claim.source.id for telling in group if telling.compared}


def _incident(group: Sequence[Telling], links: Sequence[Link], knowledge: Knowledge) -> Incident:
    compared = [telling for telling in group if telling.compared]
    link = _link(compared, links)
    by = LinkedBy.ARTICLE if link else LinkedBy.PROGRAM
    return Incident(
        id=stable_id("i", compared[0].proposition.id),
        kind=_kind(compared),
        label=label(compared, knowledge),
        propositions=tuple(telling.proposition.id for telling in group),
        linked_by=by if len(_sources(group)) > 1 else None,
        link_text=link.text if link else None,
        where=where.place(compared, knowledge),
        when=shared.day(compared),
    )


def _kind(group: Sequence[Telling]) -> Kind:
    """The kind of most propositions; among equals the first in the order of `Kind`."""
    counts = Counter(telling.proposition.kind for telling in group)
    return max(Kind, key=lambda kind: counts[kind])


def _link(group: Sequence[Telling], links: Sequence[Link]) -> Link | None:
    """The first of the articles' own links that joins two accounts of the group."""
    source = {telling.claim.id: telling.claim.source.id for telling in group}
    joining = [
        link for link in links if source.get(link.a, "") != source.get(link.b, "") and {link.a, link.b} <= source.keys()
    ]
    return min(joining, key=lambda link: (link.article, link.span, link.a, link.b), default=None)
