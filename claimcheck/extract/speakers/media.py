"""Media that a registry does not know: by a word for one before the name, or by the name itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from claimcheck.extract.speakers.named import Speaker
from claimcheck.extract.speakers.scene import Mention, Scene, named_source
from claimcheck.extract.speakers.words import roles
from claimcheck.model import PRESS, Span
from claimcheck.ports import Token

_MEDIA_NOUNS = frozenset({"radio", "media", "medium", "press"})


def medium(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the medium that a mention names: "the weekly Nordlys", "Radio Arqa", "the Arqa Times"."""
    words = mention.words
    for n in range(len(words)):
        name = list(takewhile(_may_be_name, words[n:]))
        if not name:
            continue
        kind = kind_beside(name, words[:n])
        if not kind:
            return None
        text = " ".join(scene.document.words(Span(name[0].start, name[-1].end)).split())
        return Speaker(named_source(text, kind), f"“{mention.text}” names a medium")
    return None


def is_medium(speaker: Speaker, mention: Mention) -> bool:
    """Return whether a speaker is a medium, by what is known of it or by the noun for it: "local radio"."""
    kinds = roles().institutions.get(mention.lemma, ())[:1]
    return speaker.source.kind in PRESS or mention.lemma in _MEDIA_NOUNS or any(kind in PRESS for kind in kinds)


def kind_beside(name: Sequence[Token], before: Sequence[Token]) -> str | None:
    """Return what kind of medium a name, or the last word before it, says."""
    return kind_of_name(name[0].text, name[-1].text) or (_kind_before(before[-1]) if before else None)


def kind_of_name(first: str, last: str) -> str | None:
    """Return what kind of medium a name is by its first or its last word: "Radio ...", "... Times"."""
    return roles().media_first.get(first.casefold()) or roles().media_last.get(last.casefold())


def _kind_before(word: Token) -> str | None:
    """Return what kind of medium the word before a name says: "weekly", "broadcaster"."""
    kinds = roles().institutions.get(word.lemma, ())
    return kinds[0] if kinds and kinds[0] in PRESS and word.text.islower() else None


def _may_be_name(word: Token) -> bool:
    capital = word.text[0].isupper() and word.pos not in ("DET", "PRON")
    return capital or word.text in ("-", "&") or word.text.isdigit()
