"""The claims of an article, each with what its making rested on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from claimcheck.extract.attributions import JOINS, Attribution, find_attributions
from claimcheck.extract.chains import chain_of, way_of
from claimcheck.extract.document import Document
from claimcheck.extract.said_at import said_at
from claimcheck.extract.speakers import Frame, Speaking, frames_of, is_medium, is_own_text, mention_at, speakings
from claimcheck.knowledge import Knowledge
from claimcheck.model import Claim, HedgedBy, Span, Trace, Voice, pieces, stable_id
from claimcheck.ports import Mark
from claimcheck.settings import ExtractSettings


@dataclass(frozen=True)
class Told:
    """A claim without its propositions, and the attribution, the speaker and the outlet's words that it is made of."""

    claim: Claim
    attribution: Attribution
    speaking: Speaking
    frame: Frame | None


def told_in(
    document: Document, marks: Sequence[Mark] | None, knowledge: Knowledge, settings: ExtractSettings
) -> tuple[Told, ...]:
    """Return the claims of an article in text order, no two of them with the same spans.

    `marks` are those of the tagger; none where the rules alone look for claims.
    """
    find = partial(find_attributions, document, marks, JOINS[settings.extractor])
    found_in = _attributions(document, find, knowledge)
    attributions = [a for a in found_in if settings.narration or a.voice is Voice.ATTRIBUTED]
    frames = frames_of(document, attributions)
    way = way_of(document, knowledge)
    found: dict[tuple[Span, ...], Told] = {}
    for attribution, frame, speaking in zip(
        attributions, frames, speakings(document, attributions, frames, knowledge), strict=True
    ):
        if attribution.passes_on and _by_medium(speaking, document):
            continue
        chain = chain_of(attribution, speaking, way, document, knowledge)
        claim = _claim(attribution, speaking, chain, document)
        dated = said_at(frame, document.article) if frame else None
        claim = in_context(replace(claim, said_at=dated), document, settings.context)
        known = found.get(claim.spans)
        if not known or known.attribution.voice is Voice.NARRATION:
            found[claim.spans] = Told(claim, attribution, speaking, frame)
    return tuple(sorted(found.values(), key=lambda told: told.claim.spans))


def _attributions(
    document: Document, find: Callable[..., tuple[Attribution, ...]], knowledge: Knowledge
) -> tuple[Attribution, ...]:
    """Return those of an article; the hedges of an institution's own text are its own, not an outlet's."""
    if not is_own_text(document.article, knowledge):
        return find()
    return tuple(
        replace(a, hedges=tuple(replace(hedge, by=HedgedBy.SOURCE) for hedge in a.hedges))
        if a.voice is Voice.NARRATION
        else a
        for a in find(own=True)
    )


def in_context(claim: Claim, document: Document, width: int) -> Claim:
    """Return a claim with the `width` characters before and after it."""
    start, end = claim.spans[0].start, claim.spans[-1].end
    return replace(claim, prefix=document.text[max(0, start - width) : start], suffix=document.text[end : end + width])


def _by_medium(speaking: Speaking, document: Document) -> bool:
    """Whether whoever passes on what another said is a medium, which makes no claim by it."""
    return speaking.mention is not None and is_medium(speaking.speaker, mention_at(document, speaking.mention))


def _claim(attribution: Attribution, speaking: Speaking, chain: tuple[str, ...], document: Document) -> Claim:
    article = document.article
    return Claim(
        id=stable_id("c", article.id, attribution.content),
        article=article.id,
        outlet=article.outlet,
        source=speaking.speaker.source,
        chain=chain,
        voice=attribution.voice,
        mode=attribution.mode,
        stance=attribution.stance,
        text=pieces(article.text, attribution.content),
        spans=attribution.content,
        hedges=attribution.hedges,
        mention=document.words(speaking.mention) if speaking.mention else None,
        source_span=speaking.mention,
        cue=document.words(attribution.cue) if attribution.cue else None,
        cue_span=attribution.cue,
        trace=Trace(
            attribution.found_by, attribution.sure, tuple(s.step for s in (*speaking.relays, speaking.speaker))
        ),
    )
