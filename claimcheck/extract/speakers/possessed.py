"""Those who belong to somebody whom a pronoun names: "its owners", "his party", "whose leader"."""

from __future__ import annotations

from claimcheck.extract.speakers.by_role import office_holder
from claimcheck.extract.speakers.named import Speaker
from claimcheck.extract.speakers.pronouns import pronoun, thing_before
from claimcheck.extract.speakers.referents import phrase_of
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
    speaker = pronoun(pointer, scene)
    return speaker, (speaker.person or speaker.source.name) if speaker else None


def _antecedent(owner: Token, mention: Mention, scene: Scene) -> Mention | None:
    """Return the noun phrase that a relative "whose" stands for."""
    tree = mention.tree
    verb = next((w for w in tree.ancestors(owner.i) if w.dep == "relcl"), None) if tree else None
    return phrase_of(verb.head, tree, scene) if tree and verb else None
