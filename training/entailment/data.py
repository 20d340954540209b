"""The rows of a round of training: so many of each set, and those that the rules of `edits` make of them.

The sets are unlike in size and in worth. A round takes a fixed share of each, in an order that depends on the seed
alone; a set that is used up begins again in another order. Long pairs are left out: they cost most and teach least.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from training.entailment.edits import EDITS, Row

LABELS = ("contradiction", "entailment", "neutral", "other incident", "same incident")
"""In the order of the network's scores: how the hypothesis stands to the premise, then whether both tell of one
incident. A pair has a label of one of the two questions."""

OF_ENTAILMENT = 3
"""So many of the labels answer the first."""

SHARES: Mapping[str, int] = {
    "mnli": 3300,
    "taxinli": 350,
    "vitaminc_real": 2700,
    "vitaminc_synthetic": 400,
    "snli": 700,
    "snli_dev": 300,
    "cad_nli": 500,
    "infotabs": 150,
    "conjnli_adv": 100,
    "cannot_wikifactcheck": 150,
    "cannot_semantoneg": 250,
    "scone": 250,
    "help": 200,
    "fm2": 100,
    "folio": 60,
    "wanli_sample": 20,
    "ecbplus_same": 750,
    "ecbplus_alike": 350,
    "ecbplus_other": 400,
}
"""Rows of each set in a round."""

EDITED = ("mnli", "vitaminc_real", "snli", "taxinli", "cad_nli")
"""The sets whose pairs the rules of `edits` change."""

MOST_CHARACTERS = 380
"""Of a premise and its hypothesis together: about 85 tokens."""

MOST_OF_A_TOPIC = 300
"""Pairs of a topic of ECB+ in each of its sets: one topic has a fifth of all."""


def read(data: Path) -> dict[str, list[Row]]:
    """Return the rows of the training files in a folder by their set."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in _lines(data / "nli" / "train.jsonl.gz"):
        found[row["source"]].append(Row(row["premise"], row["hypothesis"], row["label"], row["source"]))
    topics: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in _lines(data / "incidents" / "ecbplus_train_sentpairs.jsonl.gz"):
        same, alike = row["same_event_noreport"], row["same_subtopic"]
        name = "ecbplus_same" if same else "ecbplus_alike" if alike else "ecbplus_other"
        label = "same incident" if same else "other incident"
        topics[name, row["topic"]].append(Row(row["sent_a"], row["sent_b"], label, name))
    for (name, topic), rows in topics.items():
        Random(f"{name} {topic}").shuffle(rows)
        found[name] += rows[:MOST_OF_A_TOPIC]
    for name, rows in found.items():
        found[name] = [row for row in rows if len(row.premise) + len(row.hypothesis) <= MOST_CHARACTERS]
    return dict(found)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def round_of(sets: Mapping[str, Sequence[Row]], number: int, seed: int) -> list[Row]:
    """Return the rows of one round, counted from 0, in their order of training."""
    rows = [row for name, share in SHARES.items() for row in _slice(sets[name], number * share, share, f"{seed}{name}")]
    rng = Random(f"{seed} edits {number}")
    pool = [row for name in EDITED for row in sets[name]]
    rng.shuffle(pool)
    unused = iter(pool)
    for edit, share in EDITS:
        made = (edited for row in unused if (edited := edit(row, rng)))
        rows += [edited for _, edited in zip(range(share), made, strict=False)]
    rng.shuffle(rows)
    return rows


def _slice(rows: Sequence[Row], first: int, count: int, seed: str) -> Iterator[Row]:
    """Yield rows [first, first + count) of an endless row of shuffles."""
    at = first
    while at < first + count:
        cycle, begin = divmod(at, len(rows))
        shuffled = list(rows)
        Random(f"{seed} {cycle}").shuffle(shuffled)
        taken = shuffled[begin : begin + first + count - at]
        yield from taken
        at += len(taken)
