"""Whether an institution can be what a noun calls it: "the electoral commission" is not the European Commission."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.speakers.scene import Mention, Scene
from claimcheck.extract.speakers.words import roles
from claimcheck.model import Source


def may_be_called(source: Source, mention: Mention, scene: Scene) -> bool:
    """Return whether a source has a name with the noun of a mention, and with the field that narrows it.

    Only nouns for bodies of which there are many, such as commissions and courts, ask for that.
    """
    noun = mention.lemma.casefold()
    if noun not in roles().named and noun not in roles().narrowed:
        return True
    names = [name.casefold() for name in _names(source, scene)]
    called = [name for name in names if noun in name] if noun in roles().named else names
    fields = (*_fields(mention, scene), *(_behind(mention) if noun in roles().named else ()))
    return any(all(field in name for field in fields) for name in called)


def _names(source: Source, scene: Scene) -> tuple[str, ...]:
    entry = scene.knowledge.registry.get(source.id)
    return entry.names if entry else (source.name,)


def _behind(mention: Mention) -> Iterator[str]:
    """Yield the folded names with which that of a body goes on: "lands" of "the Department of Lands"."""
    for word in mention.words:
        if mention.head and word.start > mention.head.start and word.text[0].isupper():
            yield word.text.casefold()


def _fields(mention: Mention, scene: Scene) -> Iterator[str]:
    """Yield the words in small letters before a noun that say what it is for: "electoral", "inquiry"."""
    for word in mention.modifiers:
        small = word.text.islower() and word.pos in ("ADJ", "NOUN", "VERB")
        if small and word.text not in roles().plain and not scene.knowledge.places.country(word.text):
            yield word.text
