"""Repairs of a parse, where the text leaves no doubt.

A sentence ends with "a.m."; a particle stands before a place; "on Tuesday" between a speaker and "said" is of the verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.cues import default_cues
from claimcheck.ports import Parse, Token

ENDING = frozenset({"a.m.", "p.m."})
"""Abbreviations with which a sentence may end; a name after them goes on ("3 a.m. Moscow time")."""
_WITHOUT_OBJECT = frozenset(
    {"capsize", "crash", "collide", "die", "drown", "explode", "fall", "founder", "happen", "occur", "perish", "sink"}
)
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SETTING = frozenset({"at", "during", "in", "on"})
_BEFORE_VERB = ("advmod", "aux", "auxpass", "neg")
_ONE = frozenset({"a", "an", "her", "his", "its", "their"})


def mended(parse: Parse) -> Parse:
    """Return a parse with its repairs."""
    tokens, sentences = parse.tokens, tuple(_sentences(parse))
    if sentences != parse.sentences:
        tokens = tuple(_within_sentences(tokens, sentences))
    return replace(parse, tokens=tuple(_with_settings(tuple(_with_prepositions(tokens)))), sentences=sentences)


def _sentences(parse: Parse) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the sentences, those parted that run on behind "a.m."."""
    for first, last in parse.sentences:
        begin = first
        for i in range(first + 1, last):
            if parse.tokens[i - 1].text.lower() in ENDING and _begins(parse.tokens[i]):
                yield begin, i
                begin = i
        yield begin, last


def _begins(token: Token) -> bool:
    return token.text[0].isupper() and token.pos in {"DET", "PRON", "ADP", "ADV", "SCONJ", "NOUN", "CCONJ"}


def _within_sentences(tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> Iterator[Token]:
    """Yield the tokens with the number of their sentence; who depended on a word outside it is a root."""
    for number, (first, last) in enumerate(sentences):
        for token in tokens[first:last]:
            root = not first <= token.head < last
            head, dep = (token.i, "ROOT") if root else (token.head, token.dep)
            yield replace(token, sentence=number, head=head, dep=dep)


def _with_prepositions(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens; "off" is a preposition in "the ferry capsized off Port Almira", and the place no object."""
    places = {token.i: place for token in tokens if (place := _place_after(tokens, token)) is not None}
    particles = {place: i for i, place in places.items()}
    for token in tokens:
        if token.i in places:
            yield replace(token, dep="prep", tag="IN")
        elif token.i in particles:
            yield replace(token, dep="pobj", head=particles[token.i])
        else:
            yield token


def _place_after(tokens: Sequence[Token], particle: Token) -> int | None:
    """Return the name of a place that follows a particle of a verb that has no objects."""
    verb = tokens[particle.head]
    if particle.dep != "prt" or verb.lemma not in _WITHOUT_OBJECT:
        return None
    for token in tokens[particle.i + 1 :]:
        if token.entity not in _PLACES:
            return None
        if token.head == verb.i:
            return token.i if token.dep == "dobj" else None
        if token.dep == "nsubj":  # "The toll from a ferry that capsized off Port Said rose": the toll rose
            return token.i if any(t.head == token.head and t.dep == "nsubj" for t in tokens[: particle.i]) else None
    return None


def _with_settings(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens; when and in what somebody speaks hangs on the verb: "The managers [on Tuesday] denied"."""
    moved = {i: verb for subject in tokens if subject.dep == "nsubj" for i, verb in _settings(tokens, subject)}
    for token in tokens:
        yield replace(token, head=moved[token.i]) if token.i in moved else token


def _settings(tokens: Sequence[Token], subject: Token) -> Iterator[tuple[int, int]]:
    """Yield the prepositions of a speaker that lead up to the verb and are of it, each with the verb, from the last."""
    verb = tokens[subject.head]
    if verb.i < subject.i or verb.lemma not in default_cues().verbs:
        return
    end = verb.i
    while end > subject.i and tokens[end - 1].head == verb.i and tokens[end - 1].dep in _BEFORE_VERB:
        end -= 1
    links = [t for t in tokens[subject.i + 1 : end] if t.head == subject.i and t.dep == "prep"]
    for link in reversed(links):
        if not _is_setting(tokens[link.i : end]):
            return
        yield link.i, verb.i
        end = link.i


def _is_setting(words: Sequence[Token]) -> bool:
    """Tell whether a phrase says when somebody spoke, or in what: "on Monday evening", "at a news conference"."""
    link, *rest = words
    named = next((t for t in rest if t.dep == "pobj" and t.head == link.i), None)
    if link.lemma not in _SETTING or named is None:
        return False
    if named.entity in ("DATE", "TIME"):
        return named == rest[-1]
    cues = default_cues()
    one = any(t.head == named.i and t.lemma in _ONE for t in rest)
    return one and (named.lemma in cues.media or named.lemma in cues.occasions)
