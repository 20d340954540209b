"""Reading the TOML tables of this package."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

Table = dict[str, Any]


def own_table(name: str) -> Table:
    """Return a TOML file of this package, such as "acts.toml"."""
    return tomllib.loads(files("claimcheck.knowledge").joinpath(name).read_text(encoding="utf-8"))


def own_tables(folder: str) -> Iterator[tuple[str, Table]]:
    """Yield the name and content of every TOML file in a folder of this package, by name."""
    found = files("claimcheck.knowledge").joinpath(folder).iterdir()
    for file in sorted(found, key=lambda f: f.name):
        if file.name.endswith(".toml"):
            yield file.name, tomllib.loads(file.read_text(encoding="utf-8"))
