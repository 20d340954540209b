"""The quality of each stage does not fall below its pinned floors (`make eval` prints the table)."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

import pytest

from benchmarks.quality.floors import measure_all

STAGES = {"seed": 8, "attribution": 9, "numbers": 2, "pairs": 7, "ecbplus": 18, "tables": 7, "articles": 7}
"""How many measures each stage has, all of them with a floor."""

PINNED = tomllib.loads(resources.files("benchmarks.quality").joinpath("floors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_floors(stage: str) -> None:
    assert PINNED[stage]["corpus"]
    assert len(PINNED[stage]) == STAGES[stage] + 1


@pytest.mark.parametrize("stage", STAGES)
def test_floors_hold(stage: str, data: Path) -> None:
    results = measure_all(data, stage)
    assert results, "nothing was measured"
    on_the_same_data = [r for r in results if r.floor is not None]
    assert not on_the_same_data or len(on_the_same_data) == len(results), "a measure has no floor"
    below = [f"{r.measure.name}: {r.measure.value:.3f}, floor {r.floor}" for r in results if not r.holds]
    assert not below, "\n".join(below)
