"""The rule for what a source says that it did itself, or denies: "admitted [shelling the town]"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.grammar import is_finite, is_passive, mention, rest_of, speaker
from claimcheck.extract.cues import Cues
from claimcheck.extract.tree import Tree
from claimcheck.model import Stance
from claimcheck.ports import Token

_PARTING = frozenset({",", "-", "–", "—", "--"})


def deed(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take what a source owns up to or denies having done: "confessed to [having flown]", "denied [killing X]"."""
    stance = cues.stance(verb.lemma, "deed")
    head = deed_of(tree, verb) if stance and not is_passive(tree, verb.i) else None
    if head is None or stance is None:
        return
    later = {i for other in _next_reports(tree, head, cues) for i in tree.subtree(other.i)}
    first = min([head.i, *(aux.i for aux in tree.children(head.i, "aux", "auxpass", "neg"))])
    content = [i for i in tree.subtree(head.i) if i >= first and i not in later]
    content += [i for i in rest_of(tree, verb.i, max(content)) if i not in later]
    yield Draft(tree, verb.i, speaker(tree, verb.i), tuple(content), stance, "deed")


def denied_before(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take the word for what stands before, where it is denied: "It leaked, [which] X denies"."""
    if cues.stance(verb.lemma, "object") is not Stance.DENY or verb.dep not in ("relcl", "advcl"):
        return
    pointer = _pointer(tree, verb, cues)
    source = tree.child(verb.i, "nsubj")
    if pointer and source is not None and source.tag not in ("WDT", "WP", "IN"):
        yield Draft(tree, verb.i, source.i, pointer, Stance.DENY, "denied_before")


def _pointer(tree: Tree, verb: Token, cues: Cues) -> tuple[int, ...]:
    """Return "which" behind a comma, or the noun for what was said: "something", "an accusation"."""
    told = tree.child(verb.i, "dobj")
    if told is not None and told.text == "which" and told.i and tree.tokens[told.i - 1].text == ",":
        return (told.i,)
    noun = tree.tokens[verb.head]
    if verb.dep != "relcl":
        return ()
    relative = told is None or (told.i < verb.i and told.tag in ("WDT", "IN", "WP"))
    points = noun.lemma == "something" or noun.lemma in cues.nouns or noun.lemma in cues.matters
    words = mention(tree, noun.i)
    apart = words[0] > 0 and tree.tokens[words[0] - 1].text in _PARTING
    return tuple(words) if relative and points and apart and noun.i < verb.i else ()


def deed_of(tree: Tree, verb: Token) -> Token | None:
    """Return the gerund that a verb of owning up or denying has, after "to" or without."""
    links = [t for t in tree.children(verb.i, "prep") if t.lemma == "to" and t.i > verb.i]
    found = [*tree.children(verb.i, "xcomp", "ccomp"), *(t for link in links for t in tree.children(link.i, "pcomp"))]
    return next((t for t in found if t.i > verb.i and is_gerund(tree, t)), None)


def is_gerund(tree: Tree, verb: Token) -> bool:
    """Whether a verb is told in -ing, with no subject of its own."""
    return is_in_ing(tree, verb) and tree.child(verb.i, "nsubj", "nsubjpass", "expl", "mark") is None


def is_in_ing(tree: Tree, verb: Token) -> bool:
    """Whether a verb is told in -ing, by itself or by its auxiliary: "shelling", "having shelled"."""
    return verb.tag == "VBG" or any(t.tag == "VBG" for t in tree.children(verb.i, "aux", "auxpass"))


def _next_reports(tree: Tree, head: Token, cues: Cues) -> Iterator[Token]:
    """Yield the verbs with which the report goes on, where the parse joins them to the deed: "and blamed Israel"."""
    for other in tree.children(head.i, "conj"):
        if other.lemma in cues.verbs and other.tag != "VBG" and is_finite(tree, other.i):
            yield other
        else:
            yield from _next_reports(tree, other, cues)
