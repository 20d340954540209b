"""Claims with the same words: wire copies, and quotations inside a longer quotation of the same source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from claimcheck.group.partition import Join
from claimcheck.group.utterances import Utterance
from claimcheck.group.words import sharing
from claimcheck.settings import GroupingSettings

_LEAST_WORDS = 5
"""Shorter texts ("no one was hurt") are alike by chance."""
_SHARED_RUNS = 0.5
"""A changed word breaks the three runs that it stands in, so copies share far fewer runs than words."""


def copies(claims: Sequence[Utterance], settings: GroupingSettings) -> Iterator[Join]:
    """Yield the claims that tell one text, by their indices."""
    alike: dict[object, list[int]] = {}
    for i, claim in enumerate(claims):
        if len(claim.words) >= _LEAST_WORDS:
            alike.setdefault((claim.words, claim.figures), []).append(i)
    firsts = [group[0] for group in alike.values()]
    for first, *others in alike.values():
        yield from (Join(first, i, _same_words(claims[first], claims[i])) for i in others)
    for a, b in sharing([claims[i].words for i in firsts], _SHARED_RUNS):
        reason = _reason(claims[firsts[a]], claims[firsts[b]], settings)
        if reason:
            yield Join(firsts[a], firsts[b], reason)


def _reason(a: Utterance, b: Utterance, settings: GroupingSettings) -> str | None:
    """Say why two claims with words in common are one text, or do not."""
    one, other = " ".join(a.words), " ".join(b.words)
    if a.figures == b.figures and a.digits == b.digits and fuzz.ratio(one, other) >= 100 * settings.copied_words:
        return _same_words(a, b)
    if (
        _may_be_inside(*sorted((a, b), key=lambda claim: len(claim.words)))
        and fuzz.partial_ratio(one, other) >= 100 * settings.quoted_words
    ):
        return f"two quotations of one statement by {a.claim.source.name}"
    return None


def _may_be_inside(part: Utterance, whole: Utterance) -> bool:
    """Whether one claim may quote a part of what the other does: one speaker, one stance, no number of its own."""
    same = part.claim.source.id == whole.claim.source.id and part.claim.stance is whole.claim.stance
    return same and set(part.digits) <= set(whole.digits) and part.counts <= whole.counts


def _same_words(a: Utterance, b: Utterance) -> str:
    same = a.claim.source.id == b.claim.source.id
    return f"the same words of {a.claim.source.name}" if same else "the same words"
