"""The public functions, with the fakes for models."""

from __future__ import annotations

import fakes
import pytest

import claimcheck
from claimcheck import Article, Corpus, Relation


@pytest.fixture(autouse=True)
def _default_fakes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.api.default_models", lambda _: fakes.FAKES)


ARTICLE = Article("a", "“The ferry sank,” the coast guard said.", "Harbour News")


def test_check_gives_a_report() -> None:
    report = claimcheck.check(Corpus((ARTICLE,)))
    assert report.articles == (ARTICLE,)
    assert report.provenance.models == fakes.FAKES.names


def test_claims_of_an_article_are_those_of_the_report() -> None:
    assert claimcheck.extract_claims(ARTICLE) == claimcheck.check(Corpus((ARTICLE,))).claims


def test_an_empty_corpus_gives_an_empty_report() -> None:
    assert claimcheck.check(Corpus()).claims == ()


@pytest.mark.models
@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("12 people were killed.", "Three people were killed.", Relation.CONFLICT),
        ("12 people were killed.", "Twelve people were killed.", Relation.AGREE),
        ("12 people were killed.", "At least 10 people were killed.", Relation.COMPATIBLE),
    ],
)
def test_compare_is_the_same_both_ways(models: claimcheck.Models, a: str, b: str, relation: Relation) -> None:
    forth, back = claimcheck.compare(a, b, models), claimcheck.compare(b, a, models)
    assert forth.relation == back.relation == relation
    assert [(v.aspect, v.a, v.b) for v in forth.aspects] == [(v.aspect, v.b, v.a) for v in back.aspects]
