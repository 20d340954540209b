"""Incidents near a text in meaning."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from claimcheck.model import Incident, Report, propositions
from claimcheck.ports import Embedder
from claimcheck.settings import NarrowingSettings

_DIGITS = 5
"""Similarities are rounded, so that the last bits of a product decide nothing."""


class Near(NamedTuple):
    """The ids of the incidents near a text, and the nearest incident, near or not; none where there is none."""

    incidents: frozenset[str]
    nearest: Incident | None


def about(report: Report, text: str, embed: Embedder, settings: NarrowingSettings) -> Near:
    """Return which incidents are near a text: those with a statement whose cosine to it is `settings.about`."""
    standalone = {p.id: p.standalone for p in propositions(report.claims)}
    found = [(incident, p) for incident in report.incidents for p in incident.propositions if p in standalone]
    if not found:
        return Near(frozenset(), None)
    query, vectors = embed([text]), embed([standalone[p] for _, p in found])
    likeness = np.asarray(vectors @ query[0]).round(_DIGITS).tolist()
    nearest = max(zip(likeness, range(len(found)), strict=True), key=lambda it: (it[0], -it[1]))[1]
    pairs = zip(found, likeness, strict=True)
    return Near(frozenset(i.id for (i, _), like in pairs if like >= settings.about), found[nearest][0])
