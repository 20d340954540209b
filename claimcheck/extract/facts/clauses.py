"""Splitting what a claim says into clauses that can be checked one by one.

A clause owns the words of the claim that hang below its head and below no other clause's head. Participles
("killing 22") and infinitives stay with the clause that they belong to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from claimcheck.extract.facts.falsity import is_weighed
from claimcheck.extract.facts.frames import attribution, is_frame
from claimcheck.extract.facts.grammar import (
    SUBJECTS,
    cleft,
    first_conjunct,
    is_finite,
    is_hidden_past,
    subject_of,
    whole_noun,
)
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.model import Span
from claimcheck.ports import Token

_NOT_A_HEAD = frozenset({"aux", "auxpass", "amod", "compound", "case", "prep"})
_NEVER_SAYS = frozenset({"acl", "xcomp", "pcomp", "csubj", "csubjpass", "prep"})
_OPEN_MARKS = frozenset({"if", "unless", "whether", "lest", "than"})
_ANY = frozenset({"every", "each", "any", "no", "whatever", "whichever"})
_CONTENT = frozenset({"NOUN", "PROPN", "NUM", "VERB", "ADJ", "PRON"})


@dataclass(frozen=True)
class Clause:
    """The words of one statement: token indices of `tree`, in text order, all inside the claim."""

    tree: Tree
    head: int
    tokens: tuple[int, ...]
    claimed: frozenset[int]
    """The tokens of the claim in this passage."""

    @cached_property
    def inside(self) -> frozenset[int]:
        return frozenset(self.tokens)

    @property
    def verb(self) -> Token:
        return self.tree.tokens[self.head]

    def subject(self, i: int) -> int | None:
        """Return the token that is the subject of verb `i`."""
        return subject_of(self.tree, i, self.claimed)


def clauses_of(tree: Tree, spans: Sequence[Span]) -> tuple[Clause, ...]:
    """Return the clauses of a claim that lie in one parsed passage, in text order."""
    words = sorted({i for span in spans for i in _within(tree, span)})
    source = attribution(tree, words)
    inside = [i for i in words if i not in source] or words
    owned: dict[int, list[int]] = {}
    owners = _owners(tree, inside)
    for i in inside:
        owned.setdefault(owners[i], []).append(i)
    heads = {head for head in owned if asserts(tree, head)}
    said = {head: words for head, words in owned.items() if not is_frame(tree, head, words, heads - {head})}
    whole, told = frozenset(inside), _without_clefts(tree, said or owned)
    return tuple(_joined([_clause(tree, head, words, whole) for head, words in sorted(told.items())]))


def _without_clefts(tree: Tree, owned: Mapping[int, Sequence[int]]) -> dict[int, Sequence[int]]:
    """Return clauses by their heads, "it was rebels" with "who opened fire", of which it only lifts out the subject."""
    told = dict(owned)
    for head in owned:
        verb = cleft(tree, head)
        if verb in told:
            told[verb] = sorted((*told.pop(head), *told[verb]))
    return told


def _within(tree: Tree, span: Span) -> range:
    """Return the tokens that begin inside an article span."""
    return range(*(bisect_left(tree.tokens, at, key=lambda token: token.start) for at in span))


def _clause(tree: Tree, head: int, words: Sequence[int], claimed: frozenset[int]) -> Clause:
    return Clause(tree, _content(tree, head, words), tuple(words), claimed)


def _content(tree: Tree, head: int, words: Sequence[int]) -> int:
    """Return the head of a clause, or the first word with content below a preposition that heads a fragment."""
    if tree.tokens[head].pos in _CONTENT or tree.tokens[head].pos == "AUX":
        return head
    inside = set(words)
    return next((j for j in words if tree.tokens[j].pos in _CONTENT and tree.tokens[j].head in inside), head)


def _owners(tree: Tree, inside: Sequence[int]) -> dict[int, int]:
    """Return for each token the head of its clause: the nearest above it, or the topmost token of its fragment."""
    known, moved = set(inside), _moved(tree, inside)
    owners: dict[int, int] = {}
    for start in inside:
        i, path = start, dict.fromkeys([start])
        while i not in owners:
            above = moved.get(i, tree.tokens[i].head)
            if above in path or above not in known or asserts(tree, i):
                owners[i] = i
                break
            i = above
            path[i] = None
        for j in path:
            owners[j] = owners[i]
    return owners


def _moved(tree: Tree, inside: Sequence[int]) -> dict[int, int]:
    """Return the tokens that hang elsewhere than the parse has them, where lost commas misled it."""
    known = set(inside)
    moved = {whole_noun(tree, tree.tokens[i].head, known): i for i in inside if is_hidden_past(tree, i)}
    for i in inside:
        token = tree.tokens[i]
        if _lacks_source(tree, token):
            moved[i - 1] = i
        if token.tag == "VBG" and token.lemma in lexicon().blows and token.dep in {"acl", "advcl"}:
            blow = _blow_above(tree, i)
            if blow is not None:
                moved[i] = blow
    return moved


def _lacks_source(tree: Tree, token: Token) -> bool:
    """Tell whether the parse gave away the subject of a verb of saying: "six were killed | a monitor | said"."""
    if token.i == 0 or token.lemma not in lexicon().frames or tree.child(token.i, "ccomp") is None:
        return False
    before = tree.tokens[token.i - 1]
    return before.dep in {"dobj", "pobj", "appos"} and before.pos == "NOUN" and not tree.child(token.i, *SUBJECTS)


def _blow_above(tree: Tree, i: int) -> int | None:
    """Return the blow that did the harm in "struck a wedding as they were exchanging vows, killing 32"."""
    for above in tree.ancestors(i):
        if above.pos == "NOUN" and above.lemma in lexicon().happenings:
            return None
        if above.pos == "VERB" and above.lemma in lexicon().blows:
            return above.i
    return None


def asserts(tree: Tree, i: int) -> bool:
    """Tell whether token `i` heads a clause that says that something is so."""
    if tree.tokens[i].pos not in {"VERB", "AUX"} or tree.tokens[i].dep in _NOT_A_HEAD:
        return False
    token = tree.tokens[first_conjunct(tree, i)]
    if token.pos not in {"VERB", "AUX"} or token.dep in _NOT_A_HEAD:
        return False
    if token.dep == "ROOT" or is_hidden_past(tree, token.i) or _reports_on(tree, token):
        return True
    return token.dep not in _NEVER_SAYS and is_finite(tree, token.i) and _is_stated(tree, token)


def _is_stated(tree: Tree, token: Token) -> bool:
    """Tell whether a finite clause below another is stated: no condition, no question, no object of belief."""
    if is_weighed(tree, token.i):
        return False  # "the claims that they crossed are false"
    if token.dep == "relcl":
        return _tells(tree, token.i)
    if token.dep == "ccomp" and not _is_told(tree, token.i):
        return False
    if token.dep == "advcl" and tree.child(token.i, *SUBJECTS, "expl") is None:
        return False
    return not any(mark.lemma in _OPEN_MARKS for mark in tree.children(token.i, "mark", "prep"))


def _is_told(tree: Tree, i: int) -> bool:
    """Tell whether what a clause below a verb says is asserted: in reported speech, not in "they believe that"."""
    above = tree.tokens[i].head
    subject = tree.child(above, *SUBJECTS)
    others = subject is not None and subject.lemma == "they"
    return tree.tokens[above].lemma in lexicon().frames and not others


def _reports_on(tree: Tree, token: Token) -> bool:
    """Tell whether a participle goes on with a report: "said, blaming the army", "put it at 85, adding that"."""
    goes_on = token.tag == "VBG" and token.dep in {"xcomp", "advcl"}
    return (
        goes_on and token.lemma in lexicon().frames | lexicon().accusing and tree.child(token.i, "aux", "mark") is None
    )


def _tells(tree: Tree, i: int) -> bool:
    """Tell whether a relative clause says more than what its noun is: it has an act and something beside it."""
    if tree.tokens[i].lemma in lexicon().states or _of_any(tree, tree.tokens[i].head):
        return False
    grammatical = {*SUBJECTS, "aux", "auxpass", "punct", "advmod", "mark"}
    return any(child.dep not in grammatical for child in tree.children(i))


def _of_any(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is for any that there may be: "not every attack that happens there"."""
    return any(determiner.lemma in _ANY for determiner in tree.children(noun, "det"))


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
            pending = replace(clause, head=head, tokens=tuple(sorted({*pending.tokens, *clause.tokens})))
    if pending is not None:
        yield pending


def _one_statement(a: Clause, b: Clause) -> bool:
    same_sentence = a.verb.sentence == b.verb.sentence
    return same_sentence and not (_is_whole(a) and _is_whole(b))


def _is_whole(clause: Clause) -> bool:
    said = any(clause.tree.tokens[i].pos in _CONTENT for i in clause.tokens)
    return said and asserts(clause.tree, clause.head)
