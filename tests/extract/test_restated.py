"""Statements that get their sentence from what they answer: charges, bare figures, denials of what was reported."""

from __future__ import annotations

import pytest

from claimcheck.extract import extract_all
from claimcheck.extract.charges import past
from claimcheck.extract.extraction import Extraction
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Aspect, Corpus, Stance
from claimcheck.ports import Models
from claimcheck.settings import ExtractSettings


def read_in(models: Models, text: str) -> Extraction:
    return extract_all(Corpus((Article("a", text),)), models, default_knowledge(), ExtractSettings(narration=False))


def last_alone(models: Models, text: str) -> str:
    """Return the sentence of the last statement of a text."""
    return read_in(models, text).claims[-1].propositions[-1].standalone


CHARGES = [
    ("Norland accused the rebels of shelling its lines.", "The rebels shelled its lines."),
    (
        "Norland accused Oster of deliberately cutting the cable and of hiding the damage.",
        "Oster deliberately cut the cable",
    ),
    ("The union blamed the line for hiding the leak.", "The line hid the leak."),
    ("Oster was accused by Norland of not paying the miners.", "Oster did not pay the miners."),
    ("The widow accused the guards of having beaten her son.", "The guards had beaten her son."),
    ("Norland accused the pilots of being drunk.", "The pilots were drunk."),
    ("The widow accused the guards of not having helped her son.", "The guards had not helped her son."),
    # what a source did itself
    ("The rebels admitted to shelling the town.", "The rebels shelled the town."),
    ("The guards denied having used live rounds.", "The guards had used live rounds."),
    ("The mayor confessed to being drunk.", "The mayor was drunk."),
    # no charge
    ("The mayor thanked the crew for the rescue.", "The crew for the rescue."),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "sentence"), CHARGES)
def test_a_charge_is_a_sentence_about_the_charged(models: Models, text: str, sentence: str) -> None:
    assert last_alone(models, text).startswith(sentence)


@pytest.mark.models
def test_a_charge_keeps_the_words_of_the_text(models: Models) -> None:
    text = "Norland accused the rebels of shelling its lines."
    (claim,) = read_in(models, text).claims
    assert claim.text == "the rebels of shelling its lines"
    by = [fact for fact in claim.propositions[0].facts if fact.aspect is Aspect.BY_WHOM]
    assert [(fact.text, fact.of) for fact in by] == [("the rebels", "bomb")]


@pytest.mark.parametrize(
    ("verb", "form"),
    [("shell", "shelled"), ("fire", "fired"), ("carry", "carried"), ("plan", "planned"), ("strike", "struck")],
)
def test_the_past(verb: str, form: str) -> None:
    assert past(verb) == form


FIGURES = [
    ("Police said 200 people were held. The party put the number at more than 350.", "More than 350 people were held."),
    ("Medics said 14 miners died in Tolvik. The mayor put the death toll at 22.", "22 miners died in Tolvik."),
    (
        "About 900 people joined the march, police said. Organisers put turnout at 2,000.",
        "2,000 people joined the march.",
    ),
    ("Police said 40 people were hurt. The mayor put it at 62.", "62 people were hurt."),
    ("Police said 30 houses burned. Residents gave a figure of 45.", "45 houses burned."),
    ("Police said 30 houses burned. The mayor spoke of 60.", "60 houses burned."),
    # of several numbers, the one that it can be
    ("Police said 14 people were killed and 20 were hurt. The mayor put the toll at 22.", "22 people were killed."),
    # plain by itself
    ("The mayor put the death toll at 22.", "The death toll was 22."),
    # nobody knows of what
    ("The mayor put the figure at 22.", "The figure at 22."),
    ("Police said 14 houses burned. It rained. The mayor came. The clerk put the figure at 22.", "The figure at 22."),
    ("The mayor put the number of houses that burned at 22.", "The number of houses that burned at 22."),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "sentence"), FIGURES)
def test_a_figure_counts_what_was_counted_before(models: Models, text: str, sentence: str) -> None:
    assert last_alone(models, text) == sentence


DENIALS = [
    ("Norland said Oster had moved 300 tanks. Oster dismissed the claims as baseless.", "Oster had moved 300 tanks."),
    ("Norland said Oster had shut the pipeline. Oster called that a lie.", "Oster had shut the pipeline."),
    ("The club said guards had locked a gate. Police rejected the accusation.", "Guards had locked a gate."),
    ("The club said guards had locked a gate. Police rejected the club's claims.", "Guards had locked a gate."),
    # what others said
    ("The club said guards had locked a gate. Police rejected the Polish claims.", "The Polish claims."),
    # the denial of a thing, and of what it tells itself
    ("The club said guards had locked a gate. Police rejected the offer.", "The offer."),
    ("The club said guards had locked a gate. Police denied that a bolt was shut.", "A bolt was shut."),
    # nothing was said before
    ("Police rejected the accusation.", "The accusation."),
    # a denial is no charge
    ("The club said no gate was locked. Police rejected the accusation.", "The accusation."),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "sentence"), DENIALS)
def test_a_denial_denies_what_was_said_before(models: Models, text: str, sentence: str) -> None:
    claim = read_in(models, text).claims[-1]
    assert claim.stance is Stance.DENY
    assert claim.propositions[-1].standalone == sentence


@pytest.mark.models
def test_a_denial_is_linked_to_what_it_denies(models: Models) -> None:
    found = read_in(models, "Norland said Oster had shut the pipeline.\n\nOster called the report a lie.")
    said, denied = found.claims
    assert (said.id, denied.id) in {(link.a, link.b) for link in found.links}
    assert denied.text == "the report"
    assert all(fact.span == denied.spans[0] for fact in denied.propositions[0].facts)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("One sailor died, the mayor said. The union said two had died.", "sailor"),
        ("One sailor was hurt, the mayor said. The union said two had died.", "person"),
        ("The port was shut, the mayor said. The union said two had died.", "person"),
    ],
)
def test_a_number_alone_counts_those_who_were_counted_before(models: Models, text: str, unit: str) -> None:
    facts = [fact for p in read_in(models, text).claims[-1].propositions for fact in p.facts]
    assert [(fact.value, fact.unit) for fact in facts if fact.aspect is Aspect.HOW_MANY] == [(2, unit)]
