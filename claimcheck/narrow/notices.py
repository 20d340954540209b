"""What is told of what was left out."""

from __future__ import annotations

from claimcheck.model import Notice

STAGE = "narrow"


def left(some: int, whole: int, noun: str, which: str) -> Notice:
    """Return a notice of how many are left of a whole: "2 of 5 articles read: those of Reuters"."""
    return Notice(STAGE, f"{some} of {counted(whole, noun)} {which}")


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: "1 article", "2 articles"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
