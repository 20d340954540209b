"""The JSON that leaves the program: held against its schemas, the same bytes for the same values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from reports import COMPARISONS, hostile_report, one_article_report, strait_report, with_text

from claimcheck.exports import (
    Compared,
    claims_json,
    claims_jsonl,
    compare_json,
    compare_jsonl,
    report_json,
    schema,
)
from claimcheck.exports.schemas import SCHEMAS
from claimcheck.exports.values import report_values
from claimcheck.model import Report, Verdict

REPORTS = [strait_report(), one_article_report(), hostile_report()]
REGISTRY: Registry[Any] = Registry().with_resources(
    [(schema(name)["$id"], Resource.from_contents(schema(name))) for name in SCHEMAS]
)
COMPARED = [
    Compared("a", "b", COMPARISONS[0].verdict),
    Compared("a", "b", COMPARISONS[0].verdict, 1, scores=(0.1, 0.123456, 0.8)),
    Compared("a", "", None, 2, "no b"),
]


def problems(name: str, values: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(name), registry=REGISTRY).iter_errors(values)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def objects(values: Any) -> Iterator[dict[str, Any]]:
    """Yield all schemas of objects with named properties inside a schema."""
    if isinstance(values, dict):
        if "properties" in values:
            yield values
        for each in values.values():
            yield from objects(each)
    elif isinstance(values, list):
        for each in values:
            yield from objects(each)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_strict(name: str) -> None:
    for found in objects(schema(name)):
        assert found["additionalProperties"] is False
        assert found["required"] == list(found["properties"])


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_meets_its_schema(report: Report) -> None:
    assert not problems("report", json.loads(report_json(report)))
    assert not problems("claims", json.loads(claims_json(report)))
    for line in claims_jsonl(report).split("\n")[:-1]:
        assert not problems("claims", [json.loads(line)])


@settings(max_examples=30, deadline=None)
@given(st.text())
def test_any_text_meets_the_schema_and_reads_back(words: str) -> None:
    report = with_text(strait_report(), lambda old: words + old)
    read = json.loads(report_json(report))
    assert not problems("report", read)
    assert [claim["text"] for claim in read["claims"]] == [claim.text for claim in report.claims]


@pytest.mark.parametrize("compared", COMPARED)
def test_a_verdict_meets_its_schema(compared: Compared) -> None:
    assert not problems("compare", json.loads(compare_json(compared)))


def test_verdicts_stand_one_on_a_line_in_the_order_read() -> None:
    lines = compare_jsonl(COMPARED).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line)["row"] for line in lines] == [None, 1, 2]
    assert json.loads(lines[1])["scores"] == {"entailment": 0.1, "neutral": 0.1235, "contradiction": 0.8}
    assert json.loads(lines[2]) == {"row": 2, "error": "no b"}


@pytest.mark.parametrize("spoilt", ["relation", "judges", "strength"])
def test_a_schema_refuses_what_lacks_a_key_or_has_one_too_many(spoilt: str) -> None:
    values = report_values(strait_report())
    del values["comparisons"][0][spoilt]
    values["incidents"][0]["extra"] = 1
    assert len(problems("report", values)) == 2


def test_keys_stand_in_the_order_of_the_schema() -> None:
    read = json.loads(report_json(strait_report()))
    assert list(read) == schema("report")["required"]
    for part, name in (
        ("claims", "claim"),
        ("origins", "origin"),
        ("incidents", "incident"),
        ("comparisons", "comparison"),
    ):
        assert list(read[part][0]) == schema("report")["$defs"][name]["required"]


def test_the_parts_of_a_report_point_at_each_other() -> None:
    read = json.loads(report_json(strait_report()))
    claims = {claim["id"]: claim for claim in read["claims"]}
    incidents = {incident["id"]: incident for incident in read["incidents"]}
    sources = {source["id"] for source in read["sources"]}
    for incident in incidents.values():
        assert all(incident["id"] in claims[claim]["incidents"] for claim in incident["claims"])
        assert set(incident["sources"]) <= sources
        for finding in incident["findings"]:
            assert set(finding["accounts"]) <= set(incident["sources"])
    assert incidents["i3"]["origins"] == 2
    assert claims["c08"]["incidents"] == []
    assert {claims[claim]["origin"] for claim in ("c09", "c10", "c11")} == {"o1"}
    assert {tuple(origin["claims"]) for origin in read["origins"] if origin["id"] == "o1"} == {("c09", "c10", "c11")}
    assert all(claims[claim]["origin"] == origin["id"] for origin in read["origins"] for claim in origin["claims"])
    assert incidents["i2"]["grounds"]["against"] == ["between texts: another place"]


def test_numbers_are_rounded_and_what_is_no_number_is_null() -> None:
    comparisons = tuple(
        replace(each, verdict=replace(each.verdict, confidence=confidence))
        for each, confidence in zip(COMPARISONS, (1 / 3, float("nan"), 1.0, -0.0, 2 / 3, 0.5, 0.25), strict=True)
    )
    read = json.loads(report_json(replace(strait_report(), comparisons=comparisons)))
    assert [each["confidence"] for each in read["comparisons"]] == [0.3333, None, 1.0, 0.0, 0.6667, 0.5, 0.25]
    values = [fact["value"] for claim in read["claims"] for p in claim["propositions"] for fact in p["facts"]]
    assert {2, 3, 1} <= {value for value in values if isinstance(value, int)}


@pytest.mark.parametrize("report", REPORTS)
def test_json_is_safe_to_print_and_to_read_by_lines(report: Report) -> None:
    for text in (report_json(report), claims_jsonl(report)):
        assert not [char for char in text if category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char != "\n"]
        text.encode("utf-8")
    assert len(claims_jsonl(report).splitlines()) == len(report.claims)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report_json(strait_report()) == report_json(strait_report())


def test_spans_stand_on_one_line() -> None:
    assert '"cue_span": [149, 153]' in report_json(strait_report())


def test_a_verdict_without_judges() -> None:
    bare = Verdict(COMPARISONS[0].verdict.relation, 0.5, "")
    assert not problems("compare", json.loads(compare_json(Compared("a", "b", bare))))


def test_there_are_no_other_schemas() -> None:
    with pytest.raises(KeyError, match="there are report, claims, compare"):
        schema("nothing")
