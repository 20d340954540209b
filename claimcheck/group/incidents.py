"""Propositions about one matter, put together and named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

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
    from claimcheck.group.evidence import Table
    from claimcheck.knowledge import Knowledge


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
    table = compare.table(profiles, list(map(tuple, pairs.tolist())))
    scores = weights("same_matter").of_table(FEATURES, table).tolist()
    edges: list[Edge] = []
    for (i, j), score, ground in zip(pairs.tolist(), scores, grounded(table, settings.strong).tolist(), strict=True):
        apart = _one_article(copies[i], copies[j])
        edges.append(Edge(i, j, min(score, 0.0) - settings.told_apart if apart else score, ground))
    clusters = average_link(len(copies), edges, settings.absent, settings.same_matter)
    between = _weighed(clusters, edges, table, copies, settings.strong)
    return [
        ([thread for i in cluster for thread in copies[i]], _grounds([copies[i] for i in cluster], weighed))
        for cluster, weighed in zip(clusters, between, strict=True)
    ]


def _weighed(
    clusters: Sequence[tuple[int, ...]],
    edges: Sequence[Edge],
    table: Table,
    copies: Sequence[list[Thread]],
    strong: float,
) -> list[list[Weighed]]:
    """Return, for each cluster, what held of those of its members that were weighed against each other."""
    cluster_of = {i: number for number, cluster in enumerate(clusters) for i in cluster}
    found: list[list[Weighed]] = [[] for _ in clusters]
    for edge, row in zip(edges, table, strict=True):
        if cluster_of[edge.a] == cluster_of[edge.b]:
            evidence = dict(zip(FEATURES, row.tolist(), strict=True))
            apart = _one_article(copies[edge.a], copies[edge.b])
            found[cluster_of[edge.a]].append(Weighed(held(evidence, strong), apart))
    return found


def _grounds(members: Sequence[list[Thread]], weighed: Sequence[Weighed]) -> Grounds:
    inside = [evidence for threads in members for evidence in threads[0].went_on]
    return grounds(weighed, inside, sum(len(threads) - 1 for threads in members))


def _one_article(a: Sequence[Thread], b: Sequence[Thread]) -> bool:
    """Whether some article has both threads: it told them apart, so what they share does not pull them together."""
    articles = {thread.said[0].utterance.claim.article for thread in a}
    return any(thread.said[0].utterance.claim.article in articles for thread in b)


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
