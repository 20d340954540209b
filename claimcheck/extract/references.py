"""What pronouns and short references stand for, as far as the article says so; nothing is guessed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from claimcheck.extract.document import Document
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.model import Claim, Mode, Voice
from claimcheck.ports import Token

WINDOW = 250
"""Tokens before a reference in which its antecedent is looked for: about ten sentences."""
_OPENING = 12
"""Characters from the start of reported speech in which a pronoun is the speaker: "it fired", "one of its fighters"."""
_SPEAKER = frozenset({"i", "me", "my", "mine"})
_SPEAKERS = frozenset({"we", "us", "our"})
_PERSON = frozenset({"he", "him", "his", "she", "her", "hers"})
_THING = frozenset({"it", "its"})
_POSSESSIVE = frozenset({"my", "our", "his", "its", "her"})
_ARMED = frozenset({"army", "armed_group", "government", "ministry", "police", "party"})
"""Kinds of sources that may speak of their own blows as "it"."""
_NEAR = 40
"""Tokens before "it" in which the blow that it stands for is looked for."""
_GROUPS = frozenset({"coalition", "alliance", "regime", "government"})
_PEOPLE = frozenset({"person", "individual", "office", "unnamed"})


@dataclass(frozen=True, slots=True)
class Reference:
    """The words that a reference stands for; the registry's id of a source, or the noun in the article, where known.

    The words are empty where they would not read well in place of the reference ("we" of an office).
    """

    words: str
    source: str | None = None
    tree: Tree | None = None
    head: int | None = None


def refer(tree: Tree, i: int, claim: Claim, document: Document) -> Reference | None:
    """Return what a pronoun, a bare number ("the three") or a definite noun ("the suspects") stands for."""
    token = tree.tokens[i]
    if token.pos in {"PRON", "DET"} or token.tag in {"PRP", "PRP$"}:
        return _pronoun(tree, token, claim, document)
    determiner = tree.child(i, "det")
    if token.dep == "compound" and token.pos == "NOUN":
        return _introduced(tree, token, document) if token.lemma in _GROUPS else None
    if determiner is None or determiner.lemma not in {"the", "those", "these"}:
        return None
    if token.pos == "NUM":
        return _counted(tree, token, document)
    described = tree.child(i, "compound", "amod", "poss", "nmod", "nummod") is not None
    return _introduced(tree, token, document) if token.pos == "NOUN" and not described else None


def _pronoun(tree: Tree, token: Token, claim: Claim, document: Document) -> Reference | None:
    word = token.text.lower()
    quoted = claim.mode is Mode.DIRECT
    person = claim.source.kind in _PEOPLE
    if word in _SPEAKER and quoted:
        return Reference(claim.chain[-1] if claim.chain else claim.source.name, claim.source.id)
    if word in _SPEAKERS and quoted:
        return Reference("" if person else claim.source.name, claim.source.id)
    if word == "it" and tree.tokens[token.head].lemma in lexicon().blows and claim.source.kind not in _ARMED:
        return _happening(tree, token, document)
    if claim.voice is Voice.ATTRIBUTED and not quoted and _is_speaker(word, token, claim, person):
        return Reference(claim.source.name, claim.source.id)
    return _person(tree, token, document) if word in _PERSON else None


def _happening(tree: Tree, token: Token, document: Document) -> Reference | None:
    """Return the blow that "it" stands for in "it also wounded 20": the nearest one named before."""
    for where, i in islice(_before(tree, token.i, document), _NEAR):
        noun = where.tokens[i]
        if noun.pos == "NOUN" and noun.lemma in lexicon().happenings:
            return Reference(f"the {noun.text}", None, where, i)
    return None


def _is_speaker(word: str, token: Token, claim: Claim, person: bool) -> bool:
    """Tell whether the subject of reported speech is who speaks ("the army said that it had opened fire")."""
    first = claim.spans[0].start
    opens = token.dep in {"nsubj", "nsubjpass", "poss"} and token.start <= first + _OPENING
    introduced = claim.source_span is None or claim.source_span.end <= first
    return opens and introduced and word in (_PERSON if person else _THING)


def _person(tree: Tree, token: Token, document: Document) -> Reference | None:
    """Return the only person named lately, or the last one who was a subject."""
    names: list[tuple[Tree, int]] = []
    for where, i in _before(tree, token.i, document):
        t = where.tokens[i]
        if t.entity == "PERSON" and (i + 1 == len(where.tokens) or where.tokens[i + 1].entity != "PERSON"):
            names.append((where, i))
        if len(names) > 3:
            break
    if not names:
        return None
    one = len({where.tokens[i].text for where, i in names}) == 1
    chosen = names[0] if one else next(((w, i) for w, i in names if w.tokens[i].dep in {"nsubj", "nsubjpass"}), None)
    return Reference(_name(*chosen), None, *chosen) if chosen else None


def _name(tree: Tree, last: int) -> str:
    first = last
    while first and tree.tokens[first - 1].entity == "PERSON":
        first -= 1
    return " ".join(t.text for t in tree.tokens[first : last + 1])


def _counted(tree: Tree, token: Token, document: Document) -> Reference | None:
    """Return the noun that was counted by the same number before: "three suspects" for "the three"."""
    for where, i in _before(tree, token.i, document):
        noun = where.tokens[i]
        if noun.pos in {"NOUN", "PROPN"} and any(n.lemma == token.lemma for n in where.children(i, "nummod")):
            return Reference(f"{token.text} [{noun.text}]", None, where, i)
    return None


def _introduced(tree: Tree, token: Token, document: Document) -> Reference | None:
    """Return where a noun was introduced: the nearest earlier mention that is more than a definite noun."""
    for where, i in _before(tree, token.i, document):
        noun = where.tokens[i]
        if noun.lemma == token.lemma and noun.pos == "NOUN" and _is_new(where, i):
            return Reference(noun.text, None, where, i)
    return None


def _is_new(tree: Tree, i: int) -> bool:
    determiner = tree.child(i, "det")
    if determiner is not None and determiner.lemma in {"a", "an", "some", "another"}:
        return True
    if tree.child(i, "nummod", "amod", "compound", "appos", "poss") is not None:
        return True
    return tree.tokens[i].dep == "compound" and i > 0 and tree.tokens[i - 1].dep in {"amod", "compound", "nmod"}


def _before(tree: Tree, i: int, document: Document) -> Iterator[tuple[Tree, int]]:
    """Yield the tokens before token `i`, nearest first, over paragraphs, as far as the window reaches."""
    left = WINDOW
    for where in _trees_back(tree, document):
        start = i if where is tree else len(where.tokens)
        for j in range(start - 1, max(start - left, 0) - 1, -1):
            yield where, j
        left -= min(left, start)
        if left <= 0:
            return


def _trees_back(tree: Tree, document: Document) -> Iterator[Tree]:
    yield tree
    before = bisect_left(document.trees, tree.parse.passage.start, key=lambda other: other.parse.passage.start)
    for n in range(before - 1, -1, -1):
        yield document.trees[n]


def possessive(token: Token, words: str) -> str:
    """Return words in the form of the pronoun that they replace."""
    is_possessive = token.tag == "PRP$" and token.text.lower() in _POSSESSIVE
    return f"{words}'s" if is_possessive else words
