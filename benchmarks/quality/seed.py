"""The article that the project began with: claims, sources, chains, incidents and relations against its gold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.quality.measures import Measure
from claimcheck import reading
from claimcheck.model import Claim, Corpus, Relation, Report, Span, Voice

FILES = ("seed/i24news_blue_line.txt", "gold/seed_gold.json")
_FOUND = 0.7
"""A claim is found with this share of the gold's words, and as large a share of its own in the gold."""

Check = Callable[[Corpus], Report]


def measure(data: Path, check: Check) -> list[Measure]:
    """Return how much of the seed's gold the report on it holds."""
    text, gold = data / FILES[0], json.loads((data / FILES[1]).read_text(encoding="utf-8"))
    report = check(reading.read([text], outlet="i24NEWS"))
    matched = {row["id"]: _match(row, report) for row in (*gold["claims"], *gold["narration"])}
    claims = gold["claims"]
    return [
        Measure("claims found", sum(matched[row["id"]] is not None for row in claims)),
        Measure("right source", sum(_same_source(row, matched[row["id"]]) for row in claims)),
        Measure("right source and chain", sum(_same_chain(row, matched[row["id"]]) for row in claims)),
        Measure("right mode", sum(_same_mode(row, matched[row["id"]]) for row in claims)),
        Measure("taken for claims wrongly", _wrong(gold["never_claims"], report), lower_is_better=True),
        Measure("pairs of one incident together", _together(claims, matched, report, same=True)),
        Measure("pairs of different incidents together", _together(claims, matched, report, same=False), True),
        Measure("pairs with the right relation", sum(_right_relation(pair, matched, report) for pair in gold["pairs"])),
    ]


def _words(text: str, spans: list[Span]) -> set[int]:
    return {m.start() for m in re.finditer(r"\w+", text) if any(span.start <= m.start() < span.end for span in spans)}


def _match(row: dict[str, Any], report: Report) -> Claim | None:
    text = report.articles[0].text
    wanted = _words(text, [Span(row["start"], row["end"])])
    best, score = None, 0.0
    for claim in report.claims:
        if (claim.voice is Voice.NARRATION) != (row["mode"] == "narration"):
            continue
        got = _words(text, list(claim.spans))
        shared = len(wanted & got)
        if shared >= _FOUND * len(wanted) and shared >= _FOUND * len(got) and shared / len(wanted | got) > score:
            best, score = claim, shared / len(wanted | got)
    return best


def _same_source(row: dict[str, Any], claim: Claim | None) -> bool:
    return claim is not None and claim.source.name == row["source"]


def _same_chain(row: dict[str, Any], claim: Claim | None) -> bool:
    return _same_source(row, claim) and claim is not None and list(claim.chain) == row["chain"]


def _same_mode(row: dict[str, Any], claim: Claim | None) -> bool:
    return claim is not None and claim.mode == row["mode"]


def _wrong(texts: list[str], report: Report) -> int:
    """Count the texts that must never come out as a claim, nor in one, and do."""
    return sum(any(text in claim.text for claim in report.claims) for text in texts)


def _incidents(claim: Claim, report: Report) -> set[str]:
    own = {p.id for p in claim.propositions}
    return {incident.id for incident in report.incidents if own & set(incident.propositions)}


def _together(rows: list[dict[str, Any]], matched: dict[str, Claim | None], report: Report, *, same: bool) -> float:
    """Return the share of gold pairs of one (or of different) incidents that stand in one incident."""
    met = total = 0
    for i, a in enumerate(rows):
        for b in rows[i + 1 :]:
            if (a["incident"] is not None and a["incident"] == b["incident"]) is not same:
                continue
            total += 1
            x, y = matched[a["id"]], matched[b["id"]]
            met += x is not None and y is not None and bool(_incidents(x, report) & _incidents(y, report))
    return met / total


def _right_relation(pair: dict[str, Any], matched: dict[str, Claim | None], report: Report) -> bool:
    a, b = matched[pair["a"]], matched[pair["b"]]
    if a is None or b is None:
        return False
    got = {c.verdict.relation for c in report.comparisons if {c.a, c.b} == {a.id, b.id}}
    if pair["relation"] == "same_origin":  # one voice: never an agreement between accounts
        return Relation.AGREE not in got and Relation.CONFLICT not in got
    if pair["relation"] == "compatible":
        return not got - {Relation.COMPATIBLE}
    return Relation(pair["relation"]) in got
