"""Why claims were put together: words for the evidence, on the side that its weight is on."""

from __future__ import annotations

import numpy as np
import pytest
from handmade import claim, fact, link, material

from claimcheck.group import group_incidents, group_origins
from claimcheck.group.evidence import FEATURES
from claimcheck.group.grounds import _AGAINST, _FOR, TOLD, Between, grounds, held, held_in
from claimcheck.group.weights import weights
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Claim, Grounds, Link
from claimcheck.settings import GroupingSettings

GROUPING = GroupingSettings()


@pytest.mark.parametrize("table", ["same_matter", "goes_on"])
def test_evidence_is_told_on_the_side_of_its_weight(table: str) -> None:
    of = weights(table).of
    assert all(of.get(name, 0.0) >= 0 for name in _FOR)
    assert all(of.get(name, 0.0) <= 0 for name in _AGAINST)


@pytest.mark.parametrize(
    ("evidence", "names"),
    [
        ({"same_day": 1.0, "other_place": 1.0, "news_gap": 2.0}, ("same_day", "other_place")),
        ({"soon": 0.5, "best_cosine": 0.4, "shared_words": 0.7}, ()),
        ({"soon": 1.0, "best_cosine": 0.5, "shared_words": 1.1}, ("soon", "best_cosine", "shared_words")),
    ],
)
def test_what_held(evidence: dict[str, float], names: tuple[str, ...]) -> None:
    assert held(evidence, strong=0.5) == names


def test_a_table_says_what_held_as_a_row_by_name_does() -> None:
    rows = np.array([[0.0] * len(FEATURES), [1.0] * len(FEATURES), [0.6] * len(FEATURES)])
    told = [tuple(name for name, there in zip(TOLD, row, strict=True) if there) for row in held_in(rows, 0.5).tolist()]
    assert told == [held(dict(zip(FEATURES, row, strict=True)), 0.5) for row in rows.tolist()]


@pytest.mark.parametrize(
    ("between", "inside", "copies", "told"),
    [
        (Between({}, 0, 0), [], 0, Grounds()),
        (Between({}, 0, 0), [("soon",)], 0, Grounds(("within a text: right after it",))),
        (
            Between({"same_day": 1, "other_place": 1}, 0, 1),
            [],
            0,
            Grounds(("between texts: the same day",), ("between texts: another place",)),
        ),
        (
            Between({"number": 1, "same_day": 1}, 1, 2),
            [],
            2,
            Grounds(
                ("between texts: the same text 2 times, the same day (1 of 2), a number in common (1 of 2)",),
                ("between texts: one article tells them apart (1 of 2)",),
            ),
        ),
    ],
)
def test_what_counted_most_comes_first(
    between: Between, inside: list[tuple[str, ...]], copies: int, told: Grounds
) -> None:
    assert grounds(between, inside, copies) == told


DAY = fact("when", "on Sunday", "2024-03-03", "shoot")
FIRED = fact("status", "fired", "shoot", "shoot")
FIRST = claim("Soldiers fired shots near the north gate on Sunday", "Agency", [FIRED, DAY], article="a1")
OTHER = claim("Soldiers near the north gate fired six shots at lorries on Sunday", "Army", [FIRED, DAY], article="b2")
NEXT = claim("A lorry with spare parts was checked", "Army", at=100, article="a1")


@pytest.mark.parametrize(
    ("claims", "links", "words"),
    [
        ([FIRST, OTHER], [], "between texts: near in meaning, the same means, the same day"),
        ([FIRST, NEXT], [link(FIRST, NEXT)], "within a text: the article links them, right after it"),
        ([FIRST], [], ""),
    ],
)
def test_an_incident_says_why(claims: list[Claim], links: list[Link], words: str) -> None:
    found = material(claims, links)
    [incident] = group_incidents(found, group_origins(found, GROUPING), default_knowledge(), GROUPING)
    assert "; ".join(incident.grounds.together).startswith(words)
    assert bool(words) == bool(incident.grounds.together)
