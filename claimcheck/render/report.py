"""The report in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from claimcheck.desk import Desk, Heading, Key, Single
from claimcheck.desk.marks import MARK_WORDS, WORD_MARKS
from claimcheck.render.claims import tellers_view
from claimcheck.render.incident import IncidentView
from claimcheck.render.layout import WIDEST, hanging, joined, lines, section
from claimcheck.render.styles import ASIDE, HEADING, MARK_STYLES, text

MOST_SINGLES = 12
"""So many incidents of one source are listed; the claims by source hold all."""


class FullReport:
    """All of a report: heading, legend, incidents, single claims, claims by source, notices."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        options = options.update(width=min(options.max_width, WIDEST))
        for part in self._parts():
            yield from console.render(part, options)

    def _parts(self) -> Iterator[RenderableType]:
        yield heading_view(self.desk.heading)
        yield legend_view()
        if not self.desk.sheets:
            yield text("\nNo two sources speak of one matter in what was read: there is nothing to compare.")
        for number, sheet in enumerate(self.desk.sheets, 1):
            yield IncidentView(number, sheet)
        if self.desk.singles:
            yield section(f"One source only: nothing to compare ({len(self.desk.singles)})")
            yield lines(_singles(self.desk.singles))
        yield section("Claims by source")
        yield tellers_view(self.desk.tellers)
        yield notices_block(self.desk.notices)


def heading_view(heading: Heading) -> RenderableType:
    """Return the lines on what was read."""
    top = text(" · ".join([heading.articles, heading.statements, heading.published]), HEADING)
    return lines([top, *_key(heading.key)])


def _key(key: Sequence[Key]) -> Iterator[Text]:
    for entry in key:
        if entry.tag:
            yield _entry(entry)


def _entry(entry: Key) -> Text:
    shown = Text(f"{entry.tag} ", style=HEADING)
    shown.append(", ".join(part for part in (entry.outlet, entry.published) if part))
    if entry.title:
        shown.append(f": {entry.title}", style=f"link {entry.link}" if entry.link else "")
    return shown


def legend_view() -> RenderableType:
    """Return the marks and their words, which every screen shows."""
    words = [Text.assemble((mark, HEADING), f" {said}") for mark, said in WORD_MARKS]
    marks = [Text.assemble((mark, MARK_STYLES[mark]), f" {said}") for mark, said in MARK_WORDS.items()]
    return lines([joined(words, "  "), joined(marks, "  ")])


def _singles(singles: Sequence[Single]) -> Iterator[RenderableType]:
    for single in singles[:MOST_SINGLES]:
        said = Text.assemble(single.label, (f" — {single.source} ", ASIDE), (" ".join(single.refs), ASIDE))
        yield hanging(text(f"[{single.number}]", ASIDE), said, 5)
    if len(singles) > MOST_SINGLES:
        yield hanging(Text(""), text(f"and {len(singles) - MOST_SINGLES} more, all among the claims below", ASIDE), 5)


def notices_block(notices: Sequence[str]) -> RenderableType:
    """Return the notices under a heading of their own; nothing where there are none."""
    if not notices:
        return lines([])
    return lines([section(f"Notices ({len(notices)})"), *(hanging(text("!"), text(line), 3) for line in notices)])
