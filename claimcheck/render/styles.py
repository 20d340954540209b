"""Styles for light and dark terminals: the sixteen colours of the terminal's own theme, never the only sign."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from claimcheck.desk import Words
from claimcheck.desk.marks import Mark
from claimcheck.desk.words import FORM_MARKS

MARK_STYLES = {
    Mark.BOTH_SAY: "green",
    Mark.CONFLICT: "bold red",
    Mark.COMPATIBLE: "",
    Mark.CANNOT_TELL: "magenta",
    Mark.ONE_SOURCE: "",
    Mark.MIND: "bold magenta",
    Mark.ABSENT: "dim",
}
HEADING = "bold"
ASIDE = "dim"
"""What helps to find a place and can be read later: line references, the way that an account came by, numbers."""


def text(words: str, style: str = "") -> Text:
    """Return text as it is: never markup, never an emoji code."""
    return Text(words, style=style)


def cited(words: Words, place: bool = True) -> Text:
    """Return words with all their marks, and where they stand."""
    shown = Text(FORM_MARKS[words.form])
    shown.append(words.text)
    for note in words.notes:
        shown.append(f" {note}", style="bold")
    if place and words.ref:
        shown.append(f" {words.ref}", style=ASIDE)
    return Text.assemble(shown, " (", cited(words.antecedent, place), ")") if words.antecedent else shown


MOST_WORDINGS = 5
"""So many wordings of one source on one point are shown; the claims by source hold all."""


def wordings(words: Sequence[Words]) -> list[Text]:
    """Return what one source says on one point, each wording by itself."""
    more = len(words) - MOST_WORDINGS
    return [*map(cited, words[:MOST_WORDINGS]), *([text(f"and {more} more", ASIDE)] if more > 0 else [])]
