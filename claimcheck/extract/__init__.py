"""From an article to its claims: who said what, split into checkable statements with their facts."""

from __future__ import annotations

from claimcheck.extract.claims import extract_all, extract_claims
from claimcheck.extract.extraction import Extraction

__all__ = ["Extraction", "extract_all", "extract_claims"]
