from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import claim, fact, material, narrated, quoted

from claimcheck.group import group_origins
from claimcheck.model import Claim, Stance
from claimcheck.settings import GroupingSettings

TOLL = "the raid on the market killed nine people and hurt many more"
COUNT = fact("how_many", "nine people", 9.0, "kill")
ORDER = "we have told every unit to hold its fire until the talks are over"


def origins(*claims: Claim) -> list[tuple[set[str], str]]:
    found = group_origins(material(claims), GroupingSettings())
    return [({p.rsplit(".", 1)[0] for p in origin.propositions}, origin.reason) for origin in found]


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (claim(TOLL), claim(TOLL, article="a2"), "the same words of Army"),
        (claim(TOLL), claim(TOLL, "Agency", article="a2"), "the same words"),
        (claim(TOLL), claim("The " + TOLL[4:] + ".", article="a2"), "the same words of Army"),
        (claim(TOLL), narrated(TOLL + " there", article="a2"), "the same words"),
        (quoted(ORDER), quoted(ORDER[13:50], article="a2"), "two quotations of one statement by Army"),
        (
            narrated("the army told every unit to hold its fire until the talks are over"),
            quoted(ORDER, at=100),
            "Outlet a1 restates",
        ),
        (claim("every unit to hold its fire until the talks are over"), quoted(ORDER, at=100), "Outlet a1 restates"),
    ],
    ids=[
        "copy",
        "copy with another source",
        "case and stop",
        "narrated copy",
        "part of a quotation",
        "narration",
        "paraphrase",
    ],
)
def test_one_origin(a: Claim, b: Claim, reason: str) -> None:
    [(members, why)] = origins(a, b)
    assert members == {a.id, b.id}
    assert why.startswith(reason)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (claim(TOLL, facts=[COUNT]), claim(TOLL, facts=[replace(COUNT, value=12.0)], article="a2")),
        (claim(TOLL.replace("nine", "9")), claim(TOLL.replace("nine", "12"), article="a2")),
        (claim(TOLL), claim(TOLL, stance=Stance.DENY, article="a2")),
        (claim("no one was hurt"), claim("no one was hurt", article="a2")),
        (quoted(ORDER), quoted(ORDER[13:50], "Agency", article="a2")),
        (narrated("the army told every unit to hold its fire"), quoted(ORDER, article="a2")),
        (claim(ORDER, "Agency"), quoted("she will not run for office again next year", at=100)),
    ],
    ids=["other toll", "other digits", "denied", "too short", "two speakers", "other article", "other words"],
)
def test_two_origins(a: Claim, b: Claim) -> None:
    assert [members for members, _ in origins(a, b)] == [{a.id}, {b.id}]


def test_every_proposition_has_one_origin() -> None:
    claims = [claim(TOLL, article=f"a{n}") for n in range(3)] + [
        claim(f"number {n} is not a copy of any other", at=n, article="b") for n in range(9)
    ]
    found = [p for origin in group_origins(material(claims), GroupingSettings()) for p in origin.propositions]
    assert sorted(found) == sorted(p.id for c in claims for p in c.propositions)


def test_a_hundred_copies_with_small_changes_are_one_origin() -> None:
    claims = [
        claim(f"{TOLL}, said the governor of the province in the evening {'ab'[n % 2]}", article=f"a{n:03}")
        for n in range(100)
    ]
    assert len(origins(*claims)) == 1
