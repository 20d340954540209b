"""What says how many came to harm, and no more: "put the death toll at 494", "the number of wounded"."""

from __future__ import annotations

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree

_NUMBERS = frozenset({"number", "count", "figure", "total", "tally"})


def toll(clause: Clause, i: int) -> str | None:
    """Return the harm of which a verb says how high the toll is: "put the death toll at 494", not "gave the toll"."""
    if not any(clause.tree.tokens[j].pos == "NUM" for j in clause.tokens):
        return None
    subject = clause.subject(i)
    told = [*clause.tree.children(i, "dobj"), *([clause.tree.tokens[subject]] if subject is not None else [])]
    if any(noun.lemma == "toll" for noun in told):
        return "kill"
    return next((fate for noun in told if (fate := of_victims(clause.tree, noun.i)) is not None), None)


def of_victims(tree: Tree, i: int) -> str | None:
    """Return what befell those of whom a noun gives the number: "the number of dead", "the count of people killed"."""
    if tree.tokens[i].lemma not in _NUMBERS:
        return None
    of = (noun for p in tree.children(i, "prep") if p.lemma == "of" for noun in tree.children(p.i, "pobj", "pcomp"))
    said = (word for noun in of for word in (noun, *tree.children(noun.i, "acl", "amod", "compound", "relcl")))
    table = lexicon()
    fates = (
        table.casualties.get(word.text.lower())
        or table.casualties.get(word.lemma)
        or table.verbs_of_harm.get(word.lemma)
        for word in said
    )
    return next((fate for fate in fates if fate is not None), None)


def loses(tree: Tree, i: int) -> bool:
    """Tell whether a verb says that somebody's people were killed: "the brigade lost two men"."""
    lost = tree.children(i, "dobj") if tree.tokens[i].lemma == "lose" else ()
    return any(noun.lemma in lexicon().losing and tree.child(noun.i, "nummod", "det") is not None for noun in lost)
