"""Who speaks: from the mentions of an article to the sources that answer for its claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from claimcheck.extract.attributions import Attribution
from claimcheck.extract.document import Document
from claimcheck.extract.intervals import Intervals
from claimcheck.extract.speakers.frame import Frame, frames_of
from claimcheck.extract.speakers.media import is_medium, medium
from claimcheck.extract.speakers.named import Names, Speaker
from claimcheck.extract.speakers.names import aliases_in, named_in, organisations_in
from claimcheck.extract.speakers.outlets import OUTLET_NOT_GIVEN, is_own_text, listed_speaker, outlet_source
from claimcheck.extract.speakers.own import own_name
from claimcheck.extract.speakers.resolvers import resolve
from claimcheck.extract.speakers.scene import Scene, Turn, mention_at, unnamed_source
from claimcheck.extract.speakers.words import roles
from claimcheck.knowledge import Knowledge
from claimcheck.model import PRESS, Article, Span, Stance, Voice

_TELLING = ("told", "tells", "tell", "telling")
_NAMES_SOMEBODY = ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PART")

__all__ = [
    "OUTLET_NOT_GIVEN",
    "Frame",
    "Speaker",
    "Speaking",
    "frames_of",
    "is_medium",
    "is_own_text",
    "listed_speaker",
    "mention_at",
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
    named, aliases = named_in(document, knowledge), aliases_in(document, knowledge)
    told = Intervals(span for a in attributions if a.voice is Voice.ATTRIBUTED for span in a.content)
    others = organisations_in(document, named)
    scene = Scene(document, knowledge, own, Names(named), aliases, turns, others, told, resolve)
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
    return _within_words(attributions, found)


def _within_words(attributions: Sequence[Attribution], found: Sequence[Speaking]) -> tuple[Speaking, ...]:
    """Return who speaks; what somebody says that another said came by way of the first."""
    telling = [n for n, a in enumerate(attributions) if a.source and a.stance is Stance.AFFIRM]
    told = [(n, span) for n in telling for span in attributions[n].content]
    around = Intervals(span for _, span in told)
    relayed = list(found)
    for n, (attribution, speaking) in enumerate(zip(attributions, found, strict=True)):
        if attribution.source and attribution.cue and not speaking.relays:
            whole = _around(attribution.source, attribution.cue)
            tellers = (found[m] for m in (told[place][0] for place in around.containing(whole)) if m != n)
            if teller := next(tellers, None):
                relayed[n] = replace(speaking, relays=(*teller.relays, teller.speaker))
    return tuple(relayed)


def _around(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))


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
    """Return the medium that somebody told it: "told AFP", "told the weekly Nordlys"."""
    heard = attribution.addressee or _after_told(attribution, scene)
    if not heard:
        return ()
    told = mention_at(scene.document, heard)
    named = [n.speaker for n in scene.named.over(heard) if n.speaker.source.kind in PRESS]
    found = own_name(told, scene) or (named[0] if named else medium(told, scene))
    return (replace(found, step=f"told to {found.source.name}"),) if found else ()


def _after_told(attribution: Attribution, scene: Scene) -> Span | None:
    """Return where whoever was told must be named, for a parse that does not say."""
    cue = attribution.cue
    tree = scene.document.tree_at(cue) if cue else None
    if not cue or not tree or scene.document.words(cue).casefold() not in _TELLING:
        return None
    inside = tree.within(cue)
    end = tree.sentence(inside[-1])[1] if inside else 0
    words = list(takewhile(lambda w: w.pos in _NAMES_SOMEBODY, tree.tokens[inside[-1] + 1 : end])) if inside else []
    return tree.span(word.i for word in words) if words else None


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
