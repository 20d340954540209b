"""What definite references go back to: "the suspects", who were "three suspects, apparently armed"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.extract.facts.ground import Ground
from claimcheck.extract.facts.phrases import core_span, whole_span
from claimcheck.extract.intervals import Intervals
from claimcheck.extract.tree import Tree
from claimcheck.model import Claim, Fact, Span, Voice

_REFERRING = frozenset({"a", "an", "another", "some", "the", "these", "those"})


def with_antecedents(facts: Iterable[Fact], tree: Tree, ground: Ground) -> tuple[Fact, ...]:
    """Return the facts of a clause; where a fact's words are a definite reference, with what it goes back to."""
    return tuple(replace(fact, antecedent=_antecedent(fact, tree, ground)) for fact in facts)


def own_antecedents(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of one article; what is only in another source's words is not what a reference goes back to."""
    pieces = [(claim, piece) for claim in claims for piece in claim.spans]
    around = Intervals(piece for _, piece in pieces)

    def own(fact: Fact, claim: Claim) -> Fact:
        there = around.overlapping(fact.antecedent) if fact.antecedent else []
        return _with_own(fact, claim, [pieces[n] for n in there])

    return tuple(
        replace(
            claim,
            propositions=tuple(replace(p, facts=tuple(own(f, claim) for f in p.facts)) for p in claim.propositions),
        )
        for claim in claims
    )


def _antecedent(fact: Fact, tree: Tree, ground: Ground) -> Span | None:
    """Return the phrase that a reference goes back to, where it says more than the reference."""
    inside = tree.within(fact.span)
    head = next((i for i in inside if tree.tokens[i].pos in {"NOUN", "NUM"} and core_span(tree, i) == fact.span), None)
    known = None if head is None else ground.refer(tree, head)
    if known is None or known.tree is None or known.head is None:
        return None
    span = whole_span(known.tree, known.head)
    more = _said(known.tree, span) - _said(tree, fact.span)
    return span if more else None


def _said(tree: Tree, span: Span) -> set[str]:
    words = {tree.tokens[i].lemma.lower() for i in tree.within(span) if tree.tokens[i].pos != "PUNCT"}
    return words - _REFERRING


def _with_own(fact: Fact, claim: Claim, told: Sequence[tuple[Claim, Span]]) -> Fact:
    """Return a fact without an antecedent that is not, as a whole, words of the same source or of the outlet.

    `told` are the pieces of claims that the antecedent stands in, each with its claim.
    """
    span = fact.antecedent
    if span is None:
        return fact
    own = all(c.source.id == claim.source.id or c.voice is Voice.NARRATION for c, _ in told)
    whole = any(piece.contains(span) for _, piece in told)
    return fact if own and whole else replace(fact, antecedent=None)
