"""A bar chart as SVG, written by hand: a few rectangles need no library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

_COLOURS = ("#4e79a7", "#f28e2b", "#59a14f", "#e15759", "#76b7b2", "#b07aa1", "#9c755f", "#edc948")
_LEFT, _HEIGHT, _WIDTH = 110, 34, 560


def bars(labels: Sequence[str], rows: Sequence[Mapping[str, float]]) -> str:
    """Return an SVG of one stacked bar a label, its parts in their order, a line where they come to 1."""
    longest = max((sum(row.values()) for row in rows), default=1.0)
    scale = _WIDTH / max(longest, 1.0)
    names = list(rows[0]) if rows else []
    colour = {name: _COLOURS[n % len(_COLOURS)] for n, name in enumerate(names)}
    parts: list[str] = []
    for n, (label, row) in enumerate(zip(labels, rows, strict=True)):
        y, x = 10 + n * _HEIGHT, float(_LEFT)
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 17}" text-anchor="end">{escape(label)}</text>')
        for name, value in row.items():
            parts.append(f'<rect x="{x:.1f}" y="{y}" width="{value * scale:.1f}" height="24" fill="{colour[name]}"/>')
            x += value * scale
        parts.append(f'<text x="{x + 6:.1f}" y="{y + 17}">{sum(row.values()):.2f}</text>')
    bottom = 10 + len(rows) * _HEIGHT
    one = _LEFT + scale
    parts.append(f'<line x1="{one:.1f}" x2="{one:.1f}" y1="4" y2="{bottom}" stroke="black" stroke-dasharray="4 3"/>')
    for n, name in enumerate(names):
        x = _LEFT + n * 85
        parts.append(f'<rect x="{x}" y="{bottom + 8}" width="12" height="12" fill="{colour[name]}"/>')
        parts.append(f'<text x="{x + 16}" y="{bottom + 19}">{escape(name)}</text>')
    size = f'width="{_LEFT + _WIDTH + 90}" height="{bottom + 30}"'
    style = 'font-family="sans-serif" font-size="13"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>\n' + "\n".join(parts) + "\n</svg>\n"
