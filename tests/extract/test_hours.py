"""Times of day are read with their bounds and zones; what may be morning or afternoon stays words."""

from __future__ import annotations

import pytest

from claimcheck.extract.facts.hours import hours


@pytest.mark.parametrize(
    ("text", "words", "value", "op"),
    [
        ("The fire came at around 02:30.", "at around 02:30", "T02:30", "~"),
        ("The fire came at about 3:15 a.m. on Friday.", "at about 3:15 a.m.", "T03:15", "~"),
        ("They attacked at 5 p.m.", "at 5 p.m.", "T17:00", "="),
        ("They attacked at 5pm local time.", "at 5pm", "T17:00", "="),
        ("It fell at 12 a.m.", "at 12 a.m.", "T00:00", "="),
        ("It fell at 12.40pm.", "at 12.40pm", "T12:40", "="),
        ("It fell at 0530 GMT.", "at 0530 GMT", "T05:30Z", "="),
        ("It fell at 2:05 (GMT).", "at 2:05 (GMT)", "T02:05Z", "="),
        ("It fell before 14:05.", "before 14:05", "T14:05", "<"),
        ("It fell by 14h05.", "by 14h05", "T14:05", "<="),
        ("It fell after midnight.", "after midnight", "T00:00", ">"),
        ("It fell shortly after noon.", "shortly after noon", "T12:00", "~"),
        ("It fell at 3:15.", "at 3:15", None, "="),
        ("It fell at 10.30.", "at 10.30", None, "="),
    ],
)
def test_an_hour(text: str, words: str, value: str | None, op: str) -> None:
    ((span, reading),) = hours(text, 0, len(text))
    assert (text[span.start : span.end], reading.value, reading.op, reading.unit) == (words, value, op, "hour")


@pytest.mark.parametrize(
    "text",
    [
        "They won 3:15 against the others.",
        "It cost 10.30 dollars.",
        "At 3.15% it was low.",
        "From 5 p.m. to 7 p.m. nobody passed.",
        "In 1430 people left.",
        "They met at 10.5.12.",
        "The gate is shut until 14:05.",
        "A midnight raid was made.",
    ],
)
def test_no_hour(text: str) -> None:
    assert list(hours(text, 0, len(text))) == []
