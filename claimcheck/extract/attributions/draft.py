"""Attributions while they are being found: token indices of one parse instead of spans."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.extract.tree import Tree
from claimcheck.model import Hedge, Mode, Span, Stance, Voice


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said what, as article spans.

    `content` leaves out the enclosing quotation marks and a leading "that", its pieces in order. `source` is the
    mention that speaks, `relays` are the mentions through whom it came, outermost first. `continues` marks a quotation
    with no cue of its own: the last speaker goes on. Narration has neither source nor cue nor mode. `found_by` names
    the rule or the tagger; `sure` is the tagger's probability, where it found the content. `passes_on`: what it reports
    is what another said, which is a report of its own.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    mode: Mode | None
    voice: Voice
    stance: Stance
    hedges: tuple[Hedge, ...] = ()
    relays: tuple[Span, ...] = ()
    addressee: Span | None = None
    continues: bool = False
    found_by: str = ""
    sure: float | None = None
    passes_on: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One cue with its source and content in one parse.

    `cue` is the token that attributes; `source` the head token of the mention that speaks; `content` token indices in
    order; `rule` the name of the rule that found it; `further` spans of a quotation in paragraphs to come.
    """

    tree: Tree
    cue: int | None
    source: int | None
    content: tuple[int, ...]
    stance: Stance
    rule: str
    addressee: int | None = None
    further: tuple[Span, ...] = ()
    relays: tuple[Span, ...] = ()
    passes_on: bool = False
