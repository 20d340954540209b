"""Speakers that nothing in the registry or the article explains: they are taken by their words."""

from __future__ import annotations

from itertools import groupby

from claimcheck.extract.speakers.scene import MEDIA, Mention, Scene, Speaker, before_comma, named_source, unnamed_source
from claimcheck.extract.speakers.words import roles
from claimcheck.model import Span
from claimcheck.ports import Token

_LONGEST = 24
"""Words of a name for display."""


def other_office(mention: Mention, scene: Scene) -> Speaker | None:
    """Return a source for an office whose holder the article does not name: "the Homs governor"."""
    places = [w for w in mention.modifiers if w.pos == "PROPN"]
    if mention.lemma not in roles().persons or mention.indefinite or not places or not mention.head:
        return None
    name = " ".join(scene.document.words(Span(places[0].start, mention.head.end)).split())
    return Speaker(named_source(name, "individual"), f"the article does not name the {name}")


def owned(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution of a person: "Clinton's campaign", "the Clinton campaign"."""
    kinds = roles().institutions.get(mention.lemma, ())
    for named in scene.named if kinds and not mention.indefinite else ():
        if named.is_person and mention.span.contains(named.span):
            name = f"{named.speaker.source.name}'s {mention.lemma}"
            return Speaker(named_source(name, kinds[0]), f"the {mention.lemma} of {named.speaker.source.name}")
    return None


def other_name(mention: Mention, scene: Scene) -> Speaker | None:
    """Return a source for a name that nothing else knows: "Hadashot" of "Israel's Hadashot television news"."""
    mention = before_comma(mention)
    head = mention.head
    if not head or mention.indefinite or (head.tag == "NNPS" and head.entity == "NORP"):
        return None
    kinds = roles().institutions.get(mention.lemma, ())
    words = _capitals(mention, head)
    if not words or (head not in words and not kinds):
        return None
    end = words[-1].end if head in words or kinds[0] in MEDIA else head.end
    name = " ".join(scene.document.words(Span(words[0].start, end)).split())
    kind = "individual" if head.entity == "PERSON" else next(iter(kinds), "organisation")
    return Speaker(named_source(name, kind), f"a name that is in no registry: {name}")


def unnamed(mention: Mention, scene: Scene) -> Speaker:
    """Return a source of its own for a mention that names nobody."""
    name = _plain(mention.text)
    return Speaker(unnamed_source(name, scene.document.article.id, mention.span.start), f"“{name}” names nobody")


def _capitals(mention: Mention, head: Token) -> list[Token]:
    """Return the run of capitalised words that holds the head of a mention or stands before it, without titles."""
    owner = mention.possessor
    words = [w for w in mention.words if not (owner and w.start <= owner.end)]
    runs = [list(run) for capital, run in groupby(words, _capital) if capital]
    before = [run for run in runs if run[0].start <= head.start]
    found = before[-1] if before else []
    while len(found) > 1 and (roles().is_title(found[0].lemma) or found[0].text == "-"):
        found = found[1:]
    named = any(w.pos == "PROPN" and not roles().can_speak(w.lemma) for w in found)
    return found if named and found[-1].text != "-" else []


def _capital(word: Token) -> bool:
    return word.text == "-" or (word.text[0].isupper() and word.pos not in ("DET", "ADJ", "ADV"))


def _plain(text: str) -> str:
    """Return words for display: one line, no capital on a first "A" or "The"."""
    words = text.split()
    if words and words[0].lower() in ("a", "an", "the", "some", "one", "another", "two", "several"):
        words[0] = words[0].lower()
    return " ".join(words[:_LONGEST]) + (" …" if len(words) > _LONGEST else "")
