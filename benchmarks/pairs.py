"""Pairs a second and peak memory of `compare --pairs` on files of doubling size: `python -m benchmarks.pairs`.

Each size is a fresh process, whose peak is its own. What a million would take is told from the last two sizes, as the
seconds of CPU that the one takes beyond the other: a run uses one core.
"""

from __future__ import annotations

import argparse
import csv
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from benchmarks.articles import sentences_of_samples
from benchmarks.measuring import cpu_of_children

COMMAND = (
    "import sys\nfrom claimcheck.cli.app import run\nfrom benchmarks.measuring import peak\n"
    "code = run(['compare', '--pairs', sys.argv[1], '--format', 'jsonl', '--output', sys.argv[2], '--quiet'])\n"
    "print(peak())\nsys.exit(code)\n"
)
_MILLION = 1_000_000


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=(500, 1000, 2000, 4000))
    sizes: Sequence[int] = parser.parse_args().sizes
    found = [(size, *measured(size)) for size in sizes]
    table = Table("pairs", "s", "CPU, s", "pairs / s of CPU, beyond the size before", "peak, MB")
    rates = ["", *(f"{(b[0] - a[0]) / (b[2] - a[2]):.1f}" for a, b in pairwise(found))]
    for (size, seconds, cpu, peak), rate in zip(found, rates, strict=True):
        table.add_row(f"{size:,}", f"{seconds:.1f}", f"{cpu:.1f}", rate, f"{peak:.0f}")
    Console().print(table)
    if len(found) > 1 and found[-1][2] > found[-2][2]:
        each = (found[-1][2] - found[-2][2]) / (found[-1][0] - found[-2][0])
        print(f"a million at that rate: {_MILLION * each / 3600:.1f} hours")


def measured(size: int) -> tuple[float, float, float]:
    """Return the seconds by the wall and of CPU, and the peak memory in MB, of one run."""
    with TemporaryDirectory() as name:
        pairs, verdicts = Path(name, "pairs.csv"), Path(name, "verdicts.jsonl")
        write(pairs, size)
        begun, used = time.perf_counter(), cpu_of_children()
        command = [sys.executable, "-c", COMMAND, str(pairs), str(verdicts)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return time.perf_counter() - begun, cpu_of_children() - used, float(done.stdout.split()[-1])


def write(path: Path, size: int) -> None:
    """Write so many pairs of sentences of the samples, their numbers changed, so that hardly two pairs are one."""
    rng, sentences = random.Random(0), sentences_of_samples()
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("a", "b"))
        for _ in range(size):
            a, b = (f"{rng.choice(sentences)[:-1]}, {rng.randint(2, 9999)} people said." for _ in "ab")
            rows.writerow((a, b))


if __name__ == "__main__":
    main()
