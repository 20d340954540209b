"""Words in what is told that only say once more who tells it: "the remains, which [it said] came from a bomb"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.attributions.grammar import VERBS, is_finite
from claimcheck.extract.tree import Tree
from claimcheck.ports import Token

_TELLERS = frozenset({"he", "she", "it", "they"})
_SAYING = frozenset({"say", "claim", "add", "insist", "allege", "argue", "believe"})
_RELATIVES = ("WDT", "WP")
_FURTHEST = 4
"""Words between "it said" and the verb of the clause that it is set into: "which it said had since been"."""


def without_asides(tree: Tree, content: tuple[int, ...]) -> tuple[int, ...]:
    """Return a content without the asides in it."""
    gone = {i for aside in _asides(tree, content) for i in aside}
    return tuple(i for i in content if i not in gone) if gone else content


def _asides(tree: Tree, content: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield each pronoun with its verb of saying that is set into a clause, with the commas around them."""
    inside = frozenset(content)
    for i in content[1:]:
        verb = tree.tokens[i]
        teller = tree.tokens[i - 1]
        told_by = teller.lemma in _TELLERS and i - 1 in inside and i - 2 in inside
        if not told_by or verb.lemma not in _SAYING or verb.pos not in VERBS or not is_finite(tree, i):
            continue
        before, after = tree.tokens[i - 2], tree.tokens[i + 1 : i + 2]
        if before.tag in _RELATIVES and _has_verb(tree, i):
            yield (i - 1, i)
        elif before.text == "," and after and after[0].text == "," and i + 1 in inside:
            yield (i - 2, i - 1, i, i + 1)


def _has_verb(tree: Tree, said: int) -> bool:
    """Whether a clause goes on with a verb of its own right behind "it said"."""
    behind = tree.tokens[said + 1 : said + 1 + _FURTHEST]
    verb = next((word for word in behind if word.pos in VERBS), None)
    return verb is not None and all(_is_slight(word) for word in behind[: behind.index(verb)])


def _is_slight(word: Token) -> bool:
    return word.pos in ("ADV", "PART", "AUX")
