"""What grouping works on: the claims with their articles, links and vectors, in an order of their own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.model import COMPARED_STANCES, Article, Claim, Link, Proposition

if TYPE_CHECKING:
    from claimcheck.ports import Vectors


@dataclass(frozen=True, slots=True)
class Telling:
    """One proposition where it stands: in a claim, in an article; `row` is that of its vector."""

    proposition: Proposition
    claim: Claim
    article: Article
    row: int

    @property
    def compared(self) -> bool:
        return self.claim.stance in COMPARED_STANCES

    @property
    def position(self) -> tuple[str, str, int, str, int, str]:
        """What puts tellings in order, whatever the order of input: date, article, place in the text."""
        start = self.proposition.spans[0].start if self.proposition.spans else self.claim.spans[0].start
        claim_start = self.claim.spans[0].start if self.claim.spans else start
        return (self.article.published or "~", self.article.id, claim_start, self.claim.id, start, self.proposition.id)


@dataclass(frozen=True)
class Material:
    """What is to be grouped. `vectors` has one unit row a proposition, in the order of `model.propositions(claims)`."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    vectors: Vectors

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        """Every proposition with its claim and article, sorted by position."""
        articles = {article.id: article for article in self.articles}
        owned = [(claim, proposition) for claim in self.claims for proposition in claim.propositions]
        found = (
            Telling(proposition, claim, articles[claim.article], row) for row, (claim, proposition) in enumerate(owned)
        )
        return tuple(sorted(found, key=lambda telling: telling.position))

    @cached_property
    def by_row(self) -> tuple[Telling, ...]:
        """The tellings in the order of their vectors."""
        return tuple(sorted(self.tellings, key=lambda telling: telling.row))

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each proposition stands among the tellings, by its id."""
        return {telling.proposition.id: i for i, telling in enumerate(self.tellings)}
