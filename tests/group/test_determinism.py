"""Whole runs with fakes: the order of articles changes nothing, an unrelated one no incident of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from fakes import FAKES
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Article, Corpus, Report, Span, Statement
from claimcheck.pipeline import check

TOLD = {
    "a": ("Guards fired at the gate.", "Three men fled the gate."),
    "b": ("Guards fired shots at the gate.", "Nobody at the gate was hurt."),
    "c": ("A ferry ran aground near the island.", "The ferry took on water."),
    "d": ("The ferry ran aground near the island of Milo.",),
}
WORDS = st.lists(st.sampled_from(["olive", "harvest", "tax", "school", "music", "river", "bread"]), min_size=4)


def corpus(told: Mapping[str, Sequence[str]]) -> Corpus:
    """One article and one source for each key, each sentence a statement."""
    articles = tuple(
        Article(key, " ".join(said), f"Outlet {key}", published="2024-03-05") for key, said in told.items()
    )
    return Corpus(articles, tuple(statement for article in articles for statement in statements(article)))


def statements(article: Article) -> Iterator[Statement]:
    for match in re.finditer(r"[^.]+\.", article.text):
        yield Statement(f"{article.id}{match.start()}", article.id, Span(*match.span()), f"Source {article.id}")


def report(told: Mapping[str, Sequence[str]]) -> Report:
    return check(corpus(told), FAKES)


def test_there_are_incidents_of_several_sources() -> None:
    assert [len(incident.propositions) > 1 for incident in report(TOLD).incidents[:2]] == [True, True]


@settings(deadline=None, max_examples=15)
@given(st.permutations(sorted(TOLD)))
def test_order_of_articles_changes_nothing(keys: list[str]) -> None:
    turned, straight = report({key: TOLD[key] for key in keys}), report(TOLD)
    assert turned.incidents == straight.incidents
    assert turned.origins == straight.origins
    assert turned.comparisons == straight.comparisons


@settings(deadline=None, max_examples=15)
@given(WORDS)
def test_an_unrelated_article_changes_no_incident_of_others(words: list[str]) -> None:
    found = report({**TOLD, "z": (f"{' '.join(words).capitalize()}.",)}).incidents
    assert [incident for incident in report(TOLD).incidents if incident not in found] == []
