"""Claims with the same words: wire copies, and quotations inside a longer quotation of the same source."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import partial

from rapidfuzz import fuzz

from claimcheck.group.near_texts import copies_of
from claimcheck.group.partition import Join
from claimcheck.group.sharing import sharing
from claimcheck.group.utterances import Utterance
from claimcheck.group.words import names_clash
from claimcheck.settings import GroupingSettings

_LEAST_WORDS = 5
"""Shorter texts ("no one was hurt") are alike by chance."""
_SHARED_RUNS = 0.5
"""A changed word breaks the three runs that it stands in, so a quotation shares far fewer runs than words."""


def copies(claims: Sequence[Utterance], settings: GroupingSettings) -> Iterator[Join]:
    """Yield the claims that tell one text, by their indices."""
    long = [i for i, claim in enumerate(claims) if len(claim.words) >= _LEAST_WORDS]
    alike = _by((i, (claims[i].words, claims[i].figures)) for i in long)
    for first, *others in alike:
        yield from (Join(first, i, _same_words(claims[first], claims[i])) for i in others)
    firsts = [group[0] for group in alike]
    yield from _copied([claims[i] for i in firsts], firsts, settings)
    yield from _quoted([claims[i] for i in firsts], firsts, settings)


def _copied(claims: Sequence[Utterance], at: Sequence[int], settings: GroupingSettings) -> Iterator[Join]:
    """Yield those with nearly the same words, the same figures and no other names."""
    for group in _by((i, (claim.figures, claim.digits)) for i, claim in enumerate(claims)):
        of = [claims[i] for i in group]
        for a, b in copies_of([claim.words for claim in of], partial(_is_copy, of, settings.copied_words)):
            yield Join(at[group[a]], at[group[b]], _same_words(of[a], of[b]))


def _is_copy(claims: Sequence[Utterance], least: float, i: int, j: int) -> bool:
    a, b = claims[i], claims[j]
    likeness = fuzz.ratio(" ".join(a.words), " ".join(b.words))
    return bool(likeness >= 100 * least) and not names_clash(a.claim.text, b.claim.text)


def _quoted(claims: Sequence[Utterance], at: Sequence[int], settings: GroupingSettings) -> Iterator[Join]:
    """Yield those of which one quotes a part of what the other does: one speaker, one stance."""
    for group in _by((i, (claim.claim.source.id, claim.claim.stance)) for i, claim in enumerate(claims)):
        for a, b in sharing([claims[i].words for i in group], _SHARED_RUNS):
            one, other = claims[group[a]], claims[group[b]]
            part, whole = sorted((one, other), key=lambda claim: len(claim.words))
            if _is_inside(part, whole, settings):
                reason = f"two quotations of one statement by {one.claim.source.name}"
                yield Join(at[group[a]], at[group[b]], reason)


def _is_inside(part: Utterance, whole: Utterance, settings: GroupingSettings) -> bool:
    """Whether one claim quotes a part of what the other does, and no number of its own."""
    if not (set(part.digits) <= set(whole.digits) and part.counts <= whole.counts):
        return False
    return bool(fuzz.partial_ratio(" ".join(part.words), " ".join(whole.words)) >= 100 * settings.quoted_words)


def _by(keyed: Iterable[tuple[int, Hashable]]) -> list[list[int]]:
    """Numbers that have a key in common, in the order of their first members."""
    found: dict[Hashable, list[int]] = {}
    for i, key in keyed:
        found.setdefault(key, []).append(i)
    return list(found.values())


def _same_words(a: Utterance, b: Utterance) -> str:
    same = a.claim.source.id == b.claim.source.id
    return f"the same words of {a.claim.source.name}" if same else "the same words"
