"""How often a found claim whose source is named, or a pronoun, comes to somebody who is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claimcheck.extract.speakers.scene import UNNAMED
from claimcheck.model import Claim

ALIKE = 0.5
"""The characters that two contents share, of those of either, from which they are one: that of the scorer."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_BEGINNING = re.compile(r"(?:^|[.!?:\n\"“”‘’'(*•–—-])\s*$")
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which"})


def known_share(rows: Iterable[Mapping[str, Any]], claims: Mapping[str, Sequence[Claim]]) -> float:
    """Return the share of matched claims that name a source, of which the source is in the registry or in the article.

    Matched: the contents of gold and claim are alike, one to one, the most alike first. It names a source where the
    gold source is a pronoun, or has a word that the article writes with a capital amid a sentence ("the Trump
    campaign", "Democrats"); "officials" or "the study" name nobody. The source is known where it is registered, named
    in full, or what a name, a role or a pronoun was traced to; one that only has the words of its mention
    ("Republicans", "one West Virginia official") is not, nor a pronoun traced to nobody with a name. Whether it is the
    right one is not in the corpus: "source right" tells whether the mention is.
    """
    known = [
        claim.source.kind != UNNAMED
        for row in rows
        for gold, claim in _matched(row["attributions"], claims[row["doc_id"]])
        if gold["source"] and _names(row["text"][slice(*gold["source"])], _capitals(row["text"]))
    ]
    return sum(known) / max(len(known), 1)


def _matched(golds: Sequence[Any], claims: Sequence[Claim]) -> Iterator[tuple[Any, Claim]]:
    told = [_characters(gold["content"]) for gold in golds]
    found = [_characters(claim.spans) for claim in claims]
    alike = [(len(a & b) / len(a | b), i, j) for i, a in enumerate(told) for j, b in enumerate(found) if a & b]
    left, free = set(range(len(told))), set(range(len(found)))
    for shared, i, j in sorted(alike, key=lambda pair: -pair[0]):
        if shared >= ALIKE and i in left and j in free:
            left.remove(i)
            free.remove(j)
            yield golds[i], claims[j]


def _characters(spans: Iterable[Sequence[int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def _capitals(text: str) -> frozenset[str]:
    """Return the words that stand with a capital where no sentence or quotation begins."""
    words = (m for m in _WORD.finditer(text) if m[0][0].isupper() and m[0] != "I")
    return frozenset(m[0] for m in words if not _BEGINNING.search(text, max(0, m.start() - 3), m.start()))


def _names(mention: str, capitals: frozenset[str]) -> bool:
    words = _WORD.findall(mention)
    is_pronoun = 0 < len(words) < 3 and words[0].lower() in _PRONOUNS
    return is_pronoun or not capitals.isdisjoint(words)
