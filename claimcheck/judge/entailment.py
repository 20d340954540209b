"""The judge that asks an entailment model, in both directions, about sentences that can be read alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.model import COMPARED_STANCES, Opinion, Pair, Proposition, Relation, Side
from claimcheck.ports import Entailer, Scores

NAME = "entailment"

MOST = 12
"""Sentences of two claims that are asked about, both directions counted once; the rest are not read."""


class Question(NamedTuple):
    """Two sentences of a pair. `denials`: how many of the two are denied by their sources."""

    pair: int
    a: str
    b: str
    denials: int


def entailment_judge(entail: Entailer, pairs: Sequence[Pair]) -> Sequence[Opinion]:
    """Return what an entailment model says of each pair: the most telling of its sentences decides."""
    questions = [question for i, pair in enumerate(pairs) for question in _questions(i, pair)]
    scores = entail([order for q in questions for order in ((q.a, q.b), (q.b, q.a))])
    answers: list[list[tuple[Scores, Scores, Question]]] = [[] for _ in pairs]
    for i, question in enumerate(questions):
        forth, back = scores[2 * i : 2 * i + 2]
        answers[question.pair].append((both_ways(forth, back), forth, question))
    return [_opinion(answered) for answered in answers]


def both_ways(forth: Scores, back: Scores) -> Scores:
    """Return one reading of two directions: one entailing the other is enough, a contradiction is mutual."""
    entailment = max(forth.entailment, back.entailment)
    contradiction = (forth.contradiction + back.contradiction) / 2
    total = max(entailment + contradiction, 1.0)
    entailment, contradiction = round(entailment / total, 6), round(contradiction / total, 6)
    return Scores(entailment, round(1.0 - entailment - contradiction, 6), contradiction)


def relation_of(scores: Scores, denials: int) -> tuple[Relation, float]:
    """Return the relation that scores come to, given how many of the two sentences are denied."""
    if denials == 1:  # who denies what the other says is in conflict with it; who denies its contrary may say the same
        scores = Scores(0.0, 1.0 - scores.entailment, scores.entailment)
    elif denials == 2:  # two denials: the same denied is agreement, different things denied exclude nothing
        scores = Scores(scores.entailment, 1.0 - scores.entailment, 0.0)
    named = (
        (Relation.CONFLICT, scores.contradiction),
        (Relation.AGREE, scores.entailment),
        (Relation.COMPATIBLE, scores.neutral),
    )
    return max(named, key=lambda item: item[1])


def _questions(index: int, pair: Pair) -> Iterator[Question]:
    if not {pair.a.claim.stance, pair.b.claim.stance} <= COMPARED_STANCES:
        return
    both = [(p, q) for p in pair.a.propositions for q in pair.b.propositions]
    related = [(p, q) for p, q in both if _related(p, q)] or both
    for p, q in related[:MOST]:
        yield Question(index, p.standalone, q.standalone, _denied(pair.a) + _denied(pair.b))


def _denied(side: Side) -> int:
    """Return 1 for a source that denies: the negation inside a sentence is the model's to read."""
    return int(side.claim.stance == "deny")


def _related(p: Proposition, q: Proposition) -> bool:
    return not _acts(p).isdisjoint(_acts(q))


def _acts(proposition: Proposition) -> frozenset[str]:
    return frozenset(fact.of for fact in proposition.facts if fact.of)


def _opinion(answered: Sequence[tuple[Scores, Scores, Question]]) -> Opinion:
    found = [(*relation_of(scores, question.denials), forth) for scores, forth, question in answered]
    for relation in (Relation.CONFLICT, Relation.AGREE, Relation.COMPATIBLE):
        sure = [(confidence, forth) for r, confidence, forth in found if r == relation]
        if sure:
            confidence, forth = max(sure)
            return Opinion(
                NAME,
                relation,
                confidence,
                _REASONS[relation],
                scores=(forth.entailment, forth.neutral, forth.contradiction),
            )
    return Opinion(NAME, Relation.UNDECIDED, 0.0, "no sentences to compare")


_REASONS = {
    Relation.CONFLICT: "the sentences contradict each other",
    Relation.AGREE: "one sentence follows from the other",
    Relation.COMPATIBLE: "neither sentence follows from the other",
}
