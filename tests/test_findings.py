"""Findings: the rows of an incident's matrix, from facts and comparisons made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from accounts import act, claim, fact

from claimcheck.findings import with_findings
from claimcheck.judge import decide, rule_judges
from claimcheck.knowledge import default_knowledge
from claimcheck.model import (
    Aspect,
    Claim,
    ComparisonKind,
    Finding,
    Incident,
    Kind,
    Mode,
    Origin,
    Pair,
    Side,
    propositions,
)
from claimcheck.settings import JudgingSettings

CROSS = ComparisonKind.CROSS_SOURCE
SHOT = act("shoot")


def found(*claims: Claim, kinds: dict[str, ComparisonKind] | None = None, one_voice: str = "") -> tuple[Finding, ...]:
    """Return the findings of one incident; `kinds` by the two claims' names, `one_voice` the claims of one origin."""
    pairs = [
        Pair("i", (kinds or {}).get(a.id + b.id, CROSS), Side(a, a.propositions), Side(b, b.propositions))
        for i, a in enumerate(claims)
        for b in claims[i + 1 :]
    ]
    ids = tuple(p.id for p in propositions(claims))
    shared = tuple(f"{name}.1" for name in one_voice)
    origins = [Origin("o", shared), *(Origin(f"o{p}", (p,)) for p in ids if p not in shared)]
    judged = decide(pairs, rule_judges(default_knowledge()), JudgingSettings())
    return with_findings([Incident("i", Kind.EVENT, "", ids)], claims, origins, judged)[0].findings


def statuses(findings: tuple[Finding, ...]) -> dict[tuple[str, str | None], str]:
    return {(finding.aspect.value, finding.of): finding.status.value for finding in findings}


def test_a_border_shooting() -> None:
    agency = claim(
        "a",
        SHOT,
        fact("by_whom", "Israeli soldiers", "idf", of="shoot"),
        fact("how", "in the air", of="shoot"),
        fact("why", "because of thick mist", of="shoot"),
    )
    army = claim(
        "b",
        SHOT,
        fact("by_whom", "the troops", "troop", of="shoot"),
        fact("to_whom", "two intruders", "intruder", of="shoot"),
        fact("how", "towards the intruders", of="shoot"),
        source=("idf", "army"),
    )
    findings = found(agency, army)
    assert statuses(findings) == {
        ("status", "shoot"): "both_say",
        ("by_whom", "shoot"): "both_say",
        ("to_whom", "shoot"): "one_source",
        ("how", "shoot"): "conflict",
        ("why", "shoot"): "one_source",
    }
    assert [finding.aspect.value for finding in findings] == ["status", "by_whom", "to_whom", "how", "why"]
    how = next(finding for finding in findings if finding.aspect == Aspect.HOW)
    assert "get the original" in how.reason
    assert {cell.source for cell in how.cells} == {"source of a", "idf"}
    assert len(how.comparisons) == 1


def test_tolls_of_three_accounts() -> None:
    first, second = (claim(name, act("kill"), fact("how_many", toll)) for name, toll in (("a", "31"), ("b", "44")))
    third = claim("c", act("kill"), fact("how_many", ">= 20"))
    (_, toll) = found(first, second, third)
    assert (toll.status, toll.of) == ("conflict", "kill")
    assert [cell.text for cell in toll.cells] == ["31", "44", ">= 20"]
    assert len(toll.comparisons) == 3


def test_the_dead_and_the_wounded_have_a_row_each() -> None:
    first = claim("a", act("kill"), fact("how_many", "12"), fact("how_many", "30", of="injure"))
    second = claim("b", act("kill"), fact("how_many", "12"), fact("how_many", "45", of="injure"))
    assert statuses(found(first, second)) == {
        ("status", "kill"): "both_say",
        ("how_many", "kill"): "both_say",
        ("how_many", "injure"): "conflict",
    }


