"""Rules that make a pair of sentences out of another, with a label that follows from what was changed.

A number, a weekday, a month or a country that stands in both sentences of a true pair is changed in one of them: the
pair is now a contradiction. So is a true pair with a "not" put into its hypothesis; a neutral one stays neutral, which
keeps "not" from meaning "contradiction". A clause moved within its sentence leaves a pair that holds both ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from claimcheck.knowledge.countries import load_countries


class Row(NamedTuple):
    """A pair of sentences and how the hypothesis stands to the premise; `source` names the set that it is from."""

    premise: str
    hypothesis: str
    label: str
    source: str


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty",
    "thirty", "forty", "fifty",
)  # fmt: skip
_COUNTRIES = tuple(c.name for c in load_countries() if " " not in c.name)
_PEOPLES = tuple(c.adjective for c in load_countries() if " " not in c.adjective)
_FAMILIES = (_DAYS, _MONTHS, _NUMBERS, _COUNTRIES, _PEOPLES)

_DIGITS = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:,\d{3})+|\d+)(?![\w/-]|[.,]\d)")
_VERB = re.compile(r"\b(is|are|was|were|has|have|had|will|would|can|could|may|should|must|did|does|do)\b(?! not|n't)")
_NEGATED = re.compile(r"\b(?:not|no|never|nobody|nothing|none|neither|without)\b|n't", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:than|over|under|least|most|nearly|almost|about|around|to|between|below|above)\W*$")
_OPENING = re.compile(r"((?:On|In|At|After|Before|During|Since) [^,]{2,39}\w) ?, ([A-Za-z][^;:?!]{15,}\w) ?\.")


def other_value(row: Row, rng: Random) -> Row | None:
    """Return a true pair with a value that both sentences have changed in its hypothesis, or None."""
    if row.label != "entailment":
        return None
    changes = [change for kind in (_other_digits, _other_name) for change in kind(row, rng)]
    if not changes:
        return None
    return Row(row.premise, rng.choice(changes), "contradiction", "edit_value")


def negated(row: Row, rng: Random) -> Row | None:
    """Return a pair whose hypothesis says the contrary of what it said, or None."""
    del rng
    verbs = list(_VERB.finditer(row.hypothesis))
    if row.label == "contradiction" or len(verbs) != 1 or _NEGATED.search(row.hypothesis):
        return None
    if row.hypothesis.rstrip().endswith("?") or verbs[0].start() == 0:
        return None
    at = verbs[0].end()
    label = "contradiction" if row.label == "entailment" else "neutral"
    return Row(row.premise, f"{row.hypothesis[:at]} not{row.hypothesis[at:]}", label, "edit_negation")


def moved(row: Row, rng: Random) -> Row | None:
    """Return a sentence of a pair and the same sentence with its opening phrase at the end, or None."""
    found = _OPENING.fullmatch(row.premise.strip())
    if not found:
        return None
    opening, rest = found[1], found[2]
    turned = f"{rest[0].upper()}{rest[1:]} {opening[0].lower()}{opening[1:]}."
    sides = [row.premise, turned]
    rng.shuffle(sides)
    return Row(sides[0], sides[1], "entailment", "edit_order")


def turned_round(row: Row, rng: Random) -> Row | None:
    """Return a contradiction with its sides swapped: it is one still; or None."""
    del rng
    if row.label != "contradiction":
        return None
    return Row(row.hypothesis, row.premise, row.label, "edit_sides")


Edit = Callable[[Row, Random], Row | None]

EDITS: Sequence[tuple[Edit, int]] = ((other_value, 450), (negated, 250), (moved, 60), (turned_round, 150))
"""Each rule with how many of its rows go into a round."""


def _other_digits(row: Row, rng: Random) -> list[str]:
    found = []
    for match in _DIGITS.finditer(row.hypothesis):
        if _BOUND.search(row.hypothesis[: match.start()]):  # "over 7" may hold of 19, too
            continue
        if not re.search(rf"(?<![\w.,]){re.escape(match[1])}(?![\w,])", row.premise):
            continue
        value = int(match[1].replace(",", ""))
        other = _near(value, rng)
        text = f"{other:,}" if "," in match[1] else str(other)
        found.append(row.hypothesis[: match.start()] + text + row.hypothesis[match.end() :])
    return found


def _near(value: int, rng: Random) -> int:
    """Return another number of the same kind: another year, or a count up to three times as great."""
    if 1900 <= value <= 2100:
        return value + rng.choice((-11, -4, -3, -2, -1, 1, 2, 3, 5, 12))
    other = rng.randint(value // 3, value * 3 + 3)
    return other if other != value else other + 1


def _other_name(row: Row, rng: Random) -> list[str]:
    found = []
    for family in _FAMILIES:
        here = [name for name in family if re.search(rf"\b{name}\b", row.hypothesis)]
        for name in here:
            if not re.search(rf"\b{name}\b", row.premise):
                continue
            other = rng.choice([n for n in family if n != name and n not in row.premise and n not in row.hypothesis])
            found.append(re.sub(rf"\b{name}\b", other, row.hypothesis, count=1))
    return found
