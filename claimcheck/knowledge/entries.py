"""The entries of the registry: who a source is, read from tables.

A table has one row a source, `[id]` with:

    name        what it is called in a report (required)
    kind        one of `KINDS` (or once for the whole file, at its top)
    country     the country that it belongs to; "Lebanon's NNA" is then understood
    side        the party that it speaks for, shown beside the name; no side makes two sources the same
    aliases     other names; no two sources may share one
    patterns    patterns (see patterns.toml) that mean this source in its country: ["army"]
    heads       ids of the offices of this person: "Netanyahu's office"
    speaks_for  id of the institution whose spokesman, director or account this is
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from claimcheck.errors import SettingsError
from claimcheck.knowledge.tables import Table

KINDS = (
    *("agency", "army", "armed_group", "broadcaster", "company", "court", "embassy", "government", "individual"),
    *("international", "ministry", "monitor", "office", "organisation", "outlet", "party", "police", "rescue"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A source that the registry knows, or one that a pattern makes for a country."""

    id: str
    name: str
    kind: str
    side: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    speaks_for: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


_LISTS = frozenset({"aliases", "patterns", "heads"})
_FIELDS = tuple(f.name for f in fields(Entry) if f.name != "id")


def entries_of(table: Table, where: str) -> Iterator[Entry]:
    """Yield the entries of a table. Errors: `SettingsError` that names the file `where` and the row."""
    kind = table.get("kind")
    for id_, row in table.items():
        if id_ == "kind":
            continue
        if not isinstance(row, Mapping):
            raise SettingsError(f"{where}: {id_} is no source", f'write [{id_}] and below it name = "..."')
        yield _entry(id_, {"kind": kind, **row}, where)


def merged(own: Iterable[Entry], added: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries with those `added`, which replace the ones of the same id."""
    by_id = {entry.id: entry for entry in own}
    by_id.update((entry.id, entry) for entry in added)
    return tuple(by_id.values())


def _entry(id_: str, row: Mapping[str, Any], where: str) -> Entry:
    for key, value in row.items():
        _check(id_, key, value, where)
    if not row.get("name"):
        raise SettingsError(f"{where}: source {id_} has no name", f'write name = "..." below [{id_}]')
    if row["kind"] not in KINDS:
        has = "no kind" if row["kind"] is None else f"the kind {row['kind']!r}"
        raise SettingsError(f"{where}: source {id_} has {has}", f"kinds: {', '.join(KINDS)}")
    values: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in row.items()}
    return Entry(id_, **values)


def _check(id_: str, key: str, value: object, where: str) -> None:
    if key not in _FIELDS:
        raise SettingsError(f"{where}: source {id_} has an unknown field {key}", f"known: {', '.join(_FIELDS)}")
    right = (
        isinstance(value, list) and all(isinstance(item, str) and item for item in value)
        if key in _LISTS
        else value is None or isinstance(value, str)
    )
    if not right:
        wanted = 'a list of texts, ["...", "..."]' if key in _LISTS else 'a text, "..."'
        raise SettingsError(f"{where}: {key} of source {id_} is {value!r}", f"{key} is {wanted}")
