"""A column of an editor's sheet, and the sheet that columns make up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its name, what it says in words, and the cell of a row. `choices` are all that can stand in it."""

    name: str
    says: str
    cell: Callable[[T], str]
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One sheet: what a row of it is, and its columns in order. Every cell is text."""

    name: str
    says: str
    columns: tuple[Column[T], ...]

    @property
    def header(self) -> list[str]:
        return [column.name for column in self.columns]

    def row(self, value: T) -> list[str]:
        """Return the cells of one row."""
        return [column.cell(value) for column in self.columns]

    def table(self, values: Iterable[T]) -> Iterator[list[str]]:
        """Yield the cells of each row."""
        return map(self.row, values)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of one row, read as an object of its columns."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"One row of the sheet {self.name}",
            "type": "object",
            "properties": {column.name: _cell_schema(column) for column in self.columns},
            "required": self.header,
            "additionalProperties": False,
        }

    def markdown(self) -> str:
        """Return the columns as a table in Markdown."""
        rows = [f"| `{column.name}` | {column.says}{_listed(column.choices)} |" for column in self.columns]
        head = [f"## {self.name}", "", self.says, "", "| column | what it holds |", "| --- | --- |"]
        return "\n".join([*head, *rows, ""])


def _cell_schema(column: Column[Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "description": column.says}
    return {**schema, "enum": list(column.choices)} if column.choices else schema


def _listed(choices: tuple[str, ...]) -> str:
    named = ", ".join(f"`{choice}`" if choice else "empty" for choice in choices)
    return f": {named}" if named else ""
