from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import claim, material

from claimcheck.group import group_incidents, group_origins
from claimcheck.knowledge import Knowledge
from claimcheck.model import Claim, propositions
from claimcheck.ports import Models
from claimcheck.settings import GroupingSettings

FERRY = (
    claim("The ferry struck a sandbank off the island and took on water", "Coast guard"),
    claim("A passenger ferry ran aground near the island and began to leak", "Shipping company", article="a2"),
)


def groups(claims: tuple[Claim, ...], models: Models, knowledge: Knowledge) -> list[set[str]]:
    found = replace(material(claims), vectors=models.embed([p.standalone for p in propositions(claims)]))
    settings = GroupingSettings()
    incidents = group_incidents(found, group_origins(found, settings), knowledge, settings)
    return [{p.rsplit(".", 1)[0] for p in incident.propositions} for incident in incidents]


@pytest.mark.models
def test_two_accounts_in_other_words_are_one_incident(models: Models, knowledge: Knowledge) -> None:
    assert groups(FERRY, models, knowledge) == [{"a1-0", "a2-0"}]


@pytest.mark.models
@pytest.mark.parametrize(
    "text",
    [
        "Parliament passed the budget by three votes",
        "Vaccination of cattle starts in the northern districts next week",
        "The court will hear the appeal of the two former ministers",
    ],
)
def test_what_has_nothing_in_common_stays_alone(text: str, models: Models, knowledge: Knowledge) -> None:
    alone = claim(text, "Ministry", article="a3")
    assert groups((*FERRY, alone), models, knowledge) == [{"a1-0", "a2-0"}, {alone.id}]
