"""Glosses: the outlet's words about the words that it has just quoted, "..., in reference to X"."""

from __future__ import annotations

from collections.abc import Collection

from claimcheck.extract.cues import default_cues
from claimcheck.extract.quotes import Quotation
from claimcheck.extract.tree import Tree

_REACH = 8
"""Tokens after a quotation in which a gloss on it may begin."""


def gloss_on(tree: Tree, quotation: Quotation, content: Collection[int]) -> set[int]:
    """Return the tokens of a content that are a gloss on a quotation in it: all after the quotation, or none."""
    after = sorted(i for i in content if tree.tokens[i].start >= quotation.outer.end)
    words = " ".join(tree.tokens[i].lemma for i in after[:_REACH] if tree.tokens[i].pos != "PUNCT")
    return set(after) if words.startswith(default_cues().glosses) else set()
