"""Who is behind a noun for an act or a weapon: "coalition airstrikes", "a missile fired by rebels"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.extract.facts.ground import Ground
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.phrases import core, core_span, is_party, is_weapon, of_country, party_value
from claimcheck.extract.tree import Tree
from claimcheck.model import Span
from claimcheck.ports import Token

_SENT = frozenset({"call", "fire", "gunfire", "threat", "letter", "message", "request", "attack", "strike"})
"""What comes from those who do it: "a call from the president"."""


class Party(NamedTuple):
    """Words that name a party, and what it is called."""

    span: Span
    value: str


def doers(tree: Tree, i: int, ground: Ground) -> Iterator[Party]:
    """Yield the parties behind the noun at token `i`."""
    named = [*_after(tree, i)]
    if named:
        for j in named:
            yield Party(core_span(tree, j), party_value(tree, j, ground))
    else:
        yield from _before(tree, i, ground)


def by_phrase(tree: Tree, i: int) -> Iterator[int]:
    """Yield the nouns of the by-phrase of a passive verb, with their conjuncts."""
    for agent in tree.children(i, "agent", "prep"):
        opens = agent.lemma == "by" or (agent.lemma == "from" and tree.tokens[i].lemma in _SENT)
        if opens and (agent.dep == "agent" or tree.tokens[i].pos != "VERB"):
            for noun in tree.children(agent.i, "pobj"):
                yield noun.i
                yield from (other.i for other in tree.children(noun.i, "conj"))


def _after(tree: Tree, i: int) -> Iterator[int]:
    """Yield the nouns of "a strike by X", "a missile fired by X", "believed to have been carried out by X"."""
    yield from by_phrase(tree, i)
    for child in tree.children(i, "acl", "relcl"):
        yield from by_phrase(tree, child.i)
        yield from (j for below in tree.children(child.i, "xcomp") for j in by_phrase(tree, below.i))
    for preposition in tree.children(i, "prep"):
        if preposition.lemma == "of":
            for noun in tree.children(preposition.i, "pobj"):
                if noun.lemma in lexicon().happenings or is_weapon(tree, noun.i):
                    yield from _after(tree, noun.i)


def _before(tree: Tree, i: int, ground: Ground) -> Iterator[Party]:
    """Yield the parties named before the noun: those of the registry, else countries and nouns for people."""
    words = core(tree, i)[:-1]
    if words:
        start, end = tree.span(words)
        known = ground.knowledge.registry.within(ground.text[start:end])
        yield from (Party(Span(start + a, start + b), match.entry.id) for a, b, match in known)
        if not known:
            yield from _modifiers(tree, i, ground)
    for preposition in tree.children(i, "prep"):
        if preposition.lemma == "of" and tree.tokens[i].lemma == "series":
            yield from (
                party for noun in tree.children(preposition.i, "pobj") for party in _before(tree, noun.i, ground)
            )


def _modifiers(tree: Tree, i: int, ground: Ground) -> Iterator[Party]:
    """Yield the country whose forces did it ("Russian airstrikes"), the people whose it was ("a rebel attack")."""
    armed = tree.tokens[i].lemma in lexicon().methods or is_weapon(tree, i)
    for j in core(tree, i)[:-1]:
        token = tree.tokens[j]
        country = ground.knowledge.places.canonical(token.text) if _is_national(token) else None
        if country is not None:
            forces = of_country(country, "force", ground) if armed else None
            yield Party(Span(token.start, token.end), forces or country)
        elif token.dep in {"compound", "poss", "nmod"} and token.pos == "NOUN" and is_party(tree, j, ground):
            yield Party(Span(token.start, token.end), party_value(tree, j, ground))


def _is_national(token: Token) -> bool:
    return token.entity in {"NORP", "GPE"} and (token.pos == "ADJ" or token.dep in {"poss", "amod", "compound", "nmod"})
