from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import claim, fact, material, narrated

from claimcheck.group.labels import label
from claimcheck.group.shared import day, place
from claimcheck.knowledge import Knowledge, default_knowledge
from claimcheck.model import Claim, Fact, Hedge, HedgedBy, Span

FIRED = fact("status", "fired", "shoot", "shoot")
SOLDIERS = fact("by_whom", "soldiers", "army-x", "shoot")
KILLED = fact("status", "killed", "kill", "kill")
PEOPLE = fact("to_whom", "nine people", "people", "kill")
NINE = fact("how_many", "nine people", 9.0, "kill")
CALL = fact("status", "call", "call", "call")


HIT = fact("status", "hit", "attack", "attack")
ATTACK = fact("status", "attack", "attack", "attack")


def where(name: str, of: str = "kill") -> Fact:
    return fact("where", name, name, of)


def labelled(*claims: Claim) -> str:
    return label(material(claims).tellings, default_knowledge())


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (
            [
                claim("soldiers fired in the air near the gate", "Agency", [FIRED, SOLDIERS], at=0),
                claim("soldiers fired at three men", "Army", [FIRED, SOLDIERS], at=50),
            ],
            "Soldiers fired",
        ),
        (
            [
                claim("nine people were killed in Homs", "Agency", [KILLED, PEOPLE, NINE, where("Homs")], at=0),
                claim("nine people were killed", "Army", [KILLED, PEOPLE, NINE], at=50),
                claim("shells killed nine people in Homs", "Police", [KILLED, PEOPLE, NINE, where("Homs")], at=90),
            ],
            "People killed in Homs",
        ),
        (
            [
                claim("nine people were killed in Homs", "Agency", [KILLED, PEOPLE, NINE, where("Homs")], at=0),
                claim("nine people were killed in Hama", "Army", [KILLED, PEOPLE, NINE, where("Hama")], at=50),
            ],
            "People killed",
        ),
        (
            [
                claim("his call with Rossi on trade", "Office", [CALL], at=0),
                claim("the call with President Rossi was short", "Embassy", [CALL], at=50),
            ],
            "Call",
        ),
        (
            [
                claim("on Monday Benjamin Netanyahu had a call with Vladimir Putin", "Office", [CALL], at=0),
                claim("the call of Netanyahu and Vladimir Putin was short", "Embassy", [CALL], at=50),
            ],
            "Netanyahu-Putin call",
        ),
        (
            [
                claim("a wedding was hit by gunmen in Homs", "Agency", [HIT, where("Homs", "attack")], at=0),
                claim("the attack on the wedding party came at night", "Army", [ATTACK], at=50),
                claim("the attack in Homs was over soon", "Police", [ATTACK, where("Homs", "attack")], at=99),
            ],
            "Attack on a wedding in Homs",
        ),
        (
            [claim("he left", "Rossi"), claim("there is no plan to meet", "Rossi", at=50)],
            "Rossi: there is no plan to meet",
        ),
        ([narrated("Guards shut the gate.")], "Outlet a1: Guards shut the gate"),
        ([claim("no rain fell", "A"), claim("all is well", "B", at=50)], "A: no rain fell"),
        ([claim("\x00", "A")], "A: \x00"),
    ],
    ids=[
        "shared",
        "no toll",
        "no contested place",
        "act alone",
        "persons",
        "target",
        "one source",
        "narration",
        "nothing",
        "no words",
    ],
)
def test_labels(claims: list[Claim], expected: str) -> None:
    assert labelled(*claims) == expected


def test_a_hedge_on_what_is_shared_is_kept() -> None:
    text = "soldiers apparently fired at three men"
    hedged = claim(text, "Army", [FIRED, SOLDIERS])
    hedge = Hedge("apparently", Span(9, 19), HedgedBy.SOURCE)
    assert (
        labelled(replace(hedged, hedges=(hedge,)), claim("soldiers fired", "Agency", [FIRED, SOLDIERS], at=90))
        == "Soldiers apparently fired"
    )


def test_a_long_label_is_cut_at_a_word() -> None:
    line = labelled(narrated("word " * 60))
    assert len(line) < 80
    assert line.endswith("word…")


@pytest.mark.parametrize(
    ("places", "expected"),
    [(["Homs", "Homs"], "Homs"), (["Homs", "Syria"], "Syria"), (["Homs", "Paris"], None), (["Homs", None], None)],
)
def test_place_is_that_of_all(places: list[str | None], expected: str | None, knowledge: Knowledge) -> None:
    claims = [claim(f"c{n}", f"S{n}", [where(p)] if p else (), at=n * 9) for n, p in enumerate(places)]
    assert place(material(claims).tellings, knowledge) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2024-03-05", "2024-03-05"], "2024-03-05"),
        (["2024-03-01/2024-03-31"], "2024-03-01/2024-03-31"),
        (["2024-03-05", "2024-03-04"], None),
        (["2024-03-05", None], None),
    ],
)
def test_day_is_that_of_all(days: list[str | None], expected: str | None) -> None:
    claims = [claim(f"c{n}", f"S{n}", [fact("when", "then", d)] if d else (), at=n * 9) for n, d in enumerate(days)]
    assert day(material(claims).tellings) == expected
