"""Articles of very many claims: the work grows as they do, counted, not timed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from handmade import claim, fact, material, narrated, quoted

from claimcheck.group import group_incidents, group_origins
from claimcheck.group.candidates import near
from claimcheck.group.evidence import Compare, Evidence
from claimcheck.group.profiles import Profile
from claimcheck.group.restatements import restatements
from claimcheck.group.threads import Reader
from claimcheck.group.utterances import utterances
from claimcheck.knowledge import Knowledge
from claimcheck.model import Claim
from claimcheck.settings import GroupingSettings

FEW, MANY = 100, 400
SETTINGS = GroupingSettings()
FIRED = fact("status", "fired", "shoot", "shoot")


def chant(n: int) -> list[Claim]:
    """One sentence over and over, now the outlet's, now a quotation."""
    make = (narrated, quoted, claim)
    return [make[i % 3]("the guards fired at the gate before dawn", facts=[FIRED], at=100 * i) for i in range(n)]


def chronicle(n: int) -> list[Claim]:
    """Sentences that are all near each other, and no two the same."""
    make = (narrated, quoted, claim)
    return [make[i % 3](f"the guards fired at gate number{i} before dawn", facts=[FIRED], at=100 * i) for i in range(n)]


ARTICLES = pytest.mark.parametrize("article", [chant, chronicle])
Write = Callable[[int], list[Claim]]


class Counted(Compare):
    """Counts the statements of what it sets against each other."""

    count = 0

    def over(self, profiles: Sequence[Profile]) -> Evidence:
        self.count += sum(len(profile.rows) for profile in profiles)
        return super().over(profiles)


def joins(claims: Sequence[Claim]) -> int:
    found = material(claims)
    return len(list(restatements(utterances(found), found.vectors, SETTINGS)))


def compared(claims: Sequence[Claim], knowledge: Knowledge) -> int:
    found = material(claims)
    compare = Counted(found.vectors, knowledge)
    Reader(compare, (), SETTINGS).threads(utterances(found))
    return compare.count


@ARTICLES
def test_restatements_grow_as_the_article_does(article: Write) -> None:
    assert 0 < joins(article(MANY)) <= 1.1 * MANY / FEW * joins(article(FEW))


@ARTICLES
def test_what_threads_compare_grows_as_the_article_does(article: Write, knowledge: Knowledge) -> None:
    few, many = (compared(article(n), knowledge) for n in (FEW, MANY))
    assert 0 < many <= 1.5 * MANY / FEW * few


def test_a_chant_is_one_voice_in_one_incident(knowledge: Knowledge) -> None:
    found = material(chant(MANY))
    [origin] = group_origins(found, SETTINGS)
    [incident] = group_incidents(found, (origin,), knowledge, SETTINGS)
    assert len(incident.propositions) == MANY


def test_each_row_is_near_so_many_others_at_most() -> None:
    vectors = material(chronicle(40)).vectors
    assert len(list(near(vectors[:30], vectors, 4))) == 30 * 4
    assert len(list(near(vectors[:2], vectors[:3], 4))) == 2 * 3
