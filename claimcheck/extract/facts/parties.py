"""Who did it and to whom or what: read from voice, by-phrases, possessives and the nouns that name acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.facts.acts import Act, accused
from claimcheck.extract.facts.clauses import Clause, subject_of
from claimcheck.extract.facts.ground import Ground, Reading, fact, run
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.phrases import core_span, is_party, party_value, thing_value
from claimcheck.extract.tree import Tree
from claimcheck.model import Aspect, Fact
from claimcheck.ports import Token

_DONE = frozenset({"carry", "launch", "fire", "conduct", "stage", "commit", "drop", "perform"})


def parties(clause: Clause, acts: Sequence[Act], ground: Ground) -> Iterator[Fact]:
    """Yield by_whom, to_whom and what of the acts of a clause."""
    for act in acts:
        agents = tuple(_agents(clause, act, ground))
        for i in agents:
            yield from _party(clause, i, Aspect.BY_WHOM, act.name, ground)
        for i in _patients(clause, act):
            if i not in agents:
                yield from _affected(clause, i, act.name, ground)


def _party(clause: Clause, i: int, aspect: Aspect, of: str, ground: Ground) -> Iterator[Fact]:
    tree = clause.tree
    for j in (i, *(token.i for token in tree.children(i, "conj"))):
        found = fact(ground, aspect, core_span(tree, j), Reading(party_value(tree, j, ground), of=of))
        if found is not None and (j in clause.tokens or j == i):
            yield found


def _affected(clause: Clause, i: int, of: str, ground: Ground) -> Iterator[Fact]:
    tree = clause.tree
    if is_party(tree, i, ground):
        yield from _party(clause, i, Aspect.TO_WHOM, of, ground)
        return
    span = run(tree, tree.subtree(i), i, clause.tokens) if i in clause.tokens else core_span(tree, i)
    found = fact(ground, Aspect.WHAT, span, Reading(thing_value(tree, i), of=of))
    if found is not None:
        yield found


def _agents(clause: Clause, act: Act, ground: Ground) -> Iterator[int]:
    """Yield the heads of the phrases that name who did the act."""
    tree = clause.tree
    by = [noun.i for agent in tree.children(act.i, "agent") for noun in tree.children(agent.i, "pobj")]
    blamed = [noun.i for noun in tree.children(act.i, "dobj")] if accused(tree, act.i) else []
    subject = None if act.passive else subject_of(tree, act.i)
    candidates = by or blamed or ([subject] if subject is not None else [])
    for i in candidates:
        if tree.tokens[i].lemma in lexicon().happenings or tree.tokens[i].lemma in lexicon().weapons:
            yield from _doers(tree, i, ground)
        elif is_party(tree, i, ground):
            yield i
    if not candidates:
        for i in _happenings_beside(tree, act.i):
            yield from _doers(tree, i, ground)


def _happenings_beside(tree: Tree, i: int) -> Iterator[int]:
    """Yield the nouns for acts in which the act took place ("killed in coalition raids")."""
    for preposition in tree.children(i, "prep"):
        for noun in tree.children(preposition.i, "pobj"):
            if noun.lemma in lexicon().happenings:
                yield noun.i


def _doers(tree: Tree, i: int, ground: Ground) -> Iterator[int]:
    """Yield who is behind a noun for an act or a weapon: "coalition airstrikes", "the army's raid", "a strike by X"."""
    for child in tree.children(i):
        if child.lemma == "by" and child.dep in {"prep", "agent"}:
            yield from (noun.i for noun in tree.children(child.i, "pobj"))
        elif child.dep in {"acl", "relcl"} and child.lemma in _DONE:
            yield from _by(tree, child)
        elif child.dep in {"poss", "compound", "amod", "nmod"} and child.i < i and _names_party(tree, child, ground):
            yield child.i


def _by(tree: Tree, verb: Token) -> Iterator[int]:
    for agent in tree.children(verb.i, "agent"):
        yield from (noun.i for noun in tree.children(agent.i, "pobj"))


def _names_party(tree: Tree, token: Token, ground: Ground) -> bool:
    if token.entity in {"NORP", "GPE", "ORG", "PERSON"}:
        return True
    return is_party(tree, token.i, ground)


def _patients(clause: Clause, act: Act) -> Iterator[int]:
    """Yield the heads of the phrases that name whom or what the act befell."""
    tree = clause.tree
    if accused(tree, act.i):
        return
    if act.passive:
        subject = subject_of(tree, act.i)
        if subject is not None:
            yield subject
    for child in tree.children(act.i, "dobj"):
        if child.lemma in lexicon().happenings:
            yield from _aimed_at(tree, child.i)
        else:
            yield child.i
    yield from _aimed_at(tree, act.i)


def _aimed_at(tree: Tree, i: int) -> Iterator[int]:
    for preposition in tree.children(i, "prep"):
        if preposition.text.lower() in lexicon().aims:
            yield from (noun.i for noun in tree.children(preposition.i, "pobj") if noun.entity not in {"DATE", "TIME"})
