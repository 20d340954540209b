"""Splitting what a claim says into clauses that can be checked one by one.

A clause owns the words of the claim that hang below its head and below no other clause's head. Participles
("killing 22") and infinitives stay with the clause that they belong to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.model import Span
from claimcheck.ports import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_OPEN_MARKS = frozenset({"if", "unless", "whether", "lest"})
_RELATIVES = frozenset({"that", "which", "who", "whom", "when", "where"})
_CONTENT = frozenset({"NOUN", "PROPN", "NUM", "VERB", "ADJ", "PRON"})
_SELF = frozenset({"i", "we"})


@dataclass(frozen=True)
class Clause:
    """The words of one statement: token indices of `tree`, in text order, all inside the claim."""

    tree: Tree
    head: int
    tokens: tuple[int, ...]

    @property
    def verb(self) -> Token:
        return self.tree.tokens[self.head]


def clauses_of(tree: Tree, spans: Sequence[Span]) -> tuple[Clause, ...]:
    """Return the clauses of a claim that lie in one parsed passage, in text order."""
    inside = sorted({i for span in spans for i in tree.within(span)})
    owned: dict[int, list[int]] = {}
    owners = _owners(tree, inside)
    for i in inside:
        owned.setdefault(owners[i], []).append(i)
    found = [Clause(tree, head, tuple(words)) for head, words in sorted(owned.items())]
    kept = [_without_source(clause) for clause in found if not is_frame(clause, found)]
    return tuple(sorted(_joined(kept), key=lambda clause: clause.tokens[0]))


def _owners(tree: Tree, inside: Sequence[int]) -> dict[int, int]:
    """Return for each token the head of its clause: the nearest above it, or the topmost token of its fragment."""
    known = set(inside)
    owners: dict[int, int] = {}
    for i in inside:
        path = []
        while i not in owners:
            path.append(i)
            above = tree.tokens[i].head
            if asserts(tree, i) or above == i or above not in known:
                owners[i] = i
                break
            i = above
        for j in path:
            owners[j] = owners[i]
    return owners


def asserts(tree: Tree, i: int) -> bool:
    """Tell whether token `i` heads a clause that says that something is so."""
    token = tree.tokens[i]
    if token.pos not in {"VERB", "AUX"} or token.dep in {"aux", "auxpass", "amod", "compound"}:
        return False
    if token.dep == "conj":
        return tree.tokens[token.head].pos in {"VERB", "AUX"} and asserts(tree, token.head)
    if token.dep == "ROOT":
        return True
    if token.dep in {"xcomp", "acl", "pcomp", "csubj", "csubjpass"} or not is_finite(tree, i):
        return False
    if token.dep == "relcl":
        return _tells(tree, i)
    return not any(mark.lemma in _OPEN_MARKS for mark in tree.children(i, "mark"))


def is_finite(tree: Tree, i: int) -> bool:
    """Tell whether a verb is inflected, by itself, by an auxiliary or as a headline's participle with a subject."""
    token = tree.tokens[i]
    auxiliaries = list(tree.children(i, "aux", "auxpass"))
    if any(aux.tag in {"MD", "VBD", "VBZ", "VBP"} for aux in auxiliaries):
        return True
    if any(aux.tag == "TO" for aux in auxiliaries):
        return False
    return token.tag in {"VBD", "VBZ", "VBP"} or (token.tag == "VBN" and tree.child(i, *SUBJECTS) is not None)


def _tells(tree: Tree, i: int) -> bool:
    """Tell whether a relative clause says more than what its noun is: it has an act and something beside it."""
    if tree.tokens[i].lemma in lexicon().states:
        return False
    return any(child.dep not in {*SUBJECTS, "aux", "auxpass", "punct", "advmod", "mark"} for child in tree.children(i))


