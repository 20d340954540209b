"""What a second run costs beside the first, with the cache: `python -m benchmarks.cache [--count 60] [--data DIR]`.

Each run is a process of its own, as a desk would start it; the cache begins empty. Then the folder grows by a tenth.
Asked for is at most 15% for an unchanged folder of 1,000 articles. `same`: the reports are those of runs without it.
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

from rich.console import Console
from rich.table import Table

from benchmarks.articles import articles
from claimcheck.model import Article


def main() -> None:
    """Print the times and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--data", type=Path, help="a folder of articles to measure on in place of made ones")
    options = parser.parse_args()
    corpus = articles(options.count + options.count // 10, options.data)
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write(corpus[: options.count], folder / "articles.jsonl")
        _write(corpus, folder / "grown.jsonl")
        start, _ = _run(folder, "empty.txt", "--no-cache")
        first, one = _run(folder, "articles.jsonl")
        second, two = _run(folder, "articles.jsonl")
        grown, three = _run(folder, "grown.jsonl")
        size = (folder / "claimcheck" / "kept.sqlite").stat().st_size / 1e6
        same = one == two and three == _run(folder, "grown.jsonl", "--no-cache")[1]
    table = Table("articles", "start, s", "first, s", "second, s", "second / first", "grown by 10%, s", "MB", "same")
    figures = (start, first, second, second / first, grown, size)
    table.add_row(str(options.count), *(f"{figure:.2f}" for figure in figures), "yes" if same else "NO")
    Console().print(table)


def _write(corpus: list[Article], path: Path) -> None:
    rows = (
        {"id": a.id, "outlet": a.outlet, "title": a.title, "published": a.published, "text": a.text} for a in corpus
    )
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def _run(folder: Path, name: str, *options: str) -> tuple[float, bytes]:
    """Return the seconds and the report of one run; of a file that is not there, those of one sentence."""
    if not (folder / name).exists():
        (folder / name).write_text("The ferry sank, the ministry said.", encoding="utf-8")
    command = [sys.executable, "-m", "claimcheck", "check", str(folder / name), "--format", "json", *options]
    begun = time.perf_counter()
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder)}
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    return time.perf_counter() - begun, done.stdout


if __name__ == "__main__":
    main()
