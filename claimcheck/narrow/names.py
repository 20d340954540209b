"""Names that a user types, held against those that are there."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from claimcheck.knowledge import Registry
from claimcheck.knowledge.words import keys_of

_MOST = 3
_NEAR = 60
"""Likeness (0 to 100) of a name that may have been meant."""


def same_name(asked: str, name: str | None, registry: Registry) -> bool:
    """Whether two names are one, without regard to case, accents and "the", or name one entry of the registry."""
    if not name:
        return False
    if _plain(asked) == _plain(name) or keys_of(asked) == keys_of(name) != ():
        return True
    one, other = registry.match(asked), registry.match(name)
    return one is not None and other is not None and one.entry.id == other.entry.id


def nearest(asked: str, names: Iterable[str]) -> str:
    """Return a hint: the names that are near to what was asked for, or else some of all."""
    known = list(names)
    near = process.extract(asked, known, scorer=fuzz.WRatio, processor=_plain, limit=_MOST, score_cutoff=_NEAR)
    if near:
        return f"near it: {', '.join(name for name, *_ in near)}"
    more = f" and {len(known) - _MOST} more" if len(known) > _MOST else ""
    return f"there are {', '.join(known[:_MOST])}{more}" if known else "no name is given in what was read"


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
