"""Grouping with a memory: made once for the same claims, and made anew for anything else that counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import fakes
import pytest
from handmade import claim, fact, material

from claimcheck.group import Grouped, Material, grouped
from claimcheck.knowledge import Knowledge
from claimcheck.model import Claim, ModelName, Stance
from claimcheck.ports import Models
from claimcheck.settings import GroupingSettings

NAMES = tuple(ModelName(role, "fake", "tests", "0" * 64) for role in ("parser", "embedder"))
SHOT = fact("status", "fired", "shoot", "shoot")
TOLD = [
    claim("The border soldiers fired shots in the air near the north gate", "Agency", [SHOT], at=0),
    claim("The border soldiers fired shots at three men near the north gate", "Army", [SHOT], at=100),
]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows with each grouping that is made."""
    made: list[str] = []

    def counted(material: Material, *_: object) -> tuple[()]:
        made.append(material.claims[0].id)
        return ()

    monkeypatch.setattr("claimcheck.group.remembered.group_incidents", counted)
    return made


def read_at(path: str | None, claims: Sequence[Claim] = TOLD) -> Material:
    found = material(claims)
    return replace(found, articles=tuple(replace(article, path=path) for article in found.articles))


def with_memory(names: tuple[ModelName, ...] = NAMES) -> Models:
    return replace(fakes.FAKES, names=names, memory=fakes.Memory(), basis="one program")


def test_what_comes_back_is_what_was_made(knowledge: Knowledge) -> None:
    models, given, settings = with_memory(), read_at(None), GroupingSettings()
    plain = grouped(given, replace(models, memory=None), knowledge, settings)
    first, second = (grouped(given, models, knowledge, settings) for _ in range(2))
    assert repr(plain) == repr(first) == repr(second)
    assert isinstance(second, Grouped)
    assert second.incidents


def test_the_same_claims_are_grouped_once_wherever_they_were_read(calls: list[str], knowledge: Knowledge) -> None:
    models = with_memory()
    for path in (None, "here.txt", "there.txt"):
        grouped(read_at(path), models, knowledge, GroupingSettings())
    assert len(calls) == 1


@pytest.mark.parametrize(
    "changed",
    [
        lambda m, t, s: (replace(m, basis="another program"), t, s),
        lambda m, t, s: (replace(m, names=tuple(replace(n, sha256="1" * 64) for n in m.names)), t, s),
        lambda m, t, s: (m, [t[0], replace(t[1], stance=Stance.DENY)], s),
        lambda m, t, s: (m, [*t, claim("The men fled", "Army", at=200)], s),
        lambda m, t, s: (m, t, replace(s, same_matter=0.5)),
        lambda m, t, s: (replace(m, memory=None), t, s),
    ],
    ids=["program", "embedder", "claim", "one more", "settings", "no memory"],
)
def test_anything_else_that_counts_is_grouped_anew(
    changed: Callable[..., tuple[Models, list[Claim], GroupingSettings]], calls: list[str], knowledge: Knowledge
) -> None:
    models, settings = with_memory(), GroupingSettings()
    grouped(read_at(None), models, knowledge, settings)
    others, claims, other = changed(models, TOLD, settings)
    grouped(read_at(None, claims), others, knowledge, other)
    assert len(calls) == 2


def test_vectors_of_an_unknown_embedder_are_grouped_each_time(calls: list[str], knowledge: Knowledge) -> None:
    models = with_memory(NAMES[:1])
    for _ in range(2):
        grouped(read_at(None), models, knowledge, GroupingSettings())
    assert len(calls) == 2
