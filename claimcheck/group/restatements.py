"""Claims in which an outlet tells, in its own words, what its source is quoted with in the same article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.group.candidates import near
from claimcheck.group.partition import Join
from claimcheck.group.utterances import Utterance
from claimcheck.model import Claim, Mode, Voice
from claimcheck.settings import GroupingSettings

if TYPE_CHECKING:
    from claimcheck.ports import Vectors

Key = tuple[object, ...]
Same = list[int]
"""Claims that say the same in the same words, by their indices: the first stands for all."""

_MOST = 24
"""A claim is weighed against so many others at most, the nearest ones: no long article takes quadratic memory."""


def restatements(claims: Sequence[Utterance], vectors: Vectors, settings: GroupingSettings) -> Iterator[Join]:
    """Yield the claims that restate another of their article with that one, by their indices."""
    least = {Voice.ATTRIBUTED: settings.paraphrased, Voice.NARRATION: settings.restated}
    told, said = _by_key(claims, _restates), _by_key(claims, _restated)
    for key in (key for key in told if key in said):
        found = [
            (mine, theirs)
            for mine, theirs in _near(claims, vectors, told[key], said[key])
            if _fits(claims[mine[0]], claims[theirs[0]])
            and _likeness(claims[mine[0]], claims[theirs[0]], vectors) >= least[claims[mine[0]].claim.voice]
        ]
        yield from _joins(claims, found)


def _by_key(claims: Sequence[Utterance], keys: Callable[[Claim], Iterable[Key]]) -> dict[Key, list[Same]]:
    """The claims of one article, with the same figures, that have a key in common."""
    found: dict[Key, dict[Key, Same]] = {}
    for i, claim in enumerate(claims):
        texts = (telling.proposition.standalone for telling in claim.tellings)
        same = (claim.claim.outlet, claim.claim.source.name, *texts)
        for key in keys(claim.claim):
            found.setdefault((claim.claim.article, claim.figures, *key), {}).setdefault(same, []).append(i)
    return {key: list(groups.values()) for key, groups in found.items()}


def _restates(told: Claim) -> Iterator[Key]:
    """Whom a claim may be the outlet's way of quoting: anyone in its own voice; in a paraphrase, the same side."""
    if told.voice is Voice.NARRATION:
        yield ("anyone",)
    elif told.mode is Mode.INDIRECT:
        yield from _speakers(told)


def _restated(said: Claim) -> Iterator[Key]:
    """Under which names a claim may be told again: all that are no narration, and quotations as their side's too."""
    if said.voice is not Voice.NARRATION:
        yield ("anyone",)
        if said.mode is not Mode.INDIRECT:
            yield from _speakers(said)


def _speakers(claim: Claim) -> Iterator[Key]:
    yield "source", claim.source.id
    if claim.source.side is not None:
        yield "side", claim.source.side


def _near(
    claims: Sequence[Utterance], vectors: Vectors, told: Sequence[Same], said: Sequence[Same]
) -> Iterator[tuple[Same, Same]]:
    """The claims told and said that may be one: the first statement of the one is near to any of the other."""
    first = [claims[same[0]].tellings[0].row for same in told]
    owned = [(telling.row, same) for same in said for telling in claims[same[0]].tellings]
    found = {}
    for a, b in near(vectors[first], vectors[[row for row, _ in owned]], _MOST):
        found[a, owned[b][1][0]] = told[a], owned[b][1]
    return iter(found.values())


def _fits(told: Utterance, said: Utterance) -> bool:
    """Whether the digits of one are among those of the other: 1,200 hectares are no retelling of 2,900."""
    a, b = frozenset(told.digits), frozenset(said.digits)
    return a <= b or b <= a


def _likeness(told: Utterance, said: Utterance, vectors: Vectors) -> float:
    """How near the least near proposition of `told` is to one of `said`."""
    a, b = ([telling.row for telling in claim.tellings] for claim in (told, said))
    return float(np.asarray(vectors[a] @ vectors[b].T).max(axis=1).min().round(6))


def _joins(claims: Sequence[Utterance], found: Iterable[tuple[Same, Same]]) -> Iterator[Join]:
    """Join those that say the same words once each, and their firsts with all that tell them otherwise."""
    joined = set[int]()
    for told, said in found:
        reason = _reason(claims[told[0]].claim, claims[said[0]].claim)
        yield Join(told[0], said[0], reason)
        yield from (Join(told[0], j, reason) for j in said if j not in joined)
        yield from (Join(i, said[0], reason) for i in told if i not in joined)
        joined.update(told, said)


def _reason(told: Claim, said: Claim) -> str:
    return f"{told.outlet or 'the outlet'} restates what {said.source.name} said in the same article"
