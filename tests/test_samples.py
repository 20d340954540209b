"""Every sample's report holds what an editor finds in its texts by hand: `expected.toml` beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck import reading
from claimcheck.model import Claim, ComparisonKind, Incident, Relation, Report, Status
from claimcheck.pipeline import check
from claimcheck.ports import Models

SAMPLES = Path(__file__).parents[1] / "samples"
FOLDERS = sorted(path.parent for path in SAMPLES.glob("*/expected.toml"))


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def sample(request: pytest.FixtureRequest, models: Models) -> tuple[Report, dict[str, Any]]:
    expected = tomllib.loads((request.param / "expected.toml").read_text(encoding="utf-8"))
    return check(reading.read([request.param]), models), expected


def claims_of(report: Report, incident: Incident) -> list[Claim]:
    return [claim for claim in report.claims if {p.id for p in claim.propositions} & set(incident.propositions)]


def holding(report: Report, words: list[str]) -> Incident:
    """Return the incident whose claims hold all the words."""
    for incident in report.incidents:
        texts = [claim.text for claim in claims_of(report, incident)]
        if all(any(part in text for text in texts) for part in words):
            return incident
    where = {
        part: [i.label for i in report.incidents if any(part in c.text for c in claims_of(report, i))] for part in words
    }
    pytest.fail(f"no incident holds all of {where}")


def expected_incidents(sample: tuple[Report, dict[str, Any]]) -> Iterator[tuple[Incident, dict[str, Any]]]:
    report, expected = sample
    for row in expected["incidents"]:
        yield holding(report, row["holds"]), row


def test_claims_of_one_matter_stand_together_and_others_apart(sample: tuple[Report, dict[str, Any]]) -> None:
    report = sample[0]
    for incident, row in expected_incidents(sample):
        claims = claims_of(report, incident)
        assert not [part for part in row["lacks"] if any(part in claim.text for claim in claims)], row["name"]
        assert set(row["accounts"]) <= {claim.source.name for claim in claims}, row["name"]


def test_findings_name_the_aspects(sample: tuple[Report, dict[str, Any]]) -> None:
    for incident, row in expected_incidents(sample):
        statuses: dict[str, set[Status]] = {}
        for finding in incident.findings:
            statuses.setdefault(finding.aspect, set()).add(finding.status)
        for status in (Status.CONFLICT, Status.BOTH_SAY):
            for aspect in row.get(status, []):
                assert status in statuses.get(aspect, set()), (row["name"], aspect, statuses)
        for aspect in row.get("never_both_say", []):
            assert Status.BOTH_SAY not in statuses.get(aspect, set()), (row["name"], aspect)


def test_no_conflict_where_there_is_none(sample: tuple[Report, dict[str, Any]]) -> None:
    report = sample[0]
    source = {claim.id: claim.source.name for claim in report.claims}
    for incident, row in expected_incidents(sample):
        apart = set(row.get("no_conflict_between", []))
        conflicts = [
            comparison
            for comparison in report.comparisons
            if comparison.incident == incident.id
            and {source[comparison.a], source[comparison.b]} == apart
            and comparison.verdict.relation is Relation.CONFLICT
        ]
        assert not conflicts, row["name"]


def test_a_source_that_counts_again_is_no_conflict(sample: tuple[Report, dict[str, Any]]) -> None:
    report = sample[0]
    source = {claim.id: claim.source.name for claim in report.claims}
    for incident, row in expected_incidents(sample):
        for name in row.get("updates", []):
            own = [c for c in report.comparisons if c.incident == incident.id and {source[c.a], source[c.b]} == {name}]
            differing = [c.kind for c in own if c.verdict.relation is Relation.CONFLICT]
            assert differing, (row["name"], name)
            assert set(differing) == {ComparisonKind.UPDATE}, (row["name"], name)


def test_several_outlets_with_one_text_are_one_voice(sample: tuple[Report, dict[str, Any]]) -> None:
    report = sample[0]
    outlets = {article.id: article.outlet for article in report.articles}
    teller = {p.id: outlets[claim.article] for claim in report.claims for p in claim.propositions}
    for _, row in expected_incidents(sample):
        for voices in row.get("one_voice", []):
            assert any({teller[p] for p in origin.propositions} >= set(voices) for origin in report.origins), voices


def test_those_who_may_be_one_do_not_agree(sample: tuple[Report, dict[str, Any]]) -> None:
    names = {claim.source.id: claim.source.name for claim in sample[0].claims}
    for incident, row in expected_incidents(sample):
        for alone in row.get("alone", []):
            for finding in incident.findings:
                sources = {names[cell.source] for cell in finding.cells}
                assert finding.status is not Status.BOTH_SAY or not sources <= set(alone), (row["name"], finding)


def test_claims_have_their_sources_and_chains(sample: tuple[Report, dict[str, Any]]) -> None:
    report, expected = sample
    outlets = {article.id: article.outlet for article in report.articles}
    assert set(expected["claims"]["sources"]) <= {claim.source.name for claim in report.claims}
    for row in expected["claims"]["chains"]:
        found = [
            list(c.chain) for c in report.claims if row["words"] in c.text and outlets[c.article] == row["article"]
        ]
        assert row["chain"] in found, row
    for words, stance in expected["claims"]["stances"].items():
        assert stance in {claim.stance for claim in report.claims if words in claim.text}, words


def test_what_is_no_prose_is_no_claim(sample: tuple[Report, dict[str, Any]]) -> None:
    report, expected = sample
    for text in expected["claims"]["never"]:
        assert not [claim.text for claim in report.claims if text in claim.text], text


def test_every_word_is_traceable(sample: tuple[Report, dict[str, Any]]) -> None:
    report = sample[0]
    texts = {article.id: article.text for article in report.articles}
    for claim in report.claims:
        for span in claim.spans:
            assert texts[claim.article][span.start : span.end] in claim.text
