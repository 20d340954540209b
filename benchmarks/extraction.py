"""What the extraction costs beside a bare parse of the same text: `python -m benchmarks.extraction [--data DIR]`.

Times are of one process and one run: the parse alone, the extraction with rules alone, and with the tagger too; then
one article of doubling lengths. Each figure is a ratio to the parse of the same text; peak memory is of the process.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.articles import articles, made, sentences_of_samples
from benchmarks.measuring import drained, peak, seconds
from claimcheck.defaults import default_models
from claimcheck.extract import extract_all
from claimcheck.extract.prose import passages
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Corpus
from claimcheck.ports import Models
from claimcheck.settings import ExtractSettings

LENGTHS = (12_500, 25_000, 50_000, 100_000, 200_000)
"""Characters of one article."""


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder of articles to measure on in place of made ones")
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    models = default_models()
    corpus = articles(options.count, options.data)
    _extracted(models, "auto", corpus[:3])  # loads what is loaded with the first text
    table = Table("articles", "parse, s", "rules / parse", "auto / parse", "peak, MB", title="extraction of articles")
    table.add_row(str(len(corpus)), *_row(models, corpus), f"{peak():.0f}")
    grown = Table("characters", "parse, s", "rules / parse", "auto / parse", title="one article, doubling")
    rng = random.Random(1)
    sentences = sentences_of_samples()
    for length in LENGTHS:
        text = made(sentences, length // 4, rng)[:length]
        grown.add_row(f"{len(text):,}", *_row(models, [Article("long", text)]))
    Console().print(table, grown)


def _row(models: Models, corpus: Sequence[Article]) -> list[str]:
    parse = seconds(lambda: drained(models.parse(p for a in corpus for p in passages(a))))
    ratios = (seconds(partial(_extracted, models, name, corpus)) / parse for name in ("rules", "auto"))
    return [f"{parse:.2f}", *(f"{ratio:.2f}" for ratio in ratios)]


def _extracted(models: Models, extractor: str, corpus: Sequence[Article]) -> None:
    tag = None if extractor == "rules" else models.tag
    chosen = Models(models.parse, models.embed, tag=tag)
    extract_all(Corpus(tuple(corpus)), chosen, default_knowledge(), ExtractSettings(extractor=extractor))


if __name__ == "__main__":
    main()
