"""Propositions about one matter, put together and named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.group import shared, where
from claimcheck.group.candidates import candidates
from claimcheck.group.clusters import Edge, average_link
from claimcheck.group.evidence import FEATURES, Compare, grounded
from claimcheck.group.grounds import Weighed, grounds, held
from claimcheck.group.labels import label
from claimcheck.group.material import Material, Telling
from claimcheck.group.threads import Reader, Thread
from claimcheck.group.utterances import utterances
from claimcheck.group.weights import weights
from claimcheck.model import Grounds, Incident, Kind, Link, LinkedBy, Origin, stable_id
from claimcheck.settings import GroupingSettings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.group.candidates import Indices
    from claimcheck.group.evidence import Table
    from claimcheck.group.profiles import Profile
    from claimcheck.knowledge import Knowledge

Apart = Callable[[int, int], bool]

_AT_ONCE = 65_536
"""Pairs whose evidence is held at a time: some 15 MB."""


def group_incidents(
    material: Material, origins: tuple[Origin, ...], knowledge: Knowledge, settings: GroupingSettings
) -> tuple[Incident, ...]:
    """Return the incidents, without findings: every compared proposition in exactly one of them.

    Refusals and attitudes are with the incident that they go on about, or in none. Incidents with most sources
    come first, then those with most claims, then by the position of their first proposition.
    """
    compare = Compare(material.vectors, knowledge)
    found = Reader(compare, material.links, settings).threads(utterances(material))
    clusters = _clusters(_same_origins(found, origins), material, compare, settings)
    groups = [(_tellings(threads), why) for threads, why in clusters]
    groups.sort(key=lambda it: (-len(_sources(it[0])), -len({t.claim.id for t in it[0]}), it[0][0].position))
    return tuple(replace(_incident(group, material.links, knowledge), grounds=why) for group, why in groups)


def _same_origins(found: Sequence[Thread], origins: Sequence[Origin]) -> list[list[Thread]]:
    """Threads that tell the same of the same days and nothing else, copies of one text, count as one."""
    origin = {proposition: origin.id for origin in origins for proposition in origin.propositions}
    copies: dict[object, list[Thread]] = {}
    for thread in found:
        told = frozenset(origin[t.proposition.id] for u in thread.utterances for t in u.tellings if u.compared)
        copies.setdefault((told, thread.profile.days), []).append(thread)
    return list(copies.values())


def _clusters(
    copies: Sequence[list[Thread]], material: Material, compare: Compare, settings: GroupingSettings
) -> list[tuple[list[Thread], Grounds]]:
    """Return the threads of each incident, and why they are together."""
    profiles = [threads[0].profile for threads in copies]
    pairs = candidates(profiles, material.vectors, settings.neighbours)
    apart = _in_one_article(copies)
    edges = list(_edges(_tables(profiles, pairs, compare), apart, settings))
    clusters = average_link(len(copies), edges, settings.absent, settings.same_matter)
    inside = _inside(clusters, pairs)
    weighed = _weighed(clusters, _tables(profiles, inside, compare), apart, settings.strong)
    return [
        ([thread for i in cluster for thread in copies[i]], _grounds([copies[i] for i in cluster], between))
        for cluster, between in zip(clusters, weighed, strict=True)
    ]


def _tables(profiles: Sequence[Profile], pairs: Indices, compare: Compare) -> Iterator[tuple[list[list[int]], Table]]:
    """Yield pairs with the evidence on them, so many at a time: that on all pairs of an archive takes gigabytes."""
    for start in range(0, len(pairs), _AT_ONCE):
        some = pairs[start : start + _AT_ONCE]
        used, places = np.unique(some, return_inverse=True)
        ends = [(i, j) for i, j in places.reshape(-1, 2).tolist()]
        yield some.tolist(), compare.table([profiles[i] for i in used.tolist()], ends)


def _edges(tables: Iterable[tuple[list[list[int]], Table]], apart: Apart, settings: GroupingSettings) -> Iterator[Edge]:
    matter = weights("same_matter")
    for pairs, table in tables:
        scores = matter.of_table(FEATURES, table).tolist()
        for (i, j), score, ground in zip(pairs, scores, grounded(table, settings.strong).tolist(), strict=True):
            yield Edge(i, j, min(score, 0.0) - settings.told_apart if apart(i, j) else score, ground)


def _inside(clusters: Sequence[tuple[int, ...]], pairs: Indices) -> Indices:
    """Return the pairs of which both are in one cluster, cluster by cluster."""
    number = _numbers(clusters)[pairs]
    inside = number[:, 0] == number[:, 1]
    return np.asarray(pairs[inside][np.argsort(number[inside, 0], kind="stable")])


def _numbers(clusters: Sequence[tuple[int, ...]]) -> NDArray[np.int64]:
    """Return for each member the number of its cluster."""
    numbers = np.empty(sum(map(len, clusters)), dtype=np.int64)
    for number, cluster in enumerate(clusters):
        numbers[list(cluster)] = number
    return numbers


def _weighed(
    clusters: Sequence[tuple[int, ...]], tables: Iterable[tuple[list[list[int]], Table]], apart: Apart, strong: float
) -> Iterator[list[Weighed]]:
    """Yield, for each cluster, what held of those of its members that were weighed against each other."""
    numbers = _numbers(clusters).tolist()
    rows = (row for pairs, table in tables for row in zip(pairs, table.tolist(), strict=True))
    found = groupby(rows, key=lambda row: numbers[row[0][0]])
    after = next(found, None)
    for number in range(len(clusters)):
        if after is None or after[0] != number:
            yield []
            continue
        told = [(ends, dict(zip(FEATURES, values, strict=True))) for ends, values in after[1]]
        yield [Weighed(held(evidence, strong), apart(i, j)) for (i, j), evidence in told]
        after = next(found, None)


def _grounds(members: Sequence[list[Thread]], weighed: Sequence[Weighed]) -> Grounds:
    inside = [evidence for threads in members for evidence in threads[0].went_on]
    return grounds(weighed, inside, sum(len(threads) - 1 for threads in members))


def _in_one_article(copies: Sequence[list[Thread]]) -> Apart:
    """Tell of two whether an article has both: it told them apart, so what they share does not pull them together."""
    articles = [frozenset(thread.said[0].utterance.claim.article for thread in threads) for threads in copies]
    return lambda i, j: not articles[i].isdisjoint(articles[j])


def _tellings(threads: Sequence[Thread]) -> list[Telling]:
    found = (telling for thread in threads for utterance in thread.utterances for telling in utterance.tellings)
    return sorted(found, key=lambda telling: telling.position)


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
