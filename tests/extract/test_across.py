"""One institution in several articles that name it without its country."""

from __future__ import annotations

from itertools import permutations

import pytest

from claimcheck.extract import extract_all
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Corpus, Source
from claimcheck.ports import Models
from claimcheck.settings import ExtractSettings

pytestmark = pytest.mark.models


def speakers(models: Models, *texts: str) -> list[Source]:
    """Return who makes the first claim of each text, as one corpus is read."""
    articles = tuple(Article(f"a{n}", text) for n, text in enumerate(texts))
    claims = extract_all(Corpus(articles), models, default_knowledge(), ExtractSettings(narration=False)).claims
    return [next(claim.source for claim in claims if claim.article == article.id) for article in articles]


ONE = [
    # no country is named, and the matter is one by a name
    (
        "The army said two shells fell in Tolvik on Monday.",
        "The army said on Tuesday that four shells fell in Tolvik.",
    ),
    ("Police said they held six men near Kestrel Bridge.", "Nine men were held at Kestrel Bridge, police said."),
    (
        "The Interior Ministry said 900 people marched in Tolvik.",
        "A spokeswoman for the interior ministry said that 1,100 people were at the march in Tolvik.",
    ),
    (
        "The coast guard said nobody aboard the Merle Lindqvist was hurt.",
        "A coastguard spokesman, Karl Moe, said that the captain, Merle Lindqvist, was unhurt.",
    ),
    # all name one country, the same
    ("The army said it held Tolvik, in Peru.", "In Tolvik, the army said the road was shut."),
    # one says whose it is
    (
        "The Peruvian army said it had fired in Tolvik.",
        "Two farmers were killed near Tolvik. The army said it had not fired.",
    ),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_institution_speaks_in_all_articles(models: Models, a: str, b: str) -> None:
    first, second = speakers(models, a, b)
    assert first == second
    assert first.kind != "unnamed"


APART = [
    # two countries
    ("The army said it held Tolvik, in Peru.", "The army said it had fired near Tolvik, in Chile."),
    ("The army of Chile spoke. The army said it had left Tolvik.", "Peru's army said it had fired near Tolvik."),
    # another matter
    ("Police said they held six men near Kestrel Bridge.", "Two men were held in Norrholt, police said."),
    # a part of it, or somebody in it
    ("Police said they held six men near Kestrel Bridge.", "A police officer said nine were held at Kestrel Bridge."),
    ("Police said they held six men near Kestrel Bridge.", "Transit police said nine were held at Kestrel Bridge."),
    ("The army said two shells fell in Tolvik.", "Army sources said four shells fell in Tolvik."),
]


@pytest.mark.parametrize(("a", "b"), APART)
def test_institutions_stay_apart(models: Models, a: str, b: str) -> None:
    first, second = speakers(models, a, b)
    assert first.id != second.id


def test_neither_order_nor_another_article_changes_who_speaks(models: Models) -> None:
    texts = [
        "The army said two shells fell in Tolvik.",
        "The army said four shells fell in Tolvik.",
        "Syria's army said it had taken a hill near Daraa.",
    ]
    found = {
        frozenset(zip(order, speakers(models, *(texts[i] for i in order)), strict=True))
        for order in permutations(range(3))
    }
    assert len({frozenset((i, source.name) for i, source in order) for order in found}) == 1
    for order in found:
        by_text = dict(order)
        assert by_text[0] == by_text[1] != by_text[2]


def test_a_surname_is_that_of_the_person_named_in_another_article(models: Models) -> None:
    full = "Merle Lindqvist, a diver, said the Kestrel Bridge shook."
    assert len({s.id for s in speakers(models, full, "“It shook,” Lindqvist said at Kestrel Bridge.")}) == 1
    assert len({s.id for s in speakers(models, full, "“It rained,” Lindqvist said in Norrholt.")}) == 2


def test_a_company_is_one_source_whatever_it_is_taken_for(models: Models) -> None:
    texts = [
        "The tug's insurer, Osprey Baltic, said the tug had stopped.",
        "Osprey Baltic said nobody was hurt.",
        "A spokeswoman for Osprey Baltic said the tug was old.",
    ]
    assert {(source.name, source.kind) for source in speakers(models, *texts)} == {("Osprey Baltic", "company")}


VOICED = [
    (
        "Yahya Saree, military spokesman of the Houthis, said the Kestrel burned near Tolvik.",
        "“It sank,” Saree said of the Kestrel in Tolvik.",
        "Houthis",
        "Yahya Saree",
    ),
    (
        "In Tolvik, the army denied it. Colonel Paul Ilunga, spokesman for the 22nd Brigade, said nobody had fired.",
        "In Tolvik, the mayor wept. Colonel Ilunga said nobody had fired.",
        "the army",
        "Paul Ilunga",
    ),
]


@pytest.mark.parametrize(("full", "short", "name", "person"), VOICED)
def test_a_surname_speaks_for_whom_its_bearer_speaks_elsewhere(
    models: Models, full: str, short: str, name: str, person: str
) -> None:
    articles = (Article("a", full), Article("b", short))
    found = extract_all(Corpus(articles), models, default_knowledge(), ExtractSettings(narration=False)).claims
    last = [claim for claim in found if claim.article == "b"][-1]
    assert (last.source.name, last.chain[-1]) == (name, person)


IN_ONE = [
    (
        "The army denied it had fired. Colonel Karl Moe, spokesman for the 22nd military region, said nobody had.",
        "Karl Moe",
    ),
    ("The army denied it had fired. A spokesman for the 22nd Brigade, Colonel Karl Moe, said nobody had.", "Karl Moe"),
    ("Police said one fell.\n\nTwo fell, police spokesman Karl Moe said.", "Karl Moe"),
    ("The army said it left.\n\nAn army spokesman, Colonel Karl Moe, denied it.", "Karl Moe"),
    ("The Interior Ministry said one fell.\n\nA spokeswoman for the ministry, Eva Holt, said it was two.", "Eva Holt"),
]


NOT_OF_THE_ARMY = [
    "The army denied it had fired. Abu Hasan, a spokesman for the Falcon Brigade, said that soldiers had.",
    "The army denied it had fired. Karl Moe, spokesman for the northern region, said that six died.",
    "The army denied it.\n\nThe mayor wept. Karl Moe, spokesman for the 22nd military region, said that six died.",
]


@pytest.mark.parametrize("text", NOT_OF_THE_ARMY)
def test_others_do_not_speak_for_the_army(models: Models, text: str) -> None:
    claims = extract_all(Corpus((Article("a", text),)), models, default_knowledge(), ExtractSettings()).claims
    assert claims[-1].source.kind == "individual"


@pytest.mark.parametrize(("text", "person"), IN_ONE)
def test_a_spokesman_is_the_voice_of_the_institution(models: Models, text: str, person: str) -> None:
    claims = extract_all(Corpus((Article("a", text),)), models, default_knowledge(), ExtractSettings()).claims
    assert len({claim.source for claim in claims}) == 1
    assert claims[-1].chain[-1] == person
