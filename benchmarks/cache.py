"""What a second run costs beside the first, with the cache: `python -m benchmarks.cache [--count 60] [--quick]`.

Each run is a process of its own, as a desk would start it; the cache begins empty. Then the folder grows by a tenth.
Asked for is at most 15% for an unchanged folder of 1,000 articles. The ratio is also told in seconds of CPU, which
other work on the machine changes less. `same`: the reports are those of runs without it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks.articles import articles
from benchmarks.measuring import cpu_of_children
from claimcheck.model import Article


def main() -> None:
    """Print the times and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--data", type=Path, help="a folder of articles to measure on in place of made ones")
    parser.add_argument("--quick", action="store_true", help="without the run without a cache: `same` of two runs only")
    options = parser.parse_args()
    corpus = articles(options.count + options.count // 10, options.data)
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write(corpus[: options.count], folder / "articles.jsonl")
        _write(corpus, folder / "grown.jsonl")
        start = _run(folder, "empty.txt", "--no-cache")
        first = _run(folder, "articles.jsonl")
        second = _run(folder, "articles.jsonl")
        grown = _run(folder, "grown.jsonl")
        size = (folder / "claimcheck" / "kept.sqlite").stat().st_size / 1e6
        unkept = grown if options.quick else _run(folder, "grown.jsonl", "--no-cache")
    same = first.report == second.report and grown.report == unkept.report
    table = Table("articles", "start, s", "first, s", "second, s", "second / first", "of CPU", "grown by 10%, s")
    table.add_column("first, s of CPU")
    table.add_column("MB")
    table.add_column("same")
    ratios = (second.seconds / first.seconds, second.cpu / first.cpu)
    figures = (start.seconds, first.seconds, second.seconds, *ratios, grown.seconds, first.cpu, size)
    table.add_row(str(options.count), *(f"{figure:.2f}" for figure in figures), "yes" if same else "NO")
    Console().print(table)


def _write(corpus: list[Article], path: Path) -> None:
    rows = (
        {"id": a.id, "outlet": a.outlet, "title": a.title, "published": a.published, "text": a.text} for a in corpus
    )
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


class Run(NamedTuple):
    """Seconds by the wall and of CPU, and the report."""

    seconds: float
    cpu: float
    report: bytes


def _run(folder: Path, name: str, *options: str) -> Run:
    """Return what one run takes and gives; of a file that is not there, that of one sentence."""
    if not (folder / name).exists():
        (folder / name).write_text("The ferry sank, the ministry said.", encoding="utf-8")
    command = [sys.executable, "-m", "claimcheck", "check", str(folder / name), "--format", "json", *options]
    begun, used = time.perf_counter(), cpu_of_children()
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder)}
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    return Run(time.perf_counter() - begun, cpu_of_children() - used, done.stdout)


if __name__ == "__main__":
    main()
