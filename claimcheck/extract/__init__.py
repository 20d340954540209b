"""From an article to its claims: who said what, split into checkable statements with their facts."""

from __future__ import annotations

from claimcheck.extract.claims import Extraction, extract_all, extract_claims

__all__ = ["Extraction", "extract_all", "extract_claims"]