def test_one_origin_is_one_voice() -> None:
    first, second = (claim(name, SHOT, fact("how", "in the air", of="shoot")) for name in "ab")
    assert set(statuses(found(first, second)).values()) == {"both_say"}
    assert set(statuses(found(first, second, one_voice="ab")).values()) == {"one_source"}


def test_who_tells_what_another_reports_is_no_second_voice() -> None:
    first, second, third = (claim(name, SHOT, fact("how", "in the air", of="shoot")) for name in "abc")
    retold = replace(second, article=first.article)
    assert set(statuses(found(first, retold)).values()) == {"one_source"}
    assert set(statuses(found(first, retold, third)).values()) == {"both_say"}


@pytest.mark.parametrize(
    ("a", "b", "status"),
    [
        (("Freedonian Defence Ministry", "ministry"), ("Sylvanian Defence Ministry", "ministry"), "both_say"),
        (("Freedonian Defence Ministry", "ministry"), ("Defence Ministry", "ministry"), "compatible"),
        (("Freedonian Defence Ministry", "ministry"), ("Freedonian army", "army"), "both_say"),
        (("residents of Freedonia", "unnamed"), ("residents", "unnamed"), "both_say"),
    ],
)
def test_a_name_and_a_part_of_it_may_be_one_source(a: tuple[str, str], b: tuple[str, str], status: str) -> None:
    first, second = (claim(name, SHOT, source=source) for name, source in (("a", a), ("b", b)))
    assert statuses(found(first, second)) == {("status", "shoot"): status}


def test_a_row_that_says_no_more_than_another_is_left_out() -> None:
    one, two, three = (
        claim(name, act("fall"), act("crash"), *(fact("where", "in Aleppo", "Aleppo", of=of) for of in acts))
        for name, acts in (("a", ("fall", "crash")), ("b", ("fall", "crash")), ("c", ("crash",)))
    )
    rows = [finding for finding in found(one, two, three) if finding.aspect is Aspect.WHERE]
    assert [(row.status, len(row.cells)) for row in rows] == [("both_say", 3)]


@pytest.mark.parametrize(
    ("kind", "same", "differs", "words"),
    [
        (ComparisonKind.CROSS_SOURCE, "both_say", "conflict", "two numbers"),
        (ComparisonKind.OUTLET_VS_SOURCE, "compatible", "conflict", "the outlet's own words"),
        (ComparisonKind.SAME_SOURCE, "one_source", "conflict", "quoted differently"),
        (ComparisonKind.UPDATE, "one_source", "compatible", "later statement differs"),
    ],
)
def test_only_two_sources_can_both_say(kind: ComparisonKind, same: str, differs: str, words: str) -> None:
    one_source = kind in (ComparisonKind.SAME_SOURCE, ComparisonKind.UPDATE)
    sources = (("mill", "company"),) * 2 if one_source else (("mill", "company"), ("paper", "outlet"))
    first, agreeing, other = (
        claim(name, act("sack"), fact("how_many", toll, unit="worker", of="sack"), source=source)
        for name, toll, source in (("a", "300", sources[0]), ("b", "300", sources[1]), ("b", "500", sources[1]))
    )
    assert statuses(found(first, agreeing, kinds={"ab": kind}))["how_many", "sack"] == same
    findings = found(first, other, kinds={"ab": kind})
    assert statuses(findings)["how_many", "sack"] == differs
    assert words in next(f.reason for f in findings if f.aspect == Aspect.HOW_MANY)


def test_a_conflict_of_two_sources_gives_the_reason_before_one_with_the_outlet() -> None:
    tolls = [claim(name, act("kill"), fact("how_many", toll)) for name, toll in (("a", "10"), ("b", "20"), ("c", "30"))]
    for outlets in ("ab", "ac", "bc"):
        (_, toll) = found(*tolls, kinds={outlets: ComparisonKind.OUTLET_VS_SOURCE})
        assert toll.status == "conflict"
        assert "the outlet's own words" not in toll.reason


