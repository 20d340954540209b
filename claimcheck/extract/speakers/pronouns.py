"""Speakers that a pronoun recalls: the last one that fits it."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.speakers.scene import INDIVIDUALS, UNNAMED, Mention, Scene, Speaker
from claimcheck.extract.speakers.words import roles
from claimcheck.model import Span

_PERSON = frozenset({"he", "she", "him", "her", "his", "hers"})
_THING = frozenset({"it", "its"})
_MANY = frozenset({"they", "their", "them"})
_SELF = frozenset({"i", "we", "me", "us", "my", "our"})


def pronoun(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the last speaker, or the last subject that is named, whom the pronoun can mean."""
    word = mention.key
    if word in _SELF and scene.turns:
        speaker = scene.turns[-1].speaker
        return replace(speaker, step=f"“{mention.text}” is whoever speaks: {speaker.person or speaker.source.name}")
    if word not in _PERSON | _THING | _MANY:
        return None
    people = roles().people
    spoken = [t for t in scene.turns if t.speaker.source.kind != UNNAMED or t.head in people]
    recalled = [(t.span, t.speaker) for t in spoken if t.span.end <= mention.span.start]
    subjects = [(n.span, n.speaker) for n in scene.named if n.subject and n.span.end <= mention.span.start]
    fitting = [found for found in (*recalled, *subjects) if _fits(word, found[1])]
    if not fitting:
        return None
    _, speaker = max(fitting, key=_position)
    return replace(speaker, step=f"“{mention.text}” is the last who fits: {speaker.person or speaker.source.name}")


def _position(found: tuple[Span, Speaker]) -> int:
    return found[0].start


def _fits(word: str, speaker: Speaker) -> bool:
    kind = speaker.source.kind
    if word in _PERSON:
        return not speaker.members and (speaker.person is not None or kind in (*INDIVIDUALS, UNNAMED))
    if word in _THING:
        return kind not in (*INDIVIDUALS, UNNAMED)
    return kind not in INDIVIDUALS or bool(speaker.members)
