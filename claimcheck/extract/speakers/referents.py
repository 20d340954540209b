"""What a pronoun can go back to: the noun phrases before it, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from claimcheck.extract.attributions.idle import is_asked
from claimcheck.extract.speakers.called import called_in_text
from claimcheck.extract.speakers.gender import Gender, of_name, of_noun
from claimcheck.extract.speakers.scene import Mention, Scene, mention_at
from claimcheck.extract.speakers.words import roles
from claimcheck.extract.tree import Tree
from claimcheck.model import Span
from claimcheck.ports import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_OTHERS = ("dobj", "pobj", "poss", "appos", "attr", "conj", "dative", "ROOT")
_CLAUSES = ("relcl", "acl", "advcl", "ccomp", "cc", "conj", "punct", "parataxis", "preconj")
_LONG_CLAUSES = ("relcl", "acl", "advcl", "ccomp")
_REACH = 3
"""Sentences before that of a pronoun."""


@dataclass(frozen=True, slots=True)
class Referent:
    """A noun phrase. `back`: sentences before the pronoun's; `is_subject`: of the main clause or of another."""

    mention: Mention
    back: int
    is_subject: bool = False
    joint: bool = False

    @property
    def is_joined(self) -> bool:
        """Whether it is one of several that an "and" or a "nor" joins."""
        tree, head = self.mention.tree, self.mention.head
        return tree is not None and head is not None and (head.dep == "conj" or any(tree.children(head.i, "conj")))


def referents(mention: Mention, scene: Scene) -> Iterator[Referent]:
    """Yield the noun phrases before a mention: the nearest sentence first, in it the subjects, the main one first.

    None goes on over the mention: in "the president and his party", "his" is not of the president and his party.
    """
    out = [mention.span, *filter(None, (asked_about(mention),))]
    return (r for r in _phrases(mention, scene) if not any(r.mention.span.overlaps(span) for span in out))


def asked_about(mention: Mention) -> Span | None:
    """Return what a speaker was asked, in which none is who answers: "Asked if the captain fled, [he] said"."""
    tree, head = mention.tree, mention.head
    if not tree or not head or head.dep not in _SUBJECTS:
        return None
    asked = (verb for verb in tree.children(head.head, "advcl", "prep") if verb.i < head.i and is_asked(tree, verb.i))
    verb = next(asked, None)
    return tree.span(range(verb.i, head.i)) if verb else None


def _phrases(mention: Mention, scene: Scene) -> Iterator[Referent]:
    """Yield the noun phrases of which the noun is before a mention."""
    for back, (tree, first, last) in enumerate(islice(_sentences(mention, scene), _REACH + 1)):
        words = [w for w in tree.tokens[first:last] if w.end <= mention.span.start and w.pos in ("NOUN", "PROPN")]
        subjects = sorted((w for w in words if w.dep in _SUBJECTS), key=lambda w: _depth(tree, w))
        for word in subjects:
            if _are_several(tree, word):
                yield Referent(phrase_of(word.i, tree, scene, joint=True), back, is_subject=True, joint=True)
        rest = [w for w in reversed(words) if w.dep in _OTHERS]
        for word in (*subjects, *_joined(tree, subjects)):
            yield Referent(phrase_of(word.i, tree, scene), back, is_subject=True)
        yield from (Referent(phrase_of(word.i, tree, scene), back) for word in rest)


def _sentences(mention: Mention, scene: Scene) -> Iterator[tuple[Tree, int, int]]:
    """Yield the sentence of a mention and those before it, backwards, over the passages."""
    trees = scene.document.trees
    if mention.tree is None or not mention.words:
        return
    sentence = mention.words[0].sentence
    for tree in islice(reversed(trees), len(trees) - 1 - scene.document.place_of(mention.tree), None):
        count = sentence if tree is mention.tree else len(tree.parse.sentences) - 1
        for first, last in reversed(tree.parse.sentences[: count + 1]):
            yield tree, first, last


