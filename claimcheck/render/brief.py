"""The report on one screen: what conflicts, in words, and what else there is, in counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from claimcheck.desk import Clash, Desk, Row, Sheet
from claimcheck.desk.marks import MARK_WORDS, Mark
from claimcheck.render.incident import label_of, side_of
from claimcheck.render.layout import Flow, drawn_lines, hanging, joined
from claimcheck.render.report import legend_view
from claimcheck.render.styles import ASIDE, HEADING, MARK_STYLES, text

SCREEN = 28
"""Lines of a brief report at most: a terminal of 30 with room for the prompt."""


class BriefReport:
    """A report in at most `SCREEN` lines; the last one says what was left out."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        drawn = [drawn_lines(part, console, options) for part in _head(self.desk)]
        end = drawn_lines(text(_totals(self.desk), ASIDE), console, options)
        room = SCREEN - sum(map(len, drawn)) - len(end)
        blocks = [
            [drawn_lines(part, console, options) for part in _block(number, sheet)]
            for number, sheet in enumerate(self.desk.sheets, 1)
        ]
        shown = list(_fitting(blocks, room - 1))
        lines = [line for part in (*drawn, *shown) for line in part]
        left = sum(map(len, blocks)) - len(shown)
        if left:
            lines += drawn_lines(text(f"… {_left(self.desk.sheets, blocks, len(shown))}", HEADING), console, options)
        for line in (*lines, *end):
            yield from line
            yield Segment.line()


def _fitting(blocks: Sequence[Sequence[list[list[Segment]]]], room: int) -> Iterator[list[list[Segment]]]:
    for part in (part for block in blocks for part in block):
        room -= len(part)
        if room < 0:
            return
        yield part


def _left(sheets: Sequence[Sheet], blocks: Sequence[Sequence[object]], shown: int) -> str:
    """Return what did not fit: incidents, and how many of them hold a conflict."""
    ends = [sum(map(len, islice(blocks, number))) for number in range(1, len(blocks) + 1)]
    left = [sheet for sheet, end in zip(sheets, ends, strict=True) if end > shown]
    counted = "1 incident" if len(left) == 1 else f"{len(left)} incidents"
    conflicts = sum(bool(sheet.clashes) for sheet in left)
    return f"{counted} not shown in full, {conflicts} with conflicts: leave out --brief to read on"


def _head(desk: Desk) -> Iterator[RenderableType]:
    heading = desk.heading
    yield text(" · ".join([heading.articles, heading.statements, heading.published]), HEADING)
    if len(heading.key) > 1:
        yield Flow([Text.assemble((key.tag, HEADING), f" {key.outlet}") for key in heading.key[:12]])
    yield legend_view()
    if not desk.sheets:
        yield text("No two sources speak of one matter in what was read: there is nothing to compare.")


def _block(number: int, sheet: Sheet) -> Iterator[RenderableType]:
    facts = " · ".join(sheet.facts[:2])
    yield Text.assemble((f"\n[{number}] {sheet.label}", HEADING), (f"  {facts}", ASIDE))
    for clash in sheet.clashes:
        yield hanging(label_of(clash.row), _clash(clash))
    summary = [*_shared(sheet), *_only(sheet), *_remarks(sheet)]
    if summary:
        yield Flow(summary)


def _clash(clash: Clash) -> Text:
    first, *others = (side_of(account, words[:1]) for account, words in clash.sides)
    return Text.assemble(first, ", but " if others else "", joined(others, ", and "))


def _shared(sheet: Sheet) -> Iterator[Text]:
    for mark in (Mark.BOTH_SAY, Mark.COMPATIBLE, Mark.CANNOT_TELL):
        points = [row.point for row in sheet.rows if row.mark is mark]
        if points:
            yield Text.assemble((f"{mark} {MARK_WORDS[mark]}", MARK_STYLES[mark]), f": {', '.join(points)};")


def _only(sheet: Sheet) -> Iterator[Text]:
    for account, rows in sheet.only:
        yield text(f"{Mark.ONE_SOURCE} only {account.name}: {_points(rows)};")


def _points(rows: Sequence[Row]) -> str:
    return ", ".join(dict.fromkeys(row.point for row in rows))


def _remarks(sheet: Sheet) -> Iterator[Text]:
    for remark in sheet.remarks:
        yield Text.assemble((f"{Mark.MIND} ", MARK_STYLES[Mark.MIND]), f"{remark.title};")


def _totals(desk: Desk) -> str:
    claims = sum(len(teller.told) for teller in desk.tellers)
    parts = [f"{len(desk.singles)} of one source only", f"{claims} claims of {len(desk.tellers)} sources"]
    notices = f"{len(desk.notices)} notices"
    return " · ".join([*parts, notices])
