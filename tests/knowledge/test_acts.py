"""The lexicon of acts."""

from __future__ import annotations

from itertools import combinations

import pytest

from claimcheck.knowledge import default_knowledge
from claimcheck.knowledge.tables import own_table

ACTS = default_knowledge().acts


@pytest.mark.parametrize(
    ("words", "act"),
    [
        *(("die", "kill"), ("dead", "kill"), ("slay", "kill"), ("killing", "kill"), ("lose life", "kill")),
        *(
            ("wound", "injure"),
            ("open fire", "shoot"),
            ("Open  Fire", "shoot"),
            ("fire", "shoot"),
            ("airstrike", "bomb"),
        ),
        *(
            ("blast", "explode"),
            ("seize", "capture"),
            ("fend off", "repel"),
            ("pull out", "withdraw"),
            ("jail", "detain"),
        ),
        *(("kidnap", "abduct"), ("telephone", "call"), ("summit", "meet"), ("earthquake", "quake"), ("ratify", "sign")),
        *(("elephant", None), ("", None)),
    ],
)
def test_words_of_one_act(words: str, act: str | None) -> None:
    assert ACTS.act(words) == act


@pytest.mark.parametrize(
    ("a", "b", "opposed"),
    [
        *(
            ("repel", "capture", True),
            ("release", "detain", False),
            ("confirm", "deny", True),
            ("kill", "survive", True),
        ),
        *(
            ("release", "arrest", False),
            ("advance", "retreat", True),
            ("kill", "injure", False),
            ("kill", "kill", False),
        ),
        *(("kill", "elephant", False),),
    ],
)
def test_acts_that_exclude_each_other(a: str, b: str, opposed: bool) -> None:
    assert ACTS.opposed(a, b) is opposed
    assert ACTS.opposed(b, a) is opposed


@pytest.mark.parametrize(
    ("a", "b", "implied"),
    [
        *(("shoot", "attack", True), ("kill", "harm", True), ("gas attack", "harm", True), ("kill", "kill", True)),
        *(("attack", "shoot", False), ("kill", "injure", False), ("elephant", "kill", False)),
    ],
)
def test_acts_that_are_cases_of_others(a: str, b: str, implied: bool) -> None:
    assert ACTS.implies(a, b) is implied


def test_the_table_is_sound() -> None:
    table = own_table("acts.toml")
    words = [word for act, row in table.items() for word in (act, *row["words"])]
    assert len(words) == len(set(words))
    assert all(word == " ".join(word.lower().split()) for word in words)
    assert {other for row in table.values() for key in ("is", "not") for other in row.get(key, ())} <= set(table)
    assert ACTS.names == tuple(table)


def test_no_act_is_opposed_to_one_that_it_is_a_case_of() -> None:
    for a, b in combinations(ACTS.names, 2):
        assert not (ACTS.opposed(a, b) and (ACTS.implies(a, b) or ACTS.implies(b, a))), (a, b)
