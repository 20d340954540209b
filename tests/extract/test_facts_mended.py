"""Facts that were once read wrongly, one row a sentence: what it must say, and what it must not."""

from __future__ import annotations

import pytest

from claimcheck.extract.claims import extract_claims
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Aspect, Claim, Fact, Polarity, Stance, Voice
from claimcheck.ports import Models
from claimcheck.settings import ExtractSettings

pytestmark = pytest.mark.models


def claims(models: Models, text: str, outlet: str = "The Courier") -> tuple[Claim, ...]:
    """Return the claims of an article published on Monday 10 December 2018."""
    article = Article("a", text, outlet, published="2018-12-10")
    return extract_claims(article, models, default_knowledge(), ExtractSettings())


def facts(models: Models, text: str, outlet: str = "The Courier") -> list[Fact]:
    return [fact for claim in claims(models, text, outlet) for p in claim.propositions for fact in p.facts]


def read(found: list[Fact], aspect: Aspect) -> set[tuple[str | None, object]]:
    """Return of what, and what, the facts of one aspect say."""
    return {(fact.of, fact.value) for fact in found if fact.aspect is aspect}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ('"Not one Velan soldier crossed the border," Peskan said.', Polarity.NEGATIVE),
        ("Not a single shot was fired, the army said.", Polarity.NEGATIVE),
        ("The mayor said no one of our men was there.", Polarity.NEGATIVE),
        ("The army said not one of its soldiers had entered the town.", Polarity.NEGATIVE),
        ("The ministry said not even one missile hit the base.", Polarity.NEGATIVE),
        ("The mayor said they killed not one of our men.", Polarity.NEGATIVE),
        ("Not once did our troops cross the border, the minister said.", Polarity.NEGATIVE),
        ("The mayor said not one but two soldiers crossed the border.", Polarity.POSITIVE),
        ("The mayor said that not more than one soldier crossed the border.", Polarity.POSITIVE),
    ],
)
def test_not_one_is_none(models: Models, text: str, polarity: Polarity) -> None:
    assert [p.polarity for claim in claims(models, text) for p in claim.propositions] == [polarity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said that not one person was killed.", {("kill", 0.0)}),
        ("The ministry said not a soul was hurt.", {("injure", 0.0)}),
        ("Peskan said not one Velan soldier crossed the border.", set()),
    ],
)
def test_not_one_counts_none(models: Models, text: str, expected: set[object]) -> None:
    found = facts(models, text)
    assert read(found, Aspect.HOW_MANY) == expected
    assert not read(found, Aspect.TO_WHOM)


@pytest.mark.parametrize(
    "text",
    [
        "Two guards were killed in the deadliest incident on the frontier since 2022, the ministry said.",
        "The mayor said that the village was shelled for the first time since Friday.",
        "The mayor said that the road was closed since early Friday.",
    ],
)
def test_since_when_is_no_reason_and_no_day(models: Models, text: str) -> None:
    found = facts(models, text)
    assert not read(found, Aspect.WHY)
    assert not read(found, Aspect.WHEN)


def test_since_before_a_clause_is_a_reason(models: Models) -> None:
    assert read(facts(models, "Nobody was hurt since the building was empty, the mayor said."), Aspect.WHY)


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("The captain reported that the vessel was hit on the port side.", {("attack", "vessel")}),
        ("The captain said a rocket hit the starboard side of the tanker.", {("attack", "tanker")}),
        ("The captain said a rocket hit the ship's stern.", {("attack", "ship")}),
        ("The navy said the ship was hit in the bow and on the left side.", {("attack", "ship")}),
        ("The navy said the port side of the ship was hit.", {("attack", "ship")}),
    ],
)
def test_the_side_of_a_thing_is_neither_target_nor_place(models: Models, text: str, struck: set[object]) -> None:
    found = facts(models, text)
    assert read(found, Aspect.WHAT) == struck
    assert not read(found, Aspect.TO_WHOM) | read(found, Aspect.WHERE)