def test_what_one_source_says_of_an_aspect_is_one_row() -> None:
    one = claim("a", SHOT, fact("what", "a lorry", of="stop"), fact("what", "two crates", of="seize"))
    rows = [finding for finding in found(one, claim("b", SHOT)) if finding.aspect == Aspect.WHAT]
    assert [(row.status, row.of, [cell.text for cell in row.cells]) for row in rows] == [
        ("one_source", None, ["a lorry", "two crates"])
    ]


def test_a_hedge_travels_with_its_words() -> None:
    one = claim("a", SHOT, fact("to_whom", "smugglers", "smuggler", of="shoot"), hedged="smugglers")
    (cell,) = next(finding.cells for finding in found(one, claim("b", SHOT)) if finding.aspect == Aspect.TO_WHOM)
    assert [hedge.text for hedge in cell.hedges] == ["reportedly"]


@pytest.mark.parametrize(
    ("source", "article", "hedges"),
    [("navy", "post", ["reportedly"]), ("guard", "post", []), ("navy", "wire", [])],
)
def test_a_hedge_travels_with_words_that_go_back_to_hedged_ones(source: str, article: str, hedges: list[str]) -> None:
    boats = claim(
        "a", act("come"), fact("by_whom", "two boats", of="come"), hedged="two boats", source=(source, "army")
    )
    (phrase,) = (f.span for f in boats.propositions[0].facts if f.text == "two boats")
    reference = replace(fact("to_whom", "the boats", "boat", of="shoot"), antecedent=phrase)
    shot = claim("b", SHOT, reference, source=("navy", "army"))
    told = replace(shot, article="post", propositions=(replace(shot.propositions[0], facts=(SHOT, reference)),))
    (cell,) = next(f.cells for f in found(replace(boats, article=article), told) if f.aspect == Aspect.TO_WHOM)
    assert (cell.text, cell.antecedent, [hedge.text for hedge in cell.hedges]) == ("the boats", phrase, hedges)


def test_a_refusal_is_no_account() -> None:
    refusal = claim("b", SHOT, fact("how", "in the air", of="shoot"), stance="refuse")
    assert {cell.source for finding in found(claim("a", SHOT), refusal) for cell in finding.cells} == {"source of a"}


def test_quoted_words_go_before_a_paraphrase_as_evidence() -> None:
    quoted = replace(claim("a", SHOT, fact("how", "in the air", of="shoot")), mode=Mode.DIRECT)
    told = claim("b", SHOT, fact("how", "in the air", of="shoot"), source=("source of a", "organisation"))
    army = replace(claim("c", SHOT, fact("how", "towards the men", of="shoot")), mode=Mode.DIRECT)
    findings = found(quoted, told, army, kinds={"ab": ComparisonKind.SAME_SOURCE})
    assert "paraphrased" not in next(f.reason for f in findings if f.aspect == Aspect.HOW)


def test_a_copy_changes_no_finding() -> None:
    first = claim("a", SHOT, fact("how", "in the air", of="shoot"))
    second = claim("b", SHOT, fact("how", "towards the men", of="shoot"))
    copy = claim("c", SHOT, fact("how", "towards the men", of="shoot"), source=("source of b", "organisation"))
    kinds = {"bc": ComparisonKind.SAME_SOURCE}
    assert statuses(found(first, second)) == statuses(found(first, second, copy, kinds=kinds, one_voice="bc"))


def cells(findings: tuple[Finding, ...], aspect: Aspect) -> list[tuple[str, list[str]]]:
    """Return the status of each row on an aspect, with the claims whose words are in it."""
    return [(f.status.value, [cell.claim for cell in f.cells]) for f in findings if f.aspect == aspect]


def test_who_agrees_stands_apart_from_who_only_fits() -> None:
    twelve, least, twenty = (
        claim(n, act("kill"), fact("how_many", t)) for n, t in zip("abc", ("12", ">= 12", "20"), strict=True)
    )
    findings = found(twelve, least, twenty, kinds={"ac": ComparisonKind.UPDATE})
    assert cells(findings, Aspect.HOW_MANY) == [("both_say", ["a", "b"]), ("compatible", ["a", "b", "c"])]
    assert cells(findings, Aspect.STATUS) == [("both_say", ["a", "b", "c"])]


