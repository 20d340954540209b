"""A bar chart as SVG, drawn by Rich: stacked bars, as on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.table import Table
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

_COLOURS = ("blue", "yellow", "green", "red", "cyan", "magenta", "bright_black", "bright_blue")
_CELLS = 40
"""Cells of a bar that comes to 1."""
_DRAWING = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
"""Rich's, without its addresses of fonts: the picture is drawn in the reader's own."""


def bars(title: str, labels: Sequence[str], rows: Sequence[Mapping[str, float]]) -> str:
    """Return an SVG of one stacked bar a label, its parts in their order; below them, what each colour is."""
    table = Table.grid(padding=(0, 2))
    for label, row in zip(labels, rows, strict=True):
        table.add_row(label, _bar(row.values()), f"{sum(row.values()):.2f}")
    names = rows[0] if rows else {}
    legend = Text("  ").join(
        Text.assemble(("██", colour), f" {name}") for name, colour in zip(names, _COLOURS, strict=False)
    )
    console = Console(record=True, width=100, file=StringIO(), force_terminal=True, color_system="standard")
    console.print(table, "", legend)
    return svg_of(console, title, "bars")


def svg_of(console: Console, title: str, unique_id: str) -> str:
    """Return what a console recorded as SVG, in the colours of the terminal; it loads no font from elsewhere."""
    drawn = console.export_svg(
        title=title, theme=DEFAULT_TERMINAL_THEME, code_format=_DRAWING, unique_id=unique_id, font_aspect_ratio=0.61
    )
    return "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"


def _bar(parts: Iterable[float]) -> Text:
    """Return a bar whose parts end where their sum does, so that rounding adds nothing up."""
    bar, end = Text(), 0.0
    for part, colour in zip(parts, _COLOURS, strict=False):
        bar.append("█" * (round(_CELLS * (end + part)) - round(_CELLS * end)), colour)
        end += part
    return bar
