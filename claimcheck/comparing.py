"""Sentences by themselves: what two of them come to, with no articles around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from claimcheck.extract import extract_all
from claimcheck.judge import decide, model_judges, rule_judges
from claimcheck.knowledge import Knowledge, default_knowledge
from claimcheck.model import Article, Claim, ComparisonKind, Corpus, Pair, Side, Span, Statement, Verdict
from claimcheck.ports import Models
from claimcheck.settings import Settings

TOGETHER = 64
"""Pairs that are parsed and judged at once: the memory that a run needs, whatever their number."""


def compare(
    a: str, b: str, models: Models, settings: Settings = Settings(), knowledge: Knowledge | None = None
) -> Verdict:
    """Return what two sentences come to, taken as what two sources say of one incident."""
    (verdict,) = compare_all([(a, b)], models, settings, knowledge)
    return verdict


def compare_all(
    pairs: Iterable[tuple[str, str]],
    models: Models,
    settings: Settings = Settings(),
    knowledge: Knowledge | None = None,
) -> Iterator[Verdict]:
    """Yield one verdict a pair of sentences, in their order, as they are read; a verdict depends on its pair alone."""
    knowledge = knowledge or default_knowledge()
    waiting = iter(pairs)
    while together := list(islice(waiting, TOGETHER)):
        yield from _judged(together, models, settings, knowledge)


def _judged(
    pairs: Sequence[tuple[str, str]], models: Models, settings: Settings, knowledge: Knowledge
) -> Iterator[Verdict]:
    corpus = _corpus(pairs)
    claims = extract_all(corpus, models, knowledge, settings.extract).claims
    asked = (*rule_judges(knowledge), *model_judges(models.entail))
    judged = decide(list(_pairs(claims, len(pairs))), asked, settings.comparing)
    verdicts = {comparison.incident: comparison.verdict for comparison in judged}
    return (verdicts[_name(row)] for row in range(len(pairs)))


def _corpus(pairs: Sequence[tuple[str, str]]) -> Corpus:
    """Return an article of one statement for each sentence."""
    sides = [(row, side, text) for row, pair in enumerate(pairs) for side, text in zip("ab", pair, strict=True)]
    articles = tuple(Article(f"{_name(row)}{side}", text) for row, side, text in sides)
    statements = (Statement(a.id, a.id, Span(0, len(a.text)), f"source {a.id[-1]}") for a in articles)
    return Corpus(articles, tuple(statements))


def _pairs(claims: Sequence[Claim], count: int) -> Iterator[Pair]:
    by_id = {claim.id: claim for claim in claims}
    for row in range(count):
        a, b = by_id[f"{_name(row)}a"], by_id[f"{_name(row)}b"]
        kind = ComparisonKind.CROSS_SOURCE
        yield Pair(_name(row), kind, Side(a, a.propositions), Side(b, b.propositions))


def _name(row: int) -> str:
    return f"pair{row}"
