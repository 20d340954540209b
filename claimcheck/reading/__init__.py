"""Files, folders and pasted text -> a `Corpus`: articles, tables of claims, notices.

Read `read` first: it finds the files, opens each, makes entries of what they hold and settles their ids.
"""

from __future__ import annotations

from claimcheck.reading.pairs import PairRow, read_pairs
from claimcheck.reading.read import read
from claimcheck.reading.tables import Kind

__all__ = ["Kind", "PairRow", "read", "read_pairs"]
