from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import claim, fact, material, narrated, quoted
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.group import Material, group_origins
from claimcheck.knowledge import Knowledge
from claimcheck.model import Claim, Source, Stance
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
        (narrated("Some 1,200 hectares of forest burned"), claim("some 2,900 hectares of forest burned", at=100)),
        (claim(ORDER, "Agency"), quoted("she will not run for office again next year", at=100)),
    ],
    ids=[
        "other toll",
        "other digits",
        "denied",
        "too short",
        "two speakers",
        "other article",
        "told with other digits",
        "other words",
    ],
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


ORDERED = "the army told every unit to hold its fire until the talks are over"
RETOLD = "army told every unit to hold its fire until talks are over on Friday"


def printed(found: Material, **texts: str) -> Material:
    """The material with other texts of its articles, "{}" standing for their own."""
    articles = (replace(a, text=texts.get(a.id, "{}").format(a.text)) for a in found.articles)
    return replace(found, articles=tuple(articles))


def relayed(a: Claim, b: Claim, knowledge: Knowledge, **texts: str) -> list[str]:
    found = group_origins(printed(material((a, b)), **texts), GroupingSettings(), knowledge)
    return [origin.reason for origin in found]


@pytest.mark.parametrize(
    "texts",
    [
        {"a1": "BEIRUT (AP) - {}", "a2": "{} (AP)"},
        {"a1": "BEIRUT (Reuters) - {}", "a2": "{}\n\nWith reporting by Reuters"},
        {"a1": "{}\n\nAFP contributed to this report.", "a2": "AFP\n\n{}"},
        {"a1": "{}\n\nSource: Xinhua", "a2": "{} [Xinhua]"},
    ],
)
def test_two_outlets_that_print_one_agency_are_one_voice(texts: dict[str, str], knowledge: Knowledge) -> None:
    [reason] = relayed(narrated(ORDERED), narrated(RETOLD, article="a2"), knowledge, **texts)
    assert reason.startswith("Outlet a1 and Outlet a2 tell it after ")


@pytest.mark.parametrize(
    "texts",
    [
        {},
        {"a1": "BEIRUT (AP) - {}"},
        {"a1": "BEIRUT (AP) - {}", "a2": "BEIRUT (Reuters) - {}"},
        {"a1": "BEIRUT (AP) - {}", "a2": "(AP Photo) {}"},
    ],
)
def test_without_one_agency_they_are_two(texts: dict[str, str], knowledge: Knowledge) -> None:
    assert len(relayed(narrated(ORDERED), narrated(RETOLD, article="a2"), knowledge, **texts)) == 2


def through(told: Claim, *between: str) -> Claim:
    return replace(told, chain=(told.chain[0], *between, told.chain[-1]))


def wire(article: str, text: str) -> Claim:
    return replace(claim(text, article=article), source=Source("reuters", "Reuters", "agency"))


@pytest.mark.parametrize(
    ("a", "b", "voices"),
    [
        (through(claim(ORDERED), "Reuters"), through(claim(RETOLD, article="a2"), "Reuters"), 1),
        (through(claim(ORDERED), "Channel 5"), through(claim(RETOLD, article="a2"), "channel 5"), 1),
        (wire("a1", ORDERED), wire("a2", RETOLD), 1),
        (through(claim(ORDERED), "Reuters"), through(claim(RETOLD, article="a2"), "AFP"), 2),
        (through(claim(ORDERED), "Reuters"), through(claim(RETOLD, "Navy", article="a2"), "Reuters"), 2),
        (through(claim(ORDERED), "Reuters"), through(claim(RETOLD, article="a2", stance=Stance.DENY), "Reuters"), 2),
        (through(claim(ORDERED), "Reuters"), through(claim("no unit left its camp", article="a2"), "Reuters"), 2),
        (claim(ORDERED), claim(RETOLD, article="a2"), 2),
    ],
    ids=[
        "one agency",
        "one channel",
        "the agency",
        "two agencies",
        "two sources",
        "denied",
        "other words",
        "no teller",
    ],
)
def test_chains_that_end_alike_are_one_voice(a: Claim, b: Claim, voices: int, knowledge: Knowledge) -> None:
    assert len(relayed(a, b, knowledge)) == voices


@pytest.mark.parametrize(
    ("a", "b", "voices"),
    [
        ("the raid on the market of Homs killed many people and hurt more", "Hama", 2),
        ("the raid on the market of Qamishli killed many people and hurt more", "Qamishly", 1),
    ],
)
def test_another_name_is_another_text(a: str, b: str, voices: int) -> None:
    name = next(word for word in a.split() if word[0].isupper())
    assert len(origins(claim(a), claim(a.replace(name, b), "Agency", article="a2"))) == voices


@given(st.permutations(range(6)))
@settings(deadline=None, max_examples=20)
def test_the_order_of_claims_changes_no_origin(order: list[int]) -> None:
    claims = [claim(f"{TOLL}, said the governor {'again ' * (n % 3)}", article=f"a{n}") for n in range(6)]
    found = {frozenset(members) for members, _ in origins(*(claims[n] for n in order))}
    assert found == {frozenset(members) for members, _ in origins(*claims)}
