"""The JSON Schemas (draft 2020-12) that pin what leaves the program. Files beside this module."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

SCHEMAS = ("report", "claims", "compare")


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the schema of the JSON of a report, of a list of claims, or of one verdict of `compare`.

    The last two point into `report.schema.json` for what they share with a report.
    """
    if name not in SCHEMAS:
        raise KeyError(f"no schema {name!r}: there are {', '.join(SCHEMAS)}")
    loaded: dict[str, Any] = json.loads(files(__package__).joinpath(f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded
