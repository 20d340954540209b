"""Pairs of sentences made by rule, each with what the two must come to: thousands, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import NamedTuple, TypeVar

from claimcheck.model import Aspect

T = TypeVar("T")

ACTORS = (
    "Ukrainian forces", "Israeli troops", "Russian warplanes", "Armenian soldiers", "Sudanese soldiers", "The Taliban",
    "Indian troops", "Ethiopian forces", "Boko Haram", "Chinese troops", "Colombian soldiers", "Al-Shabaab",
)  # fmt: skip
"""No two of them of one alliance: allies may have acted together."""
ACTS = (("shelled", "shell"), ("bombed", "bomb"), ("raided", "raid"), ("attacked", "attack"), ("stormed", "storm"))
TARGETS = ("a school", "a hospital", "a market", "a convoy of trucks", "a police station", "a refugee camp", "a mosque")
PLACES = ("Aleppo", "Kharkiv", "Gaza City", "Mosul", "Khartoum", "Sanaa", "Donetsk", "Beirut", "Kabul", "Mogadishu")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS_FOR = {3: "three", 5: "five", 7: "seven", 9: "nine", 11: "eleven", 12: "twelve"}
NUMBERS = (3, 5, 7, 9, 11, 12, 17, 26, 48, 130)
DETAILS = ("with rockets", "before dawn", "in two waves", "after a warning")


@dataclass(frozen=True)
class Event:
    """What a sentence tells."""

    actor: str
    act: tuple[str, str]
    target: str
    place: str
    day: str
    killed: int

    @property
    def sentence(self) -> str:
        return f"{self.actor} {self.act[0]} {self.target} in {self.place} on {self.day}, killing {self.killed} people."

    @property
    def denied(self) -> str:
        return f"{self.actor} did not {self.act[1]} {self.target} in {self.place} on {self.day}."

    @property
    def turned(self) -> str:
        return (
            f"On {self.day}, {self._actor} {self.act[0]} {self.target} in {self.place}, killing {self._number} people."
        )

    @property
    def consequence_first(self) -> str:
        """The deaths first, the act in a clause of time."""
        deaths = f"{self.killed} people were killed"
        return f"{deaths} when {self._actor} {self.act[0]} {self.target} in {self.place} on {self.day}."

    def with_detail(self, detail: str) -> str:
        told = f"{self.actor} {self.act[0]} {self.target} in {self.place} {detail} on {self.day}"
        return f"{told}, killing {self.killed} people."

    @property
    def _actor(self) -> str:
        return self.actor.replace("The ", "the ")

    @property
    def _number(self) -> str:
        return WORDS_FOR.get(self.killed, str(self.killed))


class Made(NamedTuple):
    """Two sentences, how the second came of the first, the relations that are right, and the aspect of a conflict."""

    change: str
    a: str
    b: str
    right: frozenset[str]
    aspect: Aspect | None = None


SAME = frozenset({"agree"})
CONFLICT = frozenset({"conflict"})
NO_CONFLICT = frozenset({"agree", "compatible"})


def made_pairs(events: int, seed: int) -> Iterator[Made]:
    """Yield nine pairs for each of so many events."""
    rng = Random(seed)
    for _ in range(events):
        yield from _pairs(_event(rng), _event(rng), rng)


def _pairs(event: Event, other: Event, rng: Random) -> Iterator[Made]:
    a = event.sentence
    yield Made("the same", a, a, SAME)
    yield Made("clause order", a, event.turned, NO_CONFLICT)
    yield Made("clause order", a, event.consequence_first, NO_CONFLICT)
    yield Made("a detail more", a, event.with_detail(rng.choice(DETAILS)), NO_CONFLICT)
    yield Made("polarity", a, event.denied, CONFLICT, Aspect.STATUS)
    changes = (
        ("actor", replace(event, actor=_another(ACTORS, event.actor, other.actor)), Aspect.BY_WHOM),
        ("place", replace(event, place=_another(PLACES, event.place, other.place)), Aspect.WHERE),
        ("date", replace(event, day=_another(DAYS, event.day, other.day)), Aspect.WHEN),
        ("number", replace(event, killed=_another(NUMBERS, event.killed, other.killed)), Aspect.HOW_MANY),
    )
    for change, changed, aspect in changes:
        yield Made(change, a, changed.sentence, CONFLICT, aspect)


def _another(known: tuple[T, ...], old: T, new: T) -> T:
    return new if new != old else known[(known.index(old) + 1) % len(known)]


def _event(rng: Random) -> Event:
    chosen = [rng.choice(part) for part in (ACTORS, TARGETS, PLACES, DAYS)]
    actor, target, place, day = chosen
    return Event(actor, rng.choice(ACTS), target, place, day, rng.choice(NUMBERS))
