"""One incident in the terminal: its conflicts, its accounts side by side, what only one of them says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.box import Box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcheck.desk import Account, Clash, Remark, Row, Sheet, Words
from claimcheck.desk.marks import MARK_WORDS, Mark
from claimcheck.render.layout import GUTTER, hanging, joined, lines, section
from claimcheck.render.styles import ASIDE, HEADING, MARK_STYLES, cited, text

NARROWEST = 21
"""A column of an account with fewer characters breaks too many lines; then the accounts stand below each other."""

_COLUMNS = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
"""Nothing but a line below the names."""


class IncidentView:
    """One incident. Accounts stand side by side where the width carries them."""

    def __init__(self, number: int, sheet: Sheet) -> None:
        self.number = number
        self.sheet = sheet

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        sheet = self.sheet
        yield section(f"[{self.number}] {sheet.label}")
        yield text(" · ".join(sheet.facts), ASIDE)
        if sheet.clashes:
            yield Padding(Text.assemble(("Conflicts. ", HEADING), (sheet.caution, ASIDE)), (1, 0, 0, 0))
        for clash in sheet.clashes:
            yield hanging(_label(clash.row), _clash(clash))
        if sheet.rows:
            room = (options.max_width - GUTTER) // len(sheet.accounts) - 1
            side_by_side = room >= NARROWEST
            yield Text("")
            yield _matrix(sheet) if side_by_side else lines(_stacked(sheet))
        yield from _rest(sheet)


def _label(row: Row) -> Text:
    label = Text(f"{row.mark} ", style=MARK_STYLES[row.mark])
    return label.append(row.point, style=MARK_STYLES[row.mark])


def _clash(clash: Clash) -> RenderableType:
    parts = [Text.assemble((account.name, HEADING), ": ", joined(map(cited, words))) for account, words in clash.sides]
    return lines([*parts, *_why(clash.row)])


def _why(row: Row) -> Iterator[Text]:
    sure = "" if row.strength == "clear" else f"({row.strength}) "
    if row.reason or sure:
        yield text(f"{sure}{row.reason}", ASIDE)


def _matrix(sheet: Sheet) -> Table:
    table = Table(box=_COLUMNS, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column("", width=GUTTER - 1)
    for account in sheet.accounts:
        table.add_column(_account(account), ratio=1)
    for row in sheet.rows:
        table.add_row(_label(row), *(_cell(words) for words in row.cells))
    return table


def _account(account: Account) -> Text:
    head = text(account.name, HEADING)
    for line in (account.via, account.said):
        if line:
            head.append(f"\n{line}", style="not bold dim")
    return head


def _cell(words: Sequence[Words]) -> RenderableType:
    return lines(map(cited, words)) if words else text(Mark.ABSENT, ASIDE)


def _stacked(sheet: Sheet) -> Iterator[RenderableType]:
    yield from (text(f"{account.name} ({account.titled})", ASIDE) for account in ())
    for row in sheet.rows:
        yield hanging(_label(row), lines(_stacked_cells(row, sheet.accounts)))


def _stacked_cells(row: Row, accounts: Iterable[Account]) -> Iterator[Text]:
    absent = []
    for account, words in zip(accounts, row.cells, strict=True):
        if words:
            yield Text.assemble((account.name, HEADING), ": ", joined(map(cited, words)))
        else:
            absent.append(account.name)
    if absent:
        yield text(f"{Mark.ABSENT} {', '.join(absent)}", ASIDE)


def _rest(sheet: Sheet) -> Iterator[RenderableType]:
    if sheet.only or sheet.remarks or sheet.missing:
        yield Text("")
    for account, rows in sheet.only:
        said = [Text.assemble((f"{row.point} ", ASIDE), joined(cited(w) for w in _all(row))) for row in rows]
        yield hanging(
            text(f"{Mark.ONE_SOURCE} only", MARK_STYLES[Mark.ONE_SOURCE]),
            Text.assemble((account.name, HEADING), ": ", joined(said)),
        )
    for remark in sheet.remarks:
        yield hanging(text(f"{Mark.MIND} {MARK_WORDS[Mark.MIND]}", MARK_STYLES[Mark.MIND]), _remark(remark))
    if sheet.missing:
        yield hanging(text(f"{Mark.ABSENT} nobody", ASIDE), text(", ".join(sheet.missing), ASIDE))


def _all(row: Row) -> list[Words]:
    return [words for cell in row.cells for words in cell]


def _remark(remark: Remark) -> Text:
    shown = text(remark.title)
    if remark.sides:
        shown.append(": ")
        shown.append(joined(Text.assemble((teller, HEADING), ": ", cited(words)) for teller, words in remark.sides))
    if remark.reason:
        shown.append(f". {remark.reason}", style=ASIDE)
    return shown
