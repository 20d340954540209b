"""What the rules ask of a parse: the subject of a verb, the words of a mention, the words of a clause."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.extract.tree import Tree
from claimcheck.model import Span
from claimcheck.ports import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_SHARED = ("conj", "xcomp", "advcl", "ccomp", "dep")
_NO_MENTION = ("relcl", "appos", "advcl", "acl", "punct", "cc", "conj", "parataxis", "ccomp", "preconj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})


def subject(tree: Tree, verb: int) -> int | None:
    """Return the token that does `verb`: its own subject, the noun that it modifies, or that of the verb above it."""
    seen = 0
    while seen < 8:
        own = tree.child(verb, "nsubj", "nsubjpass")
        token = tree.tokens[verb]
        if own is not None:
            return _antecedent(tree, verb) if own.lemma in _RELATIVES and token.dep == "relcl" else own.i
        if token.dep in ("acl", "relcl"):
            return token.head
        if token.dep not in _SHARED or token.head == verb:
            return None
        verb, seen = token.head, seen + 1
    return None


def _antecedent(tree: Tree, verb: int) -> int:
    return tree.tokens[verb].head


def agent(tree: Tree, verb: int) -> int | None:
    """Return who does a passive verb: "was denied by X"."""
    by = tree.child(verb, "agent")
    found = by and tree.child(by.i, "pobj")
    return found.i if found else None


def is_passive(tree: Tree, verb: int) -> bool:
    return tree.child(verb, "auxpass", "nsubjpass") is not None


def mention(tree: Tree, head: int) -> list[int]:
    """Return the tokens of the noun phrase of `head` without clauses, appositions and what stands after a comma."""
    found = [head]
    for child in tree.children(head):
        if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON"):
            found.extend(range(head + 1, max(mention(tree, child.i)) + 1))
        elif child.dep not in _NO_MENTION and not _after_comma(tree, head, child.i):
            found.extend(without_clauses(tree, child.i))
    return sorted(set(range(min(found), max(found) + 1)))


def without_clauses(tree: Tree, head: int) -> list[int]:
    """Return `head` and what is below it, but for relative clauses, appositions and the like."""
    found = [head]
    for child in tree.children(head):
        if child.dep not in ("relcl", "advcl", "acl", "parataxis", "ccomp", "punct") or child.tag in ("HYPH", "POS"):
            found.extend(without_clauses(tree, child.i))
    return found


def _after_comma(tree: Tree, head: int, i: int) -> bool:
    return i > head and any(tree.tokens[j].text == "," for j in range(head, i))


def clause(tree: Tree, head: int, but: Iterable[int] = ()) -> list[int]:
    """Return the tokens of a clause without its leading "that" and without the subtrees of `but`."""
    dropped = {j for i in but for j in tree.subtree(i)}
    dropped |= {t.i for t in tree.children(head, "mark") if t.lemma == "that"}
    return [i for i in tree.subtree(head) if i not in dropped]


def is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb or its auxiliary bears tense."""
    return any(
        t.tag in ("VBD", "VBZ", "VBP", "MD") for t in (tree.tokens[verb], *tree.children(verb, "aux", "auxpass"))
    )


def negation(tree: Tree, verb: int) -> Token | None:
    return tree.child(verb, "neg")


def runs(tree: Tree, indices: Iterable[int]) -> list[Span]:
    """Return the spans of the runs of adjoining tokens."""
    spans: list[list[int]] = []
    last = None
    for i in sorted(indices):
        if last is None or i != last + 1:
            spans.append([i, i])
        spans[-1][1] = last = i
    return [Span(tree.tokens[first].start, tree.tokens[end].end) for first, end in spans]
