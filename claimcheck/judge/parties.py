"""Who did it and to whom: registered names, aliases, states and their armies, kinds of people."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.judge.detail import FAINT, FAIR, SURE, Detail, Ruling, World
from claimcheck.judge.groups import counted, only_counts, same_number
from claimcheck.judge.lexicon import keys
from claimcheck.judge.manner import excluded, on_scales
from claimcheck.judge.numbers import FATES, PEOPLE
from claimcheck.knowledge import Entry
from claimcheck.model import WATCHING, Relation

STATE = frozenset({"army", "government", "ministry", "office", "embassy", "police"})
"""Kinds of source that act for their country."""

PERSONS = frozenset(
    {"civilians", "crowd", "soldiers", "fighters", "suspects", "police", "officials", "journalists", "aid workers"}
)
"""The values of that scale that are people; the others are places and things."""

FORCES = {"army": "soldiers", "police": "police", "armed_group": "fighters", "rescue": "aid workers"}
"""The kind of people that a registered party sends, as the scale "kind of party" calls it."""


STEM, ENDING = 4, 3
"""Letters that a name and its adjective share, at least, and that follow them, at most: Vela, Velan; chosen."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant: a registered party, a country, or a plain noun; `kinds` on the scale of people."""

    name: str
    id: str | None
    kind: str | None
    country: str | None
    kinds: frozenset[str]
    heads: bool = False
    proper: bool = False

    @property
    def acts_for_state(self) -> bool:
        return self.kind in STATE or self.heads

    @property
    def is_state(self) -> bool:
        """Whether a state itself is meant, or its government, and not one of its forces or offices."""
        return self.country is not None and (self.id == self.country or self.kind == "government" or self.heads)


