"""Where: the phrases that name places, kept whole, with the canonical name of the first place that they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.ground import Ground, Reading, fact, run
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.model import Aspect, Fact, Span
from claimcheck.ports import Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})


def places(clause: Clause, of: str, ground: Ground) -> Iterator[Fact]:
    """Yield where-facts of a clause, the widest phrases only."""
    tree, taken = clause.tree, -1
    for i in clause.tokens:
        preposition = tree.tokens[i]
        noun = _place_after(tree, preposition, ground)
        if noun is None or noun < taken:
            continue
        span, words = _phrase(clause, preposition, noun)
        taken = words[-1] + 1
        found = fact(ground, Aspect.WHERE, span, Reading(_value(tree, preposition, noun, words, ground), of=of))
        if found is not None:
            yield found


def _place_after(tree: Tree, token: Token, ground: Ground) -> int | None:
    """Return the noun for a place that a preposition leads to."""
    word = token.text.lower()
    if token.pos not in {"ADP", "ADV", "SCONJ"} or not (word in lexicon().place_in or word in lexicon().place_near):
        return None
    for noun in tree.children(token.i, "pobj"):
        if is_place(noun, ground):
            return noun.i
    return None


def is_place(noun: Token, ground: Ground) -> bool:
    if noun.entity in {"DATE", "TIME", "PERSON"}:
        return False
    if noun.entity in _PLACES or noun.lemma in lexicon().place_nouns:
        return True
    return noun.pos == "PROPN" and ground.knowledge.places.canonical(noun.text) is not None


def _phrase(clause: Clause, preposition: Token, noun: int) -> tuple[Span, list[int]]:
    """Return the words of a place: without a plain "in" or "at", with "near" and "outside", which change the place."""
    tree = clause.tree
    near = preposition.text.lower() in lexicon().place_near
    words = [i for i in tree.subtree(preposition.i if near else noun) if i in set(clause.tokens)]
    span = run(tree, words, noun if noun in words else words[0], clause.tokens)
    return span, [i for i in words if span.start <= tree.tokens[i].start < span.end] or [noun]


def _value(tree: Tree, preposition: Token, noun: int, words: Sequence[int], ground: Ground) -> str | None:
    """Return the canonical name of the first place named; "near X" where the words say only that it is close to it."""
    named = next((i for i in words if tree.tokens[i].entity in _PLACES or tree.tokens[i].pos == "PROPN"), None)
    if named is None:
        return None
    last = named
    while (
        last + 1 in words
        and tree.tokens[last + 1].pos == "PROPN"
        and tree.tokens[last + 1].entity == tree.tokens[named].entity
    ):
        last += 1
    span = tree.span([named, last])
    name = ground.text[span.start : span.end]
    name = ground.knowledge.places.canonical(name) or name
    beside = preposition.text.lower() in lexicon().place_near or any(
        tree.tokens[i].text.lower() in {"near", "outside"} or tree.tokens[i].lemma in lexicon().place_sides
        for i in words
        if i < named and tree.tokens[i].i >= noun
    )
    return f"near {name}" if beside else name
