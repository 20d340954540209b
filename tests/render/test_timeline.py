"""Who said what when: in order of time, repeats once, later statements beside what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from reports import PROVENANCE, Told, claim, detail, strait_report

from claimcheck.desk.index import Index
from claimcheck.desk.timeline import entries_of, timeline_of
from claimcheck.desk.times import moment_of
from claimcheck.model import (
    Article,
    Aspect,
    Cell,
    Claim,
    Finding,
    Incident,
    Kind,
    Mode,
    Origin,
    Report,
    SaidAt,
    Source,
    Status,
)

ARMY, AGENCY = Source("army", "Army", "army"), Source("agency", "Agency", "agency")


def told(
    name: str, source: Source, words: str, published: str | None, said: str | None = None, outlet: str = "Post"
) -> tuple[Article, Claim]:
    article = Article(f"a-{name}", words, outlet, published=published)
    said_at = SaidAt("then", said) if said else None
    made = claim(
        name, Told(article, source, Mode.INDIRECT, said_at=said_at), words, [detail(Aspect.HOW_MANY, words, words)]
    )
    return article, made


Row = tuple[str, str | None, bool, list[str]]


def lines(rows: Sequence[tuple[Article, Claim]], origins: Sequence[Origin] = ()) -> list[Row]:
    """Return the timeline: claim, what it updates, whether it was said then, the facts that it is first to give."""
    claims = tuple(made for _, made in rows)
    facts = [(c, c.propositions[0].facts[0]) for c in claims]
    cells = tuple(Cell(c.source.id, c.id, f"{c.id}.0", fact.text, fact.span, c.mode) for c, fact in facts)
    finding = Finding(Aspect.HOW_MANY, Status.CANNOT_TELL, 1.0, "", cells)
    incident = Incident("i1", Kind.EVENT, "x", tuple(f"{c.id}.0" for c in claims), findings=(finding,))
    report = Report(tuple(a for a, _ in rows), claims, tuple(origins), (incident,), (), (), PROVENANCE)
    return [
        (s.claim.id, s.updates.claim.id if s.updates else None, s.basis == "said", [cell.text for _, cell in s.first])
        for s in timeline_of(Index.of(report), incident)
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([told("x", ARMY, "12", None), told("y", AGENCY, "14", "2024-03-05")], [], id="one time"),
        pytest.param([told("x", ARMY, "12", "2024-03-05"), told("y", AGENCY, "14", "2024-03-05")], [], id="same time"),
        pytest.param(
            [told("x", ARMY, "14", "2024-03-06"), told("y", AGENCY, "12", "2024-03-05")],
            [("y", None, False, ["12"]), ("x", None, False, ["14"])],
            id="in order of time",
        ),
        pytest.param(
            [told("x", ARMY, "12", "2024-03-05T10:00+02:00"), told("y", AGENCY, "12", "2024-03-05T09:00Z")],
            [("x", None, False, ["12"]), ("y", None, False, [])],
            id="time zones",
        ),
        pytest.param(
            [told("x", ARMY, "12", "2024-03-05T10:00"), told("y", AGENCY, "12", "2024-03-05")],
            [("y", None, False, ["12"]), ("x", None, False, ["12"])],
            id="a day says nothing of its hours",
        ),
        pytest.param(
            [told("x", ARMY, "12", "2024-03-07", "2024-03-05"), told("y", ARMY, "14", "2024-03-07", "2024-03-06")],
            [("x", None, True, ["12"]), ("y", "x", True, ["14"])],
            id="a later statement of one source",
        ),
        pytest.param(
            [told("x", ARMY, "12", "2024-03-05", outlet="Army"), told("y", ARMY, "14", "2024-03-06")],
            [("x", None, True, ["12"]), ("y", None, False, [])],
            id="a later article is no later statement",
        ),
    ],
)
def test_who_said_what_when(rows: list[tuple[Article, Claim]], expected: list[Row]) -> None:
    assert lines(rows) == expected
    assert lines(rows[::-1]) == expected


def test_a_copy_is_told_once() -> None:
    rows = [told(n, ARMY, "12", f"2024-03-0{i}") for i, n in enumerate("xyz", 5)]
    assert [name for name, *_ in lines(rows, [Origin("o", ("x.0", "y.0"))])] == ["x", "z"]


def test_a_line_says_both_times() -> None:
    report = strait_report()
    first = report.incidents[1]
    times = {"c02": SaidAt("Sunday", "2021-03-14"), "c05": SaidAt("Monday", "2021-03-15")}
    claims = tuple(replace(c, said_at=times.get(c.id), source=report.claims[0].source) for c in report.claims)
    shown = entries_of(Index.of(replace(report, claims=claims)), first)
    assert shown[0].when == "2021-03-14"
    assert any(note.startswith("after what it said 2021-03-14") for entry in shown for note in entry.notes)


@pytest.mark.parametrize("given", [None, "", "Sunday", "2021-13-01", "2021-03-14T99:00"])
def test_what_is_no_time(given: str | None) -> None:
    assert moment_of(given) is None
