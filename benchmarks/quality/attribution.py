"""Attribution on the development part of PolNeAR, with the scorer that stands beside the data."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.quality.measures import Measure, figure, scored
from claimcheck.model import Article, Claim, Voice

FILES = ("attribution/polnear_dev.jsonl.gz", "attribution/reporting_cues.txt")
_SCORER = "attribution/score_attribution.py"

Extract = Callable[[Article], tuple[Claim, ...]]


def measure(data: Path, extract: Extract) -> list[Measure]:
    """Return F1 of content (exact, overlap) and of content with source, over all gold and over reporting cues."""
    with gzip.open(data / FILES[0], "rt", encoding="utf-8") as file:
        texts = {row["doc_id"]: row["text"] for row in map(json.loads, file)}
    with TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        with predictions.open("w", encoding="utf-8") as file:
            for name, text in texts.items():
                claims = extract(Article(name, text))
                file.write(json.dumps({"doc_id": name, "text": text, "attributions": _rows(claims)}) + "\n")
        output = scored(data / _SCORER, data / FILES[0], predictions)
    everything, cues = output.split("reporting cues", 1)
    return [
        Measure(f"{name} {kind}", figure(pattern, part))
        for kind, part in (("all gold", everything), ("reporting cues", cues))
        for name, pattern in _FIGURES
    ]


_FIGURES = (
    ("joint F1", r"joint .*?F1 ([\d.]+)"),
    ("overlap F1", r"IoU\.5 .*?F1 ([\d.]+)"),
    ("exact F1", r"exact-n .*?F1 ([\d.]+)"),
    ("source right", r"gold source: ([\d.]+)"),
)


def _rows(claims: tuple[Claim, ...]) -> list[dict[str, Any]]:
    return [
        {"source": claim.source_span, "cue_text": claim.cue or "", "content": claim.spans}
        for claim in claims
        if claim.voice is Voice.ATTRIBUTED
    ]
