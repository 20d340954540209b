"""The words around a claim: those of its sentence that are the outlet's own, no claim of anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extract.attributions import Attribution
from claimcheck.extract.document import Document
from claimcheck.extract.stance import head_of_cue
from claimcheck.extract.tree import Tree
from claimcheck.model import Span
from claimcheck.ports import Token


@dataclass(frozen=True)
class Frame:
    """The outlet's words in the sentence of a cue. `cue` is the word of the cue that attributes."""

    tree: Tree
    cue: Token
    words: tuple[Token, ...]


def frames_of(document: Document, attributions: Sequence[Attribution]) -> tuple[Frame | None, ...]:
    """Return the frame of each attribution; none where it has no cue."""
    told = _content_offsets(document, attributions)
    return tuple(_frame(document, attribution, told) for attribution in attributions)


def _frame(document: Document, attribution: Attribution, told: set[int]) -> Frame | None:
    place = attribution.cue or attribution.source
    tree = document.tree_at(place) if place else None
    inside = tree.within(place) if tree and place else []
    if not tree or not inside:
        return None
    first, last = tree.sentence(inside[0])
    words = tuple(word for word in tree.tokens[first:last] if word.start not in told)
    head = head_of_cue(tree, inside)
    return Frame(tree, tree.tokens[inside[0] if head is None else head], words)


def _content_offsets(document: Document, attributions: Sequence[Attribution]) -> set[int]:
    """Return the offsets of all tokens that are content of an attribution, but for the outlet's own statements."""
    found: set[int] = set()
    for span in (span for a in attributions if a.cue or a.source for span in a.content):
        tree = document.tree_at(Span(*span))
        found.update(tree.tokens[i].start for i in tree.within(span)) if tree else None
    return found
