"""The judge that asks an entailment model, in both directions, about what two sides say as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import COMPARED_STANCES, Opinion, Pair, Relation, Side
from claimcheck.ports import Entailer, Scores

NAME = "entailment"

REASONS = {
    Relation.CONFLICT: "the sentences contradict each other",
    Relation.AGREE: "one sentence follows from the other",
    Relation.COMPATIBLE: "neither sentence follows from the other",
}


def entailment_judge(entail: Entailer, pairs: Sequence[Pair]) -> Sequence[Opinion]:
    """Return what an entailment model says of each pair, each side read as a whole.

    Asked about each two clauses instead, one of which decides, the model has more to be wrong about.
    """
    wholes = [(_whole(pair.a), _whole(pair.b)) for pair in pairs if _compared(pair)]
    scores = iter(entail([order for a, b in wholes for order in ((a, b), (b, a))]))
    return [_opinion(pair, next(scores), next(scores)) if _compared(pair) else _nothing() for pair in pairs]


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


def _denied(side: Side) -> int:
    """Return 1 for a source that denies: the negation inside a sentence is the model's to read."""
    return int(side.claim.stance == "deny")


def _compared(pair: Pair) -> bool:
    return {pair.a.claim.stance, pair.b.claim.stance} <= COMPARED_STANCES


def _whole(side: Side) -> str:
    """Return all that a side says, to be read alone: its one proposition, or the words of its claim."""
    return side.propositions[0].standalone if len(side.propositions) == 1 else side.claim.text


def _opinion(pair: Pair, forth: Scores, back: Scores) -> Opinion:
    relation, confidence = relation_of(both_ways(forth, back), _denied(pair.a) + _denied(pair.b))
    return Opinion(
        NAME, relation, confidence, REASONS[relation], scores=(forth.entailment, forth.neutral, forth.contradiction)
    )


def _nothing() -> Opinion:
    return Opinion(NAME, Relation.UNDECIDED, 0.0, "a refusal or an attitude is not compared")
