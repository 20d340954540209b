"""The words that facts are read from, out of `lexicon.toml`, ready for matching."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claimcheck.model import Bound

Words = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """Sets of lemmas, and tables from phrases (as tuples of lower-case words) to what they mean.

    The phrases of `reasons` are by their first word, the longest first.
    """

    bounds_before: dict[Words, Bound]
    bounds_after: dict[Words, Bound]
    vague: dict[Words, float]
    multiples: dict[str, int]
    casualties: dict[str, str]
    verbs_of_harm: dict[str, str]
    patients: frozenset[str]
    befalling: frozenset[str]
    accusing: frozenset[str]
    answering: frozenset[str]
    parts: frozenset[str]
    light: frozenset[str]
    perceiving: frozenset[str]
    conditions: dict[str, str]
    captives: frozenset[str]
    losing: frozenset[str]
    behind: frozenset[str]
    together: frozenset[str]
    wishes: frozenset[str]
    talks: frozenset[str]
    raising: frozenset[str]
    blows: frozenset[str]
    unit_of: dict[str, str]
    measures: frozenset[str]
    currencies: dict[str, str]
    figures: frozenset[str]
    attendances: frozenset[str]
    people: frozenset[str]
    forces: frozenset[str]
    governments: frozenset[str]
    followers: frozenset[str]
    happenings: frozenset[str]
    methods: frozenset[str]
    weapons: frozenset[str]
    ores: frozenset[str]
    of_pits: frozenset[str]
    hulls: frozenset[str]
    uncrewed: frozenset[str]
    craft: frozenset[str]
    using: frozenset[str]
    same: dict[str, str]
    place_nouns: frozenset[str]
    place_in: frozenset[str]
    place_near: frozenset[str]
    place_bare: frozenset[str]
    place_figures: frozenset[str]
    place_sides: frozenset[str]
    flanks: frozenset[str]
    sided: frozenset[str]
    aims: frozenset[str]
    causes: frozenset[str]
    resulting: frozenset[str]
    leading: frozenset[str]
    results: frozenset[str]
    breaking: frozenset[str]
    reasons: dict[str, list[Words]]
    superseded: frozenset[str]
    manner: frozenset[str]
    manner_adverbs: frozenset[str]
    manner_adjectives: frozenset[str]
    frames: frozenset[str]
    negation: frozenset[str]
    negative_verbs: frozenset[str]
    hardly: frozenset[str]
    never: frozenset[str]
    plans: frozenset[str]
    positions: frozenset[str]
    positions_with: frozenset[str]
    position_nouns: frozenset[str]
    states: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read once."""
    raw = tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))
    return Lexicon(
        bounds_before=_bounds(raw["bounds"]["before"]),
        bounds_after=_bounds(raw["bounds"]["after"]),
        vague={tuple(words.split()): float(least) for words, least in raw["vague"].items()},
        multiples=raw["multiples"],
        casualties={word: act for act, words in raw["casualties"].items() for word in words},
        verbs_of_harm={verb: act for act, verbs in raw["harming"].items() for verb in verbs},
        patients=_lemmas(raw["patients"]),
        befalling=_lemmas(raw["befalling"]),
        accusing=_lemmas(raw["accusing"]),
        answering=_lemmas(raw["answering"]),
        parts=frozenset(raw["answering"]["parts"]),
        light=_lemmas(raw["light"]),
        perceiving=_lemmas(raw["perceiving"]),
        conditions=raw["conditions"],
        captives=_lemmas(raw["captives"]),
        losing=_lemmas(raw["losing"]),
        behind=frozenset(raw["behind"]["words"]),
        together=_lemmas(raw["together"]),
        wishes=_lemmas(raw["wishes"]),
        talks=_lemmas(raw["talks"]),
        raising=_lemmas(raw["raising"]),
        blows=_lemmas(raw["blows"]),
        unit_of={word: unit for unit, words in raw["units"].items() for word in words},
        measures=_lemmas(raw["measures"]),
        currencies=raw["currencies"],
        figures=frozenset(raw["figures"]["again"]),
        attendances=frozenset(raw["figures"]["attending"]),
        people=_lemmas(raw["people"]),
        forces=frozenset(raw["belongings"]["forces"]),
        governments=frozenset(raw["belongings"]["governments"]),
        followers=frozenset(raw["belongings"]["followers"]),
        happenings=_lemmas(raw["happenings"]),
        methods=_lemmas(raw["methods"]),
        weapons=_lemmas(raw["weapons"]),
        ores=frozenset(raw["pits"]["ores"]),
        of_pits=frozenset(raw["pits"]["of"]),
        hulls=frozenset(raw["uncrewed"]["hulls"]),
        uncrewed=frozenset(raw["uncrewed"]["words"]),
        craft=_lemmas(raw["craft"]),
        using=_lemmas(raw["using"]),
        same=raw["same"],
        place_nouns=frozenset(raw["places"]["nouns"]),
        place_in=frozenset(raw["places"]["in"]),
        place_near=frozenset(raw["places"]["near"]),
        place_bare=frozenset(raw["places"]["bare"]),
        place_figures=frozenset(raw["places"]["figurative"]),
        place_sides=frozenset(raw["places"]["sides"]),
        flanks=_lemmas(raw["flanks"]),
        sided=frozenset(raw["flanks"]["sided"]),
        aims=frozenset(raw["aims"]["prepositions"]),
        causes=_lemmas(raw["causes"]),
        resulting=frozenset(raw["results"]["verbs"]),
        leading=frozenset(raw["results"]["leading"]),
        results=frozenset(raw["results"]["nouns"]),
        breaking=frozenset(raw["results"]["breaking"]),
        reasons=_by_first_word(raw["reasons"]["words"]),
        superseded=frozenset((*raw["superseded"]["adjectives"], *raw["superseded"]["adverbs"])),
        manner=frozenset(raw["manner"]["nouns"]),
        manner_adverbs=frozenset(raw["manner"]["adverbs"]),
        manner_adjectives=frozenset(raw["manner"]["adjectives"]),
        frames=_lemmas(raw["frames"]),
        negation=frozenset(raw["negation"]["words"]),
        negative_verbs=frozenset(raw["negation"]["verbs"]),
        hardly=frozenset(raw["negation"]["hardly"]),
        never=frozenset(raw["negation"]["never"]),
        plans=_lemmas(raw["plans"]),
        positions=_lemmas(raw["positions"]),
        positions_with=frozenset(raw["positions"]["with_preposition"]),
        position_nouns=frozenset(raw["positions"]["nouns"]),
        states=_lemmas(raw["states"]),
    )


def _lemmas(table: dict[str, Any]) -> frozenset[str]:
    return frozenset(table["lemmas"])


def _bounds(table: dict[str, str]) -> dict[Words, Bound]:
    return {tuple(words.split()): Bound(op) for words, op in table.items()}


def _by_first_word(phrases: list[str]) -> dict[str, list[Words]]:
    found: dict[str, list[Words]] = defaultdict(list)
    for words in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found[words[0]].append(words)
    return dict(found)
