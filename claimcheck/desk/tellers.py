"""Who said what: claims by source, each with an attribution that can be copied with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.desk.accounts import said_words, speaker_of, way_of
from claimcheck.desk.index import Index
from claimcheck.desk.traces import trace_words
from claimcheck.desk.visible import visible
from claimcheck.desk.words import Words
from claimcheck.model import Claim, Stance


@dataclass(frozen=True, slots=True)
class Told:
    """One claim with its attribution: both can be copied together.

    `incidents` are their numbers in the report; `trace` says how the claim was found.
    """

    words: Words
    attribution: str
    incidents: tuple[int, ...]
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Teller:
    """All that one source says."""

    name: str
    kind: str
    told: tuple[Told, ...]


def tellers_of(index: Index, numbers: Mapping[str, tuple[int, ...]]) -> tuple[Teller, ...]:
    """Return all claims by source; `numbers` are those of the incidents of each claim id."""
    by_source: dict[str, list[Claim]] = {}
    for claim in index.claims.values():
        by_source.setdefault(claim.source.id, []).append(claim)
    return tuple(
        Teller(
            index.names[source],
            visible(given[0].source.kind),
            tuple(_told(index, claim, numbers.get(claim.id, ())) for claim in given),
        )
        for source, given in by_source.items()
    )


def _told(index: Index, claim: Claim, incidents: tuple[int, ...]) -> Told:
    words = index.claim(claim)
    how = ", ".join(part for part in (visible(claim.cue or "").strip(), _when(claim)) if part)
    name = index.names[claim.source.id] + (f" ({how})" if how else "")
    speaker = f"words of {speaker_of(claim)}" if speaker_of(claim) else ""
    parts = [
        name,
        speaker,
        "an attitude, not compared" if claim.stance is Stance.ATTITUDE else "",
        way_of(claim),
        words.ref,
    ]
    trace = trace_words(claim.trace) if claim.trace else ""
    return Told(words, ", ".join(part for part in parts if part), incidents, trace)


def _when(claim: Claim) -> str:
    return said_words(claim.said_at) if claim.said_at else ""
