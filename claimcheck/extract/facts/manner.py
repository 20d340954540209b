"""How: weapons and instruments, the way in which it was done."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.ground import Ground, Reading, fact, run
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.phrases import core_span, thing_value
from claimcheck.extract.facts.reasons import starts_with
from claimcheck.model import Aspect, Fact


def manner(clause: Clause, of: str, ground: Ground) -> Iterator[Fact]:
    """Yield how-facts of a clause: weapons, phrases of manner, adverbs that say on purpose or not."""
    tree = clause.tree
    for i in clause.tokens:
        token = tree.tokens[i]
        if token.pos == "NOUN" and token.dep != "compound" and _is_means(token.lemma):
            yield from _given(fact(ground, Aspect.HOW, core_span(tree, i), Reading(thing_value(tree, i), of=of)))
        elif token.lemma in lexicon().manner_adverbs:
            yield from _given(fact(ground, Aspect.HOW, tree.span([i]), Reading(token.lemma, of=of)))
    yield from _phrases(clause, of, ground)


def _is_means(lemma: str) -> bool:
    return lemma in lexicon().weapons or lemma in lexicon().happenings


def _phrases(clause: Clause, of: str, ground: Ground) -> Iterator[Fact]:
    tree, taken = clause.tree, -1
    for position, i in enumerate(clause.tokens):
        phrase = starts_with(clause, position, lexicon().manner)
        if i <= taken or phrase is None:
            continue
        words = tree.subtree(i)
        taken = words[-1]
        last = clause.tokens[position + len(phrase) - 1]
        span = run(tree, {*words, *range(i, last + 1)}, i, clause.tokens)
        yield from _given(fact(ground, Aspect.HOW, span, Reading(None, of=of)))


def _given(found: Fact | None) -> Iterator[Fact]:
    if found is not None:
        yield found
