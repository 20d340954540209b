"""Some incidents of a report: in it is whatever they point at, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from itertools import chain, combinations

import fakes
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from reports import INCIDENTS, crowded_report, referring_report, strait_report
from rich.console import Console

from claimcheck.errors import UsageError
from claimcheck.exports import comparisons_csv, report_json, report_markdown, schema
from claimcheck.exports.schemas import SCHEMAS
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Report
from claimcheck.narrow import about, incidents_only, speaking
from claimcheck.narrow.names import same_name
from claimcheck.render import report_view
from claimcheck.settings import NarrowingSettings

STRAIT = strait_report()
IDS = [incident.id for incident in INCIDENTS]
SCHEMA = Draft202012Validator(
    schema("report"),
    registry=Registry().with_resources(
        [(schema(name)["$id"], Resource.from_contents(schema(name))) for name in SCHEMAS]
    ),
)
REGISTRY = default_knowledge().registry


def dangling(report: Report) -> set[str]:
    """Return the ids that a report names and does not hold."""
    values = json.loads(report_json(report))
    assert not list(SCHEMA.iter_errors(values))
    named: set[str] = set()
    for incident in values["incidents"]:
        named |= {*incident["claims"], *incident["sources"]}
        for finding in incident["findings"]:
            named |= {*finding["comparisons"], *finding["accounts"]}
    named |= {c[key] for c in values["comparisons"] for key in ("a", "b", "incident")}
    named |= {p for comparison in values["comparisons"] for p in comparison["propositions"]}
    named |= {claim["article"] for claim in values["claims"]} | {p for o in report.origins for p in o.propositions}
    held = {
        each["id"] for part in ("articles", "sources", "claims", "incidents", "comparisons") for each in values[part]
    }
    return named - held - {p["id"] for claim in values["claims"] for p in claim["propositions"]}


@pytest.mark.parametrize("kept", [*chain.from_iterable(combinations(IDS, n) for n in range(len(IDS) + 1))])
def test_a_report_of_some_incidents_is_whole(kept: Collection[str]) -> None:
    report = incidents_only(STRAIT, kept, "those asked for")
    assert [incident.id for incident in report.incidents] == [id_ for id_ in IDS if id_ in kept]
    assert {comparison.incident for comparison in report.comparisons} <= set(kept)
    assert not dangling(report)
    assert report.notices[-1].message == f"{len(kept)} of {len(IDS)} incidents shown: those asked for"
    Console(quiet=True).print(report_view(report))
    assert comparisons_csv(report)
    assert report_markdown(report)


def test_an_incident_reads_the_same_alone() -> None:
    report = crowded_report()
    alone = incidents_only(report, [report.incidents[0].id], "all")
    assert alone.incidents == report.incidents
    assert alone.comparisons == tuple(k for k in report.comparisons if k.incident == report.incidents[0].id)


def test_the_claim_that_words_go_back_to_is_kept() -> None:
    report = referring_report()
    assert [claim.id for claim in incidents_only(report, ["i1"], "all").claims] == ["g1", "g2", "g3"]
    without = replace(report, claims=tuple(claim for claim in report.claims if claim.id != "g3"))
    assert [claim.id for claim in incidents_only(without, ["i1"], "all").claims] == ["g1"]


@pytest.mark.parametrize(
    "name", ["Orland Navy", "orland navy", "orn", "a fisherman", "witnesses"], ids=lambda name: name.replace(" ", "-")
)
def test_incidents_in_which_a_source_speaks(name: str) -> None:
    found = speaking(STRAIT, name, REGISTRY)
    sources = {c.source.id for c in STRAIT.claims if name.casefold() in (c.source.name.casefold(), c.source.id)}
    told = {p.id for claim in STRAIT.claims if claim.source.id in sources for p in claim.propositions}
    assert found == {incident.id for incident in INCIDENTS if told & set(incident.propositions)}
    assert found


@pytest.mark.parametrize(
    ("asked", "name", "same"),
    [
        ("army", "the army", True),
        ("THE ARMY", "army", True),
        ("Gendarmeria", "gendarmería", True),
        ("???", "???", True),
        ("???", "!!!", False),
        ("navy", "army", False),
        ("army", None, False),
    ],
)
def test_names_that_are_one(asked: str, name: str | None, same: bool) -> None:
    assert same_name(asked, name, REGISTRY) is same


def test_a_source_that_is_not_there_is_told_with_those_that_are_near() -> None:
    with pytest.raises(UsageError, match="no source in what was read is called 'Orlnd Navi'") as raised:
        speaking(STRAIT, "Orlnd Navi", REGISTRY)
    assert raised.value.hint.startswith("near it: Orland Navy")


def test_incidents_near_a_text() -> None:
    words = "Our patrol fired one flare"
    near = about(STRAIT, words, fakes.embed, NarrowingSettings())
    assert near.nearest
    assert near.nearest.id in near.incidents
    assert about(STRAIT, words, fakes.embed, NarrowingSettings(0.0)).incidents == set(IDS)
    none = about(STRAIT, words, fakes.embed, NarrowingSettings(1.0))
    assert (none.incidents, none.nearest) == (frozenset(), near.nearest)
    assert about(replace(STRAIT, incidents=()), words, fakes.embed, NarrowingSettings()).nearest is None