@pytest.mark.parametrize(
    "text",
    ["The mayor said shells fell on the Tarkian side.", "The mayor said it went off on the left side of the road."],
)
def test_a_side_of_a_place_is_a_place(models: Models, text: str) -> None:
    assert read(facts(models, text), Aspect.WHERE)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the army failed to do this.",
        "The army did so on Friday, the minister said.",
        "The police said they had not done that.",
        "The police said they did not do so.",
    ],
)
def test_a_verb_that_stands_for_another_is_no_act(models: Models, text: str) -> None:
    found = facts(models, text)
    assert not read(found, Aspect.STATUS)
    assert not read(found, Aspect.BY_WHOM)


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("Jeanne Kasongo put the number of dead at more than 40.", {("kill", 40.0)}),
        ("The ministry put the number of wounded at 12.", {("injure", 12.0)}),
        ("The mayor put the number of people killed at 30.", {("kill", 30.0)}),
        ("The police said the number of dead had risen to 15.", {("kill", 15.0)}),
        ("The mayor said the number of deaths was 30.", {("kill", 30.0)}),
    ],
)
def test_the_number_of_dead_is_a_toll(models: Models, text: str, harm: set[tuple[str, float]]) -> None:
    found = facts(models, text)
    assert read(found, Aspect.HOW_MANY) == harm
    assert {fact.value for fact in found if fact.aspect is Aspect.STATUS} == {of for of, _ in harm}


def test_a_list_of_names_is_no_toll(models: Models) -> None:
    assert read(facts(models, "Jeanne Kasongo said she had a list of 43 names."), Aspect.HOW_MANY) == {("have", 43.0)}


@pytest.mark.parametrize(
    ("text", "act", "polarity"),
    [
        ('"The hit led to a fire on board," Saree said.', "burn", Polarity.POSITIVE),
        ("The strike resulted in a fire, the navy said.", "burn", Polarity.POSITIVE),
        ("The missile sparked a blaze in the engine room, the captain said.", "burn", Polarity.POSITIVE),
        ("The shell set off a fire, the mayor said.", "burn", Polarity.POSITIVE),
        ("A fire broke out on board the tanker, the captain said.", "burn", Polarity.POSITIVE),
        ("The mayor said fires raged in two villages.", "burn", Polarity.POSITIVE),
        ("The attack triggered a huge explosion, the mayor said.", "explode", Polarity.POSITIVE),
        ('"There was no fire and no pollution," Attica Marine said.', "burn", Polarity.NEGATIVE),
        ("The owner said the hit did not cause a fire.", "burn", Polarity.NEGATIVE),
        ("The ministry said there was fire from the village.", "shoot", Polarity.POSITIVE),
        ("The governor said the army had caused the fire.", "cause", Polarity.POSITIVE),
    ],
)
def test_what_leads_to_a_fire_says_that_it_burnt(models: Models, text: str, act: str, polarity: Polarity) -> None:
    found = [p for claim in claims(models, text) for p in claim.propositions]
    assert [p.polarity for p in found] == [polarity]
    assert read(facts(models, text), Aspect.STATUS) == {(act, act)}


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("An uncrewed surface vessel launched by rebels struck a tanker, the navy said.", {("attack", "drone boat")}),
        ("The navy said the tanker was hit by a drone boat.", {("attack", "drone boat")}),
        ("A sea drone struck the tanker, the navy said.", {("attack", "drone boat")}),
        ("The ministry said rebels attacked the tanker with a remote-controlled boat.", {("attack", "drone boat")}),
        ("The navy said a fishing boat struck the tanker.", set()),
    ],
)
def test_a_boat_with_nobody_aboard_is_a_means(models: Models, text: str, how: set[object]) -> None:
    found = facts(models, text)
    assert read(found, Aspect.HOW) == how
    assert {value for of, value in read(found, Aspect.WHAT) if of == "attack"} <= {"tanker", "oil tanker"}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "Kasongo put the death toll at 40. She blamed the army, which she said had sealed the shaft on Friday."
            "\n\nThe army rejected the accusation.",
            "seal",
        ),
        ('The army denied it had blocked an exit. Colonel Ilunga called the claim "pure invention".', "ban"),
        ("The army denied it had burned the school. It called the accusation a lie.", "burn"),
        ('"My son died on Friday. They sent him home," said Nora Lind. The clinic rejected the claim.', "send"),
        ('Villagers accused the army of burning it. Colonel Adam Toll dismissed the claim as "pure fantasy".', "burn"),
    ],
)
def test_a_denial_that_only_points_has_what_it_goes_back_to(models: Models, text: str, act: str) -> None:
    last = claims(models, text)[-1]
    assert last.stance is Stance.DENY
    assert [fact.value for p in last.propositions for fact in p.facts if fact.aspect is Aspect.STATUS] == [act]


