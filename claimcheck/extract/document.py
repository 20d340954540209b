"""An article with its parsed passages: what every part of the extraction reads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from claimcheck.extract.tree import Tree
from claimcheck.model import Article, Span


@dataclass(frozen=True)
class Document:
    """`trees` are those of the article's prose passages, in text order; `starts` their offsets."""

    article: Article
    trees: tuple[Tree, ...]

    @property
    def text(self) -> str:
        return self.article.text

    def words(self, span: Span) -> str:
        return self.article.text[span.start : span.end]

    def tree_at(self, span: Span) -> Tree | None:
        """Return the parse of the passage in which `span` begins; none where that is no prose."""
        i = bisect_right(self.trees, span.start, key=_start) - 1
        return self.trees[i] if i >= 0 and self.trees[i].holds(span) else None

    def place_of(self, tree: Tree) -> int:
        """Return which of `trees` one of them is."""
        return bisect_left(self.trees, _start(tree), key=_start)


def _start(tree: Tree) -> int:
    return tree.parse.passage.start
