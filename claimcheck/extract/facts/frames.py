"""Words of a claim that only say who says it: "a monitor said", "according to the police"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimcheck.extract.facts.grammar import SUBJECTS
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree

_NO_SOURCE = frozenset({"i", "we", "they"})
_CONTENT = ("dobj", "attr", "oprd", "xcomp", "acomp")


def is_frame(tree: Tree, verb: int, words: Sequence[int], others: Collection[int]) -> bool:
    """Tell whether a clause only says who says the `others` (their heads); "I told him that ..." says more."""
    token = tree.tokens[verb]
    if token.lemma not in lexicon().frames or token.pos != "VERB" or token.dep == "relcl":
        return False
    subject = tree.child(verb, *SUBJECTS)
    if subject is not None and subject.lemma in _NO_SOURCE:
        return False
    if any(child.i in others for child in tree.children(verb, "ccomp", "parataxis", "xcomp")):
        return True
    return _has_company(tree, verb, others) and not _says_something(tree, verb, words)


def _has_company(tree: Tree, verb: int, others: Collection[int]) -> bool:
    """Tell whether the sentence of a verb of saying has another clause, which is what is said."""
    first, last = tree.sentence(verb)
    return any(i in others for i in range(first, last) if i != verb)


def _says_something(tree: Tree, verb: int, words: Sequence[int]) -> bool:
    """Tell whether a verb of saying has content of its own: a number, or an object that is nobody spoken to."""
    inside = set(words)
    if any(tree.tokens[i].pos == "NUM" and tree.tokens[i].entity not in {"DATE", "TIME"} for i in words):
        return True
    content = [child for child in tree.children(verb, *_CONTENT) if child.i in inside]
    return tree.tokens[verb].lemma != "tell" and any(not child.entity for child in content)


def attribution(tree: Tree, words: Sequence[int]) -> set[int]:
    """Return the tokens of "according to somebody" among `words`."""
    found: set[int] = set()
    for i in words:
        if tree.tokens[i].text.lower() == "according" and any(c.lemma == "to" for c in tree.children(i)):
            found.update(tree.subtree(i))
    return found
