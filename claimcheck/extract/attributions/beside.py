"""Who is named right beside a verb, whatever the parse makes of it: with an office or a name between commas too."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.attributions.grammar import MARKS, NOMINAL, RELATIVES, STOPS, VERBS, is_finite, mention
from claimcheck.extract.cues import default_cues
from claimcheck.extract.tree import Tree
from claimcheck.ports import Token

_LONGEST_APPOSITION = 30
"""Tokens of the longest apposition, its commas with it."""


def just_before(tree: Tree, verb: int) -> int | None:
    """Return the noun phrase that ends right before a verb, whatever the parse makes of it."""
    i = verb - 1
    while i >= 0 and tree.tokens[i].pos in ("ADV", "AUX"):
        i -= 1
    own = tree.child(verb, "nsubj")
    if own is not None and own.i < i == max(tree.subtree(own.i)) and _is_unbroken(tree, own.i, i):
        return own.i  # disclosures filed on Sunday revealed, several nurses at the clinic told
    if i > 0 and tree.tokens[i].text == ",":
        return before_apposition(tree, i)
    if i < 0 or tree.tokens[i].pos not in NOMINAL or tree.tokens[i].entity in ("DATE", "TIME"):
        return None
    for above in tree.ancestors(i):
        joined = above.pos in NOMINAL or (above.pos == "ADP" and _joins(tree, above))
        if above.i > verb or not joined or any(tree.tokens[j].text == "," for j in range(above.i, i)):
            break
        i = above.i if above.pos in NOMINAL else i
    return i


def _is_unbroken(tree: Tree, head: int, last: int) -> bool:
    """Whether what hangs on a noun is a participle or a phrase that no comma parts from it."""
    parted = any(tree.tokens[j].text == "," for j in range(head, last))
    return tree.child(head, "acl") is not None or (not parted and tree.child(head, "prep") is not None)


def before_apposition(tree: Tree, mark: int) -> int | None:
    """Return the speaker whose name or office stands between commas before a verb: "the governor, Nora Lind, said"."""
    end = mark
    for i in range(mark - 1, max(mark - _LONGEST_APPOSITION, 0), -1):
        token = tree.tokens[i]
        if token.text in STOPS or token.tag in MARKS:
            return None
        if token.text != ",":
            continue
        between = tree.tokens[i + 1 : end]
        if not between or not _is_apposition(tree, between):
            return None
        nominal = tree.tokens[i - 1].pos in NOMINAL and not _opens_apposition(tree, i)
        found = just_before(tree, i) if nominal else None
        if found is not None:
            named = any(t.entity == "PERSON" or t.pos == "PROPN" for t in (*between, tree.tokens[found]))
            return found if named else None
        end = i
    return None


def _opens_apposition(tree: Tree, mark: int) -> bool:
    """Whether what ends at a comma is itself an apposition to a name before it: "X, governor of Y, a state, said"."""
    before = next((i for i in range(mark - 1, max(mark - _LONGEST_APPOSITION, 0), -1) if tree.tokens[i].text == ","), 0)
    return (
        before > 0
        and tree.tokens[before - 1].entity == "PERSON"
        and _is_apposition(tree, tree.tokens[before + 1 : mark])
    )


def _is_apposition(tree: Tree, words: Sequence[Token]) -> bool:
    """Whether the words between two commas say who somebody is: a noun phrase, an age or a relative clause."""
    if words[0].lemma in RELATIVES or words[0].pos == "NUM":
        return True
    nominal = any(t.pos in NOMINAL for t in words) and words[0].pos not in ("ADP", "ADV", "SCONJ", "CCONJ", "VERB")
    return nominal and not any(t.pos in VERBS and is_finite(tree, t.i) and t.dep != "acl" for t in words)


def past_apposition(tree: Tree, start: int, last: int) -> int:
    """Return where an apposition that begins with the comma at `start` ends: at its closing comma, else `start`."""
    if start >= last or tree.tokens[start].text != ",":
        return start
    close = next((i for i in range(start + 1, last) if tree.tokens[i].text == ","), None)
    if close is None or close == start + 1 or not _is_apposition(tree, tree.tokens[start + 1 : close]):
        return start
    names = any(t.entity == "PERSON" for t in (*tree.tokens[start - 1 : start], *tree.tokens[start + 1 : close]))
    return close if names else start


def _joins(tree: Tree, link: Token) -> bool:
    """Whether a preposition is part of a name or of who speaks: "Ministry of Defence", "a source in the hospital"."""
    return link.lemma in ("of", "for", "from") or tree.tokens[link.head].lemma in default_cues().speakers


def just_after(tree: Tree, verb: int) -> int | None:
    """Return the noun phrase right after a verb: "said the army"."""
    found = tree.child(verb, "nsubj", "dobj", "attr")
    if found is None or found.i < verb or found.pos not in ("NOUN", "PROPN", "PRON"):
        return _turned_round(tree, verb)
    return found.i if min(mention(tree, found.i)) == verb + 1 else None


def _turned_round(tree: Tree, verb: int) -> int | None:
    """Return the speaker right after a verb between commas, whatever the parse makes of it: ", said X, ..."."""
    if verb < 1 or tree.tokens[verb - 1].text != "," or tree.tokens[verb].tag not in ("VBD", "VBZ", "VBP"):
        return None
    mark = next((i for i in range(verb + 1, len(tree.tokens)) if tree.tokens[i].pos == "PUNCT"), len(tree.tokens))
    words = tree.tokens[verb + 1 : mark]
    if mark == len(tree.tokens) or tree.tokens[mark].text != "," or any(t.pos in VERBS for t in words):
        return None
    return next((t.i for t in words if t.pos in NOMINAL and not verb < t.head < mark), None)
