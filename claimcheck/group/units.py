"""What is clustered: each statement once, however many copies tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.group.material import Material, Telling
from claimcheck.group.profiles import Days, Profile, profile
from claimcheck.group.words import words
from claimcheck.model import Origin


@dataclass(frozen=True, slots=True)
class Unit:
    """The tellings of one statement in the same words.

    `seats` says which claim of which article, by number, each stands in; `days` are those that the statement
    gives, or else the last that its article gave before it.
    """

    tellings: tuple[Telling, ...]
    seats: tuple[tuple[str, int], ...]
    profile: Profile
    days: Days | None

    @property
    def first(self) -> Telling:
        return self.tellings[0]


def units(material: Material, origins: Iterable[Origin]) -> tuple[Unit, ...]:
    """Return the units of all tellings, in the order of their first members."""
    tellings = material.tellings
    origin = {proposition: origin.id for origin in origins for proposition in origin.propositions}
    seats, profiles = _seats(tellings), [profile(telling) for telling in tellings]
    days = _days_in_effect(tellings, profiles)
    groups: dict[object, list[int]] = {}
    for i, telling in enumerate(tellings):
        key = (origin[telling.proposition.id], words(telling.proposition.standalone), telling.compared)
        groups.setdefault(key, []).append(i)
    return tuple(
        Unit(
            tuple(tellings[i] for i in group),
            tuple(seats[tellings[i].claim.id] for i in group),
            profiles[group[0]],
            days[group[0]],
        )
        for group in groups.values()
    )


def _seats(tellings: Iterable[Telling]) -> dict[str, tuple[str, int]]:
    """Number the claims of each article in text order."""
    counts: dict[str, int] = {}
    seats: dict[str, tuple[str, int]] = {}
    for telling in tellings:
        if telling.claim.id not in seats:
            article = telling.article.id
            seats[telling.claim.id] = (article, counts.get(article, 0))
            counts[article] = counts.get(article, 0) + 1
    return seats


def _days_in_effect(tellings: Iterable[Telling], profiles: Iterable[Profile]) -> list[Days | None]:
    last: dict[str, Days] = {}
    found = []
    for telling, about in zip(tellings, profiles, strict=True):
        if about.days:
            last[telling.article.id] = about.days
        found.append(last.get(telling.article.id))
    return found
