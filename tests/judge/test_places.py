"""Places by what lies in what."""

from __future__ import annotations

import pytest
from accounts import claim, fact

from claimcheck.judge.detail import Detail, World
from claimcheck.judge.places import compare

WHERE = [
    ("Aleppo", "Aleppo", "agree"),
    ("Aleppo", "Syria", "compatible"),
    ("Aleppo", "Homs", "conflict"),
    ("Lebanon", "Israel", "conflict"),
    ("the district of Zurnatal", "the Zurnatel district", "agree"),
    ("the enclave", "near Aleppo", "undecided"),
    ("near Aleppo", "Aleppo", "compatible"),
    ("near Aleppo", "near Aleppo", "agree"),
    ("near Aleppo", "Homs", "undecided"),
    ("near Aleppo", "Syria", "compatible"),
    ("a village", "the village", "undecided"),
]


@pytest.mark.parametrize(("first", "second", "relation"), WHERE)
def test_two_places(first: str, second: str, relation: str, world: World) -> None:
    canonical = world.knowledge.places.canonical
    details = [
        Detail(one := fact("where", words, canonical(words) or words), claim("c", one).propositions[0])
        for words in (first, second)
    ]
    for a, b in (details, reversed(details)):
        ruling = compare(a, b, world)
        assert ruling is not None
        assert ruling.relation == relation


@pytest.mark.parametrize(("place", "specific"), [("Aleppo", True), ("Syria", False)])
def test_a_country_is_common_ground(place: str, specific: bool, world: World) -> None:
    one = fact("where", place, place)
    said = Detail(one, claim("a", one).propositions[0])
    ruling = compare(said, said, world)
    assert ruling is not None
    assert ruling.specific == specific
