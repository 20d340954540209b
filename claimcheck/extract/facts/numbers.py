"""Numbers with their bounds and what they count: "at least a dozen", "two of the three", "dozens of civilians"."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from text_to_num import text2num

from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.model import Bound
from claimcheck.ports import Token

_LONGEST_BOUND = 4
_LONGEST = 12
"""Tokens of the longest number in words."""
_DESCRIBING = 2
"""Words between a number and its measure."""
_YEARS = range(1900, 2101)
_LAST_DAY = 31
_MONTHS = frozenset(name.lower() for name in month_name if name and name != "May")
_NO_COUNT = frozenset({"DATE", "TIME", "ORDINAL", "PERCENT", "MONEY"})
_SHARES = frozenset({"percent", "%", "per"})
_LABELS = frozenset(
    {
        "resolution",
        "article",
        "chapter",
        "no.",
        "number",
        "operation",
        "flight",
        "unit",
        "brigade",
        "unsc",
        "route",
        "highway",
        "page",
        "section",
    }
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: tokens [first, last) with its bound's words, and the token that is counted."""

    first: int
    last: int
    number: int
    value: float
    op: Bound
    counted: int | None
    unit: str | None


class _Read(NamedTuple):
    """A number that was read: the token after it, its value, and whether that is only the least that the word means."""

    last: int
    value: float
    vague: bool = False


def quantities(tree: Tree, tokens: Sequence[int]) -> tuple[Quantity, ...]:
    """Return the counts among `tokens` (in text order); dates, ages, measures and names of things are none."""
    allowed, i = set(tokens), 0
    found: list[Quantity] = []
    while i < len(tokens):
        read = _number(tree, tokens[i], allowed)
        if read is None:
            i += 1
            continue
        counted = tuple(_read_at(tree, tokens[i], read, allowed))
        found.extend(counted)
        last = max([read.last, *(quantity.last for quantity in counted)])
        while i < len(tokens) and tokens[i] < last:
            i += 1
    return tuple(found)


def _read_at(tree: Tree, first: int, read: _Read, allowed: set[int]) -> Iterator[Quantity]:
    """Yield what a number comes to: a range, an amount, a count, or nothing where it is only a label."""
    end = _range_end(tree, first, read.last, allowed)
    amount = _amount(tree, first, read, allowed)
    if end is not None:
        yield from _range(tree, (first, read.value), end, allowed)
    elif amount is not None:
        yield amount
    elif not _is_label(tree, first, read.last):
        yield _with_bounds(tree, first, read, allowed)


def _number(tree: Tree, i: int, allowed: set[int]) -> _Read | None:
    """Read the longest number that starts at token `i`."""
    table = lexicon()
    for length in (3, 2, 1):
        words = tuple(tree.tokens[j].text.lower() for j in range(i, i + length) if j in allowed)
        if len(words) == length and words in table.vague:
            return _Read(i + length, table.vague[words], True)
    word = tree.tokens[i].text.lower()
    if word in {"a", "an"} and i + 1 in allowed and tree.tokens[i + 1].text.lower() in table.multiples:
        return _Read(i + 2, float(table.multiples[tree.tokens[i + 1].text.lower()]))
    last = i
    while (
        last in allowed
        and last - i < _LONGEST
        and (tree.tokens[last].pos == "NUM" or (last > i and tree.tokens[last].text == "-"))
    ):
        last += 1
    while last > i:
        value = _value([tree.tokens[j].text for j in range(i, last)])
        if value is not None:
            return _multiplied(tree, last, value, allowed)
        last -= 1
    return None


def _multiplied(tree: Tree, last: int, value: float, allowed: set[int]) -> _Read:
    if last in allowed:
        multiple = lexicon().multiples.get(tree.tokens[last].lemma)
        if multiple:
            return _Read(last + 1, value * multiple)
    return _Read(last, value)


