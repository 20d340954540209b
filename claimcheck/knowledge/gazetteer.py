"""Places: one name for each, whatever its spelling, and what lies in what. Unknown stays unknown.

A place is a country, a division of one ("Aleppo Governorate", "Texas"), a town, or a quarter of a town. Parts
are made as they are met: "north Hama province" is "northern Hama Governorate", which lies in Hama Governorate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from claimcheck.knowledge.places import Place
from claimcheck.knowledge.spelling import alike, likeness, same_name, skeleton
from claimcheck.knowledge.tables import own_table
from claimcheck.knowledge.words import keys_of

Keys = tuple[str, ...]
_MOST_WORDS = 8
"""A longer phrase is no place name."""


class Gazetteer:
    """Known places by every spelling."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.places = tuple(places)
        self._by_name = {place.name: place for place in self.places}
        self._countries = frozenset(place.name for place in self.places if place.country)
        self._by_keys: dict[Keys, str] = {}
        self._divisions: dict[Keys, str] = {}
        for place in self.places:
            for name in (place.name, *place.also):
                known = self._divisions if place.division else self._by_keys
                known.setdefault(keys_of(name), place.name)
        self._by_skeleton: dict[str, list[Keys]] = defaultdict(list)
        for place in self.places:
            for keys in map(keys_of, (place.name, *place.also) if place.transliterated else ()):
                self._by_skeleton[skeleton(keys)].append(keys)
        words = own_table("place_words.toml")
        self._directions: dict[str, str] = words["directions"]
        self._settlements, self._division_words = frozenset(words["settlements"]), frozenset(words["divisions"])
        self.canonical = lru_cache(maxsize=8192)(self._canonical)

    def contains(self, outer: str, inner: str) -> bool | None:
        """Whether `inner` lies in `outer` or is it; None where that is unknown.

        A town stands for its province too, since the news says "in Aleppo" of both.
        """
        around, place = self.canonical(outer), self.canonical(inner)
        if not around or not place:
            return None
        if self._holds(around, place):
            return True
        if self._share_a_part(around, place) or not (self.country(around) and self.country(place)):
            return None
        return False

    def may_hold(self, outer: str, inner: str) -> bool:
        """Whether a place holds another, or is a part of one that does: "northern Idlib" and a town of Idlib."""
        around, place = self.canonical(outer), self.canonical(inner)
        return around is not None and place is not None and self._holds(self._whole(around), place)

    def country(self, name: str) -> str | None:
        """Return the country that a place lies in, or that it is; None for a sea, a region or disputed ground."""
        place = self.canonical(name)
        outermost = list(self._around(place))[-1] if place else ""
        return outermost if outermost in self._countries else None

    def same(self, a: str, b: str) -> bool | None:
        """Whether two names are one place: None where one is unknown and they are not spelt alike."""
        known_a, known_b = self.canonical(a), self.canonical(b)
        if known_a and known_b:
            return known_a == known_b
        return same_name(keys_of(a), keys_of(b)) or None

    def _canonical(self, name: str) -> str | None:
        keys = keys_of(name)
        if not keys or len(keys) > _MOST_WORDS or (name.islower() and len(name) < 4):
            return None
        return self._known(keys) or self._described(keys) or self._spelt(keys)

    def _known(self, keys: Keys) -> str | None:
        return self._by_keys.get(keys) or self._divisions.get(keys)

    def _described(self, keys: Keys) -> str | None:
        """Return the place meant by a name with other words: its kind, its country, a direction."""
        if len(keys) < 2:
            return None
        if keys[0] in self._directions:
            if "of" in keys[2:] and keys[1] in self._settlements | self._division_words:
                return self._described(keys[1:])
            rest = keys[2:] if keys[1] == "of" else keys[1:]
            inner = self._inner(rest)
            return f"{self._directions[keys[0]]} {inner}" if inner else None
        if keys[-1] in self._settlements | self._division_words:
            return self._of_kind(keys[:-1], keys[-1])
        if "of" in keys[1:-1]:
            i = keys.index("of", 1)
            return self._of_kind(keys[i + 1 :], keys[i - 1])
        return self._with_outer(keys)

    def _of_kind(self, keys: Keys, kind: str) -> str | None:
        if kind in self._division_words and keys in self._divisions:
            return self._divisions[keys]
        place = self._inner(keys) if kind in self._settlements | self._division_words else None
        return None if place in self._countries else place

    def _with_outer(self, keys: Keys) -> str | None:
        """Return the place of a name that says what it lies in: "Paris, France", "Syria's Idlib"."""
        for i in range(1, len(keys)):
            for outer, rest in ((keys[:i], keys[i:]), (keys[i:], keys[:i])):
                around = {self._by_keys.get(outer), self._divisions.get(outer)} - {None}
                place = self._inner(rest) if around else None
                if place and place not in around and not around.isdisjoint(self._around(place)):
                    return place
        return None

    def _inner(self, keys: Keys) -> str | None:
        return (self._known(keys) or self._described(keys) or self._spelt(keys)) if keys else None

    def _spelt(self, keys: Keys) -> str | None:
        """Return the known place that is spelt like this, where there is one that is most alike."""
        bones = skeleton(keys)
        close = [known for known in self._by_skeleton.get(bones, ()) if bones and alike(keys, known)]
        best = max((likeness(keys, known) for known in close), default=0.0)
        names = {self._known(known) for known in close if likeness(keys, known) == best}
        return names.pop() if len(names) == 1 else None

    def _share_a_part(self, a: str, b: str) -> bool:
        """Whether one is a part of a place ("northern Syria") that holds the other, so that it may lie there."""
        whole_a, whole_b = self._whole(a), self._whole(b)
        if (whole_a, whole_b) == (a, b):
            return False
        return self._holds(whole_a, whole_b) or self._holds(whole_b, whole_a)

    def _holds(self, outer: str, inner: str) -> bool:
        """Whether a place, or the province of its name, is or holds another."""
        return not {outer, self._divisions.get(keys_of(outer))}.isdisjoint(self._around(inner))

    def _whole(self, name: str) -> str:
        """Return the place that a part of one is of: Idlib of "northern western Idlib"."""
        return next(known for known in self._around(name) if known in self._by_name or " " not in known)

    def _around(self, name: str) -> Iterator[str]:
        """Yield a place and all that it lies in, outwards."""
        while name:
            yield name
            place = self._by_name.get(name)
            name = (place.within or "") if place else name.partition(" ")[2]