def is_frame(clause: Clause, among: Sequence[Clause]) -> bool:
    """Tell whether a clause only says who says the others ("a monitor said")."""
    tree, verb = clause.tree, clause.verb
    if verb.lemma not in lexicon().frames or verb.pos != "VERB" or verb.dep == "relcl":
        return False
    subject = tree.child(verb.i, *SUBJECTS)
    if subject is not None and subject.lemma in _SELF:
        return False
    others = {other.head for other in among if other is not clause}
    if any(child.i in others for child in tree.children(verb.i, "ccomp", "parataxis")):
        return True
    objects = [
        child for child in tree.children(verb.i, "dobj", "attr", "oprd", "prep", "xcomp") if child.i in clause.tokens
    ]
    named = all(child.entity or child.dep == "prep" for child in objects)
    return verb.head in others and named and not any(tree.tokens[i].pos == "NUM" for i in clause.tokens)


def _without_source(clause: Clause) -> Clause:
    """Leave out "according to somebody": who says it is no part of what is said."""
    tree = clause.tree
    dropped: set[int] = set()
    for i in clause.tokens:
        if tree.tokens[i].text.lower() == "according" and any(c.lemma == "to" for c in tree.children(i)):
            dropped.update(tree.subtree(i))
    kept = tuple(i for i in clause.tokens if i not in dropped)
    return replace(clause, tokens=kept) if kept else clause


def _joined(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Put fragments that head no clause with the clause of their sentence, or with each other."""
    pending: Clause | None = None
    for clause in sorted(clauses, key=lambda clause: clause.tokens[0]):
        if pending is None or not _one_statement(pending, clause):
            if pending is not None:
                yield pending
            pending = clause
        else:
            head = clause.head if _is_whole(clause) and not _is_whole(pending) else pending.head
            pending = Clause(clause.tree, head, tuple(sorted({*pending.tokens, *clause.tokens})))
    if pending is not None:
        yield pending


def _one_statement(a: Clause, b: Clause) -> bool:
    same_sentence = a.verb.sentence == b.verb.sentence
    return same_sentence and not (_is_whole(a) and _is_whole(b))


def _is_whole(clause: Clause) -> bool:
    said = any(clause.tree.tokens[i].pos in _CONTENT for i in clause.tokens)
    return said and asserts(clause.tree, clause.head)


def subject_of(tree: Tree, i: int) -> int | None:
    """Return the token that is the subject of verb `i`: its own, or the one that it shares or modifies."""
    for _ in range(len(tree.tokens)):
        own = tree.child(i, "nsubj", "nsubjpass", "csubj", "csubjpass")
        if own is not None:
            return antecedent(tree, own.i)
        token = tree.tokens[i]
        if token.dep in {"relcl", "acl"}:
            return token.head
        if token.dep == "pcomp" and tree.tokens[tree.tokens[token.head].head].lemma in {"accuse", "suspect", "blame"}:
            accused = tree.child(tree.tokens[token.head].head, "dobj")
            return accused.i if accused else None
        if token.dep not in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp"} or token.head == i:
            return None
        i = token.head
    return None


def antecedent(tree: Tree, i: int) -> int:
    """Return the noun that a relative pronoun stands for, else the token itself."""
    token = tree.tokens[i]
    if token.tag not in {"WDT", "WP", "WP$"} and not (token.lemma == "that" and token.pos in {"PRON", "SCONJ"}):
        return i
    for above in tree.ancestors(i):
        if above.dep == "relcl":
            return above.head
    return i


def is_passive(tree: Tree, i: int) -> bool:
    """Tell whether a verb is passive; a coordinated or bare participle may leave out its auxiliary."""
    if any(True for _ in tree.children(i, "auxpass", "nsubjpass", "agent")):
        return True
    token = tree.tokens[i]
    if token.tag not in {"VBN", "VBD"} or any(True for _ in tree.children(i, "dobj", "aux")):
        return False
    if token.dep == "acl":
        return token.tag == "VBN"
    if token.dep == "conj" and tree.tokens[token.head].pos == "VERB":
        return is_passive(tree, token.head)
    return False
