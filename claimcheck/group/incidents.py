"""Propositions about one matter, put together and named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.group.candidates import candidates
from claimcheck.group.clusters import Edge, average_link
from claimcheck.group.evidence import Evidence
from claimcheck.group.labels import label, shared_day, shared_place
from claimcheck.group.material import Material, Telling
from claimcheck.group.units import Unit, units
from claimcheck.model import Incident, Kind, Link, LinkedBy, Origin, stable_id
from claimcheck.settings import GroupingSettings

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge


def group_incidents(
    material: Material, origins: tuple[Origin, ...], knowledge: Knowledge, settings: GroupingSettings
) -> tuple[Incident, ...]:
    """Return the incidents, without findings: every compared proposition in exactly one of them.

    Refusals and attitudes join the incident that they are clearly about, and else none. Incidents with most
    sources come first, then those with most claims, then by the position of their first proposition.
    """
    found = units(material, origins)
    clusters = _clusters(found, material, knowledge, settings)
    groups = [
        sorted((telling for i in cluster for telling in found[i].tellings), key=lambda t: t.position)
        for cluster in clusters
    ]
    groups.sort(key=lambda group: (-_count(group, "source"), -_count(group, "claim"), group[0].position))
    return tuple(_incident(group, material.links, knowledge) for group in groups)


def _clusters(
    found: Sequence[Unit], material: Material, knowledge: Knowledge, settings: GroupingSettings
) -> list[tuple[int, ...]]:
    vectors = material.vectors[[unit.first.row for unit in found]]
    pairs = candidates(found, vectors, material.links, settings.neighbours)
    scores = Evidence(found, vectors, material.links, knowledge).log_odds(pairs)
    edges = [(i, j, score) for (i, j), score in zip(pairs.tolist(), scores.tolist(), strict=True)]
    compared = [unit.first.compared for unit in found]
    judged = [edge for edge in edges if compared[edge[0]] and compared[edge[1]]]
    clusters = average_link(len(found), judged, settings.absent, settings.same_incident)
    kept = [cluster for cluster in clusters if compared[cluster[0]]]
    return _with_reactions(kept, [edge for edge in edges if compared[edge[0]] != compared[edge[1]]], settings)


def _with_reactions(
    clusters: list[tuple[int, ...]], edges: Sequence[Edge], settings: GroupingSettings
) -> list[tuple[int, ...]]:
    """Add each refusal or attitude to the cluster that it is most clearly about."""
    cluster_of = {i: n for n, cluster in enumerate(clusters) for i in cluster}
    best: dict[int, tuple[float, int]] = {}
    for i, j, score in edges:
        reaction, known = (i, j) if j in cluster_of else (j, i)
        if score > settings.same_incident:
            best[reaction] = min(best.get(reaction, (0.0, len(clusters))), (-score, cluster_of[known]))
    joined = [list(cluster) for cluster in clusters]
    for reaction, (_, n) in sorted(best.items()):
        joined[n].append(reaction)
    return [tuple(cluster) for cluster in joined]


def _count(group: Sequence[Telling], what: str) -> int:
    return len({getattr(telling.claim, what) if what == "source" else telling.claim.id for telling in group})


def _incident(group: Sequence[Telling], links: Sequence[Link], knowledge: Knowledge) -> Incident:
    compared = [telling for telling in group if telling.compared]
    link = _link(compared, links)
    members = tuple(telling.proposition.id for telling in group)
    alone = len({telling.claim.source.id for telling in compared}) < 2
    return Incident(
        id=stable_id("i", compared[0].proposition.id),
        kind=_kind(compared),
        label=label(compared),
        propositions=members,
        linked_by=None if alone else LinkedBy.ARTICLE if link else LinkedBy.PROGRAM,
        link_text=link.text if link else None,
        where=shared_place(compared, knowledge),
        when=shared_day(compared),
    )


def _kind(group: Sequence[Telling]) -> Kind:
    """The kind of most propositions; among equals the first in the order of `Kind`."""
    counts = Counter(telling.proposition.kind for telling in group)
    return max(Kind, key=lambda kind: counts[kind])


def _link(group: Sequence[Telling], links: Sequence[Link]) -> Link | None:
    """The first of the articles' own links that joins two accounts of the group."""
    source = {telling.claim.id: telling.claim.source.id for telling in group}
    joining = [link for link in links if link.a in source and link.b in source and source[link.a] != source[link.b]]
    return min(joining, key=lambda link: (link.article, link.span, link.a, link.b), default=None)
