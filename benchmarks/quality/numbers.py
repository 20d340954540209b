"""Sentences that differ in numbers, through the whole judge: EQUATE (Ravichander et al. 2019, arXiv:1901.03735)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.quality.measures import Measure
from claimcheck.model import Relation, Verdict

FILES = ("nli/dev_equate_stresstest_test.jsonl.gz",)
ROWS = 700
"""Rows that are judged, spread over the file."""

_LABELS = ("entailment", "neutral", "contradiction")
_RELATIONS = {Relation.AGREE: "entailment", Relation.COMPATIBLE: "neutral", Relation.CONFLICT: "contradiction"}

Judge = Callable[[Iterable[tuple[str, str]]], Iterator[Verdict]]


def measure(data: Path, judge: Judge) -> list[Measure]:
    """Return the share of rows that are right, by the directed scores of a verdict and by its relation alone."""
    with gzip.open(data / FILES[0], "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = rows[:: max(1, len(rows) // ROWS)][:ROWS]
    verdicts = list(judge((row["premise"], row["hypothesis"]) for row in rows))
    labelled = [(row["label"], verdict) for row, verdict in zip(rows, verdicts, strict=True)]
    return [
        Measure("EQUATE by scores", sum(_by_scores(v) == label for label, v in labelled) / len(rows)),
        Measure("EQUATE by relation", sum(_RELATIONS.get(v.relation) == label for label, v in labelled) / len(rows)),
    ]


def _by_scores(verdict: Verdict) -> str | None:
    """Return the label with the greatest score; where no judge reads directions, that of the relation."""
    scores = next((opinion.scores for opinion in verdict.opinions if opinion.scores), None)
    return _LABELS[scores.index(max(scores))] if scores else _RELATIONS.get(verdict.relation)
