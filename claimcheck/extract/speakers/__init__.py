"""Who speaks: from the mentions of an article to the sources that answer for its claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.attributions import Attribution
from claimcheck.extract.document import Document
from claimcheck.extract.speakers.frame import Frame, frames_of
from claimcheck.extract.speakers.names import aliases_in, named_in
from claimcheck.extract.speakers.outlets import OUTLET_NOT_GIVEN, is_own_text, listed_speaker, outlet_source
from claimcheck.extract.speakers.resolvers import resolve
from claimcheck.extract.speakers.scene import MEDIA, Scene, Speaker, Turn, mention_at, unnamed_source
from claimcheck.extract.speakers.words import roles
from claimcheck.knowledge import Knowledge
from claimcheck.model import Article, Span, Voice

__all__ = [
    "OUTLET_NOT_GIVEN",
    "Frame",
    "Speaker",
    "Speaking",
    "frames_of",
    "is_own_text",
    "listed_speaker",
    "outlet_source",
    "speakings",
]


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who answers for an attribution's words, through whom they came, outermost first, and the words that say so."""

    speaker: Speaker
    relays: tuple[Speaker, ...] = ()
    mention: Span | None = None


def speakings(
    document: Document, attributions: Sequence[Attribution], frames: Sequence[Frame | None], knowledge: Knowledge
) -> tuple[Speaking, ...]:
    """Return who speaks in each attribution of a document, in their order."""
    turns: list[Turn] = []
    own = Speaker(outlet_source(document.article, knowledge), "the outlet's own voice")
    scene = Scene(document, knowledge, own, named_in(document, knowledge), aliases_in(document, knowledge), turns)
    found: list[Speaking] = []
    last = Speaking(own)
    for attribution, frame in zip(attributions, frames, strict=True):
        if attribution.voice is Voice.NARRATION:
            found.append(Speaking(own))
            continue
        if attribution.continues:
            last = replace(last, mention=None) if turns else Speaking(_nobody(attribution, document.article))
        elif not (frame and _says_more(attribution, frame, scene)):
            last = _speaking(attribution, scene, last)
        found.append(last)
        turns.extend(_turn(attribution, frame, last.speaker, scene))
    return tuple(found)


def _speaking(attribution: Attribution, scene: Scene, last: Speaking) -> Speaking:
    apart = [r for r in attribution.relays if not (attribution.source and attribution.source.overlaps(r))]
    relays = tuple(resolve(mention_at(scene.document, span), scene) for span in apart)
    if attribution.source:
        speaker = resolve(mention_at(scene.document, attribution.source), scene)
    elif relays:
        *relays_before, speaker = relays
        relays = tuple(relays_before)
    else:
        speaker = _nobody(attribution, scene.document.article)
    relays = relays or _told_to(attribution, scene) or _inherited(attribution, speaker, last)
    return Speaking(speaker, relays, attribution.source)


def _says_more(attribution: Attribution, frame: Frame, scene: Scene) -> bool:
    """Return whether the speaker of the sentence goes on, "..., adding that", though a parse names a thing."""
    if frame.cue.tag != "VBG" or not attribution.source or not scene.turns:
        return False
    first, _ = frame.tree.sentence(frame.cue.i)
    if scene.turns[-1].span.start < frame.tree.tokens[first].start:
        return False
    head = mention_at(scene.document, attribution.source).head
    return head is not None and head.pos in ("NOUN", "NUM") and not roles().can_speak(head.lemma)


def _nobody(attribution: Attribution, article: Article) -> Speaker:
    source = unnamed_source("source not given", article.id, attribution.content[0].start)
    return Speaker(source, "the text names no source")


def _told_to(attribution: Attribution, scene: Scene) -> tuple[Speaker, ...]:
    """Return the medium that somebody told it: "told AFP"."""
    heard = attribution.addressee or _after_told(attribution, scene)
    named = [n for n in scene.named if heard and heard.overlaps(n.span) and n.speaker.source.kind in MEDIA]
    return tuple(replace(n.speaker, step=f"told to {n.speaker.source.name}") for n in named[:1])


def _after_told(attribution: Attribution, scene: Scene) -> Span | None:
    """Return where whoever was told must be named, for a parse that does not say."""
    cue = attribution.cue
    if not cue or scene.document.words(cue) != "told":
        return None
    return Span(cue.end, cue.end + len(" the X"))


def _inherited(attribution: Attribution, speaker: Speaker, last: Speaking) -> tuple[Speaker, ...]:
    """Return the relays of the words before, where the outlet still only passes on what the same speaker said."""
    passed_on = any(hedge.text.lower() in ("reportedly", "purportedly", "allegedly") for hedge in attribution.hedges)
    return last.relays if passed_on and speaker.source == last.speaker.source else ()


def _turn(attribution: Attribution, frame: Frame | None, speaker: Speaker, scene: Scene) -> list[Turn]:
    if not attribution.source:
        return []
    mention = mention_at(scene.document, attribution.source)
    frame_words = " ".join(word.lemma for word in frame.words if word.pos == "NOUN") if frame else ""
    members = [Turn(attribution.source, member.source.name.split()[-1], member) for member in speaker.members]
    return [Turn(attribution.source, mention.lemma, speaker, frame_words), *members]
