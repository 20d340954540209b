"""What the verbs and nouns of a clause say happened: the canonical act of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract.facts.clauses import Clause, is_passive
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import Acts
from claimcheck.model import Span

LIGHT = frozenset(
    {
        "carry",
        "launch",
        "conduct",
        "make",
        "take",
        "have",
        "commit",
        "perform",
        "do",
        "stage",
        "mount",
        "suffer",
        "give",
        "wage",
        "hold",
    }
)
_BLAME = frozenset({"accuse", "blame", "suspect"})


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a clause: its verb (or adjective), the canonical name, and whether its subject is the one affected."""

    i: int
    name: str
    passive: bool
    words: Span


def acts_of(clause: Clause, acts: Acts) -> tuple[Act, ...]:
    """Return the acts of a clause: that of its head first, then those of its participles and infinitives."""
    tree = clause.tree
    others = [i for i in clause.tokens if i != clause.head and _is_act(tree, i)]
    return tuple(_act(tree, i, acts) for i in (clause.head, *others))


def _is_act(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.pos == "VERB" and token.dep not in {"aux", "auxpass", "amod", "compound", "case", "prep"}


def _act(tree: Tree, i: int, acts: Acts) -> Act:
    words, name = _name(tree, i, acts)
    dying = tree.tokens[i].lemma in lexicon().patients
    return Act(i, name, is_passive(tree, i) or dying, tree.span(words))


def _name(tree: Tree, i: int, acts: Acts) -> tuple[list[int], str]:
    """Return the words of an act and its canonical name; a light verb gives way to its object."""
    token = tree.tokens[i]
    for extra in _partners(tree, i):
        known = acts.act(" ".join([token.lemma, *(tree.tokens[j].lemma for j in extra)]))
        if known is not None:
            return sorted([i, *extra]), known
    done = _done(tree, i)
    if done is not None:
        return sorted([i, done]), acts.act(tree.tokens[done].lemma) or tree.tokens[done].lemma
    return [i], acts.act(token.lemma) or token.lemma


def _partners(tree: Tree, i: int) -> Iterator[list[int]]:
    """Yield the words that make one expression with a verb: its object, its particle, the adjective of its object."""
    for child in tree.children(i, "dobj", "prt", "oprd", "acomp", "ccomp"):
        if child.pos != "VERB":
            yield [child.i]


def _done(tree: Tree, i: int) -> int | None:
    """Return the noun that says what is done, where verb `i` says only that it is ("carried out an attack")."""
    if tree.tokens[i].lemma not in LIGHT:
        return None
    for child in tree.children(i, "dobj", "nsubjpass"):
        if child.lemma in lexicon().happenings:
            return child.i
    return None


def accused(tree: Tree, i: int) -> bool:
    """Tell whether verb `i` lays an act at somebody's door."""
    return tree.tokens[i].lemma in _BLAME
