"""The word lists of the judges, from `scales.toml` and `words.toml`, and how words are looked up in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from claimcheck.model import Aspect

LONGEST = 5
"""Words in the longest phrase of a scale."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MOST_WORDS = 400
_KEPT = frozenset(("gas", "towards", "skywards", "always", "barracks"))
"""Words that end in s, are no plurals, and are not told by their ending."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Values that exclude each other. `phrases`: words to value; `common` values make no two accounts agree."""

    name: str
    reason: str
    aspects: frozenset[Aspect]
    common: frozenset[str]
    phrases: Mapping[str, str]
    together: frozenset[frozenset[str]]
    groups: tuple[frozenset[str], ...]
    targets: str = ""
    """The reason where both descriptions are of things."""

    def reconcilable(self, a: str, b: str) -> bool:
        """Tell whether two values may both hold."""
        return a == b or frozenset({a, b}) in self.together or any({a, b} <= group for group in self.groups)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the rules know about words; each list is explained in `words.toml`."""

    scales: Mapping[str, Scale]
    units: Mapping[str, frozenset[str]]
    same_units: Mapping[str, str]
    families: Mapping[str, frozenset[str]]
    steps: frozenset[str]
    aboard: Mapping[str, frozenset[str]]
    counted_as: Mapping[str, str]
    things: Mapping[str, frozenset[str]]
    states: tuple[tuple[frozenset[str], frozenset[str]], ...]
    cognates: frozenset[str]
    settlements: frozenset[str]
    ongoing: frozenset[str]
    past: frozenset[str]
    ended: frozenset[str]
    having: frozenset[str]
    showing: frozenset[str]
    topics: frozenset[str]
    using: frozenset[str]
    given: Mapping[str, frozenset[str]]
    giving: frozenset[str]
    aiming: frozenset[str]
    together: tuple[frozenset[str], ...]
    own_forces: frozenset[str]
    leads: Mapping[str, str]
    camps: Mapping[str, frozenset[str]]
    floor: tuple[str, ...]
    updated: tuple[str, ...]
    tolls: frozenset[str]
    partial: frozenset[str]
    partly: tuple[str, ...]
    beside: frozenset[str]
    common: frozenset[str]
    telling: frozenset[str]
    empty: frozenset[str]
    denials: frozenset[str]
    denying: frozenset[str]
    mutual: frozenset[str]
    pronouns: frozenset[str]
    plain: frozenset[str]
    alleged: frozenset[str]
    false: frozenset[str]
    not_yet: tuple[str, ...]
    stop: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the word lists that come with claimcheck."""
    words = _read("words.toml")
    return Lexicon(
        scales={row["name"]: _scale(row) for row in _read("scales.toml")["scale"]},
        units={unit: frozenset(parts) for unit, parts in words["units"].items()},
        same_units={other: unit for unit, others in words["same_units"].items() for other in others},
        families={name: frozenset(acts) for name, acts in words["families"].items()},
        aboard={group: frozenset(named) for group, named in words["aboard"].items()},
        steps=frozenset(words["steps"]["acts"]),
        counted_as={act: name for name, acts in words["counted_as"].items() for act in acts},
        things={name: frozenset(kinds) for name, kinds in words["things"].items()},
        states=tuple((frozenset(row["one"]), frozenset(row["other"])) for row in words["states"]),
        cognates=frozenset(words["cognates"]["words"]),
        settlements=frozenset(words["settlements"]["words"]),
        ongoing=frozenset(words["ongoing"]["words"]),
        past=frozenset(words["ongoing"]["past"]),
        ended=frozenset(words["ongoing"]["ended"]),
        having=frozenset(words["presence"]["having"]),
        showing=frozenset(words["presence"]["showing"]),
        topics=frozenset(words["topics"]["acts"]),
        using=frozenset(words["using"]["acts"]),
        given={noun: frozenset(forms) for noun, forms in words["given"].items()},
        giving=frozenset(words["giving"]["acts"]),
        aiming=frozenset(words["aiming"]["words"]),
        together=tuple(frozenset(group) for group in words["together"]["groups"]),
        own_forces=frozenset(words["own_forces"]["words"]),
        leads=words["leads"],
        camps={camp: frozenset(listed) for camp, listed in words["camps"].items()},
        floor=tuple(words["so_far"]["floor"]),
        updated=tuple(words["so_far"]["updated"]),
        tolls=frozenset(words["tolls"]["units"]),
        partial=frozenset(words["partial"]["words"]),
        partly=tuple(words["partial"]["where"]),
        beside=frozenset(words["partial"]["beside"]),
        common=frozenset(words["common"]["parties"]),
        telling=frozenset(words["telling"]["acts"]),
        empty=frozenset(words["telling"]["empty"]),
        denials=frozenset(words["denials"]["acts"]),
        denying=frozenset(words["denials"]["words"]),
        mutual=frozenset(words["mutual"]["acts"]),
        pronouns=frozenset(words["pronouns"]["words"]),
        plain=frozenset(words["plain"]["words"]),
        alleged=frozenset(words["alleged"]["words"]),
        false=frozenset(words["alleged"]["false"]),
        not_yet=tuple(words["not_yet"]["words"]),
        stop=frozenset(words["stop"]["words"]),
    )


@lru_cache(maxsize=4096)
def keys(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, plurals cut; at most the first 400."""
    found = (match[0].lower() for match, _ in zip(_WORD.finditer(text), range(_MOST_WORDS), strict=False))
    return tuple(_singular(word) for word in found)


def readings(text: str, scale: Scale) -> frozenset[str]:
    """Return the values of a scale on which a text stands; a longer phrase hides those inside it."""
    return frozenset(_values(keys(text), scale.phrases))


def _values(words: Sequence[str], phrases: Mapping[str, str]) -> Iterator[str]:
    i = 0
    while i < len(words):
        for length in range(min(LONGEST, len(words) - i), 0, -1):
            value = phrases.get(" ".join(words[i : i + length]))
            if value is not None:
                yield value
                i += length
                break
        else:
            i += 1


def _singular(word: str) -> str:
    if word in _KEPT or len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return {"men": "man", "women": "woman", "children": "child"}.get(word, word.removesuffix("s"))


def _scale(row: dict[str, Any]) -> Scale:
    return Scale(
        name=row["name"],
        reason=row["reason"],
        aspects=frozenset(Aspect(aspect) for aspect in row["aspects"]),
        common=frozenset(row["common"]) if "*" not in row["common"] else frozenset(row["values"]),
        phrases={" ".join(keys(words)): value for value, listed in row["values"].items() for words in listed},
        together=frozenset(frozenset(pair) for pair in row["together"]),
        groups=tuple(frozenset(group) for group in row.get("groups", ())),
        targets=row.get("targets", ""),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("claimcheck.judge").joinpath(name).read_text(encoding="utf-8"))
