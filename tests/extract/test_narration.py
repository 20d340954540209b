"""What the outlet tells in its own voice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.extract.attributions import find_attributions
from claimcheck.extract.document import Document
from claimcheck.model import Stance, Voice

pytestmark = pytest.mark.models


def told(document: Document) -> list[str]:
    found = [a for a in find_attributions(document) if a.voice is Voice.NARRATION]
    assert all(a.source is None and a.cue is None and a.mode is None and a.stance is Stance.AFFIRM for a in found)
    return [" / ".join(document.words(s) for s in a.content) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb killed six people in Oslo on Friday.", ["A bomb killed six people in Oslo on Friday"]),
        ("A car bomb attack killed at least 44 in Oslo.", ["A car bomb attack killed at least 44 in Oslo"]),
        ("Six people were killed when a ferry sank.", ["Six people were killed when a ferry sank"]),
        (
            "Although they trade, relations soured since Norwegian guards shot down a Chilean drone.",
            ["Norwegian guards shot down a Chilean drone"],
        ),
        ("The call from the Norwegian president comes as talks resume.", ["The call from the Norwegian president"]),
        ("The ship left Oslo on Friday, and the minister said it was safe.", ["The ship left Oslo on Friday"]),
        (
            "Nobody claimed responsibility for the attack in Oslo.",
            ["Nobody claimed responsibility for the attack in Oslo"],
        ),
        (
            "There was no immediate claim of responsibility for the attack.",
            ["There was no immediate claim of responsibility for the attack"],
        ),
        ("Nobody was injured.", ["Nobody was injured"]),
        ("The bus, which hit a mine on Friday, was old.", ["The bus, which hit a mine on Friday"]),
        (
            "The league, whose members met in Oslo, raised $4 million in May.",
            ["The league, whose members met in Oslo, raised $4 million in May"],
        ),
        ("No sailors were hurt in the blast.", ["No sailors were hurt in the blast"]),
        ("Six were hurt in Oslo.", ["Six were hurt in Oslo"]),
        ("Three sailors were dead by Friday.", ["Three sailors were dead by Friday"]),
        ("Nora Lind had a telephone call with Ole Berg.", ["Nora Lind had a telephone call with Ole Berg"]),
        ("Talks took place in Oslo on Friday.", ["Talks took place in Oslo on Friday"]),
        ("The search for mines continues.", ["The search for mines continues"]),
        ("A rescue is still under way in the bay.", ["A rescue is still under way in the bay"]),
        ("Divers are searching the wreck.", ["Divers are searching the wreck"]),
    ],
)
def test_happenings(read: Callable[[str], Document], text: str, expected: list[str]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2040 was adopted to end the 1990 war between Norway and Chile.",
        "The force was tasked with keeping the calm on the border.",
        "Oslo is the capital of Norway.",
        "The trade between Norway and Chile continues.",
        "Norway has a long coast.",
        "Norway has been mired in a trade war with Chile since 2011.",
        "The town of Arqa is divided between Norway and Chile.",
        "The army said a bomb killed six people in Oslo.",
        "The army issued a statement on Friday in Oslo.",
        "A UN team that visited the hospital of Arqa said that many were hurt.",
        "If a bomb killed six people in Oslo, there would be a war.",
        "Norway has repeatedly attacked the rebels in the north.",
        "Will the ships return to Oslo on Friday?",
        '"A bomb killed six people in Oslo," he said.',
    ],
)
def test_background_and_reports_are_not_narration(read: Callable[[str], Document], text: str) -> None:
    assert told(read(text)) == []
