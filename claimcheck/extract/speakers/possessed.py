"""Those who belong to somebody whom a pronoun names: "its owners", "his party", "whose leader"."""

from __future__ import annotations

from itertools import takewhile

from claimcheck.extract.speakers.by_role import office_holder
from claimcheck.extract.speakers.gender import of_pronoun
from claimcheck.extract.speakers.named import Speaker
from claimcheck.extract.speakers.pronouns import pronoun, thing_before
from claimcheck.extract.speakers.referents import gender_of, is_person, phrase_of, referents
from claimcheck.extract.speakers.scene import (
    UNNAMED,
    Mention,
    Scene,
    before_comma,
    mention_at,
    named_source,
    unnamed_source,
)
from claimcheck.extract.speakers.words import roles
from claimcheck.model import Span
from claimcheck.ports import Token

_LONGEST_OWNER = 8
"""Words of an owner: a longer one comes from a broken parse."""
_MARKS = frozenset('"“”«»,:')
_PRONOUNS = ("PRP$", "WP$")


def belonging(mention: Mention, scene: Scene) -> Speaker | None:
    """Return somebody by whose they are, where the article says who that is: "the ferry's owners" for "its owners"."""
    owner = mention.possessor
    if not owner or owner.tag not in _PRONOUNS or any(word.lemma in ("and", "nor") for word in mention.words):
        return None
    if mention.modifiers and (holder := office_holder(mention, scene)):
        return holder
    speaker, whose = _owner(owner, mention, scene)
    broken = whose is None or len(whose.split()) > _LONGEST_OWNER or not _MARKS.isdisjoint(whose)
    if broken or (speaker and speaker.source == scene.outlet.source):
        return None
    rest = before_comma(mention).text[owner.end - mention.span.start :]
    name = f"{whose}'s {' '.join(rest.split())}"
    kinds = roles().institutions.get(mention.lemma)
    if kinds and speaker and speaker.source.kind != UNNAMED:
        return Speaker(named_source(name, kinds[0]), f"“{mention.text}” is that of {whose}")
    return Speaker(unnamed_source(name, scene.document.article.id), f"“{mention.text}” goes back to {whose}")


def _owner(owner: Token, mention: Mention, scene: Scene) -> tuple[Speaker | None, str | None]:
    """Return who owns, and the words for that: a speaker, or a thing: "the ferry"."""
    if owner.tag == "WP$":
        phrase = _antecedent(owner, mention, scene)
        speaker = scene.resolve(phrase, scene) if phrase else None
        return speaker, speaker.source.name if speaker else None
    pointer = mention_at(scene.document, Span(owner.start, owner.end))
    if owner.lemma == "its" and (thing := thing_before(pointer, scene)):
        return None, thing
    if mention.lemma in roles().close and (told := _told_of(pointer, scene)):
        speaker = scene.resolve(told, scene)
        named = speaker and speaker.source.kind != UNNAMED
        return (speaker, speaker.person or speaker.source.name) if speaker and named else (None, _inside(told))
    speaker = pronoun(pointer, scene)
    return speaker, (speaker.person or speaker.source.name) if speaker else None


def _inside(phrase: Mention) -> str:
    """Return the words of a phrase as they stand inside a sentence."""
    article = bool(phrase.words) and phrase.words[0].pos == "DET"
    return phrase.text[0].lower() + phrase.text[1:] if article else phrase.text


def _told_of(pointer: Mention, scene: Scene) -> Mention | None:
    """Return the last person that is told of, and does not tell: a lawyer or a sister is of the man who was held."""
    gender = of_pronoun(pointer.key)
    for referent in takewhile(lambda referent: referent.back <= 1, referents(pointer, scene)):
        phrase = referent.mention
        speaks = any(turn.span.overlaps(phrase.span) for turn in scene.turns)
        if is_person(phrase, scene) and not speaks and not referent.is_joined:
            own = gender_of(phrase, scene)
            return phrase if own is None or own == gender else None
    return None


def _antecedent(owner: Token, mention: Mention, scene: Scene) -> Mention | None:
    """Return the noun phrase that a relative "whose" stands for."""
    tree = mention.tree
    verb = next((w for w in tree.ancestors(owner.i) if w.dep == "relcl"), None) if tree else None
    return phrase_of(verb.head, tree, scene) if tree and verb else None
