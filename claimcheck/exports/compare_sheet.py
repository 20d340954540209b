"""The sheet of `claimcheck compare`: one row a pair of sentences."""

from __future__ import annotations

from claimcheck.exports.claims_sheet import listed
from claimcheck.exports.columns import Column, Sheet
from claimcheck.exports.compared import Compared
from claimcheck.model import Relation, Strength


def _aspects(compared: Compared) -> str:
    aspects = compared.verdict.aspects if compared.verdict else ()
    return listed([f"{aspect.aspect}: {aspect.relation}" for aspect in aspects])


COMPARE: Sheet[Compared] = Sheet(
    "compare",
    "One row a pair of sentences, in the order read.",
    (
        Column("row", "number of the row in the file of pairs", lambda c: "" if c.row is None else str(c.row)),
        Column("a", "the first sentence", lambda c: c.a),
        Column("b", "the second sentence", lambda c: c.b),
        Column(
            "relation",
            "what they come to",
            lambda c: str(c.verdict.relation) if c.verdict else "",
            (*map(str, Relation), ""),
        ),
        Column(
            "strength",
            "how sure the verdict is",
            lambda c: str(c.verdict.strength) if c.verdict else "",
            (*map(str, Strength), ""),
        ),
        Column("aspects", "the relation on each aspect", _aspects),
        Column("reason", "why, in words", lambda c: c.verdict.reason if c.verdict else ""),
        Column("error", "why the row was not judged", lambda c: "" if c.verdict else c.error or "not judged"),
    ),
)
