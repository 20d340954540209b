"""Whether it happened: stance and polarity."""

from __future__ import annotations

import pytest
from accounts import Judged, act, claim, fact

from claimcheck.model import Fact

SAID = {"stance": "affirm", "polarity": "positive"}
DENIED = {"stance": "deny", "polarity": "positive"}
NEGATED = {"stance": "affirm", "polarity": "negative"}
BY_ISRAEL = fact("by_whom", "Israel", "Israel", of="attack")
BY_HEZBOLLAH = fact("by_whom", "Hezbollah", "hezbollah", of="attack")


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (SAID, DENIED, "conflict"),
        (SAID, NEGATED, "conflict"),
        (DENIED, DENIED, "agree"),
        (DENIED, NEGATED, "agree"),
        (NEGATED, NEGATED, "agree"),
        (SAID, SAID, "compatible"),
    ],
)
def test_who_denies_what_the_other_says(
    first: dict[str, str], second: dict[str, str], relation: str, judged: Judged
) -> None:
    a, b = claim("a", act("attack"), **first), claim("b", act("attack"), **second)  # type: ignore[arg-type]
    assert judged(a, b).relation == judged(b, a).relation == relation


@pytest.mark.parametrize("stance", ["refuse", "attitude"])
def test_refusals_and_attitudes_are_never_judged(stance: str, judged: Judged) -> None:
    a, b = claim("a", act("attack"), stance=stance), claim("b", act("attack"), stance="deny")
    assert judged(a, b).relation == "undecided"
    assert judged(a, b).aspects == ()


def test_a_denial_of_another_doer_is_no_conflict(judged: Judged) -> None:
    said, denied = claim("a", act("attack"), BY_HEZBOLLAH), claim("b", act("attack"), BY_ISRAEL, stance="deny")
    assert judged(said, denied).relation == "compatible"


def test_who_denies_that_it_did_it_does_not_deny_that_it_happened(judged: Judged) -> None:
    said, denied = claim("a", act("attack")), claim("b", act("attack"), BY_ISRAEL, stance="deny")
    assert judged(said, denied).relation == "compatible"


@pytest.mark.parametrize(
    ("doer", "relation"),
    [(BY_ISRAEL, "conflict"), (BY_HEZBOLLAH, "compatible"), (None, "compatible")],
)
def test_who_denies_doing_it_denies_its_own_deed(doer: Fact | None, relation: str, judged: Judged) -> None:
    words = fact("status", "bombing the mill", "attack", of="attack")
    denied = claim("b", words, stance="deny", source=("idf", "army"))
    assert judged(claim("a", act("attack"), *([doer] if doer else [])), denied).relation == relation


def test_a_toll_says_not_by_itself_that_it_happened(judged: Judged) -> None:
    put = claim("a", fact("status", "put", "kill", of="put"), fact("how_many", "12"))
    assert {v.aspect for v in judged(put, claim("b", act("kill"), fact("how_many", "12"))).aspects} == {"how_many"}
    denied = judged(put, claim("b", act("kill"), fact("how_many", "no one", 0.0), polarity="negative"))
    assert [(v.relation, v.a) for v in denied.aspects if v.aspect == "status"] == [("conflict", "12")]


def test_a_blame_and_its_denial(judged: Judged) -> None:
    blamed = claim("a", act("kill"), fact("by_whom", "Israel", "Israel", of="kill"))
    denied = claim("b", act("deny responsibility"), fact("by_whom", "Israel", "Israel", of="deny responsibility"))
    assert judged(blamed, denied).relation == "conflict"


@pytest.mark.parametrize("words", ["denied the reports", "the allegations were baseless", "the accusation is a lie"])
def test_who_calls_all_that_is_alleged_false_denies_it(words: str, judged: Judged) -> None:
    denied = claim("b", fact("status", words, "be", of="be"), stance="deny")
    assert judged(claim("a", act("kill"), fact("how_many", "12")), denied).relation == "conflict"
    assert judged(claim("a", act("meet")), denied).relation == "compatible"


def test_not_yet_is_no_denial(judged: Judged) -> None:
    claimed = claim("a", act("claim responsibility"))
    words = fact(
        "status", "No one immediately claimed responsibility", "claim responsibility", of="claim responsibility"
    )
    nobody = claim("b", words, polarity="negative")
    assert judged(claimed, nobody).relation == "compatible"


def test_nobody_hurt_against_a_toll(judged: Judged) -> None:
    toll = claim("a", act("kill"), fact("how_many", "12 civilians", 12.0, "civilian"))
    nobody = claim("b", act("kill"), fact("how_many", "no one", 0.0, "person"), polarity="negative")
    assert judged(toll, nobody).relation == "conflict"


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("No UN staff were hurt.", "compatible"),
        ("No passengers were hurt.", "conflict"),
        ("Nobody was hurt.", "conflict"),
    ],
)
def test_who_says_that_its_own_were_spared_speaks_for_nobody_else(words: str, relation: str, judged: Judged) -> None:
    toll = claim("a", fact("status", "wounded", "injure", of="injure"), standalone="150 people were wounded.")
    spared = claim("b", fact("status", "hurt", "injure", of="injure"), polarity="negative", standalone=words)
    assert judged(toll, spared).relation == relation


def test_another_emphasis_of_a_position_is_no_conflict(judged: Judged) -> None:
    first = claim("a", act("allow"), fact("how", "by force", of="allow"), kind="position")
    second = claim("b", act("allow"), fact("how", "peacefully", of="allow"), kind="position")
    assert judged(first, second).relation == "compatible"
    assert judged(first, claim("c", act("allow"), kind="position", stance="deny")).relation == "conflict"


def test_opposed_acts(judged: Judged, world: object) -> None:
    acts = world.knowledge.acts  # type: ignore[attr-defined]
    assert acts.opposed("capture", "repel")
    taken = claim("a", act("capture"), standalone="The rebels capture the town.")
    held = claim("b", act("repel"), standalone="The army repel an attack on the town.")
    elsewhere = claim("c", act("repel"), standalone="Guards repel a raid elsewhere.")
    assert judged(taken, held).relation == "conflict"
    assert judged(taken, elsewhere).relation == "compatible"
