"""How: weapons and instruments, the way in which it was done."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.ground import Ground, Reading, fact, run
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.phrases import is_party, is_uncrewed, is_weapon, thing_value
from claimcheck.extract.tree import Tree
from claimcheck.model import Aspect, Fact, Span
from claimcheck.ports import Token

_WAYS = frozenset({"in", "into", "under", "with", "without", "by", "at", "on"})
_AIMED = frozenset({"shoot", "launch", "throw"})
"""Acts that are aimed at somebody, or at nobody."""
_LATER = frozenset({"after", "before", "following", "since"})
"""What comes after an act does not say how it was done."""


def manner(clause: Clause, of: str, ground: Ground) -> Iterator[Fact]:
    """Yield how-facts of a clause: weapons, phrases of manner, adverbs that say on purpose or not."""
    tree = clause.tree
    for i in clause.tokens:
        token, found = tree.tokens[i], None
        if _is_means(tree, token):
            found = fact(ground, Aspect.HOW, _words(tree, i), Reading(_value(tree, i), of=of))
        elif token.lemma in lexicon().manner_adverbs or _is_of_act(tree, token):
            found = fact(ground, Aspect.HOW, tree.span([i]), Reading(token.lemma, of=of))
        if found is not None:
            yield found
    yield from _phrases(clause, of, ground)
    if of in _AIMED:
        yield from _aims(clause, of, ground)


def _is_means(tree: Tree, token: Token) -> bool:
    """Tell whether a noun is a weapon, also in "rocket attack", or an act that says how ("an air raid")."""
    if token.pos not in {"NOUN", "PROPN"} or _is_of_uncrewed(tree, token):
        return False
    above = tree.tokens[token.head]
    if is_weapon(tree, token.i):
        if _is_handled(tree, token, above):
            return False
        return token.dep != "compound" or above.lemma in lexicon().happenings
    if tree.tokens[token.head].text.lower() in _LATER:
        return False
    armed = any(child.lemma in lexicon().weapons for child in tree.children(token.i, "compound"))
    return token.lemma in lexicon().methods and token.dep != "compound" and not armed


def _is_of_act(tree: Tree, token: Token) -> bool:
    """Tell whether an adjective says of an act in what way it was done: "a deliberate attack"."""
    of_act = tree.tokens[token.head].lemma in lexicon().happenings
    return token.lemma in lexicon().manner_adjectives and token.dep == "amod" and of_act


def _is_handled(tree: Tree, weapon: Token, verb: Token) -> bool:
    """Tell whether the words are about a weapon itself: "seized rockets", "shot down a drone", "a drone came down"."""
    if weapon.dep in {"dobj", "nsubjpass"}:
        return verb.lemma not in lexicon().using or any(p.lemma == "down" for p in tree.children(verb.i, "prt"))
    strikes = verb.lemma in lexicon().blows - lexicon().befalling
    carries = weapon.lemma in lexicon().craft or is_uncrewed(tree, weapon.i)
    return weapon.dep == "nsubj" and carries and not strikes


def _is_of_uncrewed(tree: Tree, token: Token) -> bool:
    """Tell whether a noun only says what craft is meant: the drone of "a drone boat"."""
    return token.dep in {"compound", "amod", "nmod"} and is_uncrewed(tree, token.head)


def _aims(clause: Clause, of: str, ground: Ground) -> Iterator[Fact]:
    """Yield at whom something was fired, with the preposition: "towards the suspects"."""
    tree = clause.tree
    for i in clause.tokens:
        if tree.tokens[i].text.lower() in lexicon().aims and tree.tokens[tree.tokens[i].head].pos in {"VERB", "NOUN"}:
            noun = tree.child(i, "pobj")
            if noun is not None and noun.i in clause.inside and is_party(tree, noun.i, ground):
                span = tree.span(range(i, noun.i + 1))
                found = fact(ground, Aspect.HOW, span, Reading("at someone", of=of))
                if found is not None:
                    yield found


def _words(tree: Tree, i: int) -> Span:
    """Return a noun for a weapon with the nouns and adjectives right before it."""
    first = i
    while (
        first
        and tree.tokens[first - 1].dep in {"compound", "amod"}
        and tree.tokens[first - 1].pos in {"NOUN", "ADJ", "PROPN"}
    ):
        first -= 1
    return tree.span([first, i])


def _value(tree: Tree, i: int) -> str:
    before = tree.tokens[i - 1] if i else None
    if tree.tokens[i].dep == "compound" and before is not None and before.dep == "compound" and before.pos == "NOUN":
        value = f"{before.lemma} {tree.tokens[i].lemma}"
    else:
        value = thing_value(tree, i)
    return lexicon().same.get(value, value)


def _phrases(clause: Clause, of: str, ground: Ground) -> Iterator[Fact]:
    """Yield phrases of manner whole ("in strict compliance with the law"); their value is their noun."""
    tree, taken = clause.tree, -1
    for i in clause.tokens:
        noun = _manner_noun(tree, tree.tokens[i], ground)
        if i <= taken or noun is None:
            continue
        words = tree.subtree(i)
        after = words[-1] + 1
        if after in clause.inside and tree.tokens[after].lemma in {
            "with",
            "of",
        }:  # "in strict compliance | with the law"
            words += tree.subtree(after)
        taken = max(words)
        span = run(tree, {*words, *range(i, noun.i + 1)}, i, clause.inside)
        found = fact(ground, Aspect.HOW, span, Reading(noun.lemma, of=of))
        if found is not None:
            yield found


def _is_place(tree: Tree, noun: Token) -> bool:
    """Tell whether a noun that may name a place does: "on the line", not "in line with the rules"."""
    return noun.lemma in lexicon().place_nouns and any(child.i < noun.i for child in tree.children(noun.i))


def _manner_noun(tree: Tree, preposition: Token, ground: Ground) -> Token | None:
    """Return the noun of a phrase of manner: a noun for a manner, or anything that it was done with or without."""
    if preposition.pos != "ADP" or preposition.lemma not in _WAYS:
        return None
    noun = tree.child(preposition.i, "pobj")
    if noun is None or (noun.lemma in lexicon().manner and not _is_place(tree, noun)):
        return noun
    instrument = preposition.lemma in {"with", "without"} and tree.tokens[preposition.head].pos == "VERB"
    nameless = noun.pos == "NOUN" and not noun.entity and not is_weapon(tree, noun.i)
    return noun if instrument and nameless and not is_party(tree, noun.i, ground) else None
