"""Who did it and to whom or what: read from voice, by-phrases, blame and the grammar of the act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.facts.acts import HARM, Act
from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.doers import Party, by_phrase, doers
from claimcheck.extract.facts.grammar import is_not_one, objects
from claimcheck.extract.facts.ground import Ground, Reading, fact, run
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.phrases import core_span, is_flank, is_party, is_weapon, party_value, thing_value
from claimcheck.extract.facts.tolls import loses
from claimcheck.extract.facts.wishes import is_wish, wishes
from claimcheck.extract.tree import Tree
from claimcheck.model import Aspect, Fact

_NO_PARTY = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"})
_BESIDE = ("in", "during", "by", "after", "following", "from", "as", "with")
_NO_VICTIMS = lexicon().happenings | {"toll", "number", "count", "figure"}
_NOBODY = frozenset({"nobody", "none", "nothing"})
_NO_OBJECTS = frozenset({"board", "part", "place"})
"""What is no object of the verb that it makes one act with: "took part", "took place", "were on board"."""
_DOWNING = frozenset({"shoot down", "intercept"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


def parties(clause: Clause, acts: Sequence[Act], ground: Ground) -> Iterator[Fact]:
    """Yield by_whom, to_whom and what of the acts of a clause."""
    yield from _nominal(clause, ground)
    yield from wishes(clause, ground)
    for act in acts:
        agents = tuple(dict.fromkeys(_agents(clause, act, ground)))
        for agent in agents:
            found = fact(ground, Aspect.BY_WHOM, agent.span, Reading(agent.value, of=act.name))
            if found is not None:
                yield found
        named = {agent.span for agent in agents}
        for i in _patients(clause, act):
            if core_span(clause.tree, i) not in named:
                yield from _affected(clause, i, act, ground)


def _nominal(clause: Clause, ground: Ground) -> Iterator[Fact]:
    """Yield who is behind the acts that nouns name: "repelled the rebels' attack"."""
    tree = clause.tree
    for i in clause.tokens:
        token = tree.tokens[i]
        if token.pos in {"NOUN", "PROPN"} and token.lemma in lexicon().happenings and token.dep != "compound":
            of = ground.knowledge.acts.act(token.lemma) or token.lemma
            for party in doers(tree, i, ground):
                found = fact(ground, Aspect.BY_WHOM, party.span, Reading(party.value, of=of))
                if found is not None:
                    yield found


def _affected(clause: Clause, i: int, act: Act, ground: Ground) -> Iterator[Fact]:
    """Yield the party or the thing that an act befell, with what is coordinated to it."""
    tree, of = clause.tree, act.name
    for j in (i, *(token.i for token in tree.children(i, "conj") if token.i in clause.inside)):
        if _is_nobody(tree, j) or (tree.tokens[j].pos == "PRON" and ground.refer(tree, j) is None):
            continue
        if of in HARM or (is_party(tree, j, ground) and not _is_craft(tree, j, act)):
            found = fact(ground, Aspect.TO_WHOM, core_span(tree, j), Reading(party_value(tree, j, ground), of=of))
        else:
            whole = tree.subtree(j)
            if tree.tokens[j].dep == "poss":
                whole = [k for k in whole if tree.tokens[k].dep != "case"]
            if act.i in whole:  # the parse hangs the verb below its subject
                whole = [k for k in whole if k not in frozenset(tree.subtree(act.i))]
            span = run(tree, whole, j, clause.inside) if j in clause.inside else core_span(tree, j)
            found = fact(ground, Aspect.WHAT, span, Reading(thing_value(tree, j), of=of))
        if found is not None:
            yield found


def _is_craft(tree: Tree, i: int, act: Act) -> bool:
    """Tell whether a thing came to grief that has somebody's name on it: "a Russian drone crashed"."""
    struck = tree.tokens[act.i].lemma in lexicon().blows - lexicon().befalling and act.name not in _DOWNING
    return tree.tokens[i].lemma in lexicon().craft and not struck


def _is_nobody(tree: Tree, i: int) -> bool:
    """Tell whether words name none at all: "nobody", "no soldiers", "not one soldier"."""
    determiner = tree.child(i, "det")
    no = determiner is not None and determiner.lemma == "no"
    return no or tree.tokens[i].lemma in _NOBODY or is_not_one(tree, i)


def _agents(clause: Clause, act: Act, ground: Ground) -> Iterator[Party]:
    """Yield who did the act."""
    tree = clause.tree
    if act.tells or loses(tree, act.i):
        return
    candidates = [*_blamed(clause, act)] if act.answers else [*by_phrase(tree, act.i)]
    if not candidates and not act.passive and not act.answers:
        subject = clause.subject(act.i)
        candidates = [] if subject is None else [subject]
    blow = act.answers or act.name in HARM or tree.tokens[act.i].lemma in lexicon().blows | lexicon().light
    for i in candidates:
        yield from _behind(clause, i, blow, ground)
    if act.name in lexicon().together:
        held = (child.i for child in tree.children(act.i, "dobj") if child.lemma in lexicon().happenings)
        for noun in (noun for i in (act.i, *held) for noun in objects(tree, i, "with")):
            yield from _behind(clause, noun.i, False, ground)
    if not candidates and act.name in HARM:
        for noun in objects(tree, act.i, *_BESIDE):
            if noun.i in clause.inside and _acts_for_others(tree, noun.i):
                yield from doers(tree, noun.i, ground)


