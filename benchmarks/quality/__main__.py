"""`python -m benchmarks.quality --data DIR`: a table of all measures beside their pinned floors."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.quality.floors import Result, measure_all


def main() -> int:
    """Print the table; return 1 where a floor does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="where seed/, gold/ and the others are")
    parser.add_argument("--only", help="one stage alone")
    arguments = parser.parse_args()
    results = measure_all(arguments.data, arguments.only)
    Console().print(_table(results))
    return int(any(not result.holds for result in results))


def _table(results: list[Result]) -> Table:
    table = Table("stage", "measure", "value", "floor", "", title="quality, measured now")
    for result in results:
        floor = "other data" if result.floor is None else f"{result.floor:.3f}"
        measure = result.measure
        name = f"{measure.name} (lower is better)" if measure.lower_is_better else measure.name
        table.add_row(result.stage, name, f"{measure.value:.3f}", floor, "" if result.holds else "BELOW")
    return table


if __name__ == "__main__":
    raise SystemExit(main())
