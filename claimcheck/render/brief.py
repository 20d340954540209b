"""The report on one screen: what conflicts, in words, and what else there is, in counts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from claimcheck.desk import NOTHING_TO_COMPARE, Clash, Desk, Sheet, counted
from claimcheck.desk.marks import MARK_WORDS, Mark
from claimcheck.model import Strength
from claimcheck.render.incident import label_of, side_of
from claimcheck.render.layout import Flow, Hanging, drawn_lines
from claimcheck.render.report import legend_view
from claimcheck.render.styles import ASIDE, HEADING, MARK_STYLES, text

Lines = list[list[Segment]]

SCREEN = 28
"""Lines of a brief report at most: a terminal of 30 with room for the prompt."""


SHORTEST = 4
"""Fewer lines of an incident, a blank one among them, say nothing."""


class BriefReport:
    """A report in at most `SCREEN` lines; the last one says what was left out."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        def drawn(parts: Iterable[RenderableType]) -> Lines:
            return [line for part in parts for line in drawn_lines(part, console, options)]

        head, end = drawn(_head(self.desk)), drawn([text(_totals(self.desk), ASIDE)])
        blocks = (drawn(_block(number, sheet)) for number, sheet in enumerate(self.desk.sheets, 1))
        lines, shown = _fitting(blocks, SCREEN - len(head) - len(end) - 1)
        left = drawn([text(_left(self.desk.sheets[shown:]), HEADING)]) if shown < len(self.desk.sheets) else []
        for line in (*head, *lines, *left, *end):
            yield from line
            yield Segment.line()


def _fitting(blocks: Iterable[Lines], room: int) -> tuple[Lines, int]:
    """Return the lines that fit, and how many of the blocks they show whole; the next one is cut."""
    lines: Lines = []
    for shown, block in enumerate(blocks):
        left = room - len(lines)
        if len(block) > left:
            return lines + (block[:left] if left >= SHORTEST else []), shown
        lines += block
    return lines, sys.maxsize


def _left(sheets: Sequence[Sheet]) -> str:
    """Return what did not fit: incidents, and how many of them hold a conflict."""
    conflicts = sum(bool(sheet.clashes) for sheet in sheets)
    more = counted(len(sheets), "incident")
    return f"… {more} not shown in full, {conflicts} with conflicts: leave out --brief to read on"


def _head(desk: Desk) -> Iterator[RenderableType]:
    heading = desk.heading
    yield text(heading.line, HEADING)
    if len(heading.key) > 1:
        yield Flow([Text.assemble((key.tag, HEADING), f" {key.outlet}") for key in heading.key[:12]])
    yield legend_view()
    if not desk.sheets:
        yield text(NOTHING_TO_COMPARE)


def _block(number: int, sheet: Sheet) -> Iterator[RenderableType]:
    known = " · ".join(fact for fact in (sheet.when, sheet.where, sheet.linked) if fact)
    yield Text.assemble((f"\n[{number}] {sheet.label}", HEADING), (f"  {known}", ASIDE))
    for clash in sheet.clashes:
        yield Hanging(label_of(clash.row), _clash(clash))
    summary = [*_shared(sheet), *_only(sheet), *_remarks(sheet)]
    if summary:
        yield Flow(summary)


def _clash(clash: Clash) -> Text:
    a, b = (side_of(account, words[:1]) for account, words in clash.pairs[0])
    more = f"; and {counted(len(clash.pairs) - 1, 'more pair')}" if clash.pairs[1:] else ""
    sure = "" if clash.row.strength is Strength.CLEAR else f" ({clash.row.strength})"
    return Text.assemble(a, ", but ", b, sure, (more, ASIDE))


def _shared(sheet: Sheet) -> Iterator[Text]:
    for mark in (Mark.BOTH_SAY, Mark.COMPATIBLE, Mark.CANNOT_TELL):
        points = [row.point for row in sheet.rows if row.mark is mark]
        if points:
            yield Text.assemble((f"{mark} {MARK_WORDS[mark]}", MARK_STYLES[mark]), f": {', '.join(points)};")


def _only(sheet: Sheet) -> Iterator[Text]:
    for alone in sheet.only:
        points = dict.fromkeys(row.point for row in alone.points)
        statements = [counted(len(alone.statements), "statement")] if alone.statements else []
        yield text(f"{Mark.ONE_SOURCE} only {alone.account.name}: {', '.join([*points, *statements])};")


def _remarks(sheet: Sheet) -> Iterator[Text]:
    for title in dict.fromkeys(remark.title for remark in sheet.remarks):
        yield Text.assemble((f"{Mark.MIND} ", MARK_STYLES[Mark.MIND]), f"{title};")


def _totals(desk: Desk) -> str:
    claims = sum(len(teller.told) for teller in desk.tellers)
    return " · ".join(
        [
            f"{len(desk.singles)} of one source only",
            f"{counted(claims, 'claim')} of {counted(len(desk.tellers), 'source')}",
            counted(len(desk.notices), "notice"),
        ]
    )
