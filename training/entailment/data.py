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

from training.entailment.edits import EDITS, Row

LABELS = ("contradiction", "entailment", "neutral")
"""In the order of the network's scores."""

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
}
"""Rows of each set in a round."""

EDITED = ("mnli", "vitaminc_real", "snli", "taxinli", "cad_nli")
"""The sets whose pairs the rules of `edits` change."""

MOST_CHARACTERS = 380
"""Of a premise and its hypothesis together: about 85 tokens."""


def read(path: Path) -> dict[str, list[Row]]:
    """Return the rows of a training file by their set."""
    found: dict[str, list[Row]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if len(row["premise"]) + len(row["hypothesis"]) <= MOST_CHARACTERS:
                found[row["source"]].append(Row(row["premise"], row["hypothesis"], row["label"], row["source"]))
    return dict(found)


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
