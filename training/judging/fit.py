"""Fit how the opinions of the judges are weighed: `python -m training.judging.fit --data DIR`.

A multinomial logistic regression without intercepts: the share of a relation is as the product of what each judge gives
it, raised to the judge's weight (`judge/decide`). The weights are those under which the right relations of one half of
the labelled pairs are likeliest, drawn towards 1. `settings.py` has them: of claims by rules alone, which `check` goes
by, as the defaults of judging; of claims and sentences with the model, half and half, as those of comparing.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from math import log
from pathlib import Path
from statistics import fmean

from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize

from benchmarks.quality.judged import CLAIMS, Judged, by_rules, held_out, judged
from claimcheck.defaults import default_models
from claimcheck.judge.decide import pooled
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Relation
from claimcheck.settings import JudgingSettings

WEIGHTS = (
    "facts_conflict_weight",
    "facts_agree_weight",
    "facts_compatible_weight",
    "wording_weight",
    "entailment_weight",
)
PULL = 0.003
"""How strongly a weight is drawn to 1: against weights of judges that the data has little of."""
MOST = 4.0


def main() -> None:
    """Print the weights, and how likely they make what is right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    pairs = list(judged(options.data, default_models(), default_knowledge(), lambda group: not held_out(group)))
    claims = [pair for pair in pairs if pair.set == CLAIMS]
    table = Table("weight", "judging", "comparing", "claims, the model asked too")
    found = fitted([by_rules(pair) for pair in claims]), fitted(pairs), fitted(claims)
    for weight in WEIGHTS:
        table.add_row(weight, *(f"{getattr(settings, weight):.2f}" for settings in found))
    Console().print(table)


def fitted(pairs: Sequence[Judged]) -> JudgingSettings:
    """Return settings with the weights of least loss."""
    found = minimize(
        lambda x: loss(pairs, _weighed(x)) + PULL * sum((value - 1) ** 2 for value in x),
        [1.0] * len(WEIGHTS),
        bounds=[(0.0, MOST)] * len(WEIGHTS),
        method="L-BFGS-B",
    )
    return _weighed([float(value) for value in found.x])


def loss(pairs: Sequence[Judged], settings: JudgingSettings) -> float:
    """Return the mean surprise of what is right, in nats: that of claims and that of sentences weigh the same."""
    surprises: dict[bool, list[float]] = {}
    for pair in pairs:
        deciding = [opinion for opinion in pair.opinions if opinion.relation != Relation.UNDECIDED]
        surprise = -log(pooled(deciding, settings)[pair.right] + 1e-9)
        surprises.setdefault(pair.set == CLAIMS, []).append(surprise)
    return fmean(fmean(values) for values in surprises.values())


def _weighed(values: Sequence[float]) -> JudgingSettings:
    return JudgingSettings(**dict(zip(WEIGHTS, values, strict=True)))


if __name__ == "__main__":
    main()
