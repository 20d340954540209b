"""What was read: articles, rows of tables that are attributed already, problems on the way."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from claimcheck.model.claims import Stance
from claimcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class Article:
    """One document as read. `published` and `updated` are ISO 8601 dates or times, as given.

    `body` is where its own words begin in `text`: after the header that a file may open with.
    """

    id: str
    text: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    url: str | None = None
    path: str | None = None
    body: int = 0

    @property
    def in_english(self) -> bool:
        """Whether it is read for claims: only English is, and what no language is known of is taken for it."""
        return self.language is None or self.language.strip().lower().startswith("en")

    @property
    def sha256(self) -> str:
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Statement:
    """A row of a table of claims: attributed by whoever made the table, its words at `span` of an article."""

    id: str
    article: str
    span: Span
    source: str
    stance: Stance = Stance.AFFIRM


@dataclass(frozen=True, slots=True)
class Notice:
    """A problem that did not stop the run. `article` is an article id, where there is one."""

    stage: str
    message: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that was read. The articles of `statements` are among `articles`."""

    articles: tuple[Article, ...] = ()
    statements: tuple[Statement, ...] = ()
    notices: tuple[Notice, ...] = ()
