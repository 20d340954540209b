"""All measures, and the floors below which none may fall.

The floors stand in `floors.toml`, each stage with the hash of the data that it was measured on: on other
data the measures are printed and no floor applies.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.quality import attribution, ecbplus, entailment, incidents, numbers, seed
from benchmarks.quality.measures import Measure, corpus_hash
from claimcheck.backends.entailing.onnx_entailer import onnx_entailer
from claimcheck.comparing import compare_all
from claimcheck.defaults import default_models
from claimcheck.extract import extract_claims
from claimcheck.knowledge import default_knowledge
from claimcheck.pipeline import check
from claimcheck.settings import Settings


@dataclass(frozen=True, slots=True)
class Result:
    """A measure with its floor; no floor on other data than the floors were pinned on."""

    stage: str
    measure: Measure
    floor: float | None

    @property
    def holds(self) -> bool:
        return self.floor is None or self.measure.holds(self.floor)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the work: the files that it is measured on, and how."""

    files: tuple[str, ...]
    measure: Callable[[Path], list[Measure]]


def measure_all(data: Path, only: str | None = None) -> list[Result]:
    """Measure every stage on the data in a folder, or one stage alone."""
    floors = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
    results: list[Result] = []
    for name, stage in _stages().items():
        if only not in (None, name):
            continue
        pinned = floors.get(name, {})
        same = pinned.get("corpus") == corpus_hash([data / file for file in stage.files])
        measures = stage.measure(data)
        results += [Result(name, measure, pinned.get(measure.name) if same else None) for measure in measures]
    return results


def _stages() -> dict[str, Stage]:
    models, knowledge = default_models(), default_knowledge()
    shipped, _ = onnx_entailer()
    run = partial(check, models=models)
    extract = partial(extract_claims, models=models, knowledge=knowledge, settings=Settings().extract)
    return {
        "seed": Stage(seed.FILES, partial(seed.measure, check=run)),
        "attribution": Stage(attribution.FILES, partial(attribution.measure, extract=extract)),
        "numbers": Stage(numbers.FILES, partial(numbers.measure, judge=partial(compare_all, models=models))),
        "pairs": Stage(entailment.FILES, partial(entailment.measure, entail=shipped)),
        "ecbplus": Stage(ecbplus.FILES, partial(ecbplus.measure, models=models, knowledge=knowledge)),
        "tables": Stage(incidents.FILES, partial(incidents.measure, check=run, form="tables")),
        "articles": Stage(incidents.FILES, partial(incidents.measure, check=run, form="articles")),
    }
