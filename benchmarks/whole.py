"""What each stage costs beside the bare model passes on the same text: `make bench`, `python -m benchmarks.whole`.

The bare passes are the parse and the embedding of the statements; beside it stands the tagger, which an extraction by
`auto` runs too. Every number of articles is a process of its own, which begins by loading the models; its stages are
timed one by one, and peak memory is that of the process. `--cpu` counts seconds of CPU, for a machine that does other
work. `--plot FILE` draws the stages as SVG. The judges are those of `check`: rules, unless `--entail` also asks the
network of the pairs in doubt. Asked for: the whole without judging at most 1.4 times the bare passes on
200 articles, under 2 GB; twice the articles at most 2.2 times.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from benchmarks.articles import articles
from benchmarks.bars import bars
from benchmarks.measuring import drained, peak
from claimcheck import reading
from claimcheck.defaults import default_models
from claimcheck.extract import extract_all
from claimcheck.extract.prose import passages
from claimcheck.findings import with_findings
from claimcheck.group import Material, Pairs, group_incidents, group_origins, pairs_worth_judging
from claimcheck.judge import decide, model_judges, rule_judges
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Corpus, Incident, Origin, propositions
from claimcheck.ports import Models
from claimcheck.settings import Settings

T = TypeVar("T")
Times = Mapping[str, float]
BARE = ("parse", "embed")
STAGES = ("read", "extract", "embedding", "group", "judge", "findings")
"""`extract` parses and tags, `embedding` is that of its statements: the same work as the bare passes, and ours."""


def main() -> None:
    """Print a row for each number of articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, nargs="*", default=(50, 100, 200))
    parser.add_argument("--data", type=Path, help="a folder of articles to measure on in place of made ones")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="an SVG of the stages")
    parser.add_argument("--cpu", action="store_true", help="seconds of CPU in place of those by the wall")
    parser.add_argument("--entail", action="store_true", help="ask the network of the pairs in doubt, too")
    parser.add_argument("--one", action="store_true", help="measure one number in this process")
    options = parser.parse_args()
    if options.one:
        models = default_models() if options.entail else default_models().without_entailer()
        print(json.dumps(measured(articles(options.count[0], options.data), models, options.cpu)))
        return
    rows = [(count, _apart(count, sys.argv[1:])) for count in options.count]
    Console(width=150).print(times(rows))
    if options.plot:
        labels = [f"{count} articles" for count, _ in rows]
        drawn = bars("stages, as ratios to the bare parse and embedding", labels, [_shares(row) for _, row in rows])
        options.plot.write_text(drawn, encoding="utf-8")


def times(rows: Sequence[tuple[int, Times]]) -> Table:
    """Return the table: seconds of the bare passes, and all stages as ratios to them."""
    table = Table("articles", "parse + embed, s", "tagger", *STAGES, title="ratios to the bare parse and embedding")
    for name in ("without judging", "beside the tagger too", "whole", "peak, MB", "growth"):
        table.add_column(name)
    growth = ["", *(f"{whole(b) / whole(a):.2f}" for (_, a), (_, b) in pairwise(rows))]
    for (count, row), times_before in zip(rows, growth, strict=True):
        bare = sum(row[name] for name in BARE)
        unjudged = whole(row) - row["judge"] - row["findings"]
        ratios = (row["tag"], *(row[name] for name in STAGES), unjudged)
        told = [f"{figure / bare:.2f}" for figure in ratios]
        told += [f"{unjudged / (bare + row['tag']):.2f}", f"{whole(row) / bare:.2f}", f"{row['peak']:.0f}"]
        table.add_row(str(count), f"{bare:.1f}", *told, times_before)
    return table


def whole(row: Times) -> float:
    """Return the seconds of all stages together."""
    return sum(row[name] for name in STAGES)


def measured(corpus: Sequence[Article], models: Models, cpu: bool = False) -> Times:
    """Return the seconds of each bare pass and each stage on some articles, and the peak memory in MB."""
    knowledge, settings = default_knowledge(), Settings()
    extract_all(Corpus(tuple(corpus[:1])), models, knowledge, settings.extract)  # what is loaded with the first text
    models.embed(["loads the embedder"])
    found: dict[str, float] = {}
    clock = time.process_time if cpu else time.perf_counter

    def timed(stage: str, work: Callable[[], T]) -> T:
        begun = clock()
        done = work()
        found[stage] = clock() - begun
        return done

    with TemporaryDirectory() as name:
        folder = Path(name)
        for n, article in enumerate(corpus):
            (folder / f"{n:06d}.txt").write_text(article.text, encoding="utf-8")
        read = timed("read", lambda: reading.read([folder]))
    timed("parse", lambda: drained(models.parse(p for a in read.articles for p in passages(a))))
    tag = models.tag
    timed("tag", lambda: [tag(passages(a)) for a in read.articles] if tag else [])
    told = timed("extract", lambda: extract_all(read, models, knowledge, settings.extract))
    texts = [p.standalone for p in propositions(told.claims)]
    timed("embed", lambda: models.embed(texts))
    vectors = timed("embedding", lambda: models.embed(texts))
    material = Material(read.articles, told.claims, told.links, vectors)

    def grouped() -> tuple[tuple[Origin, ...], tuple[Incident, ...], Pairs]:
        origins = group_origins(material, settings.grouping)
        incidents = group_incidents(material, origins, knowledge, settings.grouping)
        return origins, incidents, pairs_worth_judging(material, incidents, origins, settings.pairing)

    origins, incidents, pairs = timed("group", grouped)
    rules, in_doubt = rule_judges(knowledge), model_judges(models.entail)
    judged = timed("judge", lambda: decide(pairs.pairs, rules, settings.judging, in_doubt))
    timed("findings", lambda: with_findings(incidents, told.claims, origins, judged))
    return {**found, "peak": peak()}


def _shares(row: Times) -> Times:
    bare = sum(row[name] for name in BARE)
    return {name: row[name] / bare for name in STAGES}


def _apart(count: int, given: Sequence[str]) -> Times:
    """Measure one number of articles in a process of its own, with the options given here."""
    command = [sys.executable, "-m", "benchmarks.whole", *given, "--one", "--count", str(count)]
    found: Times = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return found


if __name__ == "__main__":
    main()
