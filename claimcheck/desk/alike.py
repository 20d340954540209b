"""One difference that a report would tell twice: the same words on two points, "how" and "why"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.desk.rows import Clash, Row, Side
from claimcheck.desk.words import Words

_MARKS = str.maketrans("", "", "“”")


def told_once(rows: Sequence[Row]) -> list[Row]:
    """Return rows, those of one mark with the same words of the same accounts as one: "how, why".

    A row that says no more on its point than another of its mark does is left out.
    """
    found: list[Row] = []
    for row in _fullest(rows):
        same = next((i for i, other in enumerate(found) if _alike(row, other)), None)
        if same is None:
            found.append(row)
        else:
            found[same] = _both(found[same], row)
    return found


def clashes_once(clashes: Sequence[Clash]) -> list[Clash]:
    """Return conflicts, those between the same accounts on the same words as one."""
    found: list[Clash] = []
    for clash in clashes:
        same = next((i for i, other in enumerate(found) if _same_sides(clash, other)), None)
        if same is None:
            found.append(clash)
        else:
            first = found[same]
            pairs = tuple(_fuller_pair(a, b) for a, b in zip(first.pairs, clash.pairs, strict=True))
            found[same] = Clash(replace(first.row, point=_points(first.row, clash.row)), pairs)
    return found


def _fullest(rows: Sequence[Row]) -> list[Row]:
    """Return rows without those of which each account says all in another row of the same mark and point."""
    found: list[Row] = []
    for row in rows:
        if any(_lies_in(row, other) for other in found):
            continue
        found = [*(other for other in found if not _lies_in(other, row)), row]
    return found


def _lies_in(row: Row, other: Row) -> bool:
    if row.mark is not other.mark or row.point != other.point:
        return False
    cells = zip(row.cells, other.cells, strict=True)
    return all(any(_in(words, fuller) for fuller in there) for here, there in cells for words in here)


def _in(words: Words, fuller: Words) -> bool:
    """Whether words stand in others of the same place."""
    x, y = (each.text.translate(_MARKS).casefold() for each in (words, fuller))
    return words.ref == fuller.ref and words.notes == fuller.notes and x in y


def _alike(row: Row, other: Row) -> bool:
    both = list(zip(row.cells, other.cells, strict=True))
    return (
        row.mark is other.mark
        and row.point != other.point
        and all(bool(a) == bool(b) for a, b in both)
        and all(_same(a, b) for a, b in both)
    )


def _same_sides(clash: Clash, other: Clash) -> bool:
    if clash.row.point == other.row.point or len(clash.pairs) != len(other.pairs):
        return False
    sides = [(a, b) for one, two in zip(clash.pairs, other.pairs, strict=True) for a, b in zip(one, two, strict=True)]
    return all(a.account == b.account and _same(a.words, b.words) for a, b in sides)


def _same(a: Sequence[Words], b: Sequence[Words]) -> bool:
    """Whether two cells hold the same words, or those of one lie in those of the other, at the same places."""
    return len(a) == len(b) and all(_one_in_other(x, y) for x, y in zip(a, b, strict=True))


def _one_in_other(a: Words, b: Words) -> bool:
    x, y = (words.text.translate(_MARKS).casefold() for words in (a, b))
    return a.ref == b.ref and a.notes == b.notes and (x in y or y in x)


def _both(first: Row, second: Row) -> Row:
    cells = tuple(_fuller(a, b) for a, b in zip(first.cells, second.cells, strict=True))
    return replace(first, point=_points(first, second), cells=cells)


def _fuller_pair(first: tuple[Side, Side], second: tuple[Side, Side]) -> tuple[Side, Side]:
    a, b = (Side(x.account, _fuller(x.words, y.words)) for x, y in zip(first, second, strict=True))
    return a, b


def _fuller(a: tuple[Words, ...], b: tuple[Words, ...]) -> tuple[Words, ...]:
    return tuple(max(x, y, key=lambda words: len(words.text)) for x, y in zip(a, b, strict=True))


def _points(first: Row, second: Row) -> str:
    return f"{first.point}, {second.point}"
