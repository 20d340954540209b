"""The lexicon of cues, read from `cues.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from claimcheck.model import Stance

_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("said", "say"),
    ("told", "tell"),
)
"""What forms of a verb end with, and what stands in its place in the verb."""

Frames = Mapping[str, Stance]
"""What a cue takes as its content ("quote", "clause", "object", "infinitive", "blame", "deed") and its stance then."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues by lemma.

    `phrases` are pairs of a verb and the preposition that its content follows; `nouns` have a clause as their content.
    Through `media` a source speaks, `openers` tell what is in them, `speakers` are people who speak, `bodies`
    are cited like them. `glosses` begin
    the outlet's words about a quotation, `idioms` are a verb and an object that say nothing together, `figures` the
    verbs and the objects that report a figure. What `topics` are about is no content, unless a clause; nor is a thing
    that `naming` verbs name. Before a colon, `labels` name who speaks; `counts` are verbs that
    report how many there are. `makers` are verbs of making a text public; what `things` say is said by nobody, what
    `records` say by who published them. Things go according to `measures`; `matters` are, like `nouns`, what a clause
    can tell, but nobody's words. `calling` verbs say what a thing is, `falsehoods` that it is not so. `idle` are
    idioms, in lower-case words, that tell of no speech. At `occasions` somebody speaks to the press,
    `asking` is done before it.
    """

    verbs: Mapping[str, Frames]
    phrases: Mapping[tuple[str, str], Stance]
    nouns: Mapping[str, Stance]
    media: frozenset[str]
    openers: frozenset[str]
    speakers: frozenset[str]
    bodies: frozenset[str]
    glosses: tuple[str, ...]
    idioms: frozenset[tuple[str, str]]
    figures: tuple[frozenset[str], frozenset[str]]
    topics: frozenset[str]
    naming: frozenset[str]
    labels: frozenset[str]
    counts: frozenset[str]
    makers: frozenset[str]
    things: frozenset[str]
    documents: frozenset[str]
    records: frozenset[str]
    measures: frozenset[str]
    matters: frozenset[str]
    calling: frozenset[str]
    falsehoods: frozenset[str]
    idle: tuple[tuple[str, ...], ...]
    occasions: frozenset[str]
    asking: frozenset[str]

    def stance(self, lemma: str, frame: str) -> Stance | None:
        """Return the stance of a verb with that kind of content, where it attributes such content at all."""
        return self.verbs.get(lemma, {}).get(frame)


def base(word: str, lemma: str, cues: Cues) -> str:
    """Return the lemma of a word; the verb that it is a form of, where it is in capitals, as names are."""
    if not word.isupper() or lemma in cues.verbs:
        return lemma
    small = word.lower()
    forms = (small, *(small.removesuffix(end) + to for end, to in _ENDINGS if small.endswith(end)))
    return next((form for form in forms if form in cues.verbs), lemma)


@cache
def default_cues() -> Cues:
    """Return the lexicon that comes with the package."""
    table = tomllib.loads(files("claimcheck.extract").joinpath("cues.toml").read_text(encoding="utf-8"))
    return Cues(
        MappingProxyType(_verbs(table["verbs"])),
        MappingProxyType(_phrases(table["phrases"])),
        MappingProxyType({noun: Stance(s) for s, words in table["nouns"].items() for noun in words.split()}),
        frozenset(table["media"]["nouns"].split()),
        frozenset(table["openers"]["lemmas"].split()),
        frozenset(table["speakers"]["nouns"].split()),
        frozenset(table["bodies"]["nouns"].split()),
        tuple(table["glosses"]["phrases"]),
        frozenset((verb, noun) for verb, noun in map(str.split, table["idioms"]["phrases"])),
        (frozenset(table["figures"]["verbs"].split()), frozenset(table["figures"]["nouns"].split())),
        frozenset(table["topics"]["lemmas"].split()),
        frozenset(table["naming"]["lemmas"].split()),
        frozenset(table["labels"]["nouns"].split()),
        frozenset(table["counts"]["verbs"].split()),
        frozenset(table["makers"]["verbs"].split()),
        frozenset(table["things"]["nouns"].split()),
        frozenset(table["documents"]["nouns"].split()),
        frozenset(table["records"]["nouns"].split()),
        frozenset(table["measures"]["nouns"].split()),
        frozenset(table["matters"]["nouns"].split()),
        frozenset(table["calling"]["verbs"].split()),
        frozenset(table["falsehoods"]["words"].split()),
        tuple(tuple(phrase.split()) for phrase in table["idle"]["phrases"]),
        frozenset(table["occasions"]["nouns"].split()),
        frozenset(table["asking"]["verbs"].split()),
    )


def _verbs(rows: list[dict[str, Any]]) -> dict[str, Frames]:
    """Return the frames of each verb; the first row that names a verb and a frame counts."""
    verbs: dict[str, dict[str, Stance]] = {}
    for row in rows:
        for lemma in row["lemmas"].split():
            for frame in row["takes"]:
                verbs.setdefault(lemma, {}).setdefault(frame, Stance(row["stance"]))
    return {lemma: MappingProxyType(frames) for lemma, frames in verbs.items()}


def _phrases(rows: list[dict[str, Any]]) -> dict[tuple[str, str], Stance]:
    phrases = {}
    for row in rows:
        for phrase in row["takes"]:
            verb, _, rest = phrase.partition(" ")
            phrases[verb, rest] = Stance(row["stance"])
    return phrases
