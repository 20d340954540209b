"""What a source does with the content of a report, where more than the cue decides it."""

from __future__ import annotations

from claimcheck.extract.tree import Tree
from claimcheck.model import Stance

_DENIALS = frozenset({"no", "never", "neither", "nor", "not", "n't", "hardly"})


def stance_in_context(tree: Tree, cue: int | None, stance: Stance) -> Stance:
    """Return the stance of a report: a cue that is negated tells of a refusal ("did not confirm that ...").

    A denial that is negated is a refusal too: who will not deny says nothing.
    """
    if cue is None or stance not in (Stance.AFFIRM, Stance.DENY):
        return stance
    return Stance.REFUSE if is_negated(tree, cue) or _is_refused(tree, cue) else stance


def is_negated(tree: Tree, verb: int) -> bool:
    """Whether a verb is denied by a word of its own: "did not say", "would neither confirm nor deny"."""
    first = tree.tokens[verb]
    if any(t.lemma in _DENIALS for t in tree.children(verb, "neg", "preconj", "advmod", "cc") if t.i < verb):
        return True
    return first.dep == "conj" and first.head != verb and is_negated(tree, first.head) and _shares(tree, verb)


def _shares(tree: Tree, verb: int) -> bool:
    """Whether a coordinated verb has no subject or auxiliary of its own, so that the negation reaches it."""
    return tree.child(verb, "nsubj", "aux") is None and tree.tokens[verb].tag in ("VB", "VBN")


def _is_refused(tree: Tree, verb: int) -> bool:
    """Whether a verb is what a source refuses to do: "declined to confirm that ..."."""
    above = next(tree.ancestors(verb), None)
    return above is not None and tree.tokens[verb].dep == "xcomp" and above.lemma in ("decline", "refuse")
