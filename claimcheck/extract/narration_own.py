"""What an institution says in a text of its own: every sentence that asserts.

A press statement, an embassy's tweet: each of its sentences that tells of an event, a state, a plan or
a position is a claim of the institution. Greetings, thanks, orders, questions, headings, contacts and what things are
called or were founded for are not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files

from claimcheck.extract.attributions.grammar import VERBS, is_finite
from claimcheck.extract.narration import find_narration
from claimcheck.extract.tree import Tree
from claimcheck.ports import Token

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_EDGES = ("CCONJ", "PUNCT", "SPACE", "SYM")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CONTACT = re.compile(r"https?://|www\.|[\w.]@[\w.]|\+?\d[\d ()-]{7,}\d")


@cache
def _words() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("claimcheck.extract").joinpath("narration.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table["own"].items()}


def find_own(tree: Tree, taken: Collection[int], quoted: Collection[int] = ()) -> list[tuple[int, ...]]:
    """Return the token indices of each sentence that asserts; of a sentence with reports in it, the happenings.

    `taken` are tokens of reports, and never part of it; `quoted` are in quotation marks, and may be part of it.
    """
    told = []
    done = set(taken)
    for first, last in tree.parse.sentences:
        words = range(first, last)
        if done.isdisjoint(words) and not _is_quotation(tree, words, quoted) and _asserts(tree, words):
            told.append(_trimmed(tree, words))
            done.update(words)
    return told + find_narration(tree, done, quoted)


def _is_quotation(tree: Tree, words: range, quoted: Collection[int]) -> bool:
    """Whether a sentence is all in quotation marks: somebody else says it."""
    return all(i in quoted for i in words if tree.tokens[i].pos not in _EDGES)


def _asserts(tree: Tree, words: range) -> bool:
    """Whether a sentence has a main clause with a subject and a tense, and is no boilerplate."""
    text = "".join(tree.tokens[i].text for i in reversed(words) if not tree.tokens[i].text.isspace())[:3]
    if "?" in text or not words:
        return False
    root = next((tree.tokens[i] for i in words if tree.tokens[i].dep == "ROOT"), tree.tokens[words[0]])
    mains = [root, *tree.children(root.i, "conj", "ccomp", "parataxis")]
    asserting = [v for v in mains if v.pos in VERBS and _has_subject(tree, v) and is_finite(tree, v.i)]
    return bool(asserting) and not _is_definition(tree, asserting[0]) and not _is_boilerplate(tree, words)


def _has_subject(tree: Tree, verb: Token) -> bool:
    above = tree.tokens[verb.head]
    shared = verb.dep == "conj" and tree.child(above.i, *_SUBJECTS) is not None
    return shared or tree.child(verb.i, *_SUBJECTS) is not None


def _is_definition(tree: Tree, verb: Token) -> bool:
    """Whether a clause only says what a thing was founded or made for: "The force was established in 1978 to ..."."""
    if verb.lemma not in _words()["founding"] or tree.child(verb.i, "auxpass") is None:
        return False
    times = [tree.tokens[i] for i in tree.subtree(verb.i) if tree.tokens[i].entity in ("DATE", "TIME")]
    return all(_YEAR.fullmatch(t.text) or t.pos in ("DET", "ADP") for t in times)


def _is_boilerplate(tree: Tree, words: range) -> bool:
    """Whether a sentence greets, thanks its readers, mourns, or says where more is to be had."""
    known = _words()
    lemmas = [tree.tokens[i].lemma for i in words if tree.tokens[i].pos not in _EDGES]
    if not lemmas or lemmas[0] in known["greetings"]:
        return True
    if any(tree.tokens[i].lemma in known["sympathies"] and tree.tokens[i].dep in _SUBJECTS for i in words):
        return True
    start, end = tree.tokens[words[0]].start, tree.tokens[words[-1]].end
    passage = tree.parse.passage
    contact = _CONTACT.search(passage.text, start - passage.start, end - passage.start)
    return contact is not None and not known["contacts"].isdisjoint(lemmas)


def _trimmed(tree: Tree, words: range) -> tuple[int, ...]:
    first, last = words.start, words.stop
    while first < last and tree.tokens[first].pos in _EDGES:
        first += 1
    while first < last and tree.tokens[last - 1].pos in _EDGES:
        last -= 1
    return tuple(_without_links(tree, range(first, last)))


def _without_links(tree: Tree, words: range) -> Iterator[int]:
    """Yield the words without addresses of pages at the end."""
    last = words.stop
    while last > words.start and tree.tokens[last - 1].text.startswith(("http://", "https://", "pic.twitter")):
        last -= 1
    yield from range(words.start, last)
