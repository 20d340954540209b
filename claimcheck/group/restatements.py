"""Claims in which an outlet tells, in its own words, what its source is quoted with in the same article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.group.candidates import near
from claimcheck.group.partition import Join
from claimcheck.group.utterances import Utterance
from claimcheck.model import Claim, Mode, Voice
from claimcheck.settings import GroupingSettings

if TYPE_CHECKING:
    from claimcheck.ports import Vectors


def restatements(claims: Sequence[Utterance], vectors: Vectors, settings: GroupingSettings) -> Iterator[Join]:
    """Yield the claims that restate another of their article with that one, by their indices."""
    least = {Voice.ATTRIBUTED: settings.paraphrased, Voice.NARRATION: settings.restated}
    for i, j in _near(claims, vectors, min(least.values())):
        told, said = claims[i], claims[j]
        if _may_restate(told.claim, said.claim) and _likeness(told, said, vectors) >= least[told.claim.voice]:
            yield Join(i, j, _reason(told.claim, said.claim))


def _near(claims: Sequence[Utterance], vectors: Vectors, least: float) -> list[tuple[int, int]]:
    """The claims of one article that have statements near each other, both ways round, sorted."""
    by_article: dict[str, list[tuple[int, int]]] = {}
    for i, claim in enumerate(claims):
        by_article.setdefault(claim.claim.article, []).extend((i, telling.row) for telling in claim.tellings)
    found = set()
    for owned in by_article.values():
        owners, rows = zip(*owned, strict=True)
        for a, b in near(vectors[list(rows)], least):
            found.add((owners[a], owners[b]))
    return sorted((i, j) for i, j in found if i != j)


def _may_restate(told: Claim, said: Claim) -> bool:
    """Whether `told` may be the outlet's way of telling `said`: its own voice, or a paraphrase of the same side."""
    if told.stance is not said.stance or said.voice is Voice.NARRATION:
        return False
    if told.voice is Voice.NARRATION:
        return True
    same_side = told.source.side is not None and told.source.side == said.source.side
    return (
        told.mode is Mode.INDIRECT
        and said.mode is not Mode.INDIRECT
        and (told.source.id == said.source.id or same_side)
    )


def _likeness(told: Utterance, said: Utterance, vectors: Vectors) -> float:
    """How near the least near proposition of `told` is to one of `said`; no likeness where the figures differ."""
    if told.figures != said.figures:
        return 0.0
    a, b = ([telling.row for telling in claim.tellings] for claim in (told, said))
    return float(np.asarray(vectors[a] @ vectors[b].T).max(axis=1).min().round(6))


def _reason(told: Claim, said: Claim) -> str:
    return f"{told.outlet or 'the outlet'} restates what {said.source.name} said in the same article"
