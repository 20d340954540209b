"""The rows of an incident's matrix: which details stand side by side, and the evidence on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimcheck.model import (
    Aspect,
    AspectVerdict,
    Claim,
    Comparison,
    ComparisonKind,
    Fact,
    Hedge,
    Mode,
    Proposition,
    Relation,
    Source,
)

Key = tuple[Aspect, str | None, str | None]
"""What a row is about: the aspect, the act and, for numbers, what is counted."""

AGAINST = (ComparisonKind.CROSS_SOURCE, ComparisonKind.OUTLET_VS_SOURCE, ComparisonKind.SAME_SOURCE)
"""Kinds of comparison in which a difference is a conflict; a later report that differs is an update."""

_SAID_OF_MANY = frozenset({"unnamed", "individual", "outlet"})
"""Kinds of sources of which many bear a part of one name: "officials", the Smiths, the "Times"."""


@dataclass(frozen=True, slots=True, eq=False)
class Detail:
    """A fact where it stands, the origin of its proposition, and the hedges on the words that it goes back to.

    Each is equal to itself alone: a fact of a proposition has one, and sets of them stay cheap. `denied` tells whether
    the source says that the act did not happen.
    """

    claim: Claim
    proposition: Proposition
    fact: Fact
    origin: str
    denied: bool
    hedges: tuple[Hedge, ...] = ()


class Evidence(NamedTuple):
    """What one comparison says of one aspect, and the details that it rests on."""

    comparison: Comparison
    verdict: AspectVerdict
    details: tuple[Detail, ...]

    @property
    def confidence(self) -> float:
        """That of the aspect, and no more than the judges together allow the comparison."""
        return min(self.verdict.confidence, self.comparison.verdict.confidence)

    @property
    def own(self) -> tuple[Detail, ...]:
        """The details of the aspect itself."""
        return tuple(detail for detail in self.details if detail.fact.aspect == self.verdict.aspect)

    @property
    def paraphrased(self) -> tuple[str, ...]:
        """The names of the sources of which the words are the outlet's paraphrase."""
        return tuple(dict.fromkeys(d.claim.source.name for d in self.details if d.claim.mode == Mode.INDIRECT))

    @property
    def independent(self) -> bool:
        """Whether the two sides go back to different utterances."""
        a, b = ({d.origin for d in self.details if d.claim.id == side} for side in self._sides)
        return a.isdisjoint(b) and not self.perhaps_one and not self.relayed

    @property
    def relayed(self) -> bool:
        """Whether the words of one side are the other's: "the captain reported that it was hit, the agency said"."""
        a, b = ([d for d in self.details if d.claim.id == side] for side in self._sides)
        return any(one_telling((x, y)) for x in a for y in b)

    @property
    def perhaps_one(self) -> bool:
        """Whether the two sides may be one source, of which one article gives less of the name: "Defence Ministry"."""
        a, b = ([d.claim.source for d in self.details if d.claim.id == side] for side in self._sides)
        return any(may_be_one(x, y) for x in a for y in b)

    @property
    def _sides(self) -> tuple[str, str]:
        return self.comparison.a, self.comparison.b


@dataclass(frozen=True, slots=True)
class Row:
    """The details that belong side by side, in text order, and what is known of them."""

    aspect: Aspect
    details: tuple[Detail, ...]
    evidence: tuple[Evidence, ...]

    def of(self, relation: Relation, kinds: Iterable[ComparisonKind] = tuple(ComparisonKind)) -> list[Evidence]:
        """Return the evidence for a relation, the most certain first."""
        found = [e for e in self.evidence if e.verdict.relation == relation and e.comparison.kind in kinds]
        return sorted(found, key=lambda e: (-e.confidence, len(e.paraphrased), e.comparison.id))


def rows(details: Sequence[Detail], evidence: Sequence[Evidence]) -> Iterator[Row]:
    """Yield the rows: details of one aspect and act stand together, and so do those that were compared.

    Words of another aspect that were held against those of a row ("at the suspects", where it says how) are in it too.
    """
    keys = _joined(details, evidence)
    details_of: dict[Key, list[Detail]] = {}
    for detail in details:
        details_of.setdefault(keys[key_of(detail.fact)], []).append(detail)
    evidence_of: dict[Key, list[Evidence]] = {}
    for item in evidence:
        if item.own:
            evidence_of.setdefault(keys[key_of(item.own[0].fact)], []).append(item)
    for key, row in details_of.items():
        found = evidence_of.get(key, [])
        others = (detail for item in found for detail in item.details)
        yield Row(key[0], tuple(dict.fromkeys((*row, *others))), tuple(found))


def one_telling(details: Sequence[Detail]) -> bool:
    """Tell whether details are the same words of one article, which a source tells after another."""
    first, *others = details
    return all(d.claim.article == first.claim.article and d.fact.span.overlaps(first.fact.span) for d in others)


def may_be_one(a: Source, b: Source) -> bool:
    """Tell whether two sources of one kind may be one: every word of one's name is in the other's."""
    first, second = (frozenset(source.name.casefold().split()) for source in (a, b))
    return a.kind == b.kind and a.kind not in _SAID_OF_MANY and (first < second or second < first)


def key_of(fact: Fact) -> Key:
    """Return the row that a fact belongs in, before any was compared with one of another row."""
    return fact.aspect, fact.of, fact.unit if fact.aspect == Aspect.HOW_MANY else None


def _joined(details: Sequence[Detail], evidence: Sequence[Evidence]) -> dict[Key, Key]:
    """Return for each key the first of those that were compared with it, directly or by way of others."""
    keys = {key_of(detail.fact): key_of(detail.fact) for detail in details}
    for item in evidence:
        compared = [_root(key_of(detail.fact), keys) for detail in item.own]
        for key in compared[1:]:
            keys[_root(key, keys)] = _root(compared[0], keys)
    return {key: _root(key, keys) for key in keys}


def _root(key: Key, keys: Mapping[Key, Key]) -> Key:
    while keys[key] != key:
        key = keys[key]
    return key
