"""Where words stand: the tag of an article and the line of its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import accumulate

from claimcheck.desk.times import moment_of
from claimcheck.model import Article


class Places:
    """Names places as `L17`, or as `A2:L17` where several articles were read. Lines count from 1, blank ones too.

    Articles are numbered in the order of their publication, as a desk reads them; those without a date come last.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = {article.id: article for article in sorted(articles, key=_published)}
        self._tags = {article: f"A{number}" for number, article in enumerate(self.articles, 1)}
        self._starts = {article.id: _line_starts(article.text) for article in self.articles.values()}

    def tag(self, article: str) -> str:
        """Return the short name of an article: `A2`; "" where there is but one."""
        return self._tags.get(article, "") if len(self._tags) > 1 else ""

    def line(self, article: str, offset: int) -> int:
        """Return the number of the line of an article that holds the code point at `offset`."""
        return bisect_right(self._starts.get(article, [0]), max(offset, 0))

    def ref(self, article: str, offset: int) -> str:
        """Return where words stand. An article of one line is named by its tag alone."""
        tag, line = self.tag(article), f"L{self.line(article, offset)}"
        if tag and len(self._starts[article]) == 1:
            return tag
        return f"{tag}:{line}" if tag else line

    def text(self, article: str) -> str:
        """Return the text of an article; "" where it was not read."""
        found = self.articles.get(article)
        return found.text if found else ""


def _published(article: Article) -> datetime:
    moment = moment_of(article.published)
    return moment.first if moment else datetime.max.replace(tzinfo=UTC)


def _line_starts(text: str) -> list[int]:
    body = text.removesuffix("\n")
    return [0, *accumulate(len(line) + 1 for line in body.split("\n")[:-1])]
