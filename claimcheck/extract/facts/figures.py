"""What a number counts that only a noun for a number names: "put the figure at 300", "a turnout of 300"."""

from __future__ import annotations

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.numbers import Quantity
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import Acts
from claimcheck.ports import Token

_REACH = 6
"""Words between "the figure" and its number."""

_BACK = 60
"""Tokens before a figure in which the number is looked for that it corrects."""

_NO_COUNT = frozenset({"DATE", "TIME", "ORDINAL", "PERCENT", "MONEY"})


def figure_of(clause: Clause, quantity: Quantity, acts: Acts) -> str | None:
    """Return the act of those whom a number counts, where a noun before it says that it is such a number."""
    tree = clause.tree
    near = (tree.tokens[i] for i in reversed(clause.tokens) if quantity.first - _REACH <= i < quantity.first)
    noun = next((token for token in near if token.pos in {"NOUN", "PROPN", "NUM"}), None)
    if noun is None or quantity.unit not in {None, "person"} or tree.tokens[quantity.first - 1].lemma == "of":
        return None
    if noun.lemma in lexicon().figures:
        return _told_before(tree, noun.i, acts)
    return acts.act("attend") if noun.lemma.lower() in lexicon().attendances else None


def _told_before(tree: Tree, first: int, acts: Acts) -> str | None:
    """Return the act of those whom the last number before a token counts."""
    before = (tree.tokens[i] for i in range(first - 1, max(first - _BACK, -1), -1))
    number = next((token for token in before if token.pos == "NUM" and token.entity not in _NO_COUNT), None)
    if number is None:
        return None
    verb = next((above for above in tree.ancestors(number.i) if above.pos == "VERB"), None)
    return _act(tree, verb, acts) if verb is not None else None


def _act(tree: Tree, verb: Token, acts: Acts) -> str:
    phrases = (f"{verb.lemma} {child.lemma}" for child in tree.children(verb.i, "dobj", "prt"))
    known = (acts.act(phrase) for phrase in (*phrases, verb.lemma))
    return next((act for act in known if act is not None), verb.lemma)
