"""Whether a clause says that its act happened, and whether it tells of an event, a state, a plan or a position."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.facts.acts import disclaims
from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.falsity import weighed
from claimcheck.extract.facts.grammar import cleft, is_not_one, is_passive
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.model import Kind, Polarity

_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr", "pobj", "expl")
_SAID_TO_BE = ("acomp", "oprd")
_BEFORE = ("det", "neg", "advmod", "preconj", "cc")
_OBLIGING = frozenset({"should", "must", "ought", "shall"})
_COMING = frozenset({"will", "would", "'ll", "wo", "going"})
_SELF = frozenset({"i", "we"})
_BOUNDS = frozenset({"more", "less", "fewer", "later", "doubt"})
"""After these "no" bounds a number, or strengthens."""


def polarity_of(clause: Clause) -> Polarity:
    """Return whether the clause asserts its act or says that it did not happen."""
    tree, head = clause.tree, clause.head
    failed = tree.tokens[head].lemma in lexicon().negative_verbs and tree.child(head, "xcomp")
    denied = (_is_negated(tree, head) or _lifted_out(tree, head)) != (disclaims(tree, head) or bool(failed))
    if (said := weighed(tree, head)) is not None:
        denied = denied != (said.false != _is_negated(tree, said.verb.i))
    return Polarity.NEGATIVE if denied else Polarity.POSITIVE


def _lifted_out(tree: Tree, i: int) -> bool:
    """Tell whether it was somebody else who did it: "it was not the army that fired"."""
    above = tree.tokens[tree.tokens[i].head].head
    return tree.tokens[i].dep == "relcl" and cleft(tree, above) == i and _is_negated(tree, above)


def _is_negated(tree: Tree, i: int) -> bool:
    if any(_negates(tree, child.i) for child in tree.children(i, "neg", "advmod", "preconj", "cc", "det")):
        return True
    if any(tree.tokens[once.i - 1].lemma == "not" for once in tree.children(i, "advmod") if once.lemma == "once"):
        return True
    if any(_none_of(tree, child.i) for child in tree.children(i, *_ARGUMENTS)) or _never_so(tree, i):
        return True
    token = tree.tokens[i]
    if token.dep != "conj" or any(True for _ in tree.children(i, "aux", "auxpass", "nsubj", "nsubjpass")):
        return _follows_nor(tree, i)
    return _follows_nor(tree, i) or (token.tag in {"VB", "VBN"} and _is_negated(tree, token.head))


def _never_so(tree: Tree, i: int) -> bool:
    """Tell whether what a clause says it was is negated, or all its occasions: "was not overloaded", "at no time"."""
    if any(_negates(tree, word.i) for said in tree.children(i, *_SAID_TO_BE) for word in tree.children(said.i, "neg")):
        return True
    led = ((prep, noun) for prep in tree.children(i, "prep") for noun in tree.children(prep.i, "pobj"))
    return any(" ".join(tree.tokens[j].lemma for j in (p.i, *tree.subtree(n.i))) in lexicon().never for p, n in led)


def _negates(tree: Tree, i: int) -> bool:
    word = tree.tokens[i].text.lower()
    after = tree.tokens[i + 1].text.lower() if i + 1 < len(tree.tokens) else ""
    if word in lexicon().hardly:
        return after.startswith("any")
    return word in lexicon().negation and after not in {"only", *_BOUNDS}


def _none_of(tree: Tree, i: int) -> bool:
    """Tell whether an argument is empty: "none", "no soldiers", "neither side"."""
    if _negates(tree, i) or is_not_one(tree, i):
        return True
    return any(_negates(tree, child.i) for child in tree.children(i, *_BEFORE) if child.i < i)


def _follows_nor(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.dep == "conj" and any(cc.lemma == "nor" and cc.i < i for cc in tree.children(token.head, "cc"))


def kind_of(clause: Clause) -> Kind:
    """Return what the clause is about."""
    said = weighed(clause.tree, clause.head)
    clause = replace(clause, head=said.verb.i) if said is not None else clause
    tree, verb = clause.tree, clause.verb
    if verb.pos not in {"VERB", "AUX"}:
        return Kind.POSITION if verb.lemma in lexicon().position_nouns else Kind.EVENT
    if _is_position(clause):
        return Kind.POSITION
    if _is_coming(tree, verb.i):
        return Kind.PLAN
    is_state = verb.lemma in lexicon().states and not is_passive(tree, verb.i)
    return Kind.STATE if is_state else Kind.EVENT


def _is_position(clause: Clause) -> bool:
    """Tell whether a clause says what ought to be, what somebody thinks or needs, or what the speaker will not do."""
    tree, verb = clause.tree, clause.verb
    if any(noun.lemma in lexicon().position_nouns for noun in tree.children(verb.i, "dobj")):
        return True
    if _helpers(tree, verb.i) & _COMING:
        return _own_will(clause)
    held = _holds(tree, verb.i) and not is_passive(tree, verb.i)
    return held or bool(_helpers(tree, verb.i) & _OBLIGING)


def _holds(tree: Tree, i: int) -> bool:
    """Tell whether a verb says what somebody thinks or wants: "called for calm", not "called the president"."""
    lemma = tree.tokens[i].lemma
    if lemma in lexicon().positions_with:
        return any(p.lemma in {"for", "on", "upon"} and not _is_dated(tree, p.i) for p in tree.children(i, "prep"))
    return lemma in lexicon().positions


def _is_dated(tree: Tree, preposition: int) -> bool:
    return any(noun.entity in {"DATE", "TIME"} for noun in tree.children(preposition, "pobj"))


def _helpers(tree: Tree, i: int) -> set[str]:
    return {aux.text.lower() for aux in tree.children(i, "aux")}


def _own_will(clause: Clause) -> bool:
    """Tell whether the speaker says what he will not do: that is a position, not a plan."""
    subject = clause.subject(clause.head)
    return subject is not None and clause.tree.tokens[subject].lemma in _SELF and _is_negated(clause.tree, clause.head)


def _is_coming(tree: Tree, i: int) -> bool:
    if _helpers(tree, i) & _COMING:
        return True
    to_do = tree.child(i, "xcomp") is not None
    return to_do and (tree.tokens[i].lemma in lexicon().plans or tree.tokens[i].text.lower() == "going")