def test_one_place_told_more_and_less_closely_is_one_row() -> None:
    places = (("the port of Aden", "Aden"), ("Aden", "Aden"), ("Yemen", "Yemen"))
    port, city, country = (claim(n, SHOT, fact("where", *w, of="shoot")) for n, w in zip("abc", places, strict=True))
    assert cells(found(port, city, country), Aspect.WHERE) == [("both_say", ["a", "b", "c"])]


@pytest.mark.parametrize(
    ("also", "status"),
    [("", "conflict"), ("Homs", "conflict"), ("Aleppo", "both_say")],
    ids=["a place each", "its own place again", "the place of the other too"],
)
def test_who_tells_of_both_places_is_in_no_conflict_on_where(also: str, status: str) -> None:
    told = [("a", "Homs"), ("b", "Aleppo"), *([("more", also)] if also else [])]
    claims = [
        claim(name, SHOT, fact("where", place, place, of="shoot"), source=("b" if name == "b" else "a", "agency"))
        for name, place in told
    ]
    one_source = {"amore": ComparisonKind.UPDATE}
    assert status in [status for status, _ in cells(found(*claims, kinds=one_source), Aspect.WHERE)]
    assert ("conflict" in str(cells(found(*claims, kinds=one_source), Aspect.WHERE))) == (status == "conflict")


def test_a_denial_is_in_no_row_of_those_who_agree_that_it_happened() -> None:
    mill, gang = fact("by_whom", "the mill", "mill", of="burn"), fact("by_whom", "a gang", "gang", of="burn")
    first, second = (claim(name, act("burn"), mill) for name in "ab")
    other = claim("c", act("burn"), gang, stance="deny")
    rows = cells(found(first, second, other), Aspect.STATUS)
    assert [claims for status, claims in rows if status == "both_say"] == [["a", "b"]]
    assert cells(found(first, second, other), Aspect.BY_WHOM) == [("both_say", ["a", "b"]), ("one_source", ["c"])]


def test_those_who_deny_agree_with_each_other() -> None:
    said = (claim(name, act("burn"), fact("where", "the mill", of="burn")) for name in "ab")
    denied = (claim(name, act("flood"), fact("where", "the mill", of="flood"), stance="deny") for name in "cd")
    rows = cells(found(*said, *denied), Aspect.STATUS)
    assert rows == [("both_say", ["a", "b"]), ("both_say", ["c", "d"])]


def test_agreement_goes_no_further_than_the_words_do() -> None:
    words = (("US jets", "United States"), ("the US-led coalition", "us-led-coalition"), ("the coalition", "coalition"))
    jets, led, named = (claim(n, SHOT, fact("by_whom", *w, of="shoot")) for n, w in zip("abc", words, strict=True))
    rows = cells(found(jets, led, named), Aspect.BY_WHOM)
    assert sorted(rows) == [("both_say", ["a", "b"]), ("both_say", ["b", "c"])]


def test_how_many_they_were_is_no_answer_to_whom() -> None:
    told = claim(
        "a", act("kill"), fact("to_whom", "12 people", "person"), fact("how_many", "12 people", 12.0, "person")
    )
    span = next(f.span for f in told.propositions[0].facts if f.aspect == Aspect.TO_WHOM)
    counted = tuple(replace(f, span=span) if f.aspect == Aspect.HOW_MANY else f for f in told.propositions[0].facts)
    one = replace(told, propositions=(replace(told.propositions[0], facts=counted),))
    assert not cells(found(one, claim("b", act("kill"))), Aspect.TO_WHOM)


def test_an_incident_without_claims_has_no_findings() -> None:
    assert with_findings([Incident("i", Kind.EVENT, "", ())], [], [], [])[0].findings == ()
