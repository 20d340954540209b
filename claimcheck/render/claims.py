"""Who said what: claims by source, each quotation and its attribution on lines of their own.

No indent stands before them: lines that are copied hold nothing but the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from claimcheck.desk import Teller, Told, counted
from claimcheck.render.layout import lines
from claimcheck.render.styles import ASIDE, HEADING, cited, text

MOST_NUMBERS = 4
"""So many incidents of one claim are named behind its attribution."""


def tellers_view(tellers: Sequence[Teller], explain: bool = False) -> RenderableType:
    """Return claims under the names of their sources; with `explain`, how each was found."""
    if not tellers:
        return text("No claim was found.")
    return lines(part for number, teller in enumerate(tellers) for part in (*_gap(number), *_teller(teller, explain)))


def _gap(number: int) -> tuple[Text, ...]:
    return (Text(""),) if number else ()


def _teller(teller: Teller, explain: bool) -> Iterator[RenderableType]:
    yield Text.assemble((teller.name, HEADING), (f"  {teller.kind}, {counted(len(teller.told), 'claim')}", ASIDE))
    for told in teller.told:
        yield cited(told.words, place=False)
        yield Text.assemble((f"— {told.attribution}", ASIDE), (_numbers(told), ASIDE))
        if explain and told.trace:
            yield text(f"  {told.trace}", ASIDE)


def _numbers(told: Told) -> str:
    shown = [f"[{number}]" for number in told.incidents[:MOST_NUMBERS]]
    more = [f"+{len(told.incidents) - MOST_NUMBERS}"] if len(told.incidents) > MOST_NUMBERS else []
    return "".join(f"  {number}" for number in (*shown, *more))
