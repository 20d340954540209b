"""What struck a place or a thing: an explosion that hit a plant is no attack on it, and the worst hit had it worst."""

from __future__ import annotations

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.doers import by_phrase
from claimcheck.extract.facts.grammar import is_passive, objects
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import Acts

AFFECT = "affect"
_STRIKING = frozenset({"hit", "strike", "rock", "shake", "jolt"})
_WORST = frozenset({"worst", "bad", "badly", "hard", "hardest", "severely", "heavily"})


def struck_by(clause: Clause, i: int, acts: Acts) -> int | None:
    """Return what befell a place or thing: an explosion that hit a plant is no attack on it."""
    tree = clause.tree
    if tree.tokens[i].lemma not in _STRIKING:
        return None
    subject = clause.subject(i)
    by = [*by_phrase(tree, i)] if is_passive(tree, i) else [] if subject is None else [subject]
    by += [noun.i for j in by for noun in objects(tree, j, "of")]  # "a series of aftershocks"
    names = ((j, acts.act(tree.tokens[j].lemma)) for j in by)
    return next((j for j, name in names if name and not acts.implies(name, "attack") and name != "attack"), None)


def suffered(tree: Tree, i: int) -> bool:
    """Tell whether a place is only said to have had it worst: "the worst hit villages", "was badly hit"."""
    if tree.tokens[i].lemma not in _STRIKING or not is_passive(tree, i) or any(True for _ in by_phrase(tree, i)):
        return False
    return any(word.lemma in _WORST for word in tree.children(i, "advmod"))
