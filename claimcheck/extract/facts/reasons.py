"""Why: causes, occasions and purposes, where the words say that they are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.ground import Ground, Reading, fact, run
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.model import Aspect, Fact


def reasons(clause: Clause, of: str, ground: Ground) -> Iterator[Fact]:
    """Yield why-facts of a clause; their value is not normalised."""
    tree = clause.tree
    for position, i in enumerate(clause.tokens):
        phrase = starts_with(clause, position, lexicon().reasons)
        words = tree.subtree(i) if phrase is not None else _purpose(clause, i)
        if phrase is not None and tree.tokens[i].dep == "mark":
            words = tree.subtree(tree.tokens[i].head)
        if words:
            span = run(tree, words, i, clause.tokens)
            found = fact(ground, Aspect.WHY, span, Reading(None, of=of))
            if found is not None:
                yield found


def starts_with(clause: Clause, position: int, phrases: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the longest of `phrases` (sorted longest first) that stands at a position of the clause."""
    tokens = clause.tree.tokens
    longest = len(phrases[0])
    words = tuple(tokens[i].text.lower() for i in clause.tokens[position : position + longest])
    return next((phrase for phrase in phrases if words[: len(phrase)] == phrase), None)


def _purpose(clause: Clause, i: int) -> list[int]:
    """Return the words of a clause of purpose that "to" at token `i` opens."""
    tree = clause.tree
    token = tree.tokens[i]
    if token.tag != "TO" or token.dep != "aux" or tree.tokens[token.head].dep != "advcl":
        return []
    return [j for j in tree.subtree(token.head) if j >= i]
