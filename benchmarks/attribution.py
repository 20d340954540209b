"""Who said what, by each extractor beside published figures: `python -m benchmarks.attribution --data DIR`.

By kind of content it shows which share of the gold is found: direct (all of it in quotation marks), mixed, indirect;
found means that more than 0.3 of the characters are covered, and beside it, an overlap of at least half of both.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.quality import attribution
from claimcheck.defaults import default_models
from claimcheck.extract import extract_claims
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Span, Voice
from claimcheck.settings import ExtractSettings, Settings

EXTRACTORS = ("rules", "tagger", "auto")
KINDS = ("direct", "mixed", "indirect")
PUBLISHED = (
    ("Gender Gap Tracker's extractor, this parser", ".398 / .577", ".482 / .680", ".310 / .445", ".825 / .872"),
    ("textacy", ".262 / .411", "", "", ""),
    ("MiniLM with B/I tags, nearest cue", ".707 / .766", ".765 / .816", ".582 / .643", ".920 / .958"),
)
"""Measured on the same development part, as its README and the issue that asked for this give them."""


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data: Path = parser.parse_args().data
    whole = Table("extractor", "joint", "overlap", "exact", "source right", title="F1, all gold / reporting cues")
    kinds = Table("extractor", *KINDS, title="share of the gold found, covered / overlapping by half")
    for row in PUBLISHED:
        whole.add_row(*row)
    kinds.add_row("Gender Gap Tracker's extractor", ".865", ".676", ".267")
    for name in EXTRACTORS:
        settings = Settings(extract=ExtractSettings(extractor=name, narration=False))
        extract = partial(
            extract_claims,
            models=default_models(settings),
            knowledge=default_knowledge(),
            settings=settings.extract,
        )
        values = {m.name: m.value for m in attribution.measure(data, extract)}
        names = ("joint F1", "overlap F1", "exact F1", "source right")
        whole.add_row(name, *(f"{values[f'{n} all gold']:.3f} / {values[f'{n} reporting cues']:.3f}" for n in names))
        found = _by_kind(data, extract)
        kinds.add_row(name, *(f"{found[kind, 'covered']:.3f} / {found[kind, 'overlap']:.3f}" for kind in KINDS))
    Console().print(whole, kinds)


def _by_kind(data: Path, extract: attribution.Extract) -> Mapping[tuple[str, str], float]:
    total: Counter[str] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    with gzip.open(data / attribution.FILES[0], "rt", encoding="utf-8") as file:
        rows = list(map(json.loads, file))
    claims: dict[str, list[set[int]]] = defaultdict(list)
    for name, text in {row["doc_id"]: row["text"] for row in rows}.items():
        claims[name] = [_characters(c.spans) for c in extract(Article(name, text)) if c.voice is Voice.ATTRIBUTED]
    for row in rows:
        for gold in (a for a in row["attributions"] if a["content"]):
            kind, wanted = _kind(row["text"], gold), _characters(gold["content"])
            total[kind] += 1
            found[kind, "covered"] += any(len(wanted & got) > 0.3 * len(wanted) for got in claims[row["doc_id"]])
            found[kind, "overlap"] += any(2 * len(wanted & got) >= len(wanted | got) for got in claims[row["doc_id"]])
    return {
        key: found[key] / max(total[key[0]], 1) for key in ((k, how) for k in KINDS for how in ("covered", "overlap"))
    }


def _characters(spans: Iterable[tuple[int, int] | Span]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def _kind(text: str, gold: dict[str, Any]) -> str:
    """Return how the words are given, by the quotation marks in and right beside the content."""
    words = "".join(text[max(0, start - 1) : end + 1] for start, end in gold["content"])
    if not any(mark in words for mark in '"“”'):
        return "indirect"
    whole = all(text[s] in '"“' or text[max(0, s - 1)] in '"“' for s, _ in gold["content"])
    return "direct" if whole else "mixed"


if __name__ == "__main__":
    main()
