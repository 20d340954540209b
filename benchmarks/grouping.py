"""Time and peak memory of grouping, from a thousand claims to a million: `python -m benchmarks.grouping [SIZE ...]`.

Tables are made by `benchmarks.claims_table`, their vectors given. Each size is a process of its own, so that its peak
is its own; a peak includes the table, whose share stands beside it. Asked for: at most 12 times the time and the memory
for 10 times the claims; 100,000 in under 3 minutes and 4 GB on two cores. In the same run, sentence-transformers'
`community_detection` on the same vectors, up to `--detect` claims.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from benchmarks.claims_table import claims_table
from benchmarks.measuring import peak
from claimcheck.group import group_incidents, group_origins, pairs_worth_judging
from claimcheck.knowledge import default_knowledge
from claimcheck.settings import Settings

T = TypeVar("T")
Figures = Mapping[str, float]
STAGES = ("origins", "incidents", "pairs")
SIZES = (1_000, 10_000, 100_000)


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--detect", type=int, default=10_000, help="community_detection up to so many claims")
    parser.add_argument("--one", choices=("grouped", "detected"), help="measure one size in this process")
    options = parser.parse_args()
    if options.one:
        print(json.dumps((grouped if options.one == "grouped" else detected)(options.sizes[0])))
        return
    table = Table("claims", "made, MB", *(f"{s}, s" for s in STAGES), "whole, s", "CPU, s", "peak, MB", "found", "×")
    table.add_column("community_detection, s")
    rows = [(size, _apart("grouped", size)) for size in options.sizes]
    growth = [""] + [
        f"{b['whole'] / a['whole']:.1f} / {b['peak'] / a['peak']:.1f}" for (_, a), (_, b) in pairwise(rows)
    ]
    for (size, row), times in zip(rows, growth, strict=True):
        told = f"{_apart('detected', size)['whole']:.1f}" if size <= options.detect else "-"
        figures = (f"{row[name]:,.1f}" for name in ("made", *STAGES, "whole", "cpu", "peak"))
        table.add_row(f"{size:,}", *figures, f"{row['found']:,.0f}", times, told)
    Console(width=140).print(table, "×: time and peak memory, as multiples of the size before")


def grouped(size: int) -> Figures:
    """Return what grouping a table of one size takes: seconds by stage, CPU seconds, MB."""
    material, knowledge, settings = claims_table(size), default_knowledge(), Settings()
    made = peak()
    times: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], T]) -> T:
        begun = time.perf_counter()
        done = work()
        times[stage] = time.perf_counter() - begun
        return done

    cpu = time.process_time()
    origins = timed("origins", lambda: group_origins(material, settings.grouping))
    incidents = timed("incidents", lambda: group_incidents(material, origins, knowledge, settings.grouping))
    timed("pairs", lambda: pairs_worth_judging(material, incidents, origins, settings.pairing))
    used = time.process_time() - cpu
    whole = sum(times.values())
    return {**times, "whole": whole, "cpu": used, "made": made, "peak": peak(), "found": len(incidents)}


def detected(size: int) -> Figures:
    """Return the seconds that sentence-transformers' clustering takes on the same vectors."""
    from sentence_transformers.util import community_detection

    vectors = claims_table(size).vectors
    begun = time.perf_counter()
    community_detection(vectors, threshold=0.7, min_community_size=1)
    return {"whole": time.perf_counter() - begun}


def _apart(what: str, size: int) -> Figures:
    command = [sys.executable, "-m", "benchmarks.grouping", "--one", what, str(size)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: Figures = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    main()
