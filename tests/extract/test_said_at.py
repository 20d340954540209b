"""When a claim was made: the outlet's words, and the day that they come to."""

from __future__ import annotations

import pytest

from claimcheck.extract import extract_claims
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, SaidAt
from claimcheck.ports import Models
from claimcheck.settings import ExtractSettings

pytestmark = pytest.mark.models

PUBLISHED = "2020-03-05"  # a Thursday
BASIS = f"article published {PUBLISHED}"
SAID = [
    ("On Tuesday, the IDF announced that the gate was shut.", SaidAt("Tuesday", "2020-03-03", BASIS)),
    ("The IDF said on Thursday that the gate was shut.", SaidAt("Thursday", "2020-03-05", BASIS)),
    ("The gate was shut, the IDF said yesterday.", SaidAt("yesterday", "2020-03-04", BASIS)),
    ("On March 2, 2020, the IDF said a gate fell.", SaidAt("March 2, 2020", "2020-03-02", "the words themselves")),
    ("Several hours later, the IDF said that the gate was shut.", SaidAt("Several hours later")),
    ("Last month the IDF said that the gate was shut.", SaidAt("Last month")),
    # words of time that date something else
    ("The IDF said that the gate was shut on Tuesday.", None),
    ("The IDF, which lost a gate on Tuesday, said that the gate was shut.", None),
    ("Nora Lind, 59, said that the gate was shut.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_when_a_claim_was_made(models: Models, text: str, expected: SaidAt | None) -> None:
    article = Article("a", text, published=PUBLISHED)
    claims = extract_claims(article, models, default_knowledge(), ExtractSettings(narration=False))
    assert [claim.said_at for claim in claims if "gate" in claim.text] == [expected]


@pytest.mark.parametrize("published", [None, "", "yesterday", "2020-13-99"])
def test_nothing_is_dated_without_a_publication_date(models: Models, published: str | None) -> None:
    article = Article("a", "On Tuesday, the IDF said that the gate was shut.", published=published)
    (claim,) = extract_claims(article, models, default_knowledge(), ExtractSettings(narration=False))
    assert claim.said_at == SaidAt("Tuesday")
