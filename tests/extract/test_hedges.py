"""Which words hedge, and whose they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.extract.attributions import find_attributions
from claimcheck.extract.document import Document
from claimcheck.model import HedgedBy

pytestmark = pytest.mark.models

SOURCE, OUTLET = HedgedBy.SOURCE, HedgedBy.OUTLET


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ('The army fired at "two men, apparently smugglers" near the dam, it said.', [("apparently", SOURCE)]),
        ("The army said two men apparently tried to cross the river.", [("apparently", SOURCE)]),
        ("The army said the men may have crossed the river.", [("may", SOURCE)]),
        ("The army said the strike was believed to be an accident.", [("was believed to", SOURCE)]),
        ("The minister reportedly said that the talks had failed.", [("reportedly", OUTLET)]),
        ("The army said the alleged smugglers fled.", [("alleged", OUTLET)]),
        ('The army said "the alleged smugglers fled" at dawn.', [("alleged", SOURCE)]),
        ("Six people were reportedly killed in Oslo on Friday.", [("reportedly", OUTLET)]),
        ("A suspected gas leak killed six people in Oslo on Friday.", [("suspected", OUTLET)]),
        ("The army said three men crossed the river in May.", []),
        ("The army said the men appeared before a court.", []),
    ],
)
def test_hedges(read: Callable[[str], Document], text: str, hedges: list[tuple[str, HedgedBy]]) -> None:
    document = read(text)
    found = [h for a in find_attributions(document) for h in a.hedges]
    assert [(h.text, h.by) for h in found] == hedges
    assert all(document.words(h.span) == h.text for h in found)
