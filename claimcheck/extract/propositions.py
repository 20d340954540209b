"""What a claim says: its checkable statements, each with its words, its sentence, its kind and its facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from claimcheck.extract.document import Document
from claimcheck.extract.facts.clauses import Clause, clauses_of
from claimcheck.extract.facts.details import facts_of
from claimcheck.extract.facts.ground import Ground
from claimcheck.extract.facts.modality import kind_of, polarity_of
from claimcheck.extract.references import refer
from claimcheck.extract.standalone import standalone
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import Knowledge
from claimcheck.model import Claim, Fact, Proposition, Span, pieces

_EDGES = frozenset({"PUNCT", "CCONJ", "SPACE", "SYM"})


def propositions_of(claim: Claim, document: Document, knowledge: Knowledge) -> tuple[Proposition, ...]:
    """Return the checkable statements of a claim in text order; none for a claim without words that were parsed.

    Their spans lie inside the claim's, and so do those of their facts.
    """
    ground = Ground(
        document.text,
        claim.spans,
        _day(document.article.published),
        knowledge,
        claim.source_span,
        partial(refer, claim=claim, document=document),
    )
    found: list[Proposition] = []
    for tree in _trees(document, claim.spans):
        clauses = [clause for clause in clauses_of(tree, claim.spans) if _spans(clause, claim.spans)]
        for clause, facts in zip(clauses, facts_of(clauses, ground), strict=True):
            found.append(_proposition(claim, len(found) + 1, clause, facts, ground))
    return tuple(found)


def _proposition(claim: Claim, number: int, clause: Clause, facts: tuple[Fact, ...], ground: Ground) -> Proposition:
    spans = _spans(clause, claim.spans)
    alone = standalone(clause, spans, ground)
    return Proposition(
        f"{claim.id}.{number}",
        claim.id,
        pieces(ground.text, spans),
        spans,
        alone.sentence,
        alone.substitutions,
        kind_of(clause),
        polarity_of(clause),
        facts,
    )


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _trees(document: Document, spans: Sequence[Span]) -> Iterator[Tree]:
    for tree in document.trees:
        passage = tree.parse.passage
        whole = Span(passage.start, passage.start + len(passage.text))
        if any(span.overlaps(whole) for span in spans):
            yield tree


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
    while run and (tree.tokens[run[0]].pos in _EDGES or tree.tokens[run[0]].dep in {"cc", "mark"}):
        run = run[1:]
    while run and (tree.tokens[run[-1]].pos in _EDGES or tree.tokens[run[-1]].dep in {"cc", "mark"}):
        run = run[:-1]
    return run
