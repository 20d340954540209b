"""The full report in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from claimcheck.desk import NOTHING_TO_COMPARE, Desk, Heading, Key, Single, Teller
from claimcheck.desk.marks import MARK_WORDS, WORD_MARKS
from claimcheck.render.claims import tellers_view
from claimcheck.render.folded import claims_by_source, folded_sheets, laid_out
from claimcheck.render.incident import IncidentView
from claimcheck.render.layout import Flow, Hanging, Section, lines
from claimcheck.render.styles import ASIDE, HEADING, MARK_STYLES, cited, text

MOST_SINGLES = 12
"""So many incidents of one source are listed; the claims by source hold all."""

KEY_ON_TOP = 6
"""A key to so many articles stands at the top; a longer one at the end."""


def full_report(desk: Desk, explain: bool = False) -> RenderableType:
    """Return all of a report: heading, legend, incidents, single claims, claims by source, notices.

    With `explain`, why claims were put together.
    """
    return lines(_parts(desk, explain))


def claims_report(heading: Heading, tellers: Sequence[Teller], explain: bool = False) -> RenderableType:
    """Return who said what, with what was read and the marks that stand on words."""
    words = [Text.assemble((mark, HEADING), f" {said}") for mark, said in WORD_MARKS]
    return lines([heading_view(heading), Flow(words), Text(""), tellers_view(tellers, explain)])


def _parts(desk: Desk, explain: bool) -> Iterator[RenderableType]:
    yield heading_view(desk.heading)
    yield legend_view()
    if not desk.sheets:
        yield text(f"\n{NOTHING_TO_COMPARE}")
    shown = laid_out(desk.sheets)
    for number, sheet in enumerate(desk.sheets[:shown], 1):
        yield IncidentView(number, sheet, explain)
    yield from folded_sheets(desk.sheets[shown:], shown + 1)
    if desk.singles:
        yield Section(f"One source only: nothing to compare ({len(desk.singles)})")
        yield from _singles(desk.singles, explain)
    yield claims_by_source(desk.tellers)
    if len(desk.heading.key) > KEY_ON_TOP:
        yield Section(f"Articles ({len(desk.heading.key)})")
        yield from map(_entry, desk.heading.key)
    if desk.notices:
        yield notices_block(desk.notices)


def heading_view(heading: Heading) -> RenderableType:
    """Return the lines on what was read."""
    top = text(heading.line, HEADING)
    shown = 1 < len(heading.key) <= KEY_ON_TOP
    return lines([top, *(map(_entry, heading.key) if shown else ())])


def legend_view() -> RenderableType:
    """Return the marks and their words, which every screen shows."""
    words = [Text.assemble((mark, HEADING), f" {said}") for mark, said in WORD_MARKS]
    marks = [Text.assemble((mark, MARK_STYLES[mark]), f" {said}") for mark, said in MARK_WORDS.items()]
    return Flow([*words, *marks])


def notices_block(notices: Sequence[str]) -> RenderableType:
    """Return the notices under a heading of their own."""
    told = (Hanging(text("!"), text(notice), 3) for notice in notices)
    return lines([Section(f"Notices ({len(notices)})"), *told])


def _entry(entry: Key) -> Text:
    shown = Text.assemble((entry.tag, HEADING), f" {entry.outlet}, {entry.published}")
    if entry.title:
        shown.append(": ")
        shown.append(entry.title, style=f"link {entry.link}" if entry.link else "")
    return shown


def _singles(singles: Sequence[Single], explain: bool) -> Iterator[RenderableType]:
    for single in singles[:MOST_SINGLES]:
        voices = f" ({single.voices})" if single.voices else ""
        more = f" and {' '.join(single.more)}" if single.more else ""
        said = Text.assemble((single.source, HEADING), ": ", cited(single.words), (f"{more}{voices}", ASIDE))
        yield Hanging(text(f"[{single.number}]", ASIDE), said, 6)
        for name, words in single.why.lines if explain else ():
            yield Hanging(Text(""), text(f"{name}: {words}", ASIDE), 6)
    if len(singles) > MOST_SINGLES:
        rest = f"and {len(singles) - MOST_SINGLES} more: claimcheck claims lists the words of all"
        yield Hanging(Text(""), text(rest, ASIDE), 6)