def _value(words: Sequence[str]) -> float | None:
    """Return the value of a number in digits or words."""
    if len(words) == 1:
        digits = words[0].replace(",", "")
        if digits.isascii() and digits.replace(".", "", 1).isdigit():
            return float(digits)
        if not words[0][:1].isalpha():
            return None
    try:
        return float(text2num(" ".join(words).replace(" - ", "-").lower(), "en"))
    except ValueError:
        return None


def _amount(tree: Tree, first: int, read: _Read, allowed: set[int]) -> Quantity | None:
    """Return a sum of money (its unit is "USD") or a share (its unit is "percent"), with its sign and name."""
    currencies, last = lexicon().currencies, read.last
    sign = currencies.get(tree.tokens[first - 1].text) if first - 1 in allowed else None
    after = tree.tokens[last].lemma if last in allowed else ""
    unit = sign or currencies.get(after) or ("percent" if after in _SHARES else None)
    if unit is None:
        return None
    op, start = _bound_before(tree, first - (sign is not None), allowed)
    named = 0 if sign is not None else 1 + (after == "per" and last + 1 in allowed)
    return Quantity(start, last + named, first, read.value, op, None, unit)


def _is_label(tree: Tree, first: int, last: int) -> bool:
    """Tell whether a number is a date, an age, a measure or part of a name, and counts nothing."""
    token = tree.tokens[first]
    before = tree.tokens[first - 1] if first else None
    after = tree.tokens[last] if last < len(tree.tokens) else None
    if _is_day(token, before, after) or (token.entity in _NO_COUNT and not _counts_noun(tree, first)):
        return True
    if before is not None and _names(before, token):
        return True
    if after is None:
        return token.text.isdigit() and int(token.text) in _YEARS and before is not None and before.lemma == "in"
    if (
        _measures(tree, first, last)
        or after.lemma in lexicon().measures
        or after.lemma in _LABELS
        or after.text in {"%", "#"}
    ):
        return True
    if after.text == "-" and after.start == tree.tokens[last - 1].end:
        return True
    noun = after.pos in {"NOUN", "PROPN", "ADJ", "VERB"}
    return token.text.isdigit() and len(token.text) == 4 and int(token.text) in _YEARS and not noun


def _measures(tree: Tree, first: int, last: int) -> bool:
    """Tell whether a number is of a measure that has a word before it: "40 nautical miles", "20 square kilometres"."""
    head = tree.tokens[tree.tokens[first].head]
    between = tree.tokens[last : head.i]
    near = 0 < len(between) <= _DESCRIBING and all(token.pos in {"ADJ", "NOUN", "PROPN"} for token in between)
    return near and head.lemma in lexicon().measures


def _names(before: Token, token: Token) -> bool:
    """Tell whether the word before a number makes it a name or a sum: "Resolution 1701", "F-16"; a verb does not."""
    label = before.lemma in _LABELS and before.pos != "VERB"
    return label or before.text in {"#", "$", "€", "£"} or _glued(before, token)


def _is_day(token: Token, before: Token | None, after: Token | None) -> bool:
    """Tell whether a number is a day or a year beside the name of a month: "4 October 2016"."""
    months = any(beside is not None and beside.text.lower() in _MONTHS for beside in (before, after))
    return months and token.text.isdigit() and (int(token.text) <= _LAST_DAY or int(token.text) in _YEARS)


def _counts_noun(tree: Tree, i: int) -> bool:
    """Tell whether a number that was taken for a date or the like stands before a noun of its own: "30 protesters"."""
    token = tree.tokens[i]
    head = tree.tokens[token.head]
    return token.dep == "nummod" and not head.entity and head.lemma not in lexicon().measures and head.pos == "NOUN"


def _glued(before: Token, token: Token) -> bool:
    """Tell whether a hyphen ties the number to the word before it ("F-16")."""
    return before.text == "-" and before.end == token.start


