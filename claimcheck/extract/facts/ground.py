"""What facts are read against, and how a fact gets its words."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from datetime import date

from claimcheck.extract.references import Reference
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import Knowledge
from claimcheck.model import Aspect, Bound, Fact, Span


@dataclass(frozen=True)
class Ground:
    """The article's text, the claim's spans, the day of publication where it is known, and what the world is called."""

    text: str
    spans: tuple[Span, ...]
    published: date | None
    knowledge: Knowledge
    refer: Callable[[Tree, int], Reference | None]

    def clipped(self, span: Span) -> Span | None:
        """Return the part of a span that lies in one of the claim's spans: the longest, none where all is outside."""
        parts = [Span(max(span.start, s.start), min(span.end, s.end)) for s in self.spans if span.overlaps(s)]
        return max(parts, key=lambda part: (part.end - part.start, -part.start)) if parts else None


@dataclass(frozen=True)
class Reading:
    """What a fact says beside its words."""

    value: float | str | None = None
    op: Bound = Bound.EXACT
    unit: str | None = None
    of: str | None = None


def fact(ground: Ground, aspect: Aspect, span: Span, reading: Reading) -> Fact | None:
    """Return a fact with its words, cut to the claim; none where they are all outside."""
    inside = ground.clipped(span)
    if inside is None:
        return None
    text = ground.text[inside.start : inside.end]
    start = inside.start + len(text) - len(text.lstrip())
    inside = Span(start, start + len(text.strip()))
    if inside.start == inside.end:
        return None
    return Fact(aspect, text.strip(), inside, reading.value, reading.op, reading.unit, reading.of)


def run(tree: Tree, words: Iterable[int], around: int, inside: Container[int]) -> Span:
    """Return the span of the unbroken run of `words` around token `around` that stays `inside`."""
    allowed = {around, *(i for i in words if i in inside)}
    first = last = around
    while first - 1 in allowed:
        first -= 1
    while last + 1 in allowed:
        last += 1
    return tree.span([first, last])
