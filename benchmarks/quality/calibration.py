"""How far a confidence can be believed: `python -m benchmarks.quality.calibration --data DIR [--plot FILE]`.

On the half of the labelled pairs that the weights of the judges were not fitted on (see `judged`): of the verdicts, the
share that is right, the calibration error with an interval, precision of `conflict` against coverage, the share that is
right of those on claims that are called clear, likely and weak, and a plot.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import fmean, quantiles

from rich.console import Console
from rich.table import Table

from benchmarks.bars import bars
from benchmarks.quality.judged import CLAIMS, Judged, by_rules, held_out, judged
from claimcheck.defaults import default_models
from claimcheck.judge import verdict
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Relation, Strength, Verdict
from claimcheck.settings import Settings

BINS = 10
"""Parts of about equal size, by confidence (Nguyen and O'Connor 2015, EMNLP: adaptive bins)."""

_RESAMPLES = 500
_THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)

Known = tuple[Judged, Verdict]


def main() -> None:
    """Print the tables, and draw the plot where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--plot", type=Path, help="write the reliability plot there, as SVG")
    options = parser.parse_args()
    pairs = judged(options.data, default_models(), default_knowledge(), held_out)
    settings = Settings()
    known = [_known(pair, settings) for pair in pairs]
    console = Console()
    console.print(by_set(known), by_threshold(known), by_strength(known))
    if options.plot:
        options.plot.write_text(plot(known), encoding="utf-8")


def _known(pair: Judged, settings: Settings) -> Known:
    """Return a pair with its verdict: of claims as `check` comes to it, of sentences as `compare` does."""
    if pair.set == CLAIMS:
        return pair, verdict(by_rules(pair).opinions, settings.judging)
    return pair, verdict(pair.opinions, settings.comparing)


def calibration_error(known: Sequence[Known]) -> float:
    """Return the mean distance of the confidence of a bin from the share of its verdicts that is right, 0 to 1.

    Verdicts that are undecided say nothing, and are not counted.
    """
    decided = _decided(known)
    return sum(abs(_sure(part) - _right(part)) * len(part) for part in _bins(decided)) / max(1, len(decided))


def by_set(known: Sequence[Known]) -> Table:
    """Return a row for each set and one for all, with the ends of the error in 95 of 100 resamples of the groups."""
    table = Table("set", "pairs", "decided", "right", "calibration error", title="verdicts on pairs held out")
    sets: dict[str, list[Known]] = defaultdict(list)
    for each in known:
        sets[each[0].set].append(each)
    for name, part in (*sets.items(), ("all", known)):
        low, high = interval(part)
        error = f"{calibration_error(part):.3f} ({low:.3f} to {high:.3f})"
        decided = _decided(part)
        table.add_row(name, str(len(part)), f"{len(decided) / len(part):.2f}", f"{_right(decided):.3f}", error)
    return table


def by_threshold(known: Sequence[Known]) -> Table:
    """Return how many conflicts are right, and how many are found, from each confidence on."""
    table = Table("conflict from", "precision", "recall", "verdicts", title="precision of conflict against coverage")
    conflicts = sum(pair.right == Relation.CONFLICT for pair, _ in known)
    for threshold in _THRESHOLDS:
        called = [each for each in known if _calls_conflict(each[1], threshold)]
        right = sum(pair.right == Relation.CONFLICT for pair, _ in called)
        precision = f"{right / len(called):.3f}" if called else ""
        table.add_row(f"{threshold:.1f}", precision, f"{right / max(1, conflicts):.3f}", str(len(called)))
    return table


def by_strength(known: Sequence[Known]) -> Table:
    """Return how many verdicts on claims are right, for each word that a report has for a confidence."""
    table = Table("called", "verdicts", "right", title="verdicts on claims, by strength")
    decided = _decided(each for each in known if each[0].set == CLAIMS)
    for strength in Strength:
        called = [each for each in decided if each[1].strength == strength]
        table.add_row(str(strength), str(len(called)), f"{_right(called):.2f}")
    return table


def interval(known: Sequence[Known]) -> tuple[float, float]:
    """Return the ends of the calibration error in 95 of 100 resamples: pairs of a group are no independent evidence."""
    groups: dict[str, list[Known]] = defaultdict(list)
    for each in known:
        groups[each[0].group].append(each)
    rng = random.Random(1)
    parts = list(groups.values())
    drawn = [
        calibration_error([each for part in rng.choices(parts, k=len(parts)) for each in part])
        for _ in range(_RESAMPLES)
    ]
    ends = quantiles(drawn, n=40)
    return ends[0], ends[-1]


def plot(known: Sequence[Known]) -> str:
    """Return the reliability plot as SVG: a bar for each bin, as long as the share of it that is right."""
    rows, labels = [], []
    for part in _bins(_decided(known)):
        sure, right = _sure(part), _right(part)
        labels.append(f"confidence {sure:.2f}: {right:.2f} of {len(part)} right")
        rows.append(
            {"right": min(sure, right), "right beyond it": max(0, right - sure), "missing": max(0, sure - right)}
        )
    return bars("confidence and what was right", labels, rows)


def _calls_conflict(found: Verdict, threshold: float) -> bool:
    return found.relation == Relation.CONFLICT and found.confidence >= threshold


def _decided(known: Iterable[Known]) -> list[Known]:
    return [each for each in known if each[1].relation != Relation.UNDECIDED]


def _bins(known: Sequence[Known]) -> list[Sequence[Known]]:
    """Return the verdicts in parts of about one size; those of one confidence are in one part, whatever their order."""
    ordered = sorted(known, key=lambda each: each[1].confidence)
    sure = [each[1].confidence for each in ordered]
    ends = [0]
    for i in range(1, BINS + 1):
        end = round(i * len(ordered) / BINS)
        ends.append(bisect_right(sure, sure[end - 1]) if end else 0)
    return [ordered[a:b] for a, b in pairwise(ends) if a < b]


def _sure(known: Sequence[Known]) -> float:
    return fmean(found.confidence for _, found in known)


def _right(known: Sequence[Known]) -> float:
    return fmean(found.relation == pair.right for pair, found in known) if known else 0.0


if __name__ == "__main__":
    main()
