"""Who did it, and to whom."""

from __future__ import annotations

import pytest
from accounts import Judged, act, claim, fact

from claimcheck.judge.detail import Detail, World
from claimcheck.judge.parties import by_whom, to_whom

BY_WHOM = [
    # words and value of one account, of the other, what they come to
    (("IDF troops", "idf"), ("Israeli soldiers", "idf"), "agree"),
    (("the IDF", "idf"), ("Israel", "Israel"), "agree"),
    (("the IDF", "idf"), ("Hezbollah", "hezbollah"), "conflict"),
    (("Russia", "Russia"), ("the Syrian army", "syrian-army"), "compatible"),
    (("US jets", "United States"), ("the US-led coalition", "us-led-coalition"), "agree"),
    (("the coalition", "coalition"), ("the US-led coalition", "us-led-coalition"), "agree"),
    (("gunmen", "gunman"), ("gunmen", "gunman"), "agree"),
    (("gunmen", "gunman"), ("the IDF", "idf"), "undecided"),
    (("gunmen", "gunman"), ("settlers", "settler"), "undecided"),
]
TO_WHOM = [
    (("a wedding", "wedding"), ("a wedding party", "party"), "agree"),
    (("a wedding", "wedding"), ("a gathering of militants", "gathering"), "conflict"),
    (("villagers", "villager"), ("armed militants", "militant"), "conflict"),
    (("villagers", "villager"), ("a crowd", "crowd"), "compatible"),
    (("a Lebanese army patrol", "lebanese-army"), ("two farmers", "farmer"), "conflict"),
    (("the bus", "bus"), ("two farmers", "farmer"), "undecided"),
]


def details(aspect: str, *given: tuple[str, str]) -> list[Detail]:
    return [Detail(one := fact(aspect, words, value), claim("c", one).propositions[0]) for words, value in given]


@pytest.mark.parametrize(("first", "second", "relation"), BY_WHOM)
def test_two_doers(first: tuple[str, str], second: tuple[str, str], relation: str, world: World) -> None:
    pair = details("by_whom", first, second)
    for a, b in (pair, reversed(pair)):
        ruling = by_whom(a, b, world)
        assert ruling is not None
        assert ruling.relation == relation


@pytest.mark.parametrize(("first", "second", "relation"), TO_WHOM)
def test_two_who_were_hit(first: tuple[str, str], second: tuple[str, str], relation: str, world: World) -> None:
    pair = details("to_whom", first, second)
    for a, b in (pair, reversed(pair)):
        ruling = to_whom(a, b, world)
        assert ruling is not None
        assert ruling.relation == relation


def test_civilians_hit_in_both_accounts_say_little(world: World) -> None:
    a, b = details("to_whom", ("12 civilians", "civilian"), ("civilians", "civilian"))
    ruling = to_whom(a, b, world)
    assert ruling is not None
    assert not ruling.specific


def test_the_word_car_is_no_country(world: World) -> None:
    a, b = details("by_whom", ("the car", "car"), ("Hezbollah", "hezbollah"))
    ruling = by_whom(a, b, world)
    assert ruling is not None
    assert ruling.relation == "undecided"


def test_the_troops_of_an_army_that_speaks_are_its_own(judged: Judged) -> None:
    army = claim("a", act("shoot"), fact("by_whom", "The troops", "troop", of="shoot"), source=("idf", "army"))
    agency = claim("b", act("shoot"), fact("by_whom", "Israeli soldiers", "idf", of="shoot"))
    assert judged(army, agency).relation == "agree"


def test_a_hedge_costs_confidence(judged: Judged) -> None:
    first, second = fact("to_whom", "militants", "militant"), fact("to_whom", "villagers", "villager")
    plain = judged(claim("a", act("kill"), first), claim("b", act("kill"), second))
    hedged = judged(claim("a", act("kill"), first, hedged="militants"), claim("b", act("kill"), second))
    assert plain.relation == hedged.relation == "conflict"
    assert hedged.confidence < plain.confidence
    assert "reportedly" in hedged.reason
