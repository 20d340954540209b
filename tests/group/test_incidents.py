from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from handmade import claim, fact, link, material, narrated
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.group import Material, group_incidents, group_origins
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Claim, Incident, Kind, LinkedBy, Stance
from claimcheck.settings import GroupingSettings

SHOT = fact("status", "fired", "shoot", "shoot")
SOLDIERS = fact("by_whom", "soldiers", "army-x", "shoot")
SHOOTING = [
    claim("The border soldiers fired shots in the air near the north gate", "Agency", [SHOT, SOLDIERS], at=0),
    claim("The border soldiers fired shots at three men near the north gate", "Army", [SHOT, SOLDIERS], at=100),
    claim("The three men near the north gate fled", "Army", at=200),
]
HARVEST = claim("Olive growers expect a poor harvest after a dry spring", "Ministry", article="z9")
AUGUST = fact("when", "In August 2013", "2013-08-01/2013-08-31", "kill")

WORDS = ["olive", "harvest", "rain", "tax", "school", "music", "river", "bread"]


def group(found: Material) -> tuple[Incident, ...]:
    grouping = GroupingSettings()
    return group_incidents(found, group_origins(found, grouping), default_knowledge(), grouping)


def members(incidents: Sequence[Incident]) -> list[set[str]]:
    return [{p.rsplit(".", 1)[0] for p in incident.propositions} for incident in incidents]


def ids(claims: Sequence[Claim]) -> set[str]:
    return {c.id for c in claims}


def test_accounts_of_one_matter_are_one_incident() -> None:
    [shooting, harvest] = group(material([*SHOOTING, HARVEST]))
    assert members([shooting, harvest]) == [ids(SHOOTING), {HARVEST.id}]
    assert (shooting.kind, shooting.linked_by, shooting.link_text) == (Kind.EVENT, LinkedBy.PROGRAM, None)
    assert harvest.linked_by is None


HEADLINES = [
    # headlines above "nobody was hurt" and "three died", whether they are put together
    ("Rocket hits hospital in Almira", "Almira hospital hit by rocket", True),
    ("Rocket hits hospital in Almira", "Stabbing in a market", False),
    ("Almira", "Almira", False),
    (None, "Rocket hits hospital", False),
]


@pytest.mark.parametrize(("one", "other", "together"), HEADLINES)
def test_a_headline_tells_what_the_claims_below_it_leave_unsaid(
    one: str | None, other: str | None, together: bool
) -> None:
    hurt = claim("Nobody was hurt", "Mayor", [fact("status", "hurt", "injure", "injure")], article="a1")
    toll = claim(
        "Two nurses were treated for burns", "Medics", [fact("status", "treated", "treat", "treat")], article="a2"
    )
    found = material([hurt, toll])
    titled = tuple(replace(a, title=title) for a, title in zip(found.articles, (one, other), strict=True))
    assert (len(group(replace(found, articles=titled))) == 1) == together


def test_an_articles_own_link_joins_accounts() -> None:
    a = claim("Guards opened the gate before dawn", "Agency", at=0)
    b = claim("A lorry with spare parts was checked", "Army", at=100)
    assert len(group(material([a, b]))) == 2
    [incident] = group(material([a, b], [link(a, b)]))
    assert (incident.linked_by, incident.link_text) == (LinkedBy.ARTICLE, "describing the incident")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            claim(
                "A gas attack killed hundreds in the suburb", "Monitor", [fact("when", "Tuesday", "2024-03-05", "kill")]
            ),
            claim("In August 2013 a gas attack killed hundreds in the suburb", "Agency", [AUGUST], article="a2"),
        ),
        (
            claim(
                "A bomb killed two people in the market of the town",
                "Monitor",
                [fact("where", "Paris", "Paris", "kill")],
            ),
            claim(
                "A bomb killed six people in a bus of the line",
                "Agency",
                [fact("where", "Berlin", "Berlin", "kill")],
                article="a2",
            ),
        ),
        (
            claim("A gas attack killed hundreds in the suburb", "Monitor"),
            narrated("In August 2013 a gas attack killed hundreds", [AUGUST], at=90),
        ),
    ],
    ids=["another year", "another city", "background in one article"],
)
def test_look_alikes_stay_apart(a: Claim, b: Claim) -> None:
    assert len(group(material([a, b]))) == 2


