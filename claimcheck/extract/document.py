"""An article with its parsed passages: what every part of the extraction reads."""

from __future__ import annotations

from bisect import bisect_right
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
        if i < 0:
            return None
        passage = self.trees[i].parse.passage
        return self.trees[i] if span.start < passage.start + len(passage.text) else None


def _start(tree: Tree) -> int:
    return tree.parse.passage.start
