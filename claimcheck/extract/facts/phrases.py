"""Noun phrases: their core, whether they name a party, and the canonical value of what they name."""

from __future__ import annotations

from claimcheck.extract.facts.ground import Ground
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.model import Span

_CORE = frozenset(
    {
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "quantmod",
        "case",
        "punct",
        "predet",
        "advmod",
        "npadvmod",
        "nounmod",
    }
)
_PARTIES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def core(tree: Tree, i: int) -> list[int]:
    """Return the words of a noun phrase from its determiner to its head, without what follows the head."""
    words = {i}
    for child in tree.children(i):
        if child.dep in _CORE and child.i < i:
            words.update(tree.subtree(child.i))
    return [j for j in range(min(words), i + 1)]


def core_span(tree: Tree, i: int) -> Span:
    return tree.span(core(tree, i))


def is_party(tree: Tree, i: int, ground: Ground) -> bool:
    """Tell whether a noun names somebody who can act or be harmed."""
    token = tree.tokens[i]
    if token.pos not in _NOUNS:
        return False
    if token.lemma in lexicon().people or token.pos == "PRON" or token.pos == "NUM":
        return True
    if token.lemma in lexicon().happenings or token.lemma in lexicon().place_nouns:
        return False
    if token.entity in {"PERSON", "NORP"}:
        return True
    return registered(tree, i, ground) is not None or (token.pos == "PROPN" and token.entity in _PARTIES)


def registered(tree: Tree, i: int, ground: Ground) -> str | None:
    """Return the registry id of the source that a noun phrase names as a whole."""
    span = core_span(tree, i)
    match = ground.knowledge.registry.match(ground.text[span.start : span.end])
    return match.entry.id if match is not None else None


def party_value(tree: Tree, i: int, ground: Ground) -> str:
    """Return what a party is called: its registry id, its owner's where it is somebody's force, a canonical name, its head."""
    found = registered(tree, i, ground)
    if found is not None:
        return found
    token, span = tree.tokens[i], core_span(tree, i)
    words = ground.text[span.start : span.end]
    if token.lemma in lexicon().belongings:
        owners = ground.knowledge.registry.within(words)
        if owners:
            return owners[0][2].entry.id
        country = _demonym(tree, i, ground)
        if country is not None:
            return country
    if token.pos == "PROPN":
        return ground.knowledge.places.canonical(words) or words
    return token.lemma


def _demonym(tree: Tree, i: int, ground: Ground) -> str | None:
    """Return the country whose adjective or possessive stands before a noun."""
    for j in core(tree, i):
        token = tree.tokens[j]
        if j != i and token.entity in {"NORP", "GPE"}:
            return ground.knowledge.places.canonical(token.text)
    return None


def thing_value(tree: Tree, i: int) -> str:
    """Return what a thing is called: its head, with a noun that makes one word with it ("car bomb")."""
    token = tree.tokens[i]
    before = [child for child in tree.children(i, "compound") if child.i == i - 1 and child.pos == "NOUN"]
    return f"{before[0].lemma} {token.lemma}" if before else token.lemma
