"""What the article itself says of its claims: that they are about one matter."""

from __future__ import annotations

import pytest

from claimcheck.extract import extract_all
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Corpus
from claimcheck.ports import Models
from claimcheck.settings import ExtractSettings

pytestmark = pytest.mark.models

LINKED = [
    (
        "NNA said that soldiers shot at a van near Arqa. The IDF made a statement describing the incident in which "
        "it said that two men had climbed the fence.",
        ("soldiers shot", "two men", "describing the incident"),
    ),
    (
        "A raid on the port killed ten, SANA said. The raid destroyed a crane, Reuters reported.",
        ("killed ten", "destroyed a crane", "The raid"),
    ),
    (
        "SANA reported that an explosion killed ten. Reuters said the blast hurt dozens.",
        ("killed ten", "hurt dozens", "the blast"),
    ),
    (
        "The IDF issued a statement describing the incident in which two men climbed the fence. "
        '"The men fled," the statement concluded.',
        ("two men", "The men fled", "the statement"),
    ),
]
APART = [
    "A raid on the port killed ten, SANA said. Another raid killed two, Reuters reported.",
    "A raid on the port killed ten, SANA said. The call went well, Reuters reported.",
    'A raid on the port killed ten, SANA said. "The raid was a success," Nora Lind said.',
    "A raid on the port killed ten, SANA said. Reuters said that ships left in response to the raid.",
]


def links(models: Models, text: str) -> list[tuple[str, str, str]]:
    found = extract_all(Corpus((Article("a", text),)), models, default_knowledge(), ExtractSettings())
    said = {claim.id: claim.text for claim in found.claims}
    return [(said[link.a], said[link.b], text[slice(*link.span)]) for link in found.links]


@pytest.mark.parametrize(("text", "expected"), LINKED)
def test_words_that_recall_a_matter_link_its_claims(models: Models, text: str, expected: tuple[str, str, str]) -> None:
    first, second, words = expected
    assert any(first in a and second in b and words == link for a, b, link in links(models, text))


@pytest.mark.parametrize("text", APART)
def test_nothing_else_links(models: Models, text: str) -> None:
    assert links(models, text) == []
