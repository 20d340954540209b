from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import claim, fact, material, narrated

from claimcheck.group.labels import label
from claimcheck.group.shared import day
from claimcheck.group.where import place
from claimcheck.knowledge import Knowledge, default_knowledge
from claimcheck.model import Bound, Claim, Fact, Hedge, HedgedBy, Polarity, Span, Stance

FIRED = fact("status", "fired", "shoot", "shoot")
SOLDIERS = fact("by_whom", "soldiers", "army-x", "shoot")
KILLED = fact("status", "killed", "kill", "kill")
PEOPLE = fact("to_whom", "nine people", "people", "kill")
NINE = fact("how_many", "nine people", 9.0, "kill")
CALL = fact("status", "call", "call", "call")
SPOKE = fact("status", "spoke", "discuss", "discuss")
SHOT = fact("status", "fired", "shoot", "shoot")
RUBBER = fact("what", "rubber bullets", "rubber bullet", "shoot")
WON = fact("status", "won", "win", "win")


RAID = fact("status", "raid", "attack", "attack")
WEDDING = fact("what", "wedding", "wedding", "attack")
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
            "Nine people killed in Homs",
        ),
        (
            [
                claim("nine people were killed in Homs", "Agency", [KILLED, PEOPLE, NINE, where("Homs")], at=0),
                claim("nine people were killed in Hama", "Army", [KILLED, PEOPLE, NINE, where("Hama")], at=50),
            ],
            "Nine people killed; places differ",
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
                claim("Benjamin Netanyahu spoke by telephone with Vladimir Putin", "Office", [SPOKE], at=0),
                claim("the call of Netanyahu and Vladimir Putin was short", "Embassy", [CALL], at=50),
            ],
            "Netanyahu-Putin call",
        ),
        (
            [
                claim("officers fired rubber bullets", "Amnesty", [SHOT, RUBBER], at=0),
                claim("they shot at old people", "Union", [fact("status", "shot", "shoot", "shoot")], at=50),
            ],
            "Use of force",
        ),
        (
            [
                claim("They won the day", "Times", [WON], at=0),
                claim("Lind won by far in the north", "Post", [WON], at=50),
            ],
            "Post: Lind won by far in the north",
        ),
        (
            [
                claim("a wedding was raided in Homs", "Agency", [RAID, WEDDING, where("Homs", "attack")], at=0),
                claim("the attack on the wedding came at night", "Army", [ATTACK, WEDDING], at=50),
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
        "the number of all",
        "no contested place",
        "act alone",
        "persons",
        "by telephone",
        "no shooting",
        "a name that says nothing",
        "target",
        "one source",
        "narration",
        "nothing",
        "no words",
    ],
)
def test_labels(claims: list[Claim], expected: str) -> None:
    assert labelled(*claims) == expected


BLAST = fact("status", "exploded", "explode", "explode")
DOWNED = fact("status", "shot down", "shoot down", "shoot down")
HELD = fact("status", "held", "arrest", "arrest")
BURNT = fact("status", "caused", "cause", "cause")
BOMB = fact("how", "car bomb", "car bomb", "kill")


def toll(text: str, number: float, kind: str = "person", **more: Bound) -> list[Fact]:
    return [fact("to_whom", text, kind, "kill"), fact("how_many", text, number, "kill", **more)]


