"""One incident in the terminal: its conflicts, its accounts side by side, what only one of them says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from rich.box import Box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcheck.desk import Account, Alone, Clash, Entry, Remark, Row, Sheet, Words, weighed
from claimcheck.desk.marks import MARK_WORDS, Mark
from claimcheck.desk.rows import MOST_PAIRS
from claimcheck.render.layout import GUTTER, Hanging, Section, joined, lines
from claimcheck.render.styles import ASIDE, HEADING, MARK_STYLES, cited, text, wordings

NARROWEST = 21
"""A column of an account with fewer characters breaks too many lines; then the accounts stand below each other."""

_UNDER_NAMES = Box("    \n    \n    \n    \n ── \n    \n    \n    \n")
"""Nothing but a line below the names."""

_GAP = (0, 1, 0, 0)

MOST_ABSENT = 2
"""So many accounts that say nothing on a point are named; more are counted."""

MOST_REMARKS = 4
MOST_ALONE = 8
MOST_ENTRIES = 12
"""So many remarks of an incident, statements of one account alone, and lines of a timeline are shown; an export holds
all."""


class IncidentView:
    """One incident. Accounts stand side by side where the width carries them. With `explain`, why they are together."""

    def __init__(self, number: int, sheet: Sheet, explain: bool = False) -> None:
        self.number = number
        self.sheet = sheet
        self.explain = explain

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        sheet = self.sheet
        yield Section(f"[{self.number}] {sheet.label}")
        yield text(" · ".join(sheet.facts))
        if self.explain:
            yield from (Hanging(text(name, ASIDE), text(words)) for name, words in sheet.why.lines)
        if sheet.clashes:
            yield Padding(Text.assemble(("Conflicts. ", HEADING), sheet.caution), (1, 0, 0, 0))
        for clash in sheet.clashes:
            yield Hanging(label_of(clash.row), _clash(clash))
        if sheet.rows:
            room = (options.max_width - GUTTER) // len(sheet.accounts) - 1
            yield Text("")
            yield _matrix(sheet) if room >= NARROWEST else lines(_stacked(sheet))
        yield from _rest(sheet)
        if sheet.timeline:
            yield from _timeline(sheet.timeline)


def label_of(row: Row) -> Text:
    """Return the mark of a finding and the point that it is on; a word too long for its column is cut."""
    longest = GUTTER - 1
    words = (word if len(word) <= longest else f"{word[: longest - 1]}…" for word in row.label.split(" "))
    return text(" ".join(words), MARK_STYLES[row.mark])


def side_of(account: Account, words: Sequence[Words], before: str = "") -> Text:
    """Return who says it and the words, as a part of a sentence."""
    return Text.assemble(before, (account.name, HEADING), ": ", joined(wordings(words)))


def about(account: Account) -> str:
    """Return the way that an account came by, and when it was given."""
    return ", ".join(part for part in (account.via, account.said) if part)


def _clash(clash: Clash) -> RenderableType:
    """Return who conflicts with whom: below one side, each that cannot be true beside it."""
    parts: list[RenderableType] = []
    for side, pairs in groupby(clash.pairs[:MOST_PAIRS], key=itemgetter(0)):
        parts += [side_of(*side), *(side_of(*against, "but ") for _, against in pairs)]
    if clash.more:
        parts.append(text(clash.more, ASIDE))
    if why := weighed(clash):
        parts.append(text(why))
    return lines(parts)


def _matrix(sheet: Sheet) -> Table:
    table = Table(box=_UNDER_NAMES, show_header=False, show_edge=False, pad_edge=False, padding=_GAP, expand=True)
    table.add_column(width=GUTTER - 2, overflow="fold")
    for _ in sheet.accounts:
        table.add_column(ratio=1, overflow="fold")
    table.add_row("", *map(_head, sheet.accounts), end_section=True)
    for row in sheet.rows:
        table.add_row(label_of(row), *map(_cell, row.cells))
    return table


def _head(account: Account) -> Text:
    head = text(account.name, HEADING)
    for line in (account.via, account.said):
        if line:
            head.append(f"\n{line}", style="not bold dim")
    return head


def _cell(words: Sequence[Words]) -> RenderableType:
    return lines(wordings(words)) if words else text(Mark.ABSENT, ASIDE)


def _stacked(sheet: Sheet) -> Iterator[RenderableType]:
    heads = (Text.assemble((a.name, HEADING), (f", {about(a)}", ASIDE)) for a in sheet.accounts)
    yield Hanging(text("Accounts", HEADING), lines(heads))
    for row in sheet.rows:
        yield Hanging(label_of(row), lines(_stacked_cells(row, sheet.accounts)))


def _stacked_cells(row: Row, accounts: Sequence[Account]) -> Iterator[Text]:
    told = list(zip(accounts, row.cells, strict=True))
    yield from (side_of(account, words) for account, words in told if words)
    absent = [account.name for account, words in told if not words]
    if absent:
        named = ", ".join(absent) if len(absent) <= MOST_ABSENT else f"the other {len(absent)}"
        yield text(f"{Mark.ABSENT} {named}", ASIDE)


def _rest(sheet: Sheet) -> Iterator[RenderableType]:
    if sheet.only or sheet.remarks or sheet.missing:
        yield Text("")
    for alone in sheet.only:
        yield Hanging(text(f"{Mark.ONE_SOURCE} only", MARK_STYLES[Mark.ONE_SOURCE]), _only(alone))
    yield from (Hanging(_take_care(), _remark(remark)) for remark in sheet.remarks[:MOST_REMARKS])
    if len(sheet.remarks) > MOST_REMARKS:
        yield Hanging(_take_care(), text(f"and {len(sheet.remarks) - MOST_REMARKS} more among the comparisons", ASIDE))
    if sheet.missing:
        gaps = f"{MARK_WORDS[Mark.ABSENT]}: {', '.join(sheet.missing)}"
        yield Hanging(text(f"{Mark.ABSENT} nobody"), text(gaps))


def _take_care() -> Text:
    return text(f"{Mark.MIND} {MARK_WORDS[Mark.MIND]}", MARK_STYLES[Mark.MIND])


def _only(alone: Alone) -> Text:
    points = (Text.assemble((f"{row.point} ", ASIDE), joined(wordings(row.words))) for row in alone.points)
    said = [*points, *map(cited, alone.statements)]
    more = [text(f"and {len(said) - MOST_ALONE} more", ASIDE)] if len(said) > MOST_ALONE else []
    return Text.assemble((alone.account.name, HEADING), ": ", joined([*said[:MOST_ALONE], *more]))


def _remark(remark: Remark) -> Text:
    shown = text(remark.title)
    if remark.sides:
        shown.append(": ")
        shown.append(joined(Text.assemble((teller, HEADING), ": ", cited(words)) for teller, words in remark.sides))
    if remark.reason:
        shown.append(f". {remark.reason}")
    return shown


def _timeline(entries: Sequence[Entry]) -> Iterator[RenderableType]:
    yield text("\nWho said what when", HEADING)
    for entry in entries[:MOST_ENTRIES]:
        said = Text.assemble((entry.who, HEADING), ": ", cited(entry.words))
        yield Hanging(text(entry.when), said.append("".join(f", {note}" for note in entry.notes), style=ASIDE))
    if len(entries) > MOST_ENTRIES:
        yield Hanging(Text(""), text(f"and {len(entries) - MOST_ENTRIES} more", ASIDE))
