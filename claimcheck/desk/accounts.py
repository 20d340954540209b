"""Who gives an account of an incident: the source, the way it came by, and when it spoke."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.desk.index import Index
from claimcheck.desk.visible import visible
from claimcheck.model import Claim, SaidAt, Voice

NO_OUTLET = "outlet not given"
OWN_WORDS = "in its own words"
OWN_TEXT = "its own text"
_VIA = "via "


@dataclass(frozen=True, slots=True)
class Account:
    """What heads the column of one source: its name, "via i24NEWS, Hadashot", "said Saturday"."""

    source: str
    name: str
    via: str
    said: str = ""

    @property
    def titled(self) -> str:
        """The name and the way: "National News Agency, via i24NEWS"."""
        return f"{self.name}, {self.via}" if self.via else self.name


def accounts_of(index: Index, claims: Sequence[Claim]) -> tuple[Account, ...]:
    """Return the accounts that `claims` give: sources that are quoted first, then outlets in their own words."""
    by_source: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.voice is Voice.NARRATION):
        by_source.setdefault(claim.source.id, []).append(claim)
    return tuple(_account(index, source, given) for source, given in by_source.items())


def outlet_of(claim: Claim) -> str:
    """Return the outlet of a claim, in words where it was not given."""
    return visible(claim.outlet).strip() if claim.outlet else NO_OUTLET


def way_of(claim: Claim) -> str:
    """Return the way that a claim came by: "via i24NEWS > Hadashot"."""
    if claim.voice is Voice.NARRATION:
        return OWN_WORDS
    if claim.outlet and claim.outlet == claim.source.name:
        return OWN_TEXT
    steps = claim.chain[1:]
    relays = steps[: steps.index(claim.source.name)] if claim.source.name in steps else steps[:-1]
    return _VIA + " > ".join([outlet_of(claim), *(visible(relay).strip() for relay in relays)])


def speaker_of(claim: Claim) -> str:
    """Return who spoke the words for a source: Netanyahu for his office; "" where it is the source itself."""
    if claim.source.name not in claim.chain or claim.chain[-1] == claim.source.name:
        return ""
    return visible(claim.chain[-1]).strip()


def said_words(said: SaidAt) -> str:
    """Return when a claim was made, in the words of the article, with the date where one is known."""
    words = f"“{visible(said.text).strip()}”" if said.text.strip() else ""
    date = visible(said.date) if said.date else ""
    if words and date and date not in words:
        return f"{words} ({date})"
    return words or date


def _account(index: Index, source: str, claims: Sequence[Claim]) -> Account:
    said = _distinct(said_words(claim.said_at) for claim in claims if claim.said_at)
    return Account(source, index.names[source], _via(claims), f"said {_listed(said, 2)}" if said else "")


def _via(claims: Sequence[Claim]) -> str:
    ways = _distinct(way_of(claim) for claim in claims)
    own = OWN_TEXT if OWN_TEXT in ways else OWN_WORDS if OWN_WORDS in ways else ""
    others = [way.removeprefix(_VIA) for way in ways if way not in (OWN_WORDS, OWN_TEXT)]
    via = _VIA + _listed(others, 3) if others else ""
    return " and ".join(part for part in (own, via) if part)


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _listed(values: Sequence[str], most: int) -> str:
    shown = ", ".join(values[:most])
    return f"{shown} and {len(values) - most} more" if len(values) > most else shown
