"""Reading the TOML tables of this package, and those that a user adds."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from claimcheck.errors import SettingsError

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


def read_table(path: Path) -> Table:
    """Return the TOML file of a user. Errors: `SettingsError` where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot read sources {path}: {error}", "give a TOML file with --sources") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not TOML: {error}", "see docs/sources.md for an example") from error
