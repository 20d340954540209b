"""Where: the phrases that name places, kept whole, with the canonical name of the first place that they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.ground import Ground, Reading, fact, run
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.model import Aspect, Fact
from claimcheck.ports import Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACE = frozenset({"DATE", "TIME", "PERSON", "CARDINAL"})
_WITHIN_NAME = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "case", "nmod", "punct", "advmod", "npadvmod", "quantmod"}
)
_LEADING = frozenset({"of", "between", "to", "from", "and", "with"})


def places(clause: Clause, of: str, ground: Ground) -> Iterator[Fact]:
    """Yield where-facts of a clause, the widest phrases only."""
    tree, taken = clause.tree, -1
    for i in clause.tokens:
        preposition = tree.tokens[i]
        noun = _place_after(tree, preposition, ground)
        if noun is None or noun.i < taken:
            continue
        words = _phrase(tree, preposition, noun, ground)
        span = run(tree, words, noun.i, clause.tokens)
        taken = max(words) + 1
        found = fact(ground, Aspect.WHERE, span, Reading(_value(tree, preposition, noun, words, ground), of=of))
        if found is not None:
            yield found


def _place_after(tree: Tree, token: Token, ground: Ground) -> Token | None:
    """Return the noun for a place that a preposition leads to."""
    word = token.text.lower()
    if token.pos not in {"ADP", "ADV", "SCONJ", "ADJ"} or not (
        word in lexicon().place_in or word in lexicon().place_near
    ):
        return None
    towards = next((child for child in tree.children(token.i, "prep") if child.lemma in {"to", "of"}), None)
    nouns = [*tree.children(token.i, "pobj"), *(tree.children(towards.i, "pobj") if towards else ())]
    return next((noun for noun in nouns if is_place(noun, ground)), None)


def is_place(noun: Token, ground: Ground) -> bool:
    """Tell whether a noun names a place: by its entity, as a common noun for places, or in the gazetteer."""
    if noun.entity in _NO_PLACE:
        return False
    if noun.entity in _PLACES or noun.lemma in lexicon().place_nouns:
        return True
    return noun.pos == "PROPN" and ground.knowledge.places.canonical(noun.text) is not None


def _phrase(tree: Tree, preposition: Token, noun: Token, ground: Ground) -> list[int]:
    """Return the words of a place: without a plain "in" or "at", with "near" and "outside", which change the place."""
    words = _place_words(tree, noun, ground)
    if preposition.text.lower() in lexicon().place_near:
        words |= set(range(preposition.i, noun.i))
    return sorted(words)


def _place_words(tree: Tree, noun: Token, ground: Ground) -> set[int]:
    """Return a noun for a place with what describes it, and with the places that say where it is."""
    words = {noun.i}
    for child in tree.children(noun.i):
        if child.dep in _WITHIN_NAME and child.i < noun.i:
            words.update(tree.subtree(child.i))
        elif child.dep in {"prep", "advmod", "appos", "conj", "amod"} and child.i > noun.i:
            words |= _further(tree, child, ground)
    return words


def _further(tree: Tree, child: Token, ground: Ground) -> set[int]:
    """Return the words of "of Aleppo", "near the city", "east of Mays al-Jabal", where they name a place."""
    if child.dep in {"appos", "conj"}:
        return {child.i - 1, *_place_words(tree, child, ground)} if is_place(child, ground) else set()
    table, words = lexicon(), {child.i}
    for below in tree.children(child.i, "pobj", "prep"):
        if below.dep == "prep":
            words |= _further(tree, below, ground)
        elif is_place(below, ground) or (child.lemma == "of" and below.pos == "PROPN"):
            words |= _place_words(tree, below, ground)
    leads = child.lemma in _LEADING | table.place_in | table.place_near | table.place_sides
    if child.i - 1 >= 0 and tree.tokens[child.i - 1].text == ",":
        words.add(child.i - 1)
    return words if leads and len(words) > 1 else set()


def _value(tree: Tree, preposition: Token, noun: Token, words: Sequence[int], ground: Ground) -> str | None:
    """Return the canonical name of the first place named; "near X" where the words say only that it is close to it."""
    named = next((i for i in words if tree.tokens[i].entity in _PLACES or tree.tokens[i].pos == "PROPN"), None)
    if named is None:
        return None
    name = _name(tree, named, words, ground)
    aside = any(_leads_aside(tree.tokens[i]) for i in words if noun.i <= i < named)
    beside = preposition.text.lower() in lexicon().place_near
    return f"near {name}" if beside or aside else name


def _leads_aside(token: Token) -> bool:
    return token.text.lower() in {"near", "outside"} or token.lemma in lexicon().place_sides


def _name(tree: Tree, first: int, words: Sequence[int], ground: Ground) -> str:
    """Return the canonical form of the proper name that begins at a token."""
    inside, last = set(words), first
    while last + 1 in inside and (tree.tokens[last + 1].pos == "PROPN" or _is_joint(tree, last + 1)):
        last += 1
    span = tree.span([first, last])
    name = ground.text[span.start : span.end]
    return ground.knowledge.places.canonical(name) or name


def _is_joint(tree: Tree, i: int) -> bool:
    """Tell whether a token ties two parts of a name: the hyphen of "al-Bab", the "of" of "Sea of Japan" does not."""
    before, token = tree.tokens[i - 1], tree.tokens[i]
    return (
        token.text == "-"
        and before.end == token.start
        and i + 1 < len(tree.tokens)
        and tree.tokens[i + 1].start == token.end
    )
