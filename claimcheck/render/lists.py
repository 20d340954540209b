"""The views of the registry of sources and of the models in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from claimcheck.desk import visible
from claimcheck.model import ModelName
from claimcheck.render.layout import lines
from claimcheck.render.styles import ASIDE, HEADING, text


class SourceRow(NamedTuple):
    """One entry of the registry, as a view needs it."""

    id: str
    name: str
    kind: str
    side: str | None = None
    country: str | None = None
    aliases: Sequence[str] = ()


def sources_table(rows: Iterable[SourceRow]) -> RenderableType:
    """Return the registry as a table: id, name, kind, country, other names."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=HEADING)
    for title, ratio in (("id", 4), ("source", 6), ("kind", 3), ("country", 3), ("also called", 7)):
        table.add_column(title, ratio=ratio, overflow="fold")
    for row in rows:
        cells = (row.name, row.kind, row.country or row.side or "", ", ".join(row.aliases))
        table.add_row(text(visible(row.id), ASIDE), *(text(visible(cell)) for cell in cells))
    return table


def sources_lines(rows: Iterable[SourceRow]) -> RenderableType:
    """Return the registry as one line an entry."""
    return lines(text(_line(row)) for row in rows)


def _line(row: SourceRow) -> str:
    parts = [visible(row.name), visible(row.kind), visible(row.country or row.side or "")]
    others = f"; also called {', '.join(visible(alias) for alias in row.aliases)}" if row.aliases else ""
    return ", ".join(part for part in parts if part) + others + f" ({visible(row.id)})"


PLACING = (
    "To use another: --parser-model, --embedding-model or --entailment-model with a folder; without a network, copy it "
    "here first."
)


def models_lines(models: Sequence[ModelName]) -> RenderableType:
    """Return which models are in use, where from, their checksums and licences, each on one line that is not broken."""
    if not models:
        return text("No model is in use.")
    return lines([*(part for model in models for part in _model(model)), text(PLACING, ASIDE)])


def _model(model: ModelName) -> Iterator[Text]:
    yield Text.assemble((f"{visible(model.role)}: ", HEADING), visible(model.name))
    for label, value in (("from", model.origin), ("SHA-256", model.sha256), ("licence", model.licence)):
        yield Text.assemble((f"  {label:<9}", ASIDE), visible(value) if value else "not known")
