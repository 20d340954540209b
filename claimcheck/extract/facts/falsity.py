"""What is said of a report: "the claims that units crossed are false", "it is not true that it sank"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract.cues import default_cues
from claimcheck.extract.tree import Tree
from claimcheck.ports import Token

_TRUE = frozenset({"true", "correct", "accurate"})
_CLAUSES = ("acl", "relcl", "ccomp")
_SUBJECTS = ("nsubj", "nsubjpass")
_ABOVE = 3
"""Words from the verb of a report up to the verb that says whether it is so."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The verb of a clause that is said to be so, or `false`; the negation of what says so is not counted in."""

    verb: Token
    false: bool


def weighed(tree: Tree, i: int) -> Weighed | None:
    """Return the clause of which the verb at token `i` says that it is true or false; none where it does not."""
    if tree.tokens[i].lemma != "be":
        return None
    said = list(tree.children(i, "acomp", "attr"))
    false = any(_is_false(word) for word in said)
    if not false and not any(word.lemma in _TRUE for word in said):
        return None
    verb = next(_clauses(tree, i, said), None)
    return Weighed(verb, false) if verb is not None else None


def is_weighed(tree: Tree, i: int) -> bool:
    """Tell whether a clause is not asserted, but said to be true or false by the verb above it."""
    above = list(tree.ancestors(i))[:_ABOVE]
    found = (weighed(tree, token.i) for token in above)
    return any(clause is not None and clause.verb.i == i for clause in found)


def _is_false(word: Token) -> bool:
    false = default_cues().falsehoods
    return word.lemma in false or word.text.casefold() in false


def _clauses(tree: Tree, i: int, said: list[Token]) -> Iterator[Token]:
    """Yield the verbs of the clauses of a noun for a report ("claims that ..."), or of "it is false that ..."."""
    known = default_cues()
    for subject in tree.children(i, *_SUBJECTS):
        if subject.lemma == "it":
            heads = [i, *(word.i for word in said)]
        elif subject.lemma in known.nouns or subject.lemma in known.matters:
            heads = [subject.i]
        else:
            continue
        verbs = (verb for head in heads for verb in tree.children(head, *_CLAUSES))
        yield from (verb for verb in verbs if verb.pos in {"VERB", "AUX"} and _opens_with_that(tree, verb))


def _opens_with_that(tree: Tree, verb: Token) -> bool:
    return any(mark.lemma == "that" for mark in tree.children(verb.i, "mark"))
