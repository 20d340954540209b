"""A quotation that no cue attributes: whoever acts in the sentence before it, or whoever spoke last."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.quoted_frame import STOPS, Frame, ends_sentence
from claimcheck.extract.cues import default_cues
from claimcheck.extract.tree import Tree

PERSONAL = frozenset({"he", "she"})
_SHORT = 3
"""Letters of words that have no capital in a title."""


def alone(frame: Frame) -> Draft | None:
    """Take a quotation that is a sentence by itself: whoever acts in the sentence before it, or the last speaker."""
    if frame.earlier or frame.before or (frame.after and not _is_whole(frame)):
        return None
    if len(frame.inside) < (2 if _is_whole(frame) else 4) or _is_headed(frame):
        return None
    return frame.draft("quote_alone", None, _actor(frame), frame.inside)


def _is_headed(frame: Frame) -> bool:
    """Whether a quotation is the title of what follows or of a work: each long word in it has a capital."""
    words = [frame.tree.tokens[i].text for i in frame.inside if frame.tree.tokens[i].text.isalpha()]
    return (
        len(words) > 1 and all(w[0].isupper() for w in words if len(w) > _SHORT) and not all(w.isupper() for w in words)
    )


def _actor(frame: Frame) -> int | None:
    """Return who acts in the sentence right before a quotation: "Nora Lind shook her head. "We saw nothing.""."""
    tree = frame.tree
    words = _last_sentence(tree, frame.apart)
    cues = default_cues()
    if any(cues.stance(tree.tokens[i].lemma, "quote") for i in words if tree.tokens[i].pos == "VERB"):
        return None
    found = next((tree.tokens[i] for i in words if tree.tokens[i].dep in ("nsubj", "nsubjpass")), None)
    if found is None:
        return None
    person = (
        found.entity == "PERSON"
        or (found.pos == "PROPN" and not found.entity)
        or found.lemma in (*cues.speakers, *cues.labels)
        or found.lemma in PERSONAL
    )
    return found.i if person else None


def _last_sentence(tree: Tree, words: Sequence[int]) -> list[int]:
    """Return the words of the last sentence of some words that end with a full stop."""
    stops = [k for k, i in enumerate(words) if tree.tokens[i].text in STOPS]
    if not stops or stops[-1] != len(words) - 1:
        return []
    return list(words[stops[-2] + 1 if len(stops) > 1 else 0 : stops[-1]])


def _is_whole(frame: Frame) -> bool:
    """Whether a quotation ends as a sentence does, whatever comes behind it."""
    return ends_sentence(frame) or frame.tree.tokens[frame.inside[-1]].text in ("?", "!")
