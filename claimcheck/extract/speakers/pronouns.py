"""Speakers that a pronoun recalls: the last one that fits it."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.speakers.scene import INDIVIDUALS, UNNAMED, Mention, Scene, Speaker
from claimcheck.extract.speakers.words import roles
from claimcheck.model import Span

_RECALLED = 200
"""Turns that a pronoun can reach back."""
_MEN = frozenset({"he", "him", "his"})
_WOMEN = frozenset({"she", "her", "hers"})
_PERSON = _MEN | _WOMEN
_THING = frozenset({"it", "its"})
_MANY = frozenset({"they", "their", "them"})
_SELF = frozenset({"i", "we", "me", "us", "my", "our"})


def pronoun(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the last speaker, or the last subject that is named, whom the pronoun can mean."""
    word = mention.key
    if word in _SELF:
        return _self(mention, scene)
    if word not in _PERSON | _THING | _MANY:
        return None
    people = roles().people
    spoken = [t for t in scene.turns[-_RECALLED:] if t.speaker.source.kind != UNNAMED or t.head in people]
    recalled = [(t.span, t.speaker) for t in spoken if t.span.end <= mention.span.start]
    subjects = [(n.span, n.speaker) for n in scene.named if n.subject and n.span.end <= mention.span.start]
    others = _of_the_other_gender(word, scene)
    fitting = [f for f in (*recalled, *subjects) if _fits(word, f[1]) and f[1].source.id not in others]
    if not fitting:
        return None
    _, speaker = max(fitting, key=_position)
    return replace(speaker, step=f"“{mention.text}” is the last who fits: {speaker.person or speaker.source.name}")


def _self(mention: Mention, scene: Scene) -> Speaker:
    """Return who says "I": inside a quotation the last speaker, else the author."""
    last = scene.turns[-1].speaker if scene.turns and _in_quotation(mention, scene) else scene.outlet
    return replace(last, step=f"“{mention.text}” is whoever speaks: {last.person or last.source.name}")


def _in_quotation(mention: Mention, scene: Scene) -> bool:
    """Return whether a quotation mark is open where a mention stands, as far as its passage shows."""
    if not mention.tree:
        return False
    start = mention.tree.parse.passage.start
    before = scene.document.text[start : mention.span.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _of_the_other_gender(word: str, scene: Scene) -> frozenset[str]:
    """Return the sources that the article called "she" where the word is "he", and the other way round."""
    other = _WOMEN if word in _MEN else _MEN if word in _WOMEN else frozenset()
    return frozenset(turn.speaker.source.id for turn in scene.turns[-_RECALLED:] if turn.head in other)


def _position(found: tuple[Span, Speaker]) -> int:
    return found[0].start


def _fits(word: str, speaker: Speaker) -> bool:
    kind = speaker.source.kind
    if word in _PERSON:
        return not speaker.members and (speaker.person is not None or kind in (*INDIVIDUALS, UNNAMED))
    if word in _THING:
        return kind not in (*INDIVIDUALS, UNNAMED)
    return kind not in INDIVIDUALS or bool(speaker.members)
