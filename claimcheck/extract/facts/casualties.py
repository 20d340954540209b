"""How many: what each number of a clause counts, and what became of those counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.facts.acts import Act
from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.ground import Ground, Reading, fact
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.numbers import Quantity, quantities
from claimcheck.extract.tree import Tree
from claimcheck.model import Aspect, Bound, Fact

HARM = frozenset({"kill", "injure", "casualty"})
_EARLIER = frozenset({"previous", "early", "earlier", "initial", "former", "last"})
_REACH = 9
"""Words between "death toll" and its number ("the death toll from a blast on a bus convoy has risen to 86")."""


def counts(clause: Clause, acts: Sequence[Act], ground: Ground) -> Iterator[Fact]:
    """Yield a fact for each number of a clause, and for each single person that came to harm ("a woman")."""
    tree = clause.tree
    by_token = {act.i: act for act in acts}
    unit = None
    for quantity in quantities(tree, clause.tokens):
        of = _fate(tree, quantity, by_token, clause) or acts[0].name
        unit = quantity.unit or (unit if of in HARM else None) or ("person" if of in HARM else None)
        span = tree.span(_words(tree, quantity))
        found = fact(ground, Aspect.HOW_MANY, span, Reading(quantity.value, quantity.op, unit, of))
        if found is not None:
            yield found
    yield from _single(clause, by_token, ground)


def _words(tree: Tree, quantity: Quantity) -> list[int]:
    words = list(range(quantity.first, quantity.last))
    if quantity.counted is not None and quantity.last <= quantity.counted <= quantity.last + 3:
        words.extend(range(quantity.last, quantity.counted + 1))
    return words


def _fate(tree: Tree, quantity: Quantity, acts: dict[int, Act], clause: Clause) -> str | None:
    """Return the canonical act that befell those counted."""
    return (
        _stated_beside(tree, quantity, clause)
        or _toll(tree, quantity, clause)
        or _governing(tree, quantity.counted if quantity.counted is not None else quantity.number, acts)
    )


def _stated_beside(tree: Tree, quantity: Quantity, clause: Clause) -> str | None:
    """Read "35 deaths", "24 dead", "dozens more wounded", "31 people killed": a word of harm right after the number."""
    fates, inside = lexicon().casualties, set(clause.tokens)
    start = quantity.last
    end = max(start, (quantity.counted if quantity.counted is not None else start) + 1)
    for i in range(start, min(end + 1, len(tree.tokens))):
        token = tree.tokens[i]
        if i in inside and (fate := fates.get(token.lemma) or fates.get(token.text.lower())):
            return fate
        if i >= end and token.lemma not in {"more", "other"}:
            break
        if token.tag == "VBN" and i in inside and token.lemma in {"kill", "wound", "injure"}:
            return "kill" if token.lemma == "kill" else "injure"
    return None


def _toll(tree: Tree, quantity: Quantity, clause: Clause) -> str | None:
    """Read "put the death toll at 494", "a previous toll of 112"."""
    words = [i for i in clause.tokens if quantity.first - _REACH <= i < quantity.first]
    for i in reversed(words):
        token = tree.tokens[i]
        if token.pos == "NUM":
            return None
        if token.lemma == "toll" or (token.lemma in {"number", "count"} and _of_victims(tree, i)):
            earlier = any(child.lemma in _EARLIER for child in tree.children(i, "amod"))
            return "earlier toll" if earlier else "kill"
    return None


def _of_victims(tree: Tree, i: int) -> bool:
    return any(tree.tokens[j].lemma in lexicon().casualties for j in tree.subtree(i) if j > i)


def _governing(tree: Tree, i: int, acts: dict[int, Act]) -> str | None:
    """Return the act whose object, or whose passive subject, a number or its noun is."""
    for _ in range(len(tree.tokens)):
        token = tree.tokens[i]
        if i in acts:
            return acts[i].name
        if token.head == i:
            return None
        above = acts.get(token.head)
        if above is not None and token.dep == "nsubj" and not above.passive and above.name in HARM:
            return "act"
        i = token.head
    return None


def _single(clause: Clause, acts: dict[int, Act], ground: Ground) -> Iterator[Fact]:
    """Yield one for "a woman was killed" and none for "no soldiers were killed"."""
    tree = clause.tree
    for i in clause.tokens:
        token = tree.tokens[i]
        above = acts.get(token.head)
        if (
            above is None
            or above.name not in HARM
            or token.lemma not in lexicon().people
            or token.dep not in {"dobj", "nsubjpass", "nsubj"}
        ):
            continue
        if token.dep == "nsubj" and not above.passive:
            continue
        determiner = tree.child(i, "det")
        word = determiner.text.lower() if determiner else ""
        if word in {"a", "an", "no"} and tree.child(i, "nummod") is None:
            value = 0.0 if word == "no" else 1.0
            reading = Reading(value, Bound.EXACT, lexicon().unit_of.get(token.lemma, token.lemma), above.name)
            found = fact(ground, Aspect.HOW_MANY, tree.span([determiner.i if determiner else i, i]), reading)
            if found is not None:
                yield found
