"""Articles of some days, or of one outlet: a corpus without the others, their statements and their notices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from claimcheck.errors import UsageError
from claimcheck.knowledge import Registry
from claimcheck.model import Article, Corpus, Notice
from claimcheck.narrow.names import nearest, same_name
from claimcheck.narrow.notices import STAGE, counted, left


def articles_between(corpus: Corpus, since: str | None = None, until: str | None = None) -> Corpus:
    """Return the articles published from one day until another, both included; those without a date are kept.

    A day is that of the date as given, in its own time zone.
    Errors: `UsageError` for what is not a day, for days in the wrong order, and where no article is left.
    """
    first, last = _day(since, "--since"), _day(until, "--until")
    if first is None and last is None:
        return corpus
    if first and last and first > last:
        raise UsageError(f"--since {since} is after --until {until}", "give the earlier day first")
    words = " ".join([*([f"from {since}"] if since else []), *([f"until {until}"] if until else [])])
    undated = sum(_published(article) is None for article in corpus.articles)
    kept = _kept(corpus, lambda article: _within(_published(article), first, last))
    if not kept.articles:
        days = sorted(day.isoformat() for article in corpus.articles if (day := _published(article)))
        raise UsageError(f"no article was published {words}", f"they were published {days[0]} to {days[-1]}")
    told = [_left_out(corpus, kept, f"published {words}")] if len(kept.articles) < len(corpus.articles) else []
    if undated:
        told.append(
            Notice(STAGE, f"{counted(undated, 'article')} without a date of publication: kept, whatever the days asked")
        )
    return Corpus(kept.articles, kept.statements, (*kept.notices, *told))


def articles_of(corpus: Corpus, outlet: str, registry: Registry) -> Corpus:
    """Return the articles of one outlet, by its name or another that it is known by.

    Errors: `UsageError` where there are none, with the names that are near.
    """
    kept = _kept(corpus, lambda article: same_name(outlet, article.outlet, registry))
    if not kept.articles:
        names = dict.fromkeys(article.outlet for article in corpus.articles if article.outlet)
        raise UsageError(f"no article is by an outlet called {outlet!r}", nearest(outlet, names))
    if len(kept.articles) == len(corpus.articles):
        return kept
    return Corpus(kept.articles, kept.statements, (*kept.notices, _left_out(corpus, kept, f"of {outlet}")))


def _kept(corpus: Corpus, choose: Callable[[Article], bool]) -> Corpus:
    articles = tuple(filter(choose, corpus.articles))
    ids = {article.id for article in articles}
    return Corpus(
        articles,
        tuple(statement for statement in corpus.statements if statement.article in ids),
        tuple(notice for notice in corpus.notices if notice.article is None or notice.article in ids),
    )


def _left_out(corpus: Corpus, kept: Corpus, which: str) -> Notice:
    return left(len(kept.articles), len(corpus.articles), "article", f"read: those {which}")


def _within(day: date | None, first: date | None, last: date | None) -> bool:
    return day is None or ((first is None or first <= day) and (last is None or day <= last))


def _published(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _day(given: str | None, option: str) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given.strip())
    except ValueError as error:
        raise UsageError(f"{option} {given!r} is not a day", "give it like 2018-12-08") from error
