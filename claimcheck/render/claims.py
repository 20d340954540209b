"""Who said what: claims by source, each quotation with an attribution that can be copied with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from claimcheck.desk import Teller, Told, counted
from claimcheck.render.layout import Hanging, lines
from claimcheck.render.styles import ASIDE, HEADING, cited, text

MOST_NUMBERS = 4
"""So many incidents of one claim are named at its left."""


def tellers_view(tellers: Sequence[Teller]) -> RenderableType:
    """Return claims under the names of their sources."""
    if not tellers:
        return text("No claim was found.")
    return lines(part for number, teller in enumerate(tellers) for part in (*_gap(number), *_teller(teller)))


def _gap(number: int) -> tuple[Text, ...]:
    return (Text(""),) if number else ()


def _teller(teller: Teller) -> Iterator[RenderableType]:
    yield Text.assemble((teller.name, HEADING), (f"  {teller.kind}, {counted(len(teller.told), 'claim')}", ASIDE))
    for told in teller.told:
        yield Hanging(_numbers(told), _told(told), 7)


def _numbers(told: Told) -> Text:
    shown = [f"[{number}]" for number in told.incidents[:MOST_NUMBERS]]
    more = [f"+{len(told.incidents) - MOST_NUMBERS}"] if len(told.incidents) > MOST_NUMBERS else []
    return text(" ".join([*shown, *more]), ASIDE)


def _told(told: Told) -> Text:
    return Text.assemble(cited(told.words, place=False), (f" — {told.attribution}", ASIDE))
