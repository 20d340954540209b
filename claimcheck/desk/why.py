"""Why the claims of an incident were put together, and which of them were taken for one voice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.desk.index import Index
from claimcheck.desk.visible import visible
from claimcheck.model import Incident


@dataclass(frozen=True, slots=True)
class Why:
    """What spoke for one incident, what against, and which claims go back to one text; each in words."""

    together: tuple[str, ...]
    against: tuple[str, ...]
    voices: tuple[str, ...]

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What there is to say, each under its name."""
        parts = (("together", "; ".join(self.together)), ("against", "; ".join(self.against)))
        return (*((name, words) for name, words in parts if words), *(("one voice", voice) for voice in self.voices))


def why_of(index: Index, incident: Incident) -> Why:
    """Return why the claims of an incident are together."""
    grounds = incident.grounds
    return Why(
        tuple(map(visible, grounds.together)), tuple(map(visible, grounds.against)), tuple(_voices(index, incident))
    )


def _voices(index: Index, incident: Incident) -> Iterator[str]:
    for origin, claims in index.claims_by_origin(incident):
        places = dict.fromkeys(f"{index.names[claim.source.id]} {index.ref(claim)}" for claim in claims)
        if len(claims) > 1:
            yield f"{', '.join(places)}: {visible(origin.reason).strip() or 'one text'}"
