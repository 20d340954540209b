"""Reasons as a reader is told them: sentences, with what several notes say of several accounts said once."""

from __future__ import annotations

from claimcheck.desk.rows import Clash
from claimcheck.desk.visible import visible
from claimcheck.model import Strength

_PARAPHRASED = " is paraphrased: get the original"
"""The end of a note that a finding adds for each account that it has in the outlet's words alone."""


def told(reason: str) -> str:
    """Return a reason as a sentence begins: "Two numbers for the same thing; A and B are paraphrased: ..."."""
    notes = [note for note in visible(reason).strip().split("; ") if note]
    names = dict.fromkeys(note.removesuffix(_PARAPHRASED) for note in notes if note.endswith(_PARAPHRASED))
    others = [note for note in notes if not note.endswith(_PARAPHRASED)]
    return sentence("; ".join([*others, *([_paraphrased(list(names))] if names else [])]))


def weighed(clash: Clash) -> str:
    """Return how sure a conflict is, unless it is clear, and why it is one: "Likely. Different places"."""
    sure = "" if clash.row.strength is Strength.CLEAR else sentence(str(clash.row.strength))
    return ". ".join(part for part in (sure, clash.row.reason) if part)


def sentence(words: str) -> str:
    """Return words with a capital letter at their beginning; a name stays as it is written: "i24NEWS"."""
    first = words.split(" ", 1)[0]
    return words[:1].upper() + words[1:] if first.islower() else words


def _paraphrased(names: list[str]) -> str:
    if len(names) == 1:
        return f"{names[0]}{_PARAPHRASED}"
    return f"{', '.join(names[:-1])} and {names[-1]} are paraphrased: get the originals"
