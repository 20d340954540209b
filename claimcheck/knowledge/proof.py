"""What is called evidence. See proof.toml."""

from __future__ import annotations

from functools import cache

from claimcheck.knowledge.tables import own_table


@cache
def words_for_proof() -> frozenset[str]:
    """Return the lemmas of nouns for what shows that something happened: "evidence", "sign"."""
    return frozenset(own_table("proof.toml")["words"])
