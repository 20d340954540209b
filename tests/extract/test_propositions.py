"""The statements of a claim: how it is split, what each is about, and whether it says yes or no."""

from __future__ import annotations

import pytest

from claimcheck.extract.document import Document
from claimcheck.extract.propositions import propositions_of
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Claim, Kind, Mode, Polarity, Proposition, Source, Span, Stance, Voice, pieces
from claimcheck.ports import Models, Passage


def statements(models: Models, text: str, *parts: str) -> tuple[Proposition, ...]:
    """Return the propositions of a claim that is the whole text, or those parts of it."""
    article = Article("a", text)
    document = Document(article, tuple(Tree(parse) for parse in models.parse([Passage(text)])))
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts or (text,))
    source = Source("mayor", "Ada Reed", "individual")
    claim = Claim(
        "c", "a", None, source, (), Voice.ATTRIBUTED, Mode.INDIRECT, Stance.AFFIRM, pieces(text, spans), spans
    )
    return propositions_of(claim, document, default_knowledge())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell.", ["The bridge fell"]),
        ("The bridge fell and the road was closed.", ["The bridge fell", "the road was closed"]),
        ("The guards fled. The gate stayed open.", ["The guards fled", "The gate stayed open"]),
        (
            "Six people were killed in Aleppo while two others were killed in a village",
            ["Six people were killed in Aleppo", "two others were killed in a village"],
        ),
        ("A bomb struck a bus, killing 22 people.", ["A bomb struck a bus, killing 22 people"]),
        (
            "The strike hit a school, which also wounded dozens.",
            ["The strike hit a school", "which also wounded dozens"],
        ),
        ("It was the guards who opened fire.", ["It was the guards who opened fire"]),
        ("The army left the town after it had burned the mill.", ["The army left the town", "it had burned the mill"]),
        ("The dam will hold if the rain stops.", ["The dam will hold if the rain stops"]),
        ("Six people were killed a monitor said", ["Six people were killed"]),
        ("A clerk told Reuters that six people were killed.", ["six people were killed"]),
        ("According to the clerk, six people were killed.", ["six people were killed"]),
        ("Six people were killed, according to a clerk who gave the toll.", ["Six people were killed"]),
        ("They believe that they are not involved.", ["They believe that they are not involved"]),
        ("The mayor blamed the rebels for the attack.", ["The mayor blamed the rebels for the attack"]),
        (
            "15 in a northern district and another six in a village",
            ["15 in a northern district and another six in a village"],
        ),
    ],
)
def test_a_claim_is_split_into_what_can_be_checked(models: Models, text: str, expected: list[str]) -> None:
    assert [p.text for p in statements(models, text)] == expected


def test_a_claim_in_pieces_has_statements_in_pieces(models: Models) -> None:
    text = "The guards, the mayor said on the radio, left the gate."
    (statement,) = statements(models, text, "The guards", "left the gate")
    assert statement.text == "The guards [...] left the gate"
    assert statement.standalone == "The guards left the gate."


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The tunnels were operational.", Polarity.POSITIVE),
        ("None of the tunnels were operational.", Polarity.NEGATIVE),
        ("The troops did not fire.", Polarity.NEGATIVE),
        ("No troops fired.", Polarity.NEGATIVE),
        ("Neither side fired.", Polarity.NEGATIVE),
        ("Nobody claimed the attack.", Polarity.NEGATIVE),
        ("The talks never began.", Polarity.NEGATIVE),
        ("The rebels failed to take the port.", Polarity.NEGATIVE),
        ("There was no plan for a meeting.", Polarity.NEGATIVE),
        ("No fewer than 12 people were killed.", Polarity.POSITIVE),
        ("It not only rained.", Polarity.POSITIVE),
        ("The troops denied the attack.", Polarity.POSITIVE),
        ("It was not the guards who opened fire.", Polarity.NEGATIVE),
        ("It was the guards who opened fire.", Polarity.POSITIVE),
        ("The pilot refused to land.", Polarity.NEGATIVE),
    ],
)
def test_polarity(models: Models, text: str, polarity: Polarity) -> None:
    assert [p.polarity for p in statements(models, text)] == [polarity]


def test_nor_goes_on_saying_no(models: Models) -> None:
    found = statements(models, "None were yet ready nor posed a threat.")
    assert [p.polarity for p in found] == [Polarity.NEGATIVE, Polarity.NEGATIVE]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The troops fired.", Kind.EVENT),
        ("The minister called the president.", Kind.EVENT),
        ("The minister called for calm.", Kind.POSITION),
        ("The work in the area continues as usual.", Kind.STATE),
        ("The tunnel is open.", Kind.STATE),
        ("The ministers will meet on Monday.", Kind.PLAN),
        ("The ministers plan to meet.", Kind.PLAN),
        ("We will not allow any bases.", Kind.POSITION),
        ("The sides must stop.", Kind.POSITION),
        ("The ministry stressed the need to keep the peace.", Kind.POSITION),
        ("the importance of peace", Kind.POSITION),
    ],
)
def test_kind(models: Models, text: str, kind: Kind) -> None:
    assert [p.kind for p in statements(models, text)] == [kind]


def test_ids_are_numbered_in_the_claim(models: Models) -> None:
    assert [p.id for p in statements(models, "The bridge fell. The road was closed.")] == ["c.1", "c.2"]


@pytest.mark.parametrize("text", ["", "   ", '"', "...", "\x00\x01", "((((", "“”", "and", "12", "\u202e\u202d"])
def test_text_without_statements_is_no_error(models: Models, text: str) -> None:
    for statement in statements(models, text):
        assert statement.text


def test_a_very_long_line_takes_time_in_proportion(models: Models) -> None:
    found = statements(models, "The guards fired and the gate fell and " * 300)
    assert len(found) == 600
