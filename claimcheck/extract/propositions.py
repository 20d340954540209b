"""What a claim says: its checkable statements, each with its words, its sentence, its kind and its facts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from claimcheck.extract.antecedents import with_antecedents
from claimcheck.extract.charges import Charge, charge_in
from claimcheck.extract.document import Document
from claimcheck.extract.facts.clauses import Clause, clauses_of
from claimcheck.extract.facts.details import facts_of
from claimcheck.extract.facts.ground import Ground
from claimcheck.extract.facts.modality import kind_of, polarity_of
from claimcheck.extract.references import refer
from claimcheck.extract.said_at import published_day
from claimcheck.extract.standalone import standalone
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import Knowledge
from claimcheck.model import Claim, Fact, Proposition, Span, pieces
from claimcheck.ports import Token

_EDGES = frozenset({"PUNCT", "CCONJ", "SPACE", "SYM"})


@dataclass(frozen=True, slots=True)
class Stated:
    """A clause with its facts, and what it charges somebody with, where it does."""

    clause: Clause
    facts: tuple[Fact, ...]
    charge: Charge | None = None


def propositions_of(claim: Claim, document: Document, knowledge: Knowledge) -> tuple[Proposition, ...]:
    """Return the checkable statements of a claim in text order; none for a claim without words that were parsed.

    Their spans lie inside the claim's, and so do those of their facts.
    """
    ground = Ground(
        document.text,
        claim.spans,
        published_day(document.article),
        knowledge,
        partial(refer, claim=claim, document=document),
    )
    found: list[Proposition] = []
    for tree in _trees(document, claim.spans):
        said = [clause for clause in clauses_of(tree, claim.spans) if _says(clause, claim.spans, document)]
        charges = [charge_in(clause, claim, document) for clause in said]
        clauses = [charge.clause if charge else clause for charge, clause in zip(charges, said, strict=True)]
        for clause, charge, facts in zip(clauses, charges, facts_of(clauses, ground), strict=True):
            full = with_antecedents(facts, tree, ground)
            found.append(_proposition(claim, len(found) + 1, Stated(clause, full, charge), ground))
    return tuple(found)


def _proposition(claim: Claim, number: int, stated: Stated, ground: Ground) -> Proposition:
    clause = stated.clause
    spans = _spans(clause, claim.spans)
    charge = stated.charge or Charge(clause, (), own=True)
    alone = standalone(clause, spans, ground, charge.changes, whole=not charge.own)
    return Proposition(
        f"{claim.id}.{number}",
        claim.id,
        pieces(ground.text, spans),
        spans,
        alone.sentence,
        alone.substitutions,
        kind_of(clause),
        polarity_of(clause),
        stated.facts,
    )


def _trees(document: Document, spans: Sequence[Span]) -> Iterator[Tree]:
    first = bisect_right(document.trees, min(spans).start, key=_start) - 1
    for tree in islice(document.trees, max(first, 0), None):
        if _start(tree) >= max(span.end for span in spans):
            return
        whole = Span(_start(tree), _start(tree) + len(tree.parse.passage.text))
        if any(span.overlaps(whole) for span in spans):
            yield tree


def _start(tree: Tree) -> int:
    return tree.parse.passage.start


def _says(clause: Clause, within: Sequence[Span], document: Document) -> bool:
    """Tell whether a clause has words at all."""
    return any(c.isalnum() for span in _spans(clause, within) for c in document.words(span))


def _spans(clause: Clause, within: Sequence[Span]) -> tuple[Span, ...]:
    """Return the runs of a clause's words, without conjunctions and punctuation at their edges."""
    runs = [_trimmed(clause.tree, run) for run in _runs(clause, within)]
    found = [clause.tree.span(run) for run in runs if run]
    limits = [(span, next((s for s in within if s.start <= span.start < s.end), span)) for span in found]
    return tuple(Span(span.start, min(span.end, limit.end)) for span, limit in limits)


def _runs(clause: Clause, within: Sequence[Span]) -> Iterator[list[int]]:
    run: list[int] = []
    for i in clause.tokens:
        if run and not _continues(clause.tree, run[-1], i, within):
            yield run
            run = []
        run.append(i)
    yield run


def _continues(tree: Tree, a: int, b: int, within: Sequence[Span]) -> bool:
    """Tell whether nothing but punctuation stands between two tokens, and one span of the claim holds both."""
    between = all(tree.tokens[i].pos in {"PUNCT", "SPACE"} for i in range(a + 1, b))
    return between and any(s.start <= tree.tokens[a].start and tree.tokens[b].start < s.end for s in within)


def _trimmed(tree: Tree, run: list[int]) -> list[int]:
    first, last = 0, len(run)
    while first < last and _is_edge(tree.tokens[run[first]]):
        first += 1
    while last > first and _is_edge(tree.tokens[run[last - 1]]):
        last -= 1
    return run[first:last]


def _is_edge(token: Token) -> bool:
    """Tell whether a token only joins a statement to what is around it; "neither" does more."""
    if token.dep == "preconj":
        return False
    return token.pos in _EDGES or token.dep in {"cc", "mark"} or token.text.lower() == "when"
