"""Repairs of a parse: sentences that end with an abbreviation, particles before places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.extract.attributions import find_attributions
from claimcheck.extract.document import Document

pytestmark = pytest.mark.models

Read = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("They heard a bang at about 3 a.m. The police sent a patrol to the village.", 2),
        ("They heard a bang at 3 p.m. Moscow time.", 1),
        ("They heard a bang at 3 a.m. on Friday.", 1),
    ],
)
def test_a_sentence_may_end_with_an_abbreviation(read: Read, text: str, sentences: int) -> None:
    (tree,) = read(text).trees
    assert len(tree.parse.sentences) == sentences
    for first, last in tree.parse.sentences:
        assert {tree.tokens[i].sentence for i in range(first, last)} == {tree.parse.sentences.index((first, last))}
        assert all(first <= tree.tokens[i].head < last for i in range(first, last))


def test_what_follows_a_report_is_not_part_of_it(read: Read) -> None:
    text = "Residents say they heard a bang at about 3 a.m. The police sent a patrol to the village."
    (report,) = find_attributions(read(text))
    assert text[report.content[0].start : report.content[-1].end] == "they heard a bang at about 3 a.m."


def test_a_place_is_not_what_rose(read: Read) -> None:
    text = "The death toll from the ferry that capsized off Port Almira rose to 19 on Thursday, the coast guard said."
    (tree,) = read(text).trees
    place = next(token for token in tree.tokens if token.text == "Almira")
    assert (place.dep, tree.tokens[place.head].text) == ("pobj", "off")


def test_a_place_is_no_object(read: Read) -> None:
    (tree,) = read("A ferry capsized off Port Said before dawn.").trees
    assert {(t.text, t.dep) for t in tree.tokens if t.text in ("off", "Said")} == {("off", "prep"), ("Said", "pobj")}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The managers of the tanker Harrow Bay on Tuesday dismissed the claim.",
            "The managers of the tanker Harrow Bay",
        ),
        (
            "Residents of the village of Arqa on Monday evening said that the army had left.",
            "Residents of the village of Arqa",
        ),
        ("The head of the union at a news conference on Friday denied that talks had failed.", "The head of the union"),
        ("The port authority in an email on Tuesday denied that ships had left.", "The port authority"),
        ("The survivors of the attack in 2019 said that they were not paid.", "The survivors of the attack in 2019"),
    ],
)
def test_when_and_in_what_somebody_speaks_is_not_who(read: Read, text: str, speaker: str) -> None:
    (report,) = find_attributions(read(text))
    assert report.source
    assert text[slice(*report.source)] == speaker
