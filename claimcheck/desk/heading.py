"""What was read: the line at the top of a report, and the key to its articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.desk.accounts import NO_OUTLET
from claimcheck.desk.index import Index
from claimcheck.desk.visible import counted, safe_link, visible
from claimcheck.model import PRESS, Article, Voice

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?")


@dataclass(frozen=True, slots=True)
class Key:
    """One article of the key: its tag, outlet, title, date and, where safe, its address."""

    tag: str
    outlet: str
    title: str
    published: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Heading:
    """What was read."""

    articles: str
    statements: str
    published: str
    key: tuple[Key, ...]

    @property
    def line(self) -> str:
        """All but the key: "1 article (i24NEWS) · 0 original statements read · publication date UNKNOWN"."""
        return " · ".join([self.articles, self.statements, self.published])


def heading_of(index: Index) -> Heading:
    """Return what was read. Statements are articles in which a source that is no press speaks for itself."""
    articles = tuple(index.places.articles.values())
    outlets = dict.fromkeys(visible(article.outlet or NO_OUTLET).strip() for article in articles)
    named = f" ({next(iter(outlets))})" if len(outlets) == 1 else f" of {len(outlets)} outlets"
    statements = _statements(index)
    key = tuple(
        Key(
            index.places.tag(article.id),
            visible(article.outlet or NO_OUTLET).strip(),
            visible(article.title or "").strip(),
            moment(article.published) or "date unknown",
            safe_link(article.url),
        )
        for article in articles
    )
    return Heading(
        counted(len(articles), "article") + (named if outlets else ""),
        f"{counted(len(statements), 'original statement')} read",
        _published(articles),
        key,
    )


def _statements(index: Index) -> set[str]:
    """Return the articles that a source which is no press published itself, by its voice or by its name."""
    speaking = [claim for claim in index.claims.values() if claim.source.kind not in PRESS]
    names = {claim.source.name for claim in speaking}
    own = {claim.article for claim in speaking if claim.voice is Voice.NARRATION}
    return own | {article.id for article in index.places.articles.values() if article.outlet in names}


def moment(iso: str | None) -> str:
    """Return a date, or a time to the minute with its zone as given; what is neither stays as it is."""
    given = visible(iso or "").strip()
    found = _MOMENT.fullmatch(given)
    return " ".join(part for part in found.groups() if part) if found else given


def _published(articles: Sequence[Article]) -> str:
    days = sorted(visible(article.published)[:10] for article in articles if article.published)
    unknown = len(articles) - len(days)
    if not days:
        return "publication date UNKNOWN"
    known = f"published {days[0]}" + (f" to {days[-1]}" if days[-1] != days[0] else "")
    return f"{known}; date UNKNOWN for {unknown} of {len(articles)}" if unknown else known
