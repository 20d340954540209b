"""Articles of some days or of one outlet."""

from __future__ import annotations

import pytest

from claimcheck.errors import UsageError
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Corpus, Notice, Span, Statement
from claimcheck.narrow import articles_between, articles_of

PUBLISHED = {"a": "2018-12-07", "b": "2018-12-08T23:30:00+02:00", "c": "2018-12-09", "d": None}
CORPUS = Corpus(
    tuple(
        Article(name, "text", outlet, published=published)
        for (name, published), outlet in zip(PUBLISHED.items(), ("Reuters", "i24NEWS", "reuters", None), strict=True)
    ),
    tuple(Statement(f"s{name}", name, Span(0, 4), "Army") for name in PUBLISHED),
    (Notice("read", "of a", "a"), Notice("read", "of d", "d"), Notice("read", "of no article")),
)
REGISTRY = default_knowledge().registry


def ids(corpus: Corpus) -> str:
    assert [f"s{article.id}" for article in corpus.articles] == [statement.id for statement in corpus.statements]
    kept = {article.id for article in corpus.articles}
    assert all(notice.article is None or notice.article in kept for notice in corpus.notices)
    return "".join(article.id for article in corpus.articles)


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (None, None, "abcd"),
        ("2018-12-08", None, "bcd"),
        (None, "2018-12-08", "abd"),
        ("2018-12-08", "2018-12-08", "bd"),
        ("2018-12-10", None, "d"),
        ("20181209", None, "cd"),
    ],
)
def test_days_are_included_and_what_has_no_date_is_kept(since: str | None, until: str | None, kept: str) -> None:
    corpus = articles_between(CORPUS, since, until)
    assert ids(corpus) == kept
    told = [notice.message for notice in corpus.notices if notice.stage == "narrow"]
    assert len([message for message in told if "without a date" in message]) == int(kept != "abcd")


@pytest.mark.parametrize(
    ("since", "until", "message", "hint"),
    [
        ("Saturday", None, "--since 'Saturday' is not a day", "2018-12-08"),
        (None, "2018-13-01", "--until '2018-13-01' is not a day", "2018-12-08"),
        ("2018-12-09", "2018-12-08", "is after --until", "earlier"),
        ("2019-01-01", None, "no article was published from 2019-01-01", "2018-12-07 to 2018-12-09"),
    ],
)
def test_days_that_make_no_sense(since: str | None, until: str | None, message: str, hint: str) -> None:
    dated = Corpus(CORPUS.articles[:3])
    with pytest.raises(UsageError, match=message) as raised:
        articles_between(dated, since, until)
    assert hint in raised.value.hint


@pytest.mark.parametrize(("name", "kept"), [("Reuters", "ac"), ("REUTERS", "ac"), ("i24news", "b"), ("i24 News", "b")])
def test_articles_of_one_outlet(name: str, kept: str) -> None:
    assert ids(articles_of(CORPUS, name, REGISTRY)) == kept


def test_an_outlet_that_is_not_there_is_told_with_those_that_are_near() -> None:
    with pytest.raises(UsageError, match="no article is by an outlet called 'Router'") as raised:
        articles_of(CORPUS, "Router", REGISTRY)
    assert raised.value.hint.startswith("near it: Reuters")
