"""Statements, incidents and relations on bundles of news about single incidents, with the scorer beside the data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from benchmarks.quality.measures import Measure, figure, scored
from claimcheck import reading
from claimcheck.exports import report_json
from claimcheck.model import Corpus, Report

FILES = ("incidents/conflict_dev.jsonl",)
_SCORER = "incidents/score_report.py"

Check = Callable[[Corpus], Report]
Form = Literal["articles", "tables"]


def measure(data: Path, check: Check, form: Form) -> list[Measure]:
    """Return what the reports on all bundles hold, read as whole articles or as tables of claims."""
    with TemporaryDirectory() as name:
        bundles, reports = Path(name, "bundles"), Path(name, "reports")
        reports.mkdir()
        scored(data / _SCORER, data / FILES[0], bundles, "--write", form)
        for bundle in sorted(bundles.glob("*.jsonl")):
            report = check(reading.read([bundle]))
            (reports / f"{bundle.stem}.json").write_text(report_json(report), encoding="utf-8")
        output = scored(data / _SCORER, data / FILES[0], reports, *(["--table"] if form == "tables" else []))
    return [Measure(label, figure(pattern, output), label.startswith("look")) for label, pattern in _FIGURES]


_FIGURES = (
    ("statements found", r"statements found\s+\S+ = ([\d.]+)"),
    ("same incident kept together", r"same incident kept\s+\S+ = ([\d.]+)"),
    ("look-alikes merged", r"look-alikes merged\s+\S+ = ([\d.]+)"),
    ("agree F1", r"agree .*?F1 ([\d.]+)"),
    ("conflict F1", r"conflict .*?F1 ([\d.]+)"),
    ("compatible F1", r"compatible .*?F1 ([\d.]+)"),
    ("relations macro-F1", r"macro-F1 ([\d.]+)"),
)
