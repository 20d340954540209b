"""How many: what each number of a clause counts, and what became of those counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.facts.acts import HARM, Act
from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.figures import figure_of
from claimcheck.extract.facts.grammar import first_conjunct, is_not_one, is_passive
from claimcheck.extract.facts.ground import Ground, Reading, fact
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.numbers import Quantity, quantities
from claimcheck.extract.facts.phrases import is_number
from claimcheck.extract.facts.tolls import of_victims
from claimcheck.extract.tree import Tree
from claimcheck.model import Aspect, Bound, Fact

EARLIER = "earlier toll"
"""What a superseded toll counts: it is not to be compared with the toll."""
_SKIPPED = frozenset({"more", "other", "additional", "people", "person", "also", "were", "was"})
_INCLUDING = frozenset({"including", "mostly", "among", "and", "them"})
_REACH = 18
"""Words between "death toll" and its number ("the death toll from a blast near the city has risen to 86")."""
_THROUGH = frozenset({"of", "including", "among", "between", "like", "to", "by"})
"""Prepositions through which a number still counts those whom an act befell; "two" in "on two villages" does not."""


@dataclass(frozen=True, slots=True)
class _Count:
    quantity: Quantity
    of: str
    unit: str | None


def counts(clause: Clause, acts: Sequence[Act], ground: Ground) -> Iterator[Fact]:
    """Yield a fact for each number of a clause, and for each single person that came to harm ("a woman")."""
    tree = clause.tree
    by_token = {act.i: act for act in acts}
    before: _Count | None = None
    told_before = _told_before(clause)
    for quantity in quantities(tree, clause.tokens):
        start = quantity.counted if quantity.counted is not None else quantity.number
        figure = figure_of(clause, quantity, ground.knowledge.acts)
        of = _recovered(tree, start, by_token) or _aboard(tree, start, ground)
        of = of or _told(clause, quantity, before) or figure
        of = of or _governing(tree, start, by_token)
        count = _count(quantity, of, quantity.unit or _unit_meant(tree, quantity.number, ground), before)
        if count is None:  # "dies at 91": nothing says what it counts
            continue
        before = count
        told_before = told_before or count.of == EARLIER
        reading = Reading(quantity.value, quantity.op, count.unit, EARLIER if told_before else count.of)
        words = _words(quantity)
        if is_not_one(tree, start):
            if count.of not in HARM:
                continue  # "not one soldier crossed": that none did is said by the clause
            words = [quantity.first - 1, *words]
            reading = replace(reading, value=0.0, op=Bound.EXACT)
        found = fact(ground, Aspect.HOW_MANY, tree.span(words), reading)
        if found is not None:
            yield found
    yield from _single(clause, by_token, ground)


def _told_before(clause: Clause) -> bool:
    """Tell whether the words say that a later toll has replaced this one ("an earlier toll", "initially reported")."""
    tree, verb = clause.tree, clause.verb
    above = tree.tokens[verb.head]
    if verb.dep not in {"ccomp", "xcomp"} or above.lemma not in lexicon().frames:
        return False
    subjects = tree.children(above.i, "nsubj", "nsubjpass")
    adverbs = tree.children(above.i, "advmod")
    before = any(adverb.lemma in lexicon().superseded for adverb in adverbs)
    return before or any(_is_superseded(tree, noun.i) for noun in subjects)


def _is_superseded(tree: Tree, noun: int) -> bool:
    return any(child.lemma in lexicon().superseded for child in tree.children(noun, "amod"))


def _count(quantity: Quantity, of: str | None, unit: str | None, before: _Count | None) -> _Count | None:
    if unit is None and of in HARM:
        unit = before.unit if before is not None and before.of in HARM else "person"
    name = of or unit
    return _Count(quantity, name, unit) if name is not None else None


def _unit_meant(tree: Tree, number: int, ground: Ground) -> str | None:
    """Return the unit of a bare number that refers back: "the three" are suspects."""
    known = ground.refer(tree, number)
    return known.tree.tokens[known.head].lemma if known is not None and known.tree and known.head is not None else None


def _words(quantity: Quantity) -> list[int]:
    words = list(range(quantity.first, quantity.last))
    if quantity.counted is not None and quantity.last <= quantity.counted <= quantity.last + 3:
        words.extend(range(quantity.last, quantity.counted + 1))
    return words


def _told(clause: Clause, quantity: Quantity, before: _Count | None) -> str | None:
    """Return what befell those counted, as the words about the number say, or the number before it."""
    stated = _stated_before(clause, quantity) or _stated_after(clause, quantity)
    if stated is None and before is not None and _goes_on(clause.tree, before, quantity):
        return before.of
    return stated


def _stated_after(clause: Clause, quantity: Quantity) -> str | None:
    """Read "35 deaths", "24 dead", "dozens more wounded", "31 people killed": a word of harm right after the number."""
    tree, fates, inside = clause.tree, lexicon().casualties, clause.inside
    counted = quantity.counted if quantity.counted is not None else quantity.number
    for i in range(min(quantity.number + 1, quantity.last), len(tree.tokens)):
        token = tree.tokens[i]
        fate = fates.get(token.text.lower()) or fates.get(token.lemma)
        if i not in inside or (token.pos in {"VERB", "AUX"} and fate is None):
            return None
        if fate is not None and _is_fate(tree, i, quantity):
            return fate
        if i > counted and token.lemma not in _SKIPPED:
            return None
    return None


def _recovered(tree: Tree, counted: int, acts: dict[int, Act]) -> str | None:
    """Return the act of "recovered seven bodies": those found that time are no toll."""
    act = acts.get(tree.tokens[counted].head)
    found = act is not None and tree.tokens[counted].dep in {"dobj", "nsubjpass"} and act.name not in HARM
    return act.name if act and found and tree.tokens[counted].lemma in {"body", "corpse"} else None


def _aboard(tree: Tree, counted: int, ground: Ground) -> str | None:
    """Return the act of carrying for "112 of the 121 people on board", whatever befell some of them."""
    if tree.tokens[counted].dep != "pobj":
        return None
    below = tree.children(counted, "prep", "advmod")
    led = (word for on in below for word in (on, *tree.children(on.i, "pobj", "pcomp")))
    on_board = any(word.lemma in {"board", "aboard"} for word in led)
    return ground.knowledge.acts.act("be on board") if on_board else None


def _is_fate(tree: Tree, i: int, quantity: Quantity) -> bool:
    """Tell whether a word of harm says what befell those counted, and is no active verb with an object of its own."""
    token = tree.tokens[i]
    if token.pos == "VERB":
        return token.tag == "VBN" and (is_passive(tree, i) or tree.child(i, "dobj") is None)
    return i - quantity.last < 4


def _stated_before(clause: Clause, quantity: Quantity) -> str | None:
    """Read "put the death toll at 494", "a previous toll of 112", "the bodies of 44 victims"."""
    tree = clause.tree
    words = [i for i in clause.tokens if quantity.first - _REACH <= i < quantity.first]
    for i in reversed(words):
        token = tree.tokens[i]
        if token.pos == "NUM":
            return None
        if token.lemma in {"body", "corpse", "life"} and tree.tokens[i + 1].lemma == "of" and quantity.first - i <= 3:
            return "kill"
        if token.lemma == "toll" and tree.tokens[quantity.first - 1].lemma == "from":
            return EARLIER
        fate = "kill" if token.lemma == "toll" else of_victims(tree, i)
        if fate is not None:
            return EARLIER if _is_superseded(tree, i) else fate
    return None


def _goes_on(tree: Tree, before: _Count, quantity: Quantity) -> bool:
    """Tell whether a number counts what the one before it does: the rest of a range, or a part of those harmed."""
    ends_range = (before.quantity.op, quantity.op) == (Bound.AT_LEAST, Bound.AT_MOST)
    if ends_range and quantity.first == before.quantity.last + 1:
        return True
    return before.of in HARM and _is_part(tree, before.quantity, quantity)


def _is_part(tree: Tree, whole: Quantity, part: Quantity) -> bool:
    """Tell whether a number is part of the one before it, or in one list with it: "56 dead, including 11 children"."""
    last = max(whole.last, (whole.counted or 0) + 1)
    between = tree.tokens[last : part.first]
    near = len(between) <= 4 and not any(token.pos == "VERB" and token.lemma != "include" for token in between)
    return near and any(token.text.lower() in _INCLUDING for token in between)


def _governing(tree: Tree, i: int, acts: dict[int, Act]) -> str | None:
    """Return the act whose object, or whose passive subject, a number or its noun is."""
    for _ in range(len(tree.tokens)):
        token = tree.tokens[i]
        if i in acts:
            return "harm" if _harms_alike(tree, i) else acts[i].name
        below = next(iter(acts), i)
        if token.lemma in lexicon().raising and tree.tokens[below].head == i:  # "were reported killed"
            i = below
            continue
        if token.head == i:
            return None
        above = acts.get(token.head)
        if above is not None and token.dep == "nsubj" and not above.passive and above.name in HARM:
            return None
        if token.dep == "pobj" and (tree.tokens[token.head].lemma not in _THROUGH or _is_whole(tree, token.head)):
            return None
        i = token.head
    return None


def _harms_alike(tree: Tree, i: int) -> bool:
    """Tell whether a number is one for two kinds of harm: "dozens were killed or injured"."""
    first = first_conjunct(tree, i)
    alike = [tree.tokens[first], *tree.children(first, "conj")]
    others = any(_has_own(tree, token.i) for token in alike if token.i != i)
    return not others and {"kill", "injure"} <= {lexicon().verbs_of_harm.get(token.lemma) for token in alike}


def _has_own(tree: Tree, verb: int) -> bool:
    """Tell whether a verb of harm says itself whom it befell: "seven others injured", "dozens wounded"."""
    counted = any(is_number(tree, j) for s in tree.children(verb, "nsubj") for j in tree.subtree(s.i))
    return counted or tree.child(verb, "nsubjpass", "dobj") is not None


def _is_whole(tree: Tree, preposition: int) -> bool:
    """Tell whether a preposition leads from a part to its whole: "two | of the three hostages"."""
    return tree.tokens[preposition].lemma == "of" and tree.tokens[tree.tokens[preposition].head].pos == "NUM"


def _single(clause: Clause, acts: dict[int, Act], ground: Ground) -> Iterator[Fact]:
    """Yield one for "a woman was killed" and none for "no soldiers were killed"."""
    tree = clause.tree
    for i in clause.tokens:
        token, act = tree.tokens[i], acts.get(tree.tokens[i].head)
        determiner = tree.child(i, "det")
        if act is None or not _befell(token.dep, token.lemma, act):
            continue
        word = determiner.text.lower() if determiner is not None else token.text.lower()
        if is_not_one(tree, i) and token.pos != "NUM":
            word = "no"
        number = {"a": 1.0, "an": 1.0, "no": 0.0, "nobody": 0.0, "none": 0.0}.get(word)
        if number is not None and tree.child(i, "nummod") is None:
            unit = lexicon().unit_of.get(token.lemma, token.lemma)
            reading = Reading(number, Bound.EXACT, unit, act.name)
            found = fact(ground, Aspect.HOW_MANY, tree.span([determiner.i if determiner else i, i]), reading)
            if found is not None:
                yield found


def _befell(dep: str, lemma: str, act: Act) -> bool:
    suffers = dep in {"dobj", "nsubjpass"} or (dep == "nsubj" and act.passive)
    return suffers and act.name in HARM and (lemma in lexicon().people or lemma in lexicon().unit_of)
