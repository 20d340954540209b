"""What a long report tells in a line each: matters with nothing to set side by side, and who said how much.

A desk reads a folder of a day on a few screens; what is folded is in every export, and a narrower question lays it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from claimcheck.desk import Sheet, Teller, counted
from claimcheck.render.claims import tellers_view
from claimcheck.render.layout import Flow, Hanging, Section, lines
from claimcheck.render.styles import ASIDE, HEADING, text

MOST_APART = 6
"""So many incidents in which nothing was compared are laid out; of more, a line tells each."""

MOST_CLAIMS = 120
"""So many claims are listed under their sources, about four screens; of more, the sources are counted."""

MOST_NAMED = 3
"""So many sources of a folded incident are named; more are counted."""

LABELS = 6
"""Columns for the number of an incident."""


def laid_out(sheets: Sequence[Sheet]) -> int:
    """Return how many incidents are laid out: all in which something was compared, and a few in which nothing was."""
    compared = sum(bool(sheet.rows) for sheet in sheets)
    return min(len(sheets), compared + MOST_APART)


def folded_sheets(sheets: Sequence[Sheet], first: int) -> Iterator[RenderableType]:
    """Yield a line for each incident that is not laid out; the first of them has the number `first`."""
    if not sheets:
        return
    yield Section(f"Nothing that two sources give: {len(sheets)} more incidents, a line each")
    for number, sheet in enumerate(sheets, first):
        yield Hanging(text(f"[{number}]", ASIDE), _folded(sheet), LABELS)
    way_out = "--about TEXT or --source NAME lays them out; --format markdown holds all"
    yield Hanging(Text(""), text(way_out, ASIDE), LABELS)


def _folded(sheet: Sheet) -> Text:
    names = [account.name for account in sheet.accounts]
    more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    return Text.assemble((sheet.label, HEADING), (f"  {', '.join([*names[:MOST_NAMED], *more])}", ASIDE))


def claims_by_source(tellers: Sequence[Teller]) -> RenderableType:
    """Return the claims under their sources; where they are many, how many each source makes and of which incidents."""
    claims = sum(len(teller.told) for teller in tellers)
    if claims <= MOST_CLAIMS:
        return lines([Section("Claims by source"), tellers_view(tellers)])
    return lines(
        [
            Section(f"Sources ({len(tellers)}, with {claims} claims)"),
            Flow([*map(_counted, tellers)], gap=" · "),
            text("claimcheck claims lists their words, --source NAME those of one", ASIDE),
        ]
    )


def _counted(teller: Teller) -> Text:
    return Text.assemble((teller.name, HEADING), (f" {counted(len(teller.told), 'claim')}", ASIDE))
