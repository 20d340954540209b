"""Styles for light and dark terminals: the sixteen colours of the terminal's own theme, never the only sign."""

from __future__ import annotations

from rich.text import Text

from claimcheck.desk import Form, Words
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
"""What helps to find a place but need not be read: line references, reasons, the key."""


def text(words: str, style: str = "") -> Text:
    """Return text as it is: never markup, never an emoji code."""
    return Text(words, style=style)


def cited(words: Words, place: bool = True) -> Text:
    """Return words with all their marks, and where they stand."""
    shown = Text(FORM_MARKS[words.form], style=ASIDE)
    shown.append(words.text, style="italic" if words.form is Form.PARAPHRASE else "")
    for note in words.notes:
        shown.append(f" {note}", style="bold")
    if place and words.ref:
        shown.append(f" {words.ref}", style=ASIDE)
    return shown