def died(text: str, source: str, *facts: Fact, at: int = 0, verb: str = "died", **more: object) -> Claim:
    return claim(text, source, [fact("status", verb, "kill", "kill"), *facts], at=at, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (
            [
                died("two died in Homs", "Police", *toll("two", 2.0), where("Homs")),
                died("three died in Homs", "Mayor", *toll("three", 3.0), where("Homs"), at=90),
            ],
            "People died in Homs",
        ),
        (
            [
                died(
                    "at least 15 brave civilians died", "Police", *toll("at least 15 brave civilians", 15.0, "civilian")
                ),
                died("15 civilians died", "Mayor", *toll("15 civilians", 15.0, "civilian"), at=90),
            ],
            "15 civilians died",
        ),
        (
            [
                died("at least 15 men died", "Police", *toll("at least 15 men", 15.0, "man", op=Bound.AT_LEAST)),
                died("15 men died", "Mayor", *toll("15 men", 15.0, "man"), at=90),
            ],
            "Men died",
        ),
        (
            [
                died("a car bomb killed two clerks", "Police", BOMB, *toll("two clerks", 2.0, "clerk"), verb="killed"),
                died(
                    "a car bomb killed four cooks",
                    "Mayor",
                    BOMB,
                    *toll("four cooks", 4.0, "cook"),
                    at=90,
                    verb="killed",
                ),
            ],
            "Deaths from a car bomb",
        ),
        (
            [
                died(
                    "ten nurses were killed in Homs",
                    "Police",
                    *toll("ten nurses", 10.0, "nurse"),
                    where("Homs"),
                    verb="killed",
                ),
                claim(
                    "a shell burst in Homs, killing ten nurses",
                    "Mayor",
                    [
                        fact("status", "burst", "burst", "burst"),
                        *toll("ten nurses", 10.0, "nurse"),
                        where("Homs", "burst"),
                    ],
                    at=90,
                ),
            ],
            "Ten nurses killed in Homs",
        ),
    ],
    ids=["two or three", "all the same", "one at least", "other victims", "told in passing"],
)
def test_a_number_is_in_a_headline_only_where_all_give_it(claims: list[Claim], expected: str) -> None:
    assert labelled(*claims) == expected


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (
            [
                claim(
                    "it exploded near a bus depot",
                    "Police",
                    [BLAST, fact("where", "near a bus depot", "Depot", "explode")],
                ),
                claim(
                    "it exploded at the bus depot",
                    "Mayor",
                    [BLAST, fact("where", "the bus depot", "Depot", "explode")],
                    at=90,
                ),
            ],
            "Explosion in Depot",
        ),
        (
            [
                claim("a mosque was raided", "Police", [RAID, fact("what", "a mosque", "mosque", "attack")]),
                claim("the raid on the church", "Mayor", [RAID, fact("what", "the church", "church", "attack")], at=90),
            ],
            "Attack",
        ),
        (
            [
                claim(
                    "the clinic was hit",
                    "Police",
                    [fact("status", "hit", "attack", "attack"), fact("what", "the clinic", "clinic", "attack")],
                ),
                claim(
                    "a shell hit Rosa clinic",
                    "Mayor",
                    [fact("status", "hit", "attack", "attack"), fact("what", "Rosa clinic", "clinic", "attack")],
                    at=90,
                ),
            ],
            "Clinic hit",
        ),
        (
            [
                claim(
                    "a spy drone was shot down", "Police", [DOWNED, fact("to_whom", "a spy drone", "spy", "shoot down")]
                ),
                claim(
                    "they shot down a drone", "Mayor", [DOWNED, fact("what", "a drone", "drone", "shoot down")], at=90
                ),
            ],
            "Drone shot down",
        ),
        (
            [
                claim(
                    "Minister Ana Bell spoke with Tom Carr",
                    "Police",
                    [SPOKE, fact("by_whom", "Minister Ana Bell", "ana-bell", "discuss")],
                ),
                claim(
                    "Tom Carr spoke with Ana Bell",
                    "Mayor",
                    [SPOKE, fact("by_whom", "Tom Carr", "tom-carr", "discuss")],
                    at=90,
                ),
            ],
            "Bell-Carr talks",
        ),
        (
            [
                died("two died in the ward", "Police", HELD, *toll("two", 2.0)),
                died("two died; a nurse was held", "Mayor", HELD, *toll("two", 2.0), at=90),
            ],
            "People died",
        ),
        (
            [
                claim("the fire was caused by a leak", "Police", [BURNT, fact("what", "the fire", "fire", "cause")]),
                claim("a fire was caused by rats", "Mayor", [BURNT, fact("what", "a fire", "fire", "cause")], at=90),
            ],
            "Fire",
        ),
        (
            [
                claim(
                    "soldiers fired at two men", "Agency", [FIRED, SOLDIERS, fact("to_whom", "two men", "man", "shoot")]
                ),
                claim(
                    "soldiers fired at men", "Army", [FIRED, SOLDIERS, fact("to_whom", "men", "man", "shoot")], at=90
                ),
            ],
            "Soldiers fired at men",
        ),
        (
            [
                claim(
                    "six thousand of the guests walked on", "Police", [fact("how_many", "six thousand", 6000.0, "walk")]
                ),
                claim("it was full", "Mayor", at=90),
            ],
            "Police: the guests walked on",
        ),
    ],
    ids=[
        "part of a name",
        "two targets",
        "the verb of both",
        "the noun of both",
        "persons",
        "no arrest in which they died",
        "a thing",
        "at",
        "own words",
    ],
)
def test_a_headline_has_words_of_the_accounts(claims: list[Claim], expected: str) -> None:
    assert labelled(*claims) == expected


def test_what_is_denied_heads_no_report_as_a_fact() -> None:
    told = claim("guards raided the mill", "Agency", [RAID, fact("by_whom", "guards", "guard", "attack")])
    denied = replace(told, id="b", source=claim("x", "Guards").source, stance=Stance.DENY)
    assert labelled(told, denied) == "Attack; disputed"
    assert labelled(denied, replace(denied, id="c", source=claim("x", "Owner").source)).startswith("Guards: ")


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


NO_AIRCRAFT = {"proposition": {"polarity": Polarity.NEGATIVE}}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("Homs", "in Homs", {}), ("Homs", "over Homs", NO_AIRCRAFT), None),
        (("Homs", "in Homs", {}), ("Homs", "in Homs", {"stance": Stance.DENY}), None),
        (("near Homs", "near the mill in Homs", {}), ("Homs", "in Homs", {}), "Homs"),
        (("near Homs", "near Homs", {}), ("Homs", "in Homs", {}), "near Homs"),
        (("Oldmill", "the hamlet of Oldmill in the district of Farland", {}), ("Farland", "Farland", {}), "Farland"),
    ],
    ids=["negated", "denied", "near something in it", "near it", "one in the other, as the words say"],
)
def test_a_place_is_what_accounts_assert(
    a: tuple[str, str, dict[str, object]],
    b: tuple[str, str, dict[str, object]],
    expected: str | None,
    knowledge: Knowledge,
) -> None:
    claims = [
        claim(f"it was {text}", source, [fact("where", text, name, "shoot")], at=at, **more)  # type: ignore[arg-type]
        for source, at, (name, text, more) in (("A", 0, a), ("B", 90, b))
    ]
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
