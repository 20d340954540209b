"""What holds for every pair of sentences: on thousands that are made by rule, read by the real models."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from generated import Made, made_pairs

from claimcheck.comparing import compare_all
from claimcheck.model import Relation, Verdict
from claimcheck.ports import Models

EVENTS = 240
SEED = 20261127

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def pairs() -> list[Made]:
    return list(made_pairs(EVENTS, SEED))


@pytest.fixture(scope="module")
def by_rules(models: Models) -> Models:
    return replace(models, entail=None)


@pytest.fixture(scope="module")
def verdicts(pairs: list[Made], by_rules: Models) -> list[Verdict]:
    return list(compare_all(((made.a, made.b) for made in pairs), by_rules))


def test_every_change_comes_to_what_it_is(pairs: list[Made], verdicts: list[Verdict]) -> None:
    wrong = [
        f"{made.change}: {verdict.relation}\n  {made.a}\n  {made.b}"
        for made, verdict in zip(pairs, verdicts, strict=True)
        if verdict.relation not in made.right or (made.aspect and made.aspect not in conflicting(verdict))
    ]
    assert len(pairs) > 2000
    assert Counter(made.change for made in pairs).keys() == CHANGES
    assert not wrong, f"{len(wrong)} of {len(pairs)}\n" + "\n".join(wrong[:5])


def test_a_verdict_is_the_same_from_either_side_and_in_any_company(
    pairs: list[Made], verdicts: list[Verdict], by_rules: Models
) -> None:
    order = list(range(len(pairs)))
    Random(SEED).shuffle(order)
    turned = compare_all(((pairs[i].b, pairs[i].a) for i in order[: len(order) // 2]), by_rules)
    for i, again in zip(order, turned, strict=False):
        there = verdicts[i]
        assert (again.relation, again.confidence) == (there.relation, there.confidence), pairs[i]
        assert conflicting(again) == conflicting(there), pairs[i]


def conflicting(verdict: Verdict) -> set[str]:
    return {ruling.aspect for ruling in verdict.aspects if ruling.relation == Relation.CONFLICT}


CHANGES = {"the same", "clause order", "a detail more", "polarity", "actor", "place", "date", "number"}
