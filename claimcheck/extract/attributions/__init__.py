"""Finding attributions: who is said to have said what, and what the outlet tells in its own voice."""

from __future__ import annotations

from claimcheck.extract.attributions.draft import Attribution
from claimcheck.extract.attributions.find import find_attributions
from claimcheck.extract.attributions.joined import JOINS

__all__ = ["JOINS", "Attribution", "find_attributions"]
