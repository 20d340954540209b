"""The pieces that the views are laid out with: a gutter for marks, items that flow, lines without loose ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.text import Text

from claimcheck.render.styles import ASIDE, HEADING, text

WIDEST = 120
"""Lines longer than this are hard to read; wider terminals leave the rest empty."""

GUTTER = 14
"""Columns for a mark and the point that it is on: "X how many (kill)" wraps, the others fit."""


class Trimmed:
    """Draws a view no wider than is good to read, with no blanks at the ends of lines: it copies cleanly."""

    def __init__(self, view: RenderableType) -> None:
        self.view = view

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in drawn_lines(self.view, console, options):
            yield from line
            yield Segment.line()

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(1, min(options.max_width, WIDEST))


def drawn_lines(view: RenderableType, console: Console, options: ConsoleOptions) -> list[list[Segment]]:
    """Return the lines of a view as drawn, without blanks at their ends."""
    width = min(options.max_width, WIDEST)
    lines = console.render_lines(view, options.update(width=width), pad=False)
    return [_without_end(line) for line in lines]


class Flow:
    """Short items, as many as fit on a line, none of them broken."""

    def __init__(self, items: Sequence[Text], gap: str = "  ") -> None:
        self.items = items
        self.gap = gap

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        line = Text()
        for item in self.items:
            if line and line.cell_len + len(self.gap) + item.cell_len > options.max_width:
                yield line
                line = Text()
            line = line + self.gap + item if line else line + item
        if line:
            yield line


class Hanging:
    """A label in the gutter, and what belongs to it at its right."""

    def __init__(self, label: Text, body: RenderableType, gutter: int = GUTTER) -> None:
        self.label = label
        self.body = body
        self.gutter = gutter

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        label = self.label.wrap(console, self.gutter - 1, overflow="fold")
        room = max(options.max_width - self.gutter, 1)
        body = console.render_lines(self.body, options.update(width=room), pad=False)
        for number in range(max(len(label), len(body))):
            head = Text("", end="").join(label[number : number + 1])
            yield from head.render(console)
            yield Segment(" " * (self.gutter - head.cell_len))
            yield from body[number] if number < len(body) else []
            yield Segment.line()


def lines(parts: Iterable[RenderableType]) -> Group:
    """Return parts below each other."""
    return Group(*parts)


class Section:
    """The heading of a part of a report, with a line from its end to the margin."""

    def __init__(self, title: str) -> None:
        self.title = title

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Text("")
        *first, last = text(self.title, HEADING).wrap(console, max(options.max_width - 2, 1), overflow="fold")
        yield from first
        yield last + text(" " + "─" * (options.max_width - last.cell_len - 1), ASIDE)


def joined(parts: Iterable[Text], separator: str = "; ") -> Text:
    """Return parts one after the other in running text."""
    return Text(separator).join(parts)


def _without_end(line: list[Segment]) -> list[Segment]:
    kept = list(line)
    while kept and not kept[-1].text.strip(" "):
        kept.pop()
    if kept:
        last = kept[-1]
        kept[-1] = Segment(last.text.rstrip(" "), last.style, last.control)
    return kept
