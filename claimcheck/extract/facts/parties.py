"""Who did it and to whom or what: read from voice, by-phrases, possessives and the nouns that name acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.facts.acts import HARM, Act
from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.grammar import objects, subject_of
from claimcheck.extract.facts.ground import Ground, Reading, fact, run
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.phrases import core_span, is_party, party_value, thing_value
from claimcheck.extract.tree import Tree
from claimcheck.model import Aspect, Fact
from claimcheck.ports import Token

_NO_PARTY = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"})
_STATES = frozenset({"be", "leave"})


def parties(clause: Clause, acts: Sequence[Act], ground: Ground) -> Iterator[Fact]:
    """Yield by_whom, to_whom and what of the acts of a clause."""
    for act in acts:
        agents = tuple(dict.fromkeys(_agents(clause.tree, act, ground)))
        for i in agents:
            yield from _party(clause, i, Aspect.BY_WHOM, act.name, ground)
        for i in _patients(clause.tree, act):
            if i not in agents:
                yield from _affected(clause, i, act.name, ground)


def _party(clause: Clause, i: int, aspect: Aspect, of: str, ground: Ground) -> Iterator[Fact]:
    tree = clause.tree
    for j in (i, *(token.i for token in tree.children(i, "conj") if token.i in clause.tokens)):
        found = fact(ground, aspect, core_span(tree, j), Reading(party_value(tree, j, ground), of=of))
        if found is not None:
            yield found


def _affected(clause: Clause, i: int, of: str, ground: Ground) -> Iterator[Fact]:
    tree = clause.tree
    if is_party(tree, i, ground) or (of in HARM and tree.tokens[i].pos == "NUM"):
        yield from _party(clause, i, Aspect.TO_WHOM, of, ground)
        return
    span = run(tree, tree.subtree(i), i, clause.tokens) if i in clause.tokens else core_span(tree, i)
    found = fact(ground, Aspect.WHAT, span, Reading(thing_value(tree, i), of=of))
    if found is not None:
        yield found


def _agents(tree: Tree, act: Act, ground: Ground) -> Iterator[int]:
    """Yield the heads of the phrases that name who did the act."""
    candidates = [*_blamed(tree, act)] if act.answers else [*_by_phrase(tree, act.i)]
    if not candidates and not act.passive and not act.answers:
        subject = subject_of(tree, act.i)
        candidates = [] if subject is None else [subject]
    for i in candidates:
        if tree.tokens[i].lemma in lexicon().happenings or tree.tokens[i].lemma in lexicon().weapons:
            yield from doers(tree, i, ground)
        if is_party(tree, i, ground):
            yield i
    if not candidates or all(tree.tokens[i].dep == "expl" for i in candidates):
        yield from _doers_beside(tree, act.i, ground)


def _by_phrase(tree: Tree, i: int) -> Iterator[int]:
    for agent in tree.children(i, "agent"):
        yield from (noun.i for noun in tree.children(agent.i, "pobj"))


def _blamed(tree: Tree, act: Act) -> Iterator[int]:
    """Yield who answers for an act: "blamed X for it", "blamed it on X", "X claimed it", "it was claimed by X"."""
    if tree.tokens[act.i].lemma not in lexicon().accusing:
        by = tuple(_by_phrase(tree, act.i))
        subject = subject_of(tree, act.i)
        yield from by or ([] if subject is None or act.passive else [subject])
        return
    accused = tree.child(act.i, "nsubjpass", "dobj")
    happened = accused is not None and accused.lemma in lexicon().happenings
    if accused is not None and not happened:
        yield accused.i
        return
    sources = (act.i, accused.i) if accused is not None else (act.i,)
    yield from (noun.i for i in sources for noun in objects(tree, i, "on"))


def _doers_beside(tree: Tree, i: int, ground: Ground) -> Iterator[int]:
    """Yield who is behind the acts in which something took place ("killed in coalition raids", "the deaths were caused by")."""
    for noun in objects(tree, i, "in", "during", "by", "after", "following", "from", "as"):
        if noun.lemma in lexicon().happenings or noun.lemma in lexicon().weapons:
            yield from doers(tree, noun.i, ground)


def doers(tree: Tree, i: int, ground: Ground) -> Iterator[int]:
    """Yield who is behind a noun for an act or a weapon: "coalition airstrikes", "the army's raid", "a strike by X"."""
    for child in tree.children(i):
        if child.lemma == "by" and child.dep in {"prep", "agent"}:
            yield from (noun.i for noun in tree.children(child.i, "pobj"))
        elif child.dep in {"acl", "relcl"}:
            yield from _done_by(tree, child)
        elif child.dep == "prep" and child.lemma == "of":
            yield from (
                j
                for n in tree.children(child.i, "pobj")
                if n.lemma in lexicon().happenings
                for j in doers(tree, n.i, ground)
            )
        elif child.dep in {"poss", "compound", "amod", "nmod"} and child.i < i and _names_party(tree, child, ground):
            yield child.i


def _done_by(tree: Tree, verb: Token) -> Iterator[int]:
    """Yield who did what a participle says was done: "fired by the army", "believed to have been carried out by jets"."""
    yield from _by_phrase(tree, verb.i)
    below = tree.child(verb.i, "xcomp")
    if below is not None:
        yield from _by_phrase(tree, below.i)


def _names_party(tree: Tree, token: Token, ground: Ground) -> bool:
    if token.entity in {"NORP", "GPE", "ORG"}:
        return True
    return token.lemma != "suicide" and is_party(tree, token.i, ground)


def _patients(tree: Tree, act: Act) -> Iterator[int]:
    """Yield the heads of the phrases that name whom or what the act befell."""
    if act.answers:
        return
    if act.passive:
        subject = subject_of(tree, act.i)
        if subject is not None and not _counts_only(tree.tokens[subject], act):
            yield subject
    for child in tree.children(act.i, "dobj"):
        if child.lemma in lexicon().happenings:
            yield from _aimed_at(tree, child.i)
        elif not (act.name in HARM and child.lemma in {"life", "death"}):
            yield child.i
        else:
            yield from (noun.i for noun in objects(tree, child.i, "of"))
    yield from _aimed_at(tree, act.i)


def _counts_only(token: Token, act: Act) -> bool:
    return act.name in HARM and token.lemma in lexicon().happenings


def _aimed_at(tree: Tree, i: int) -> Iterator[int]:
    for noun in objects(tree, i, *lexicon().aims):
        if noun.entity not in _NO_PARTY and noun.pos != "NUM" and noun.lemma != "air":
            yield noun.i
