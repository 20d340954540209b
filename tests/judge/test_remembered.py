"""Judges with a memory: the same opinions, and only pairs with something new in them are judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from fakes import FAKES, Memory
from handmade import claim, fact

from claimcheck.judge import model_judges, remembered, rule_judges
from claimcheck.knowledge import Knowledge, default_knowledge
from claimcheck.model import Claim, ComparisonKind, ModelName, Opinion, Pair, Relation, Side
from claimcheck.ports import Models

KILLED = fact("status", "were killed", "kill", "kill")


class Counted:
    """A judge that counts what it is asked."""

    def __init__(self) -> None:
        self.pairs = 0

    def __call__(self, pairs: Sequence[Pair], /) -> list[Opinion]:
        self.pairs += len(pairs)
        return [Opinion("counted", Relation.AGREE, 0.5, pair.a.claim.text) for pair in pairs]


def said(n: int, article: str) -> Claim:
    toll = fact("how_many", f"{n} people", float(n), "kill")
    return claim(f"{n} people were killed at the gate", article, [KILLED, toll], article=f"{article}{n}")


def pair(a: Claim, b: Claim, incident: str = "i") -> Pair:
    return Pair(incident, ComparisonKind.CROSS_SOURCE, Side(a, a.propositions), Side(b, b.propositions))


PAIRS = [pair(said(n, "a"), said(m, "b")) for n in (3, 4) for m in (3, 4)]
BASE = replace(FAKES, basis="program")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return default_knowledge()


def test_the_same_opinions_with_and_without(knowledge: Knowledge) -> None:
    own = (*rule_judges(knowledge), *model_judges(FAKES.entail))
    plain = [list(judge(PAIRS)) for judge in own]
    models = replace(BASE, memory=Memory())
    assert any(opinion.aspects for opinion in plain[0])
    for _ in range(2):
        assert [list(judge(PAIRS)) for judge in remembered("all", own, models, knowledge)] == plain


def test_only_what_is_new_is_judged(knowledge: Knowledge) -> None:
    counted = Counted()
    (judge,) = remembered("one", [counted], replace(BASE, memory=Memory()), knowledge)
    judge(PAIRS)
    judge([replace(each, incident="other") for each in PAIRS])
    assert counted.pairs == len(PAIRS)
    found = judge([*PAIRS, pair(said(5, "a"), said(3, "b"))])
    assert counted.pairs == len(PAIRS) + 1
    assert [opinion.reason for opinion in found] == [each.a.claim.text for each in PAIRS] + [said(5, "a").text]


@pytest.mark.parametrize(
    "changed",
    [
        lambda models: replace(models, basis="another program"),
        lambda models: replace(models, names=(ModelName("entailer", "another", "tests", "1" * 64),)),
        lambda models: replace(models, memory=None),
    ],
    ids=["program", "entailer", "no memory"],
)
def test_another_program_or_model_judges_anew(knowledge: Knowledge, changed: object) -> None:
    assert callable(changed)
    counted, models = Counted(), replace(BASE, memory=Memory())
    for each in (models, changed(models)):
        assert isinstance(each, Models)
        (judge,) = remembered("one", [counted], each, knowledge)
        judge(PAIRS)
    assert counted.pairs == 2 * len(PAIRS)


def test_what_no_format_holds_is_judged_each_time(knowledge: Knowledge) -> None:
    counted, odd = Counted(), replace(said(3, "a"), text="\ud800")
    (judge,) = remembered("one", [counted], replace(BASE, memory=Memory()), knowledge)
    for _ in range(2):
        judge([pair(odd, said(3, "b"))])
    assert counted.pairs == 2