def _behind(clause: Clause, i: int, blow: bool, ground: Ground) -> Iterator[Party]:
    """Yield the party that a noun names, or who is behind the act or weapon that it names, if that struck a blow."""
    tree = clause.tree
    if tree.tokens[i].pos == "PRON" and ground.refer(tree, i) is None:
        return  # "they fired": who that is, the words do not say
    if is_party(tree, i, ground):
        for j in (i, *(token.i for token in tree.children(i, "conj") if token.i in clause.inside)):
            yield Party(core_span(tree, j), party_value(tree, j, ground))
    elif blow and _acts_for_others(tree, i):
        yield from doers(tree, i, ground)


def _acts_for_others(tree: Tree, i: int) -> bool:
    return tree.tokens[i].lemma in lexicon().happenings or is_weapon(tree, i) or tree.tokens[i].lemma == "series"


def _blamed(clause: Clause, act: Act) -> Iterator[int]:
    """Yield who answers for an act: "blamed X for it", "blamed it on X", "X claimed it", "it was claimed by X"."""
    tree = clause.tree
    if tree.tokens[act.i].lemma not in lexicon().accusing:
        by = tuple(by_phrase(tree, act.i))
        subject = clause.subject(act.i)
        yield from by or ([] if subject is None or act.passive else [subject])
        return
    accused = tree.child(act.i, "nsubjpass", "dobj")
    happened = accused is not None and accused.lemma in lexicon().happenings
    if accused is not None and not happened:
        yield accused.i
        return
    sources = (act.i, accused.i) if accused is not None else (act.i,)
    yield from (noun.i for i in sources for noun in objects(tree, i, "on"))


def _patients(clause: Clause, act: Act) -> Iterator[int]:
    """Yield the heads of the phrases that name whom or what the act befell."""
    if act.answers or act.tells:
        return
    tree = clause.tree
    subject = clause.subject(act.i) if act.passive else None
    if subject is not None and not (act.name in HARM and tree.tokens[subject].lemma in _NO_VICTIMS):
        yield from _whole(tree, subject)
    for child in tree.children(act.i, "dobj"):
        if child.lemma in lexicon().happenings or (child.lemma in lexicon().results and child.i in _told(tree, act)):
            yield from _aimed_at(tree, child.i)
        elif act.name in HARM and child.lemma in {"life", "death"}:
            yield from (noun.i for noun in objects(tree, child.i, "of"))
        elif child.lemma not in _REFLEXIVE and not _is_of_the_act(tree, act, child.lemma):
            yield from _whole(tree, child.i)
    if act.name not in HARM:
        armed = (weapon.i for weapon in objects(tree, act.i, "with") if is_weapon(tree, weapon.i))
        aimed = (i for j in (act.i, *armed) for i in _aimed_at(tree, j))
        yield from (i for i in aimed if not _is_of_the_act(tree, act, tree.tokens[i].lemma))


def _told(tree: Tree, act: Act) -> list[int]:
    """Return the words that name an act: "a blaze" of "sparked a blaze"."""
    return tree.within(act.words)


def _whole(tree: Tree, i: int) -> Iterator[int]:
    """Yield what an act befell: of "the stern of the tanker" the tanker, of "the port side" alone nothing."""
    if is_flank(tree, i):
        yield from (whole.i for whole in (*objects(tree, i, "of"), *tree.children(i, "poss")))
    else:
        yield i


def _is_of_the_act(tree: Tree, act: Act, noun: str) -> bool:
    return noun in _NO_OBJECTS and act.name != tree.tokens[act.i].lemma


def _aimed_at(tree: Tree, i: int) -> Iterator[int]:
    for noun in objects(tree, i, *lexicon().aims):
        place = noun.entity in {"GPE", "LOC", "FAC"} and tree.tokens[noun.head].lemma == "at"
        known = noun.entity in _NO_PARTY or noun.pos == "NUM" or noun.lemma == "air" or is_flank(tree, noun.i)
        if not (known or place or is_wish(tree, noun.i)):
            yield noun.i


def surprised(clause: Clause, cause: Sequence[int], by: Sequence[Fact], of: str, ground: Ground) -> Iterator[Fact]:
    """Yield the other party of an attack that names none but in its cause ("fired because of an army patrol").

    A party that is on the side of who did it ("the Israeli enemy" of "Israeli soldiers") is not the other one.
    """
    own = {str(agent.value) for agent in by}
    own |= {
        entry.country
        for entry in map(ground.knowledge.registry.get, sorted(own))
        if entry is not None and entry.country
    }
    for i in cause:
        tree = clause.tree
        heads_phrase = tree.tokens[i].dep in {"pobj", "dobj", "nsubj", "nsubjpass", "conj", "poss"}
        if not heads_phrase or tree.tokens[i].pos == "PRON" or not is_party(tree, i, ground):
            continue
        value = party_value(tree, i, ground)
        if value not in own and not own & set(_countries(clause, i, ground)):
            found = fact(ground, Aspect.TO_WHOM, core_span(tree, i), Reading(value, of=of))
            if found is not None:
                yield found


def _countries(clause: Clause, i: int, ground: Ground) -> Iterator[str]:
    """Yield the names and codes of the countries that a noun phrase mentions."""
    span = core_span(clause.tree, i)
    for word in ground.text[span.start : span.end].split():
        country = ground.knowledge.places.canonical(word)
        if country is not None:
            yield country
    for _, _, match in ground.knowledge.registry.within(ground.text[span.start : span.end]):
        yield from (name for name in (match.entry.id, match.entry.country) if name is not None)
