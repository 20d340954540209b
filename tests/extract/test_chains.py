"""The path of a claim: outlet, relays, source, whoever speaks."""

from __future__ import annotations

import pytest

from claimcheck.extract import extract_claims
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article
from claimcheck.ports import Models
from claimcheck.settings import ExtractSettings

pytestmark = pytest.mark.models

PMO = "Israeli Prime Minister's Office"
CHAINS = [
    ("The IDF said the gate was shut.", "gate", ("The Paper", "Israel Defense Forces")),
    # an outlet with no name, and one that speaks for itself
    ('"I told him no," Netanyahu\'s office said in a statement.', "told him", ("The Paper", PMO, "Benjamin Netanyahu")),
    ('"We told him no," Netanyahu\'s office said in a statement.', "told him", ("The Paper", PMO)),
    (
        "IDF spokesman Dan Amir said the gate was shut.",
        "gate",
        ("The Paper", "Israel Defense Forces", "Dan Amir"),
    ),
    # an agency that somebody told it to, or whose report the article carries
    ("The gate was shut, Nora Lind told Reuters.", "gate", ("The Paper", "Reuters", "Nora Lind")),
    ("ARQA (Reuters) - Nora Lind said that the gate was shut.", "gate", ("The Paper", "Reuters", "Nora Lind")),
    ("Nora Lind said that the gate was shut. She left. -- Reuters", "gate", ("The Paper", "Reuters", "Nora Lind")),
    ("The gate was shut, Nora Lind told the weekly Nordlys.", "gate", ("The Paper", "Nordlys", "Nora Lind")),
    ("Nora Lind told Radio Arqa that the gate was shut.", "gate", ("The Paper", "Radio Arqa", "Nora Lind")),
    ("Source: Reuters\n\nNora Lind said that the gate was shut.", "gate", ("The Paper", "Reuters", "Nora Lind")),
    # a spokesman of an institution in no registry
    ("The mill's spokesman, Karl Moe, said that the gate was shut.", "gate", ("The Paper", "the mill", "Karl Moe")),
    # and one that is only named
    ("Reuters had a stall there. Nora Lind said that the gate was shut.", "gate", ("The Paper", "Nora Lind")),
]


def chain(models: Models, text: str, words: str, outlet: str | None = "The Paper") -> tuple[str, ...]:
    claims = extract_claims(
        Article("a", text, outlet=outlet), models, default_knowledge(), ExtractSettings(narration=False)
    )
    return next(claim.chain for claim in claims if words in claim.text)


@pytest.mark.parametrize(("text", "words", "expected"), CHAINS)
def test_a_chain_goes_from_the_outlet_to_who_speaks(
    models: Models, text: str, words: str, expected: tuple[str, ...]
) -> None:
    assert chain(models, text, words) == expected


def test_an_outlet_that_is_not_given_is_said_so(models: Models) -> None:
    text = "The IDF said the gate was shut."
    assert chain(models, text, "gate", outlet=None) == ("outlet not given", "Israel Defense Forces")


def test_an_outlet_does_not_pass_on_its_own_words(models: Models) -> None:
    assert chain(models, "Reuters said the gate was shut.", "gate", outlet="Reuters") == ("Reuters",)


def test_a_second_report_comes_the_same_way(models: Models) -> None:
    text = (
        'Nora Lind told her staff, according to SANA, that "the gate was shut."\n\n'
        '"The key was lost," Lind reportedly said.\n\n"The wall stands," Lind said.'
    )
    assert chain(models, text, "gate") == ("The Paper", "Syrian Arab News Agency", "Nora Lind")
    assert chain(models, text, "key") == ("The Paper", "Syrian Arab News Agency", "Nora Lind")
    assert chain(models, text, "wall") == ("The Paper", "Nora Lind")


def test_whom_a_tweet_quotes_speaks_through_who_wrote_it(models: Models) -> None:
    text = (
        "“The Russian side stressed the need to keep calm along the line between Israel and Lebanon,” "
        "read a tweet from the Russian embassy in Israel posted on Saturday."
    )
    article = Article("a", text, outlet="The Paper")
    claims = extract_claims(article, models, default_knowledge(), ExtractSettings(narration=False))
    written = ("The Paper", "Russian embassy in Israel")
    assert [claim.chain for claim in claims] == [written, (*written, "Russian government")]
