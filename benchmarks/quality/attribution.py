"""Attribution on the development part of PolNeAR, with the scorer that stands beside the data."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.quality.measures import Measure, figure, scored
from benchmarks.quality.naming import known_share
from claimcheck.model import Article, Claim, Voice

FILES = ("attribution/polnear_dev.jsonl.gz", "attribution/reporting_cues.txt")
_SCORER = "attribution/score_attribution.py"

Extract = Callable[[Article], tuple[Claim, ...]]


def measure(data: Path, extract: Extract) -> list[Measure]:
    """Return F1 of content (exact, overlap) and of content with source, over all gold and over reporting cues.

    Last, the share of the matched claims that name a source of which the source is known: `known_share`.
    """
    with gzip.open(data / FILES[0], "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    claims = {row["doc_id"]: _attributed(extract(Article(row["doc_id"], row["text"]))) for row in rows}
    with TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        with predictions.open("w", encoding="utf-8") as file:
            for row in rows:
                found = {**row, "attributions": _rows(claims[row["doc_id"]])}
                file.write(json.dumps(found) + "\n")
        output = scored(data / _SCORER, data / FILES[0], predictions)
    everything, cues = output.split("reporting cues", 1)
    measured = [
        Measure(f"{name} {kind}", figure(pattern, part))
        for kind, part in (("all gold", everything), ("reporting cues", cues))
        for name, pattern in _FIGURES
    ]
    return [*measured, Measure("named source known", known_share(rows, claims))]


_FIGURES = (
    ("joint F1", r"joint .*?F1 ([\d.]+)"),
    ("overlap F1", r"IoU\.5 .*?F1 ([\d.]+)"),
    ("exact F1", r"exact-n .*?F1 ([\d.]+)"),
    ("source right", r"gold source: ([\d.]+)"),
)


def _attributed(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.voice is Voice.ATTRIBUTED)


def _rows(claims: tuple[Claim, ...]) -> list[dict[str, Any]]:
    return [{"source": claim.source_span, "cue_text": claim.cue or "", "content": claim.spans} for claim in claims]
