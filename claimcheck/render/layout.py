"""The pieces that the views are laid out with: a gutter for marks, columns for accounts."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from claimcheck.render.styles import ASIDE, HEADING, text

WIDEST = 120
"""Lines longer than this are hard to read; wider terminals leave the rest empty."""

GUTTER = 14
"""Columns for a mark and the point that it is on: "X how many (kill)" wraps, the others fit."""


def hanging(label: Text, body: RenderableType, gutter: int = GUTTER) -> Table:
    """Return a label in the gutter and what belongs to it at its right."""
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=gutter - 1)
    grid.add_column(ratio=1)
    grid.add_row(label, body)
    return grid


def lines(parts: Iterable[RenderableType]) -> Group:
    """Return parts below each other."""
    return Group(*parts)


def section(title: str) -> RenderableType:
    """Return the heading of a part of a report."""
    return Padding(Rule(text(title, HEADING), align="left", style=ASIDE, characters="─"), (1, 0, 0, 0))


def joined(parts: Iterable[Text], separator: str = "; ") -> Text:
    """Return parts one after the other in running text."""
    return Text(separator).join(parts)
