"""The entailment model by itself, on sets of sentence pairs that it was not trained on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sklearn.metrics import f1_score

from benchmarks.quality.measures import Measure
from claimcheck.ports import Entailer, Scores

LABELS = ("entailment", "neutral", "contradiction")
"""In the order of `Scores`."""

SETS = (
    "mnli_dev_matched",
    "vitaminc_real_dev",
    "fever_symmetric_dev",
    "negnli_mnli_test",
    "breaking_nli_test",
    "emergent_test",
    "claimdiff_train",
)
BY_F1 = frozenset({"claimdiff_train"})
"""Of these the macro-F1 is given: two thirds of their pairs have one label."""

FILES = tuple(f"nli/dev_{name}.jsonl.gz" for name in SETS)
ROWS = 200
"""Pairs of each set that are scored, spread over its file."""


class Labelled(NamedTuple):
    """Two sentences, and what the first says of the second."""

    premise: str
    hypothesis: str
    label: str


def measure(data: Path, entail: Entailer, most: int = ROWS) -> list[Measure]:
    """Return the accuracy on each set, or its macro-F1."""
    return [_measure(name, labelled(data, name, most), entail) for name in SETS]


def labelled(data: Path, name: str, most: int | None = None) -> list[Labelled]:
    """Return the pairs of a set: all of them, or so many, spread over its file."""
    rows = list(_rows(data / "nli" / f"dev_{name}.jsonl.gz"))
    return rows if most is None else rows[:: max(1, len(rows) // most)][:most]


def label(scores: Scores) -> str:
    """Return the label with the greatest score."""
    return LABELS[scores.index(max(scores))]


def _measure(name: str, rows: Sequence[Labelled], entail: Entailer) -> Measure:
    found = [label(scores) for scores in entail([(row.premise, row.hypothesis) for row in rows])]
    right = [row.label for row in rows]
    if name in BY_F1:
        return Measure(f"{name} macro-F1", float(f1_score(right, found, labels=LABELS, average="macro")))
    return Measure(f"{name} accuracy", sum(a == b for a, b in zip(right, found, strict=True)) / len(rows))


def _rows(path: Path) -> Iterator[Labelled]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Labelled(row["premise"], row["hypothesis"], row["label"])
