"""Noun phrases: their core, whether they name a party, and the canonical value of what they name."""

from __future__ import annotations

from claimcheck.extract.facts.ground import Ground
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.model import Span

_CORE = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "case", "punct", "predet", "advmod", "npadvmod"}
)
_PARTIES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def core(tree: Tree, i: int) -> list[int]:
    """Return the words of a noun phrase from its determiner to its head, without what follows the head."""
    words = {i}
    for child in tree.children(i):
        if child.dep in _CORE and child.i < i and child.pos != "PUNCT":
            words.update(tree.subtree(child.i))
    return list(range(min(words), i + 1))


def core_span(tree: Tree, i: int) -> Span:
    """Return the article span of a noun phrase's core."""
    return tree.span(core(tree, i))


def is_party(tree: Tree, i: int, ground: Ground) -> bool:
    """Tell whether a noun names somebody who can act or be harmed."""
    token, table = tree.tokens[i], lexicon()
    if token.pos == "NUM":
        return token.dep in {"nsubj", "nsubjpass"} or tree.child(i, "det") is not None
    if token.pos not in _NOUNS or token.lemma in {"it", "this", "that", "there", "which"}:
        return ground.refer(tree, i) is not None
    if token.lemma in table.people or token.pos == "PRON":
        return True
    if token.lemma in table.happenings or token.lemma in table.place_nouns:
        return False
    if token.entity in {"PERSON", "NORP"} or _is_force(tree, i, ground):
        return True
    return registered(tree, i, ground) is not None or (token.pos == "PROPN" and token.entity in _PARTIES)


def registered(tree: Tree, i: int, ground: Ground) -> str | None:
    """Return the registry id of the source that a noun phrase names as a whole."""
    span = core_span(tree, i)
    match = ground.knowledge.registry.match(ground.text[span.start : span.end])
    return match.entry.id if match is not None else None


def party_value(tree: Tree, i: int, ground: Ground) -> str:
    """Return what a party is called.

    Its registry id, that of its owner where it is somebody's force, a canonical name, else the lemma of its head. A
    reference takes the name of what it stands for; a definite noun takes with it the apposition of the noun that
    introduced it ("suspect, apparently Hezbollah activists").
    """
    known = ground.refer(tree, i)
    if known is not None and known.source is not None:
        return known.source
    if known is not None and known.tree is not None and known.head is not None:
        return _named(known.tree, known.head, ground) + _apposition(known.tree, known.head, ground)
    return _named(tree, i, ground) + _apposition(tree, i, ground)


def _named(tree: Tree, i: int, ground: Ground) -> str:
    found = registered(tree, i, ground) or _owner(tree, i, ground)
    if found is not None:
        return found
    token, span = tree.tokens[i], core_span(tree, i)
    if token.pos == "PROPN":
        words = ground.text[span.start : span.end]
        return ground.knowledge.places.canonical(words) or words
    lemma = "person" if token.pos == "NUM" else token.lemma
    return lexicon().unit_of.get(lemma, lemma)


def _apposition(tree: Tree, i: int, ground: Ground) -> str:
    """Return what a noun is said to be beside it, with its hedge: ", apparently Hezbollah activists"."""
    beside = tree.child(i, "appos")
    if beside is None or tree.tokens[i].pos != "NOUN":
        return ""
    span = core_span(tree, beside.i)
    return f", {ground.text[span.start : span.end]}"


def _is_force(tree: Tree, i: int, ground: Ground) -> bool:
    """Tell whether a noun is somebody's force: "Russian warplanes" act, "warplanes" alone are a weapon."""
    return tree.tokens[i].lemma in lexicon().belongings and _owner(tree, i, ground) is not None


def _owner(tree: Tree, i: int, ground: Ground) -> str | None:
    """Return whose force a noun names: a source of the registry, a country, or a name that is not known."""
    if tree.tokens[i].lemma not in lexicon().belongings:
        return None
    words = core(tree, i)
    span = tree.span(words)
    owners = ground.knowledge.registry.within(ground.text[span.start : span.end])
    if owners:
        return owners[-1][2].entry.id
    names = [tree.tokens[j] for j in words if j != i and tree.tokens[j].entity in _PARTIES]
    countries = (ground.knowledge.places.canonical(token.text) for token in names)
    country = next((country for country in countries if country is not None), None)
    return country or next((token.text for token in names if token.pos == "PROPN"), None)


def thing_value(tree: Tree, i: int) -> str:
    """Return what a thing is called: its head, with a noun that makes one word with it ("car bomb").

    "The need to ensure stability" is about stability.
    """
    token = tree.tokens[i]
    if token.lemma in lexicon().position_nouns:
        verbs = [*tree.children(i, "acl"), *(v for p in tree.children(i, "prep") for v in tree.children(p.i, "pcomp"))]
        thing = next((noun for verb in verbs for noun in tree.children(verb.i, "dobj")), None)
        if thing is not None and thing.i != i:
            return thing_value(tree, thing.i)
    before = [child for child in tree.children(i, "compound") if child.i == i - 1 and child.pos == "NOUN"]
    return f"{before[0].lemma} {token.lemma}" if before else token.lemma