def _are_several(tree: Tree, word: Token) -> bool:
    """Return whether others are joined to a noun, and not more words for the same: "the doctor and activist"."""
    others = [other for other in tree.children(word.i, "conj") if other.pos in ("NOUN", "PROPN")]
    bare = [o for o in others if o.pos == "NOUN" and o.tag == "NN" and not any(tree.children(o.i, "det", "poss"))]
    return bool(others) and not (bare and any(tree.children(word.i, "det", "poss")))


def _depth(tree: Tree, word: Token) -> int:
    return sum(1 for _ in tree.ancestors(word.i))


def _joined(tree: Tree, words: list[Token]) -> list[Token]:
    return [other for word in words for other in tree.children(word.i, "conj") if other.pos in ("NOUN", "PROPN")]


def phrase_of(i: int, tree: Tree, scene: Scene, *, joint: bool = False) -> Mention:
    """Return the noun phrase of token `i`, without clauses; without what is joined to it, unless `joint`."""
    out = tuple(dep for dep in _CLAUSES if not joint or dep not in ("cc", "conj"))
    found = {i}
    for child in tree.children(i):
        if child.dep not in out or child.text == "-":
            found.update(tree.subtree(child.i))
    clauses = (c.i for j in tuple(found) for c in tree.children(j, *_LONG_CLAUSES) if c.i in found)
    for j in tuple(clauses):
        found.difference_update(tree.subtree(j))
    whole = _unbroken(found, i, tree)
    return mention_at(scene.document, tree.span(j for j in whole if tree.tokens[j].tag != "POS" or j < i))


def _unbroken(found: set[int], i: int, tree: Tree) -> list[int]:
    """Return the stretch of tokens around token `i`, over commas, but with none at its ends."""
    first = last = i
    while first - 1 in found:
        first -= 1
    while last + 1 in found or (last + 2 in found and tree.tokens[last + 1].text == ","):
        last += 1
    while last > i and tree.tokens[last].lemma in ("both", "all", "each"):
        last -= 1
    return list(range(first, last + 1))


def gender_of(mention: Mention, scene: Scene) -> Gender | None:
    """Return whether a phrase is about a woman or a man, as far as its words or those beside its name say."""
    head = mention.head
    if not head or not mention.tree:
        return None
    called = scene.named.persons_by_last_word.get(head.text, ()) if head.pos == "PROPN" else ()
    for named in [n for n in scene.named.over(mention.span) if n.is_person] or called:
        return of_noun(named.titles) or of_name(named.speaker.name) or called_in_text(named.speaker.name, scene)
    told = of_noun((head.lemma, *(word.lemma for word in titles_of(mention))))
    return told or (of_name(f"{head.text} {head.text}") if head.pos == "PROPN" and len(mention.words) == 1 else None)


def titles_of(mention: Mention) -> tuple[Token, ...]:
    """Return the titles in a phrase that is a name: "Mrs" in "Mrs Lind"."""
    head = mention.head
    return tuple(w for w in mention.modifiers if head and head.pos == "PROPN" and roles().is_title(w.lemma))


def is_person(referent: Mention, scene: Scene) -> bool:
    """Return whether a phrase is about one person, as far as can be told: a person's name or a noun for one."""
    head = referent.head
    if not head or head.tag not in ("NN", "NNP"):
        return False
    named = scene.named.at(head.start)
    if named and named.is_person:
        return True
    if _is_institutions(head, referent) or (named and head.pos == "PROPN" and not named.office):
        return False
    return head.entity == "PERSON" or roles().is_person(head.lemma) or of_noun([head.lemma]) is not None


def _is_institutions(head: Token, referent: Mention) -> bool:
    """Return whether a name stands behind the noun for what bears it: "the private security firm Ambrey"."""
    noun = referent.tree.tokens[head.head] if referent.tree and head.dep == "appos" else None
    known = roles()
    return noun is not None and noun.lemma in known.institutions.keys() | known.enterprises | known.firms
