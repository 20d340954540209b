"""A quotation with the words around it in its passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.grammar import speaking
from claimcheck.extract.cues import default_cues
from claimcheck.extract.quotes import Quotation
from claimcheck.extract.tree import Tree
from claimcheck.model import Span, Stance

STOPS = frozenset(".!?")
DASHES = frozenset({"-", "–", "—", "--"})
REACH = 30
"""Tokens between a quotation and its cue, at most: who speaks may be told with an age, an office and a town."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The tokens of a passage around a quotation: those inside, and the same sentence before and after it.

    `further` are the spans of the quotation in other paragraphs; `earlier` says that it began in one before; `apart`
    are the words of other sentences between the quotation before and this one.
    """

    tree: Tree
    inside: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    quotation: Quotation
    further: tuple[Span, ...] = ()
    apart: tuple[int, ...] = ()
    earlier: bool = False

    def draft(self, rule: str, cue: int | None, source: int | None, content: tuple[int, ...]) -> Draft:
        """Return the report of the quotation by `cue`, with the paragraphs to which it runs on."""
        cues, tree = default_cues(), self.tree
        stance = (cue is not None and cues.stance(tree.tokens[cue].lemma, "quote")) or Stance.AFFIRM
        speaker = None if source is None else speaking(tree, source)
        return Draft(tree, cue, speaker, content, stance, rule, None, self.further)


def frame_of(tree: Tree, quotations: Sequence[Quotation], n: int, reach: Span | None) -> Frame:
    """Return the n-th quotation of a passage with the words around it, as far as `reach`."""
    quotation = quotations[n]
    edges = reach or Span(tree.parse.passage.start, tree.tokens[-1].end)
    low = quotations[n - 1].outer.end if n else edges.start
    high = quotations[n + 1].outer.start if n + 1 < len(quotations) else edges.end
    earlier = not tree.holds(quotation.spans[0])
    span = quotation.spans[-1] if earlier else quotation.spans[0]
    inside = tree.within(span)
    before = [] if earlier else tree.within(Span(low, quotation.outer.start))
    after = tree.within(Span(quotation.outer.end, high)) if tree.holds(quotation.spans[-1]) else []
    start = max((k + 1 for k, i in enumerate(before) if tree.tokens[i].text in STOPS), default=0)
    stop = next((k for k, i in enumerate(after) if tree.tokens[i].text in STOPS), len(after))
    further = tuple(s for s in quotation.spans if s != span)
    own, rest = tuple(before[start:]), tuple(after[:stop])
    return Frame(tree, tuple(inside), own, rest, quotation, further, tuple(before[:start]), earlier)


def ends_sentence(frame: Frame) -> bool:
    """Whether a quotation closes its sentence: "They fled." and a capital after it."""
    return frame.tree.tokens[frame.inside[-1]].text in (".", "...", "…")


def top_of(tree: Tree, i: int) -> int:
    """Return the head noun of the compound that token `i` begins."""
    while tree.tokens[i].dep in ("compound", "amod", "det", "poss", "nmod") and tree.tokens[i].head > i:
        i = tree.tokens[i].head
    return i
