"""Enterprises that a plain noun recalls by what the article called them: "the firm" after "Sokimex, a company that"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.extract.speakers.gender import is_given_name, of_pronoun
from claimcheck.extract.speakers.named import INDIVIDUALS, Speaker
from claimcheck.extract.speakers.scene import UNNAMED, Mention, Scene, mention_at
from claimcheck.extract.speakers.words import roles
from claimcheck.extract.tree import Tree
from claimcheck.model import Source, Span
from claimcheck.ports import Token

_BEING = ("be", "become")
_REACH = 60
"""Passages in which what a noun recalls is looked for: no article, however long, takes quadratic time."""


def so_called(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the enterprise that was called so last before a mention: a company, or by the same noun any other."""
    known = roles()
    trade = known.firms | known.holders
    nouns = trade if mention.lemma in trade else known.enterprises & {mention.lemma}
    if not mention.definite or mention.possessor or not nouns or mention.tree is None:
        return None
    place = scene.document.place_of(mention.tree)
    for tree in reversed(scene.document.trees[max(place - _REACH, 0) : place + 1]):
        for name in _named(tree, mention.span, nouns):
            speaker = scene.resolve(mention_at(scene.document, name), scene)
            source = _enterprise(speaker.source, scene) if speaker else None
            if speaker and source:
                return replace(speaker, source=source, step=f"“{mention.text}” is {source.name}, last called so")
    return None


def _enterprise(source: Source, scene: Scene) -> Source | None:
    """Return a source as an enterprise; nobody with a given name, nor whom a pronoun calls a woman or a man."""
    if source.kind not in (*INDIVIDUALS, UNNAMED):
        return source
    called = any(t.speaker.source.id == source.id and of_pronoun(t.head) for t in scene.turns)
    person = called or any(map(is_given_name, source.name.split()))
    return None if person or source.kind == UNNAMED else replace(source, kind="company")


def _named(tree: Tree, before: Span, nouns: frozenset[str]) -> Iterator[Span]:
    """Yield the names beside such a noun in a passage, backwards from a mention."""
    people = roles().people
    for noun in reversed(tree.tokens):
        if noun.end > before.start or noun.lemma not in nouns or noun.pos != "NOUN":
            continue
        if noun.lemma in people and not _is_of_a_thing(tree, noun):
            continue
        for name in _beside(tree, noun):
            words = [*tree.children(name.i, "compound"), name]
            if name.pos == "PROPN" and name.end <= before.start and not is_given_name(words[0].text):
                yield tree.span(word.i for word in words)


def _is_of_a_thing(tree: Tree, noun: Token) -> bool:
    """Return whether somebody is a thing's, and may so be a company: "the ship's manager"."""
    return any(owner.pos == "NOUN" for owner in tree.children(noun.i, "poss"))


def _beside(tree: Tree, noun: Token) -> Iterator[Token]:
    """Yield what a noun is said of: in an apposition on either side, or as what something is."""
    above = tree.tokens[noun.head]
    if noun.dep == "appos":
        yield above
    yield from tree.children(noun.i, "appos")
    if noun.dep == "attr" and above.lemma in _BEING:
        yield from tree.children(above.i, "nsubj")