def _with_bounds(tree: Tree, first: int, read: _Read, allowed: set[int]) -> Quantity:
    op, start = _bound_before(tree, first, allowed)
    op_after, end = _bound_after(tree, read.last, allowed)
    if op is Bound.EXACT and op_after is not None:
        op = op_after
    if read.vague and op in {Bound.EXACT, Bound.MORE, Bound.ABOUT}:
        op = Bound.AT_LEAST
    counted, unit = _counted(tree, first, read.last, allowed)
    return Quantity(start, end, first, read.value, op, counted, unit)


def _range_end(tree: Tree, first: int, last: int, allowed: set[int]) -> tuple[int, int, float] | None:
    """Return the upper end of "between 500 and 1300", "50-60": its first token, the one after it, its value."""
    before = tree.tokens[first - 1].text.lower() if first - 1 in allowed else ""
    joint = tree.tokens[last].text.lower() if last in allowed else ""
    joins = joint in {"to", "-", "–"} if before not in {"from", "between"} else joint == "and" and before == "between"
    upper = _number(tree, last + 1, allowed) if joins and last + 1 in allowed else None
    if upper is None or (lower := _value([tree.tokens[first].text])) is None or lower >= upper.value:
        return None
    if tree.tokens[first].entity in _NO_COUNT and not _counts_noun(tree, first) and not _is_put_at(tree, first):
        return None
    return last + 1, upper.last, upper.value


def _is_put_at(tree: Tree, first: int) -> bool:
    """Tell whether a range that was taken for days is what a number is put at: "put the dead at between 9 and 11"."""
    before = [token.text.lower() for token in tree.tokens[max(first - 2, 0) : first]]
    return before == ["at", "between"]


def _range(
    tree: Tree, lower: tuple[int, float], upper: tuple[int, int, float], allowed: set[int]
) -> Iterator[Quantity]:
    """Yield the two bounds of a range; both count what the upper one does."""
    counted, unit = _counted(tree, upper[0], upper[1], allowed)
    if unit is None:
        counted, unit = _counted(tree, lower[0], upper[1], allowed)
    far = counted if counted is not None and counted >= upper[1] else upper[0]
    yield Quantity(lower[0], lower[0] + 1, lower[0], lower[1], Bound.AT_LEAST, far, unit)
    yield Quantity(upper[0], upper[1], upper[0], upper[2], Bound.AT_MOST, counted, unit)


def _bound_before(tree: Tree, first: int, allowed: set[int]) -> tuple[Bound, int]:
    bounds = lexicon().bounds_before
    for length in range(_LONGEST_BOUND, 0, -1):
        words = range(first - length, first)
        if all(j in allowed for j in words):
            op = bounds.get(tuple(tree.tokens[j].text.lower() for j in words))
            if op is not None:
                return op, first - length
    return Bound.EXACT, first


def _bound_after(tree: Tree, last: int, allowed: set[int]) -> tuple[Bound | None, int]:
    words = [j for j in (last, last + 1) if j in allowed]
    op = lexicon().bounds_after.get(tuple(tree.tokens[j].text.lower() for j in words))
    return op, last + len(words) if op is not None else last


def _counted(tree: Tree, first: int, last: int, allowed: set[int]) -> tuple[int | None, str | None]:
    """Return the noun that a number counts, and its unit: "25 young militants", "dozens of men"."""
    for i in range(first, last):
        token = tree.tokens[i]
        head = tree.tokens[token.head]
        if token.dep in {"nummod", "amod", "compound", "quantmod"} and head.i >= last and head.pos in {"NOUN", "PROPN"}:
            return head.i, _unit(tree, head.i)
    last_word = tree.tokens[last - 1]
    after = tree.tokens[last] if last in allowed else None
    if after is not None and after.lemma == "of":
        noun = tree.child(after.i, "pobj")
        if noun is not None and noun.i in allowed:
            return last_word.i, _unit(tree, noun.i)
    if after is not None and after.lemma in {"other", "more"}:
        return last_word.i, "person"
    return last_word.i, None


def _unit(tree: Tree, i: int) -> str:
    lemma = tree.tokens[i].lemma
    return lexicon().unit_of.get(lemma, lemma)
