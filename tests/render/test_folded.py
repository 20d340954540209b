"""What a long report folds: few incidents with nothing compared are laid out, and many claims are counted."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from reports import strait_report
from rich.console import Console, RenderableType

from claimcheck.desk import Sheet, arrange
from claimcheck.render.folded import MOST_APART, MOST_CLAIMS, claims_by_source, laid_out
from claimcheck.render.report import full_report

DESK = arrange(strait_report())
COMPARED = DESK.sheets[0]
APART = replace(COMPARED, label="Two speak of the pier", rows=(), clashes=())


def drawn(view: RenderableType) -> str:
    page = StringIO()
    Console(file=page, width=100, color_system=None).print(view)
    return page.getvalue()


@pytest.mark.parametrize(
    ("sheets", "shown"),
    [
        ((), 0),
        ((COMPARED,) * 9, 9),
        ((COMPARED, *(APART,) * MOST_APART), 1 + MOST_APART),
        ((COMPARED, *(APART,) * (MOST_APART + 5)), 1 + MOST_APART),
    ],
    ids=["none", "all compared", "few apart", "many apart"],
)
def test_what_was_compared_is_laid_out_always(sheets: tuple[Sheet, ...], shown: int) -> None:
    assert laid_out(sheets) == shown


def test_what_is_folded_keeps_its_number_and_its_sources() -> None:
    report = drawn(full_report(replace(DESK, sheets=(COMPARED, *(APART,) * (MOST_APART + 2)))))
    last = MOST_APART + 3
    assert f"[{last - 1}]   Two speak of the pier" in report
    assert f"[{last}]   Two speak of the pier  {APART.accounts[0].name}" in report
    assert f"[{last - 2}] Two speak of the pier ─" in report
    assert "--format markdown holds all" in report


def test_many_claims_are_counted_by_source() -> None:
    teller = DESK.tellers[0]
    many = replace(teller, told=teller.told[:1] * MOST_CLAIMS)
    few, folded = drawn(claims_by_source([many])), drawn(claims_by_source([many, teller]))
    assert few.count(teller.told[0].attribution) == MOST_CLAIMS
    assert teller.told[0].attribution not in folded
    assert f"{teller.name} {MOST_CLAIMS} claims" in folded
