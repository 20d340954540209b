"""What each judge says of labelled pairs: claims of conflict_dev that are about one incident, and pairs of sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.entailment import labelled
from claimcheck.comparing import compare_all
from claimcheck.judge import model_judges, rule_judges
from claimcheck.judge.decide import in_order
from claimcheck.knowledge import Knowledge
from claimcheck.model import ComparisonKind, Opinion, Pair, Relation, Side
from claimcheck.ports import Models
from training.incidents.data import bundles

RELATIONS = {
    "agree": Relation.AGREE,
    "conflict": Relation.CONFLICT,
    "compatible": Relation.COMPATIBLE,
    "entailment": Relation.AGREE,
    "contradiction": Relation.CONFLICT,
    "neutral": Relation.COMPATIBLE,
}


class Judged(NamedTuple):
    """A pair of a set: the group that is left out together, the opinions of all judges, and the right relation."""

    set: str
    group: str
    opinions: tuple[Opinion, ...]
    right: Relation


def of_claims(data: Path, models: Models, knowledge: Knowledge) -> Iterator[Judged]:
    """Yield the labelled pairs of conflict_dev that are about one incident, each in the group of its bundle."""
    for bundle in bundles(data, models, knowledge):
        claims = {claim.id: claim for claim in bundle.material.claims}
        rows = [row for row in bundle.pairs if row["relation"] in RELATIONS]
        sides = [[Side(claims[row[side]], claims[row[side]].propositions) for side in "ab"] for row in rows]
        pairs = [in_order(Pair(bundle.name, ComparisonKind.CROSS_SOURCE, a, b)) for a, b in sides]
        for row, opinions in zip(rows, _asked(pairs, models, knowledge), strict=True):
            yield Judged("claims", bundle.name, opinions, RELATIONS[row["relation"]])


def of_sentences(data: Path, names: Iterable[str], rows: int, models: Models, knowledge: Knowledge) -> Iterator[Judged]:
    """Yield so many pairs of each set; a premise is in one group with its other hypotheses."""
    for name in names:
        found = labelled(data, name, rows)
        verdicts = compare_all(((row.premise, row.hypothesis) for row in found), models, knowledge=knowledge)
        for row, verdict in zip(found, verdicts, strict=True):
            yield Judged(name, row.premise, verdict.opinions, RELATIONS[row.label])


def _asked(pairs: Sequence[Pair], models: Models, knowledge: Knowledge) -> Iterator[tuple[Opinion, ...]]:
    judges = (*rule_judges(knowledge), *model_judges(models.entail))
    return zip(*(judge(pairs) for judge in judges), strict=True)
