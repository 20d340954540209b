"""The fuller phrases that definite references go back to, in words of the same source or of the outlet alone."""

from __future__ import annotations

import pytest

from claimcheck.extract import extract_claims
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article
from claimcheck.ports import Models
from claimcheck.settings import ExtractSettings

_GUARDS = "The police said that two intruders, apparently smugglers, came near the fence. "


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "words", "antecedent"),
    [
        (
            _GUARDS + '"Guards shot the intruders," the police said.',
            "the intruders",
            "two intruders, apparently smugglers",
        ),
        (_GUARDS + '"The two fled," the police said.', "The two", "two intruders, apparently smugglers"),
        (_GUARDS + '"Guards shot the intruders," the army said.', "the intruders", None),
        (_GUARDS + "Soldiers shot the intruders on Monday.", "the intruders", None),
        (
            'Two armed men crossed the river on Monday. "Guards shot the men," the police said.',
            "the men",
            "Two armed men",
        ),
        ('A man crossed the river on Monday. "Guards shot the man," the police said.', "the man", None),
        ('"Guards shot the men," the police said.', "the men", None),
        ('Two armed men left on Monday. "Guards shot two other men," the police said.', "two other men", None),
    ],
)
def test_what_a_reference_goes_back_to(models: Models, text: str, words: str, antecedent: str | None) -> None:
    article = Article("a", text, outlet="The Paper")
    claims = extract_claims(article, models, default_knowledge(), ExtractSettings())
    facts = [fact for claim in claims for p in claim.propositions for fact in p.facts if fact.text == words]
    assert facts
    assert {text[slice(*fact.antecedent)] if fact.antecedent else None for fact in facts} == {antecedent}
