"""The lines of a document as they are laid out, and reports made of whole lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.extract.attributions.draft import Attribution
from claimcheck.extract.attributions.spans import trimmed
from claimcheck.extract.document import Document
from claimcheck.extract.hedges import find_hedges
from claimcheck.extract.layout import Lead, is_signed_by, label_of, lead, lines_of
from claimcheck.extract.tree import Tree
from claimcheck.model import Hedge, Mode, Span, Stance, Voice

Said = tuple[Span, Span | None]
"""Who speaks, and the cue where there is one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: all of it, what its marks make of it, its words behind them, and who is named before a colon in them."""

    span: Span
    lead: Lead
    words: Span
    label: Span | None
    signs: bool = False


@dataclass(frozen=True, slots=True)
class Formed:
    """What a form of layout gives: a report, or, where that is none, words in which nobody reports anything.

    `whole` is what no other rule may read a report of its own in, from its first character to its last.
    """

    whole: Span
    report: Attribution | None = None


def laid_out(document: Document) -> tuple[Line, ...]:
    """Return the lines of a document's body that hold a word, in text order."""
    text = document.text
    found: list[Line] = []
    above: Span | None = None
    for span in lines_of(document.article):
        kind, start = lead(text, span)
        words = Span(start, span.end)
        signs = is_signed_by(text, above, span)
        found.append(Line(span, kind, words, None if signs else label_of(text, words), signs))
        above = span
    return tuple(found)


def is_read(document: Document, span: Span) -> bool:
    """Whether a line is prose, so that its passage was parsed."""
    return document.tree_at(span) is not None


def asks(text: str, line: Line) -> bool:
    """Whether a line ends with a question."""
    return text[line.words.start : line.words.end].rstrip("\"”»’'").endswith("?")


def report(
    document: Document,
    content: Sequence[Span],
    said: Said,
    found_by: str,
    mode: Mode = Mode.DIRECT,
) -> Attribution | None:
    """Return the report of whole lines; none where nothing of them was parsed or is left of them."""
    spans = tuple(s for s in (trimmed_line(document.text, piece) for piece in content) if s)
    if not spans or not all(is_read(document, s) for s in spans):
        return None
    hedges = tuple(hedge for span in spans for hedge in _hedges(document, span))
    source, cue = said
    return Attribution(spans, source, cue, mode, Voice.ATTRIBUTED, Stance.AFFIRM, hedges, found_by=found_by)


def trimmed_line(text: str, span: Span) -> Span | None:
    """Return a span without white space and marks at its edges, but for a question mark or an ellipsis."""
    found = trimmed(text, span)
    if found is None:
        return None
    end = found.end
    while end < span.end and text[end] in "?!":
        end += 1
    return Span(found.start, end)


def _hedges(document: Document, span: Span) -> Iterator[Hedge]:
    tree = document.tree_at(span)
    if tree is not None:
        yield from find_hedges(tree, tree.within(span), None, Voice.ATTRIBUTED, ())


def trees_in(document: Document, span: Span) -> Iterator[Tree]:
    """Yield the parses of the passages that begin in a span."""
    return (tree for tree in document.trees if span.start <= tree.parse.passage.start < span.end)
