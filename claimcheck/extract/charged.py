"""What is laid at somebody's door by a noun, as a sentence: "X for the fire" is "X was behind the fire"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.model import Span, Substitution
from claimcheck.ports import Token

_LINKS = {"accuse": "of", "blame": "for", "fault": "for"}
_TARGETS = frozenset({"on", "of", "against"})
_PLURAL = ("NNS", "NNPS")
_NAMING = ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "PART", "PRON", "PUNCT", "CCONJ", "SPACE")


def laid_at(clause: Clause, cue: Token) -> tuple[Substitution, ...]:
    """Return what makes a sentence of a party and what it is held answerable for; nothing where there is a verb."""
    words = [clause.tree.tokens[i] for i in clause.tokens]
    if cue.lemma not in _LINKS or not words or any(word.pos not in _NAMING for word in words):
        return ()
    link = next((w for w in words[1:] if w.text == _LINKS[cue.lemma] and _matter(clause, w)), None)
    if link is not None:
        return tuple(_charge(clause, link, _verb_of(clause, words)))
    alone = cue.lemma != "accuse" and all(word.pos != "ADP" for word in words)
    last = words[-1]
    return (Substitution(last.text, _span(last), f"{last.text} {_verb_of(clause, words)} to blame"),) if alone else ()


def _matter(clause: Clause, link: Token) -> Token | None:
    """Return the noun for what somebody is held answerable for, which is no name: "the mayor of Orrin"."""
    found = clause.tree.child(link.i, "pobj")
    return found if found is not None and found.i in clause.inside and found.pos == "NOUN" else None


def _verb_of(clause: Clause, words: list[Token]) -> str:
    head = clause.tree.tokens[clause.head]
    party = head if head in words else words[0]
    joined = any(True for _ in clause.tree.children(party.i, "conj"))
    return "were" if joined or party.tag in _PLURAL or party.text.casefold() == "they" else "was"


def _charge(clause: Clause, link: Token, verb: str) -> Iterator[Substitution]:
    matter = _matter(clause, link)
    if matter is None:
        return
    if link.text == "for":
        behind = matter.lemma in _deeds() or matter.lemma in lexicon().happenings
        yield Substitution(link.text, _span(link), f"{verb} behind" if behind else f"{verb} to blame for")
        return
    target = next((t for t in clause.tree.children(matter.i, "prep") if t.text in _TARGETS), None)
    between = clause.tree.tokens[link.i + 1 : matter.i]
    if matter.lemma not in _deeds() or target is None or any(word.pos != "DET" for word in between):
        done = matter.lemma in _deeds() or matter.lemma in lexicon().happenings
        yield Substitution(link.text, _span(link), "carried out" if done else f"{verb} guilty of")
        return
    yield from (Substitution(word.text, _span(word), "") for word in (link, *between, target))
    yield Substitution(matter.text, _span(matter), _deeds()[matter.lemma])


def _span(word: Token) -> Span:
    return Span(word.start, word.end)


@cache
def _deeds() -> Mapping[str, str]:
    tables = tomllib.loads(files("claimcheck.extract").joinpath("charges.toml").read_text(encoding="utf-8"))
    deeds: Mapping[str, str] = tables["deeds"]
    return deeds
