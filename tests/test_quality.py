"""The quality of each stage does not fall below its pinned floors (`make eval` prints the table)."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality.floors import measure_all

STAGES = ("seed", "attribution", "tables", "articles")


@pytest.mark.parametrize("stage", STAGES)
def test_floors_hold(stage: str, data: Path) -> None:
    results = measure_all(data, stage)
    assert results, "nothing was measured"
    below = [f"{r.measure.name}: {r.measure.value:.3f}, floor {r.floor}" for r in results if not r.holds]
    assert not below, "\n".join(below)