def by_whom(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare who did the act: two different named parties exclude each other."""
    first, second = party(a, world), party(b, world)
    mutual = [detail.act in world.words.mutual for detail in (a, b)]
    if {first.kind, second.kind} & WATCHING or mutual[0] != mutual[1] or all(_only_counts(d, world) for d in (a, b)):
        return None  # who took part is not who began it, and how many they were is not who
    if ruled_out(a, b, world) or ruled_out(b, a, world):
        return Ruling(Relation.CONFLICT, FAIR, "one says that it was not the other's")
    if ruling := _same(first, second, world):
        return ruling
    if all(mutual) or _together(first, second, world):
        return Ruling(Relation.COMPATIBLE, FAINT, "they may have acted together")
    if first.id and second.id:
        return Ruling(Relation.CONFLICT, FAIR, "different parties are named")
    return (
        _by_side(a, b, first, second)
        or _by_camp(a, b, world)
        or Ruling(Relation.UNDECIDED, FAINT, "who is meant is not known")
    )


def to_whom(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare to whom the act was done: different kinds of people exclude each other."""
    if {a.act, b.act} == FATES or any(_only_counts(d, world) for d in (a, b)):
        return None
    first, second = party(a, world), party(b, world)
    if ruling := _same(first, second, world):
        return ruling
    if ruling := _of_kinds(first, second, world):
        return _of_groups(ruling, a, b)
    if first.id and second.id and not _together(first, second, world):
        return Ruling(Relation.CONFLICT, FAIR, "different parties are named")
    return Ruling(Relation.UNDECIDED, FAINT, "who is meant is not known")


def kinds(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare the people whom an act hit with the thing that it hit: a crowd, a barracks."""
    return _of_kinds(party(a, world), party(b, world), world)


def _by_camp(a: Detail, b: Detail, world: World) -> Ruling | None:
    """Compare parties by the sides that they fight on: "rebel forces", "government troops"."""
    first, second = camp(a, world), camp(b, world)
    if first is None or second is None:
        return None
    if first != second:
        return Ruling(Relation.CONFLICT, FAIR, "they are on different sides")
    return Ruling(Relation.AGREE, FAINT, "they are on one side")


def camp(detail: Detail, world: World) -> str | None:
    """Return the side that a party is on, from its words or the kind of source that it is; none for both or neither."""
    words = {word for key in keys(detail.words) for word in (key, *re.split("[-'’]", key))}
    found = [name for name, listed in world.words.camps.items() if words & listed]
    entry = _entry(detail, world)
    if not found and entry is not None:
        found = ["state"] if entry.kind in ("army", "government") else ["armed"] if entry.kind == "armed_group" else []
    return found[0] if len(found) == 1 else None


def _of_kinds(a: Party, b: Party, world: World) -> Ruling | None:
    if not a.kinds or not b.kinds:
        return None
    scale = world.words.scales[PEOPLE]
    if excluded(scale, a.kinds, b.kinds):
        return Ruling(Relation.CONFLICT, FAINT, scale.reason if a.kinds | b.kinds <= PERSONS else scale.targets)
    if same := a.kinds & b.kinds:
        return Ruling(Relation.AGREE, FAINT, "the same kind of people", not same <= scale.common)
    return Ruling(Relation.COMPATIBLE, FAINT, "they may be the same people")


def _only_counts(detail: Detail, world: World) -> bool:
    return only_counts(detail.fact, detail.proposition, world.words)


def _of_groups(ruling: Ruling, a: Detail, b: Detail) -> Ruling:
    """Return a ruling on two kinds of people; what two accounts count may be two groups of those who were hit."""
    if ruling.relation != Relation.CONFLICT or not (counted(a) and counted(b)):
        return ruling
    if same_number(a, b):
        return ruling
    return Ruling(Relation.COMPATIBLE, FAINT, "each counts another group of people")


def ruled_out(teller: Detail, other: Detail, world: World) -> bool:
    """Tell whether an account names a party and says at once that it was not the other's: "rebels, not the army"."""
    after = teller.proposition.text.partition(f"{teller.words}, not ")[2].partition(",")[0]
    return not _named_in(after, world).isdisjoint({party(other, world).id, *_named_in(other.words, world)})


def _named_in(words: str, world: World) -> frozenset[str]:
    return frozenset(match.entry.id for *_, match in world.knowledge.registry.within(words))


def party(detail: Detail, world: World) -> Party:
    """Return who a detail names."""
    entry = _entry(detail, world)
    kinds = on_scales(detail, world).get(PEOPLE, frozenset())
    if entry:
        sent = FORCES.get(entry.kind)
        return Party(
            entry.name,
            entry.id,
            entry.kind,
            entry.country,
            kinds or frozenset({sent} if sent else ()),
            bool(entry.heads),
        )
    places = world.knowledge.places
    place = places.canonical(detail.name)
    country = place if place and places.country(place) == place else None
    proper = detail.name[:1].isupper()
    return Party(" ".join(keys(detail.name)), country, "government" if country else None, country, kinds, False, proper)


def _entry(detail: Detail, world: World) -> Entry | None:
    registry = world.knowledge.registry
    if isinstance(detail.fact.value, str) and (entry := registry.get(detail.fact.value)):
        return entry
    match = registry.match(detail.words)
    return match.entry if match and match.words != match.words.lower() else None


def _same(first: Party, second: Party, world: World) -> Ruling | None:
    if first.id and first.id == second.id:
        return Ruling(Relation.AGREE, SURE, "the same party")
    if not (first.id or second.id) and first.name == second.name:
        return Ruling(Relation.AGREE, FAINT, "the same words", first.name not in world.words.common)
    if first.country and first.country == second.country and first.acts_for_state and second.acts_for_state:
        return _of_one_state(first, second)
    tests = (
        (_leads, "a coalition and the state that leads it"),
        (_described, "one names the party, the other describes it"),
        (_short, "one name is short for the other"),
    )
    said = (why for test, why in tests if test(first, second, world) or test(second, first, world))
    return next((Ruling(Relation.AGREE, FAINT, why) for why in said), None)


def _of_one_state(first: Party, second: Party) -> Ruling:
    if first.is_state or second.is_state:
        return Ruling(Relation.AGREE, FAINT, "a state and those who act for it")
    return Ruling(Relation.COMPATIBLE, FAINT, "both act for one state")


def _leads(state: Party, led: Party, world: World) -> bool:
    return state.acts_for_state and state.country is not None and world.words.leads.get(led.id or "") == state.country


def _described(plain: Party, named: Party, world: World) -> bool:
    """Tell whether "the coalition" may be short for a name in which the word stands."""
    if plain.id or not named.id or plain.name in world.words.common:
        return False
    return bool(plain.name) and set(plain.name.split()) <= set(keys(named.name.replace("-", " ")))


def _short(part: Party, whole: Party, _: World) -> bool:
    """Tell whether one of two names that no register knows ends the other: "Marsh", "Ada Marsh"."""
    named = part.id is None and whole.id is None and part.proper and whole.proper
    return named and whole.name.endswith(f" {part.name}")


def _by_side(a: Detail, b: Detail, first: Party, second: Party) -> Ruling | None:
    """Compare parties that no register knows, where each of two sources names the other as the doer.

    "The Velan side", says the Tarkian office, "Tarkia", says the Velan one.
    """
    if first.id or second.id or not (first.proper and second.proper) or a.source is None or b.source is None:
        return None
    own, other = a.source.name, b.source.name
    crossed = _akin(a.name, other) and _akin(b.name, own)
    if not crossed or _akin(a.name, own) or _akin(b.name, other) or _akin(a.name, b.name):
        return None
    return Ruling(Relation.CONFLICT, FAIR, "each names the other's side")


def _akin(a: str, b: str) -> bool:
    """Tell whether two names have a word of one stem: Tarkia, Tarkian."""
    return any(_one_stem(x, y) for x in a.split() for y in b.split() if x[0].isupper() and y[0].isupper())


def _one_stem(a: str, b: str) -> bool:
    stem = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return stem >= STEM and max(len(a), len(b)) - stem <= ENDING


def _together(first: Party, second: Party, world: World) -> bool:
    return any(_in(first, group) and _in(second, group) for group in world.words.together)


def _in(party: Party, group: frozenset[str]) -> bool:
    return party.id in group or (party.acts_for_state and f"@{party.country}" in group)
