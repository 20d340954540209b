"""Walking a parse: the words below a word, the words that depend on it, the text of a range."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from claimcheck.model import Span
from claimcheck.ports import Parse, Token


class Tree:
    """A parse with its children at hand. Tokens are named by their index."""

    __slots__ = ("_children", "parse", "tokens")

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self._children: list[list[Token]] = [[] for _ in parse.tokens]
        for token in parse.tokens:
            if token.head != token.i:
                self._children[token.head].append(token)

    def children(self, i: int, *deps: str) -> Iterator[Token]:
        """Yield the dependents of token `i` in text order; those with one of `deps`, where given."""
        for token in self._children[i]:
            if not deps or token.dep in deps:
                yield token

    def child(self, i: int, *deps: str) -> Token | None:
        """Return the first dependent of token `i` with one of `deps`."""
        for token in self._children[i]:
            if token.dep in deps:
                return token
        return None

    def subtree(self, i: int) -> list[int]:
        """Return the indices of token `i` and all below it, in text order."""
        found, todo = [], [i]
        while todo:
            j = todo.pop()
            found.append(j)
            todo.extend(child.i for child in self._children[j])
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[Token]:
        """Yield the heads above token `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the token range of the sentence of token `i`."""
        return self.parse.sentences[self.tokens[i].sentence]

    def span(self, indices: Iterable[int]) -> Span:
        """Return the article span from the first to the last of the tokens `indices`."""
        ordered = sorted(indices)
        return Span(self.tokens[ordered[0]].start, self.tokens[ordered[-1]].end)

    @property
    def reach(self) -> Span:
        """The article span of this passage."""
        start = self.parse.passage.start
        return Span(start, start + len(self.parse.passage.text))

    def holds(self, span: Span) -> bool:
        """Return whether an article span begins in this passage."""
        start, end = self.reach
        return start <= span.start < end

    def within(self, span: Span) -> list[int]:
        """Return the tokens that begin inside an article span."""
        first = bisect_left(self.tokens, span.start, key=_start)
        return [t.i for t in self.tokens[first : bisect_left(self.tokens, span.end, key=_start)]]


def _start(token: Token) -> int:
    return token.start
