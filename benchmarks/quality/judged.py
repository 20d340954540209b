"""What each judge says of labelled pairs: of claims about one incident, and of sentences by themselves.

Half of the pairs are for fitting how the judges are weighed, the other half for measuring how well: which, is told by
the bundle of a pair of claims, and by the premise of a pair of sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from benchmarks.quality.entailment import Labelled, labelled
from claimcheck.comparing import compare_all
from claimcheck.judge import model_judges, rule_judges
from claimcheck.judge.decide import in_order
from claimcheck.knowledge import Knowledge
from claimcheck.model import ComparisonKind, Opinion, Pair, Relation, Side
from claimcheck.ports import Models
from training.incidents.data import bundles

SENTENCES = ("mnli_dev_matched", "vitaminc_real_dev", "fever_symmetric_dev", "negnli_mnli_test", "breaking_nli_test")
CLAIMS = "claims of conflict_dev"
ROWS = 700
"""Pairs of each set of sentences, spread over it."""

RELATIONS = {
    "agree": Relation.AGREE,
    "conflict": Relation.CONFLICT,
    "compatible": Relation.COMPATIBLE,
    "entailment": Relation.AGREE,
    "contradiction": Relation.CONFLICT,
    "neutral": Relation.COMPATIBLE,
}
"""Of one sentence that follows from another a desk says that the two agree."""


class Judged(NamedTuple):
    """A pair of a set: the group that is in one half together, what each judge asked says of it, what is right."""

    set: str
    group: str
    opinions: tuple[Opinion, ...]
    right: Relation


def held_out(group: str) -> bool:
    """Tell whether a group is in the half that nothing is fitted on."""
    return bool(crc32(group.encode()) & 1)


def judged(data: Path, models: Models, knowledge: Knowledge, wanted: Callable[[str], bool]) -> Iterator[Judged]:
    """Yield the pairs of all sets whose group is wanted."""
    yield from _claims(data, models, knowledge, wanted)
    for name in SENTENCES:
        rows = [row for row in labelled(data, name, ROWS) if wanted(row.premise)]
        yield from _sentences(name, rows, models, knowledge)


def by_rules(pair: Judged) -> Judged:
    """Return a pair with the opinions of the rules alone, which `check` goes by."""
    return pair._replace(opinions=tuple(o for o in pair.opinions if o.judge != "entailment"))


def _claims(data: Path, models: Models, knowledge: Knowledge, wanted: Callable[[str], bool]) -> Iterator[Judged]:
    judges = (*rule_judges(knowledge), *model_judges(models.entail))
    for bundle in bundles(data, models, knowledge):
        if not wanted(bundle.name):
            continue
        claims = {claim.id: claim for claim in bundle.material.claims}
        rows = [row for row in bundle.pairs if row["relation"] in RELATIONS]
        sides = [[Side(claims[row[side]], claims[row[side]].propositions) for side in "ab"] for row in rows]
        pairs = [in_order(Pair(bundle.name, ComparisonKind.CROSS_SOURCE, a, b)) for a, b in sides]
        for row, opinions in zip(rows, zip(*(judge(pairs) for judge in judges), strict=True), strict=True):
            yield Judged(CLAIMS, bundle.name, opinions, RELATIONS[row["relation"]])


def _sentences(name: str, rows: Sequence[Labelled], models: Models, knowledge: Knowledge) -> Iterator[Judged]:
    verdicts = compare_all(((row.premise, row.hypothesis) for row in rows), models, knowledge=knowledge)
    for row, verdict in zip(rows, verdicts, strict=True):
        yield Judged(name, row.premise, verdict.opinions, RELATIONS[row.label])