@pytest.mark.parametrize(
    ("text", "act", "polarity"),
    [
        ("The owner said the report that the ship sank is a lie.", "sink", Polarity.NEGATIVE),
        ('"Claims that our forces shelled the market are not true," the army said.', "bomb", Polarity.NEGATIVE),
        ("It is not true that the army shelled the market, the ministry said.", "bomb", Polarity.NEGATIVE),
        ("It is a lie that our forces shelled the hospital, the minister said.", "bomb", Polarity.NEGATIVE),
        ("Reports that nobody was hurt are false, the union said.", "injure", Polarity.POSITIVE),
    ],
)
def test_what_is_said_to_be_false_is_denied(models: Models, text: str, act: str, polarity: Polarity) -> None:
    found = [p for claim in claims(models, text) for p in claim.propositions]
    assert [p.polarity for p in found] == [polarity]
    assert read(facts(models, text), Aspect.STATUS) == {(act, act)}


@pytest.mark.parametrize(
    ("text", "outlet", "act"),
    [
        ("The claims of the Tarkian side that Velan units crossed the border are false.", "Velan Ministry", "cross"),
        ("Reports that the tanker had sunk are untrue.", "Attica Marine", "sink"),
        ("The report that the dam had burst was not true.", "The Courier", "burst"),
    ],
)
def test_who_says_that_claims_are_false_denies_them(models: Models, text: str, outlet: str, act: str) -> None:
    own = [p for claim in claims(models, text, outlet) if claim.voice is Voice.NARRATION for p in claim.propositions]
    assert [p.polarity for p in own] == [Polarity.NEGATIVE]
    assert [fact.value for p in own for fact in p.facts if fact.aspect is Aspect.STATUS] == [act]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The governor said 11 people died when a gold mine collapsed.", set()),
        ("The governor said 11 people died in a mine.", set()),
        ("The governor said the death toll from the collapse of a coal mine rose to 17.", set()),
        ("The army said two soldiers were killed by a mine.", {("kill", "mine")}),
        ("The army said a mine killed two farmers.", {("kill", "mine")}),
    ],
)
def test_a_mine_that_is_dug_is_no_weapon(models: Models, text: str, how: set[object]) -> None:
    assert read(facts(models, text), Aspect.HOW) == how


def test_the_collapse_happened_is_a_collapse(models: Models) -> None:
    found = facts(models, "The minister said the collapse happened at night.")
    assert read(found, Aspect.STATUS) == {("collapse", "collapse")}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The governor said five villages had been badly hit.", "affect"),
        ("The governor said the coastal villages were worst hit.", "affect"),
        ("The governor said a series of aftershocks hit the island.", "quake"),
        ("The governor said the hospital was badly hit by a missile.", "attack"),
        ("The governor said the hospital was hit.", "attack"),
        ("The governor said a group of gunmen hit the base.", "attack"),
    ],
)
def test_what_struck_a_place_says_what_befell_it(models: Models, text: str, act: str) -> None:
    assert read(facts(models, text), Aspect.STATUS) == {(act, act)}
