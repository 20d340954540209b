"""Who did it, and to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from accounts import Judged, act, claim, fact

from claimcheck.judge.detail import Detail, World
from claimcheck.judge.parties import by_whom, to_whom
from claimcheck.model import Source

BY_WHOM = [
    # words and value of one account, of the other, what they come to
    (("IDF troops", "idf"), ("Israeli soldiers", "idf"), "agree"),
    (("the IDF", "idf"), ("Israel", "Israel"), "agree"),
    (("the Iranian army", "iranian-army"), ("Iran", "Iran"), "agree"),
    (("the Iranian army", "iranian-army"), ("the Guards", "irgc"), "compatible"),
    (("Ada Marsh", "Ada Marsh"), ("Marsh", "Marsh"), "agree"),
    (("Ada Marsh", "Ada Marsh"), ("Marshall", "Marshall"), "undecided"),
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


@pytest.mark.parametrize(
    ("first", "teller", "second", "other", "relation"),
    [
        ("Velan", "Tarkian Presidential Office", "Tarkia", "Velan Presidency", "conflict"),
        ("Velan", "Tarkian Presidential Office", "Vela", "Velan Presidency", "undecided"),
        ("Velan", "Northline", "Tarkia", "Velan Presidency", "undecided"),
        ("Ruml", "Tarkian Presidential Office", "Hollar", "Velan Presidency", "undecided"),
    ],
)
def test_each_names_the_side_of_the_other(
    first: str, teller: str, second: str, other: str, relation: str, world: World
) -> None:
    a, b = details("by_whom", (f"the {first} side", first), (second, second))
    told = [replace(d, source=Source(name, name, "office")) for d, name in ((a, teller), (b, other))]
    for x, y in (told, reversed(told)):
        ruling = by_whom(x, y, world)
        assert ruling is not None
        assert ruling.relation == relation


@pytest.mark.parametrize(("first", "second", "relation"), TO_WHOM)
def test_two_who_were_hit(first: tuple[str, str], second: tuple[str, str], relation: str, world: World) -> None:
    pair = details("to_whom", first, second)
    for a, b in (pair, reversed(pair)):
        ruling = to_whom(a, b, world)
        assert ruling is not None
        assert ruling.relation == relation


def people(words: str, value: str, count: float, of: str = "kill") -> Detail:
    """Return words for people that say how many they were."""
    said, counted = fact("to_whom", words, value, of=of), fact("how_many", words, count, value, of=of)
    proposition = replace(claim("c", said).propositions[0], facts=(said, counted))
    return Detail(said, proposition, of)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (people("20 militants", "militant", 20), people("five farmers", "farmer", 5), "compatible"),
        (people("12 militants", "militant", 12), people("12 farmers", "farmer", 12), "conflict"),
        (people("12 farmers", "farmer", 12), people("nine farmers", "farmer", 9), "agree"),
        (people("12 people", "person", 12), people("at least 10 people", "person", 10), None),
        (people("12 people", "person", 12), people("12", "person", 12), None),
        (people("12 guards", "guard", 12), people("30 guards", "guard", 30, of="injure"), None),
    ],
)
def test_people_told_by_their_number(first: Detail, second: Detail, relation: str | None, world: World) -> None:
    for a, b in ((first, second), (second, first)):
        ruling = to_whom(a, b, world)
        assert (ruling.relation if ruling else None) == relation


def test_some_of_them_are_a_group_beside_others(world: World) -> None:
    some = details("to_whom", ("some villagers", "villager"))[0]
    ruling = to_whom(some, people("20 militants", "militant", 20), world)
    assert ruling is not None
    assert ruling.relation == "compatible"


@pytest.mark.parametrize(
    ("words", "relation"), [("Iran's army, not the Revolutionary Guards, seized it.", "conflict"), ("", "compatible")]
)
def test_who_says_that_it_was_not_the_others(words: str, relation: str, world: World) -> None:
    one = fact("by_whom", "Iran's army", "iranian-army")
    army = Detail(one, replace(claim("a", one).propositions[0], text=words or one.text))
    (guards,) = details("by_whom", ("the Revolutionary Guards", "irgc"))
    rulings = [by_whom(army, guards, world), by_whom(guards, army, world)]
    assert [ruling.relation for ruling in rulings if ruling] == [relation] * 2


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
