"""Texts that speak: whose they are by the words with them, or by what was said of them before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from claimcheck.extract.attributions.grammar import TIMES
from claimcheck.extract.speakers.gender import of_noun
from claimcheck.extract.speakers.named import Speaker
from claimcheck.extract.speakers.referents import phrase_of, referents
from claimcheck.extract.speakers.scene import UNNAMED, Mention, Scene
from claimcheck.extract.speakers.words import roles
from claimcheck.extract.tree import Tree
from claimcheck.ports import Token

_STANDING_FOR = ("behalf", "name")
_NO_TEXTS = frozenset({"channel", "office", "press", "representative", "service"})
_CLAUSES = ("acl", "relcl")
_GIVERS = ("by", "from", "of")


def issued(mention: Mention, scene: Scene) -> Speaker | None:
    """Return who gave a text by the words with it: "the order that General Lind signed", "the widow's letter"."""
    if not _is_text(mention):
        return None
    return _first(_issuers(mention, scene), mention, scene)


def text_earlier(mention: Mention, scene: Scene) -> Speaker | None:
    """Return who gave a text that was spoken of before: "The ministry issued a statement. The statement says"."""
    if not _is_text(mention) or not (mention.definite or mention.is_singular) or mention.indefinite:
        return None
    earlier = (r.mention for r in referents(mention, scene) if r.back and r.mention.lemma == mention.lemma)
    found = next(earlier, None)
    return _first(chain(_issuers(found, scene), _doers(found, scene)), mention, scene) if found else None


def _is_text(mention: Mention) -> bool:
    known = roles()
    spoken = mention.lemma in known.mouthpieces - known.spokesmen - _NO_TEXTS
    return mention.head is not None and (mention.lemma in known.texts or mention.lemma in known.documents or spoken)


def _first(givers: Iterator[Mention], mention: Mention, scene: Scene) -> Speaker | None:
    for giver in givers:
        speaker = scene.resolve(giver, scene)
        if speaker and (speaker.source.kind != UNNAMED or _may_give(giver)):
            return replace(speaker, step=f"“{mention.text}” is that of {speaker.source.name}")
    return None


def _may_give(giver: Mention) -> bool:
    """Return whether somebody without a name can give a text."""
    if not giver.head:
        return False
    somebody = roles().can_speak(giver.lemma) or of_noun([giver.lemma]) is not None
    return somebody or giver.head.pos == "PROPN" or _several(giver)


def _several(giver: Mention) -> bool:
    return giver.head is not None and giver.head.tag == "NNS" and giver.words[0].lemma == "the"


def _issuers(mention: Mention, scene: Scene) -> Iterator[Mention]:
    """Yield those who a text is said to be of: its owner, its author, whoever signed or posted it."""
    tree, head = mention.tree, mention.head
    if not tree or not head:
        return
    for clause in tree.children(head.i, *_CLAUSES):
        yield from (phrase_of(word.i, tree, scene) for word in _clause_givers(tree, clause))
    for child in tree.children(head.i, "poss"):
        if child.entity not in TIMES:
            yield phrase_of(child.i, tree, scene)
    for child in tree.children(head.i, "prep"):
        if child.lemma in _GIVERS:
            yield from (phrase_of(word.i, tree, scene) for word in tree.children(child.i, "pobj"))
    for child in tree.children(head.i, "compound"):
        if child.lemma in roles().institutions:
            yield phrase_of(child.i, tree, scene)


def _clause_givers(tree: Tree, clause: Token) -> Iterator[Token]:
    """Yield the subject or the agent of a clause about a text, and "X" of "in the name of X"."""
    for child in tree.children(clause.i, "nsubj", "agent", "prep"):
        if child.dep == "nsubj" and child.pos in ("NOUN", "PROPN"):
            yield child
        elif child.dep == "agent":
            yield from tree.children(child.i, "pobj")
        elif child.dep == "prep":
            yield from stood_for(tree, child)


def stood_for(tree: Tree, preposition: Token) -> Iterator[Token]:
    """Yield "X" of "in the name of X" and "on behalf of X"."""
    for noun in tree.children(preposition.i, "pobj"):
        if noun.lemma in _STANDING_FOR:
            for link in tree.children(noun.i, "prep"):
                yield from tree.children(link.i, "pobj")


def _doers(mention: Mention, scene: Scene) -> Iterator[Mention]:
    """Yield the subject of the verb with which a text is spoken of: "the ministry issued a statement"."""
    tree, head = mention.tree, mention.head
    if not tree or not head or head.dep in ("nsubj", "nsubjpass"):
        return
    verb = next((w for w in tree.ancestors(head.i) if w.pos in ("VERB", "AUX")), None)
    subjects = tree.children(verb.i, "nsubj") if verb else ()
    yield from (phrase_of(word.i, tree, scene) for word in subjects if word.pos in ("NOUN", "PROPN"))
