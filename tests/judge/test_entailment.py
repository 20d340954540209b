"""The judge that asks an entailment model, with a model that goes by words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from accounts import act, claim, pair

from claimcheck.judge.entailment import both_ways, entailment_judge, relation_of
from claimcheck.model import Opinion
from claimcheck.ports import Scores

OPPOSITES = [("open", "closed"), ("alive", "dead"), ("won", "lost")]


def by_words(pairs: Sequence[tuple[str, str]]) -> list[Scores]:
    """A model that knows three opposites, and that a sentence follows from one that holds all its words."""
    return [_score(set(premise.lower().split()), set(hypothesis.lower().split())) for premise, hypothesis in pairs]


def _score(premise: set[str], hypothesis: set[str]) -> Scores:
    for a, b in OPPOSITES:
        if {a, b} <= premise | hypothesis and not {a, b} <= premise and not {a, b} <= hypothesis:
            return Scores(0.05, 0.05, 0.9)
    return Scores(0.9, 0.05, 0.05) if hypothesis <= premise else Scores(0.1, 0.85, 0.05)


def opinion(a: str, b: str, stance_a: str = "affirm", stance_b: str = "affirm") -> Opinion:
    first = claim("a", act("be"), standalone=a, stance=stance_a)
    second = claim("b", act("be"), standalone=b, stance=stance_b)
    return entailment_judge(by_words, [pair(first, second)])[0]


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("the bridge is open", "the bridge is closed", "conflict"),
        ("the old bridge is open", "the bridge is open", "agree"),
        ("the bridge is open", "the mayor has resigned", "compatible"),
    ],
)
def test_both_directions_are_one_opinion(a: str, b: str, relation: str) -> None:
    forth, back = opinion(a, b), opinion(b, a)
    assert forth.relation == back.relation == relation
    assert forth.confidence == back.confidence


@pytest.mark.parametrize(
    ("stance_a", "stance_b", "relation"),
    [
        ("affirm", "affirm", "agree"),
        ("deny", "affirm", "conflict"),
        ("deny", "deny", "agree"),
        ("affirm", "refuse", "undecided"),
    ],
)
def test_stances_turn_what_the_sentences_say(stance_a: str, stance_b: str, relation: str) -> None:
    assert opinion("the bridge is open", "the bridge is open", stance_a, stance_b).relation == relation


def test_two_denials_of_contraries_exclude_nothing() -> None:
    assert opinion("the bridge is open", "the bridge is closed", "deny", "deny").relation == "compatible"


def test_scores_of_two_directions_add_up_to_one() -> None:
    scores = both_ways(Scores(0.9, 0.05, 0.05), Scores(0.1, 0.1, 0.8))
    assert sum(scores) == pytest.approx(1.0)
    assert min(scores) >= 0


def test_a_contradiction_denied_once_may_be_agreement_but_is_not_taken_for_it() -> None:
    relation, _ = relation_of(Scores(0.05, 0.05, 0.9), 1)
    assert relation == "compatible"


def test_a_pair_is_judged_alike_in_any_company() -> None:
    one = pair(claim("a", act("be"), standalone="it is open"), claim("b", act("be"), standalone="it is closed"))
    other = pair(claim("c", act("be"), standalone="he won"), claim("d", act("be"), standalone="he lost"))
    assert entailment_judge(by_words, [one, other])[0] == entailment_judge(by_words, [one])[0]