def test_another_day_alone_does_not_part_accounts() -> None:
    a = claim(
        "Missiles struck the airbase near the city of Homs", "Army", [fact("when", "Thursday", "2024-03-04", "attack")]
    )
    b = claim(
        "Missiles struck the airbase near the city of Homs early",
        "Agency",
        [fact("when", "Friday", "2024-03-05", "attack")],
        article="a2",
    )
    assert len(group(material([a, b]))) == 1


def test_a_claim_that_goes_back_goes_on() -> None:
    first = claim("A car bomb hit a convoy of buses on the ring road", "Monitor", at=0)
    then = claim("the attack wounded more than fifty people", "Doctor", at=100)
    assert members(group(material([first, then]))) == [{first.id, then.id}]


def test_a_claim_on_two_days_is_in_two_incidents() -> None:
    text = "A raid on Monday killed four, and a gas attack In August 2013 killed hundreds"
    one = claim(text, facts=[fact("when", "Monday", "2024-03-04", "kill")])
    other = replace(claim(text, facts=[AUGUST]).propositions[0], id="a1-0.2", standalone="A gas attack killed hundreds")
    found = group(material([replace(one, propositions=(*one.propositions, other))]))
    assert sorted(incident.propositions for incident in found) == [("a1-0.1",), ("a1-0.2",)]


@pytest.mark.parametrize("stance", [Stance.REFUSE, Stance.ATTITUDE])
def test_reactions_are_with_what_they_are_about_or_nowhere(stance: Stance) -> None:
    first = claim("A car bomb hit a convoy of buses on the ring road", "Monitor", at=0)
    reaction = claim("it condemned the attack on the convoy", "Ministry", at=100, stance=stance)
    assert members(group(material([first, reaction]))) == [{first.id, reaction.id}]
    assert group(material([reaction])) == ()


def test_order_of_incidents() -> None:
    two = claim("Two ministers resigned over the budget", "Paper", at=0, article="b")
    assert [len(m) for m in members(group(material([two, HARVEST, *SHOOTING])))] == [3, 1, 1]


@settings(deadline=None, max_examples=25)
@given(st.permutations([*SHOOTING, HARVEST, claim("The north gate is shut", "Mayor", article="a2")]))
def test_order_of_claims_changes_nothing(claims: list[Claim]) -> None:
    assert group(material(claims)) == group(material(sorted(claims, key=lambda c: c.id)))


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(WORDS), min_size=4, max_size=9))
def test_an_unrelated_claim_changes_no_incident(words: list[str]) -> None:
    unrelated = claim(" ".join(words), "Someone", article="z9")
    [shooting] = group(material(SHOOTING))
    assert shooting in group(material([*SHOOTING, unrelated]))


def test_a_copied_article_changes_no_incident_but_adds_its_claims() -> None:
    copies = [
        claim(c.text, c.source.name, c.propositions[0].facts, at=c.spans[0].start, article="w1") for c in SHOOTING
    ]
    [incident, _] = group(material([*SHOOTING, HARVEST, *copies]))
    assert members([incident]) == [ids([*SHOOTING, *copies])]


def test_odd_text_does_not_stop_it() -> None:
    texts = ["\x00\x1b[31m", "“", "A" * 20_000, "a " * 5_000, "١٢٣ 千 \u202e", "."]
    found = group(material([claim(text, at=n * 100_000, article=f"a{n}") for n, text in enumerate(texts)]))
    assert all(incident.label for incident in found)
