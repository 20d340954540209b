"""How many were on board, told of whatever befell them: "all 24 crew members were safe", "a crew of 22"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from text_to_num import alpha2digit

from claimcheck.judge.detail import Detail, World
from claimcheck.judge.lexicon import keys
from claimcheck.model import Aspect

ON_BOARD = "carry"
"""The act of being on board."""

_ALL = ("all", "all of", "all the", "all of the", "all its", "all her", "crew of", "crew of about", "crew of some")
_NUMBER = frozenset({"about", "some", "at", "least", "more", "fewer", "than", "over", "all", "the", "of", "or", "so"})


def aboard(detail: Detail, world: World) -> Iterator[Detail]:
    """Yield a detail, and where it counts a whole crew or all the passengers, the same as a count of those on board."""
    yield detail
    if detail.fact.aspect == Aspect.HOW_MANY and (group := _whole_group(detail, world)):
        yield replace(detail, fact=replace(detail.fact, unit=group), act=ON_BOARD)


def _whole_group(detail: Detail, world: World) -> str | None:
    """Return whom of those on board a number counts all of; none for those of one nation, "18 Filipino seafarers"."""
    before = " ".join(detail.proposition.text.partition(detail.words or "\n")[0].lower().split())
    if not (detail.act == ON_BOARD or before.endswith(_ALL) or detail.words.lower().startswith(_ALL)):
        return None
    words = [word for word in keys(alpha2digit(detail.words, "en")) if not word.isdigit() and word not in _NUMBER]
    if not words:
        return "crew" if " crew of" in f" {before}" else None
    if words == ["member"]:
        return None
    return next((group for group, named in world.words.aboard.items() if named.issuperset(words)), None)
