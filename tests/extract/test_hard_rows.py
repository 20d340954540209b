"""Hard rows, one test each: every report in them found, with its words, source, cue, stance, mode and chain.

`hard_rows.toml` was written before the code that handles it. The rows that fail are named in `known_failures.txt`:
each must go on failing until it is taken off the list, and the list may only grow shorter.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from claimcheck.extract.claims import extract_each, reader
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Claim, Corpus, Voice
from claimcheck.ports import Models
from claimcheck.settings import ExtractSettings

HERE = Path(__file__).parent
ROWS: list[dict[str, Any]] = tomllib.loads((HERE / "hard_rows.toml").read_text(encoding="utf-8"))["row"]
KNOWN_FAILURES = set((HERE / "known_failures.txt").read_text(encoding="utf-8").split())
MOST_FAILURES = 67
"""How many rows may fail: lowered when some are mended, never raised."""

_ALIKE = 0.8
"""Two contents are the same where they share this much of the words of each."""


def _names() -> list[str]:
    seen: Counter[str] = Counter()
    names = []
    for row in ROWS:
        seen[row["form"]] += 1
        names.append(f"{row['form']}-{seen[row['form']]}")
    return names


NAMES = _names()


@pytest.fixture(scope="module")
def found(models: Models) -> dict[str, list[Claim]]:
    """The attributed claims of all rows, by the name of the row."""
    articles = [
        Article(name, row["text"], outlet=row.get("outlet", "Harbour Times"))
        for name, row in zip(NAMES, ROWS, strict=True)
    ]
    alone = extract_each(Corpus(tuple(articles)), models, reader(default_knowledge(), ExtractSettings(narration=False)))
    claims = [claim for extraction in alone for claim in extraction.claims]
    return {name: [c for c in claims if c.article == name and c.voice is Voice.ATTRIBUTED] for name in NAMES}


def _params() -> list[Any]:
    fails = pytest.mark.xfail(strict=True, reason="known to fail")
    return [
        pytest.param(row, name, id=name, marks=[fails] if name in KNOWN_FAILURES else [])
        for row, name in zip(ROWS, NAMES, strict=True)
    ]


@pytest.mark.models
@pytest.mark.parametrize(("row", "name"), _params())
def test_row(row: dict[str, Any], name: str, found: dict[str, list[Claim]]) -> None:
    assert not list(problems(row, found[name]))


def test_the_list_of_failures_only_grows_shorter() -> None:
    assert set(NAMES) >= KNOWN_FAILURES
    assert len(KNOWN_FAILURES) <= MOST_FAILURES


def problems(row: dict[str, Any], claims: list[Claim]) -> list[str]:
    """Return what is wrong with the claims of a row, in words."""
    wanted = row.get("claim", [])
    left = list(claims)
    wrong = []
    for expected in wanted:
        claim = max(left, key=lambda c: _shared(expected, c, row["text"]), default=None)
        if claim is None or _shared(expected, claim, row["text"]) < _ALIKE:
            wrong.append(f"not found: {expected['content']}")
            continue
        left.remove(claim)
        wrong += _differences(expected, claim)
    return wrong + [f"no report: {claim.text}" for claim in left]


def _differences(expected: dict[str, Any], claim: Claim) -> list[str]:
    pairs = {
        "source": (_plain(expected["source"]), _plain(claim.source.name)),
        "stance": (expected["stance"], claim.stance.value),
        "mode": (expected["mode"], claim.mode.value if claim.mode else ""),
        "chain": (list(map(_plain, expected["chain"])), list(map(_plain, claim.chain))),
    }
    wrong = [f"{what}: {got!r}, not {want!r}" for what, (want, got) in pairs.items() if want != got]
    cue = (claim.cue or "").lower()
    if expected["cue"] and not (cue and (cue in expected["cue"].lower() or expected["cue"].lower() in cue)):
        wrong.append(f"cue: {cue!r}, not {expected['cue']!r}")
    return wrong


def _plain(name: str) -> str:
    """Return a name as the registry has it, or without its article and in plain letters."""
    match = default_knowledge().registry.match(name)
    return re.sub(r"^(the|a|an) ", "", (match.entry.name if match else name).casefold().replace("’", "'"))


def _shared(expected: dict[str, Any], claim: Claim, text: str) -> float:
    """Return the share of the words of both that are in both, the smaller of the two."""
    wanted, at = set(), 0
    for piece in expected["content"]:
        at = text.index(piece, at)
        wanted |= _words(text, at, at + len(piece))
        at += len(piece)
    got = {i for span in claim.spans for i in _words(text, *span)}
    return len(wanted & got) / max(len(wanted), len(got), 1)


def _words(text: str, start: int, end: int) -> set[int]:
    return {start + m.start() for m in re.finditer(r"\w+", text[start:end])}
