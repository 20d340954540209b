"""Why: causes, occasions and purposes, where the words say that they are one."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.doers import by_phrase
from claimcheck.extract.facts.grammar import is_passive
from claimcheck.extract.facts.ground import Ground, Reading, fact, run
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.phrases import is_party
from claimcheck.model import Aspect, Fact
from claimcheck.ports import Token


def causes(clause: Clause) -> tuple[tuple[int, ...], ...]:
    """Return the token indices of each phrase or clause that says why, with the words that open it."""
    tree = clause.tree
    found: list[tuple[int, ...]] = []
    for position, i in enumerate(clause.tokens):
        phrase = _opens(clause, position)
        if phrase is None or (found and i <= found[-1][-1]):
            continue
        top = tree.tokens[i].head if tree.tokens[i].dep == "mark" else i
        last = clause.tokens[position + len(phrase) - 1]
        words = {*tree.subtree(top), *tree.subtree(last), *range(i, last + 1)}
        found.append(tuple(sorted(j for j in words & clause.inside if j >= i)))
    return tuple(found)


def reasons(clause: Clause, of: str, ground: Ground) -> Iterator[Fact]:
    """Yield why-facts of a clause, causes and purposes; their value is not normalised."""
    purposes = (_purpose(clause, i) for i in clause.tokens)
    for words in (*causes(clause), *_caused(clause, ground), *purposes):
        if words:
            span = run(clause.tree, words, words[0], clause.inside)
            found = fact(ground, Aspect.WHY, span, Reading(None, of=of))
            if found is not None:
                yield found


def _caused(clause: Clause, ground: Ground) -> Iterator[tuple[int, ...]]:
    """Yield what caused it: "a short circuit" in "was caused by a short circuit", "a short circuit caused it"."""
    tree, verb = clause.tree, clause.verb
    if verb.lemma not in lexicon().causes:
        return
    subject = clause.subject(verb.i)
    nouns = list(by_phrase(tree, verb.i)) if is_passive(tree, verb.i) else [subject] if subject is not None else []
    for i in nouns:
        if not is_party(tree, i, ground):
            yield tuple(tree.subtree(i))


def _opens(clause: Clause, position: int) -> tuple[str, ...] | None:
    """Return the longest phrase for a reason that stands at a position of the clause."""
    tokens = clause.tree.tokens
    for phrase in lexicon().reasons.get(tokens[clause.tokens[position]].text.lower(), ()):
        behind = clause.tokens[position : position + len(phrase)]
        if tuple(tokens[i].text.lower() for i in behind) == phrase and not _is_time(tokens[behind[-1]]):
            return phrase
    return None


def _is_time(word: Token) -> bool:
    """Tell whether a word says since when: "since" before a noun, not before a clause."""
    return word.lemma == "since" and word.dep != "mark"


def _purpose(clause: Clause, i: int) -> tuple[int, ...]:
    """Return the words of a clause of purpose that "to" at token `i` opens."""
    tree = clause.tree
    token = tree.tokens[i]
    purpose = token.tag == "TO" and token.dep == "aux" and tree.tokens[token.head].dep == "advcl"
    if not purpose or tree.tokens[i - 1].lemma == "yet":
        return ()
    return tuple(j for j in tree.subtree(token.head) if j >= i)
