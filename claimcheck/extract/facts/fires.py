"""Fires and explosions that came about: "led to a fire on board", "there was no fire", "a blaze broke out"."""

from __future__ import annotations

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.grammar import is_passive
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import Acts
from claimcheck.ports import Token

_GIVEN = frozenset({"the", "this", "that", "these", "those"})
_BURNING = "burn"


def came_about(clause: Clause, i: int, acts: Acts) -> tuple[list[int], str] | None:
    """Return the words and the act of what verb `i` says came about, as a result or by itself."""
    noun = _result(clause, i)
    if noun is None:
        return None
    lemma = clause.tree.tokens[noun].lemma
    name = _BURNING if lemma in {"fire", "flame"} else acts.act(lemma) or lemma
    return ([i, noun] if noun > i else [i]), name


def _result(clause: Clause, i: int) -> int | None:
    """Return the noun for what verb `i` says came about: a fire that is new, since of "the fire" it only says why."""
    tree, table = clause.tree, lexicon()
    verb, subject = tree.tokens[i], clause.subject(i)
    if verb.lemma in table.breaking and subject is not None and tree.tokens[subject].lemma in table.results:
        return subject
    led = [noun for p in tree.children(i, "prep") if _leads(tree, i, p) for noun in tree.children(p.i, "pobj")]
    if verb.lemma in table.resulting:
        led += [tree.tokens[subject]] if subject is not None and is_passive(tree, i) else tree.children(i, "dobj")
    return next((noun.i for noun in led if noun.lemma in table.results and _is_new(tree, noun)), None)


def burns(tree: Tree, noun: int) -> str | None:
    """Return the act of a fire that burns: "a fire", "no fire aboard"; "fire from the village" is shot."""
    token = tree.tokens[noun]
    if token.lemma != "fire" or any(p.lemma in {"from", "at"} for p in tree.children(noun, "prep")):
        return None
    return _BURNING if token.tag == "NNS" or tree.child(noun, "det") is not None else None


def _leads(tree: Tree, i: int, preposition: Token) -> bool:
    given = (f"{noun.lemma} " for noun in tree.children(i, "dobj"))
    verb = tree.tokens[i].lemma
    return any(f"{verb} {noun}{preposition.lemma}" in lexicon().leading for noun in (*given, ""))


def _is_new(tree: Tree, noun: Token) -> bool:
    return not any(word.lemma in _GIVEN or word.dep == "poss" for word in tree.children(noun.i, "det", "poss"))
