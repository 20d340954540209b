"""The seed article, where the data to measure with is at hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.extract.attributions import find_attributions
from claimcheck.extract.document import Document

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def gold(data: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((data / "gold" / "seed_gold.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def seed(data: Path, read: Callable[[str], Document]) -> Document:
    return read((data / "seed" / "i24news_blue_line.txt").read_bytes().decode("utf-8"))


def words(text: str, start: int, end: int) -> set[int]:
    return {m.start() for m in re.finditer(r"\w+", text) if start <= m.start() < end}


def test_every_claim_is_found_with_its_words(seed: Document, gold: dict[str, Any]) -> None:
    spoken = [set().union(*(words(seed.text, *s) for s in a.content)) for a in find_attributions(seed)]

    def is_found(claim: dict[str, Any]) -> bool:
        wanted = words(seed.text, claim["start"], claim["end"])
        return any(len(wanted & s) >= 0.7 * max(len(wanted), len(s)) for s in spoken)

    assert [c["id"] for c in (*gold["claims"], *gold["narration"]) if not is_found(c)] == []


def test_background_and_navigation_are_no_claims(seed: Document, gold: dict[str, Any]) -> None:
    contents = [seed.words(span) for a in find_attributions(seed) for span in a.content]
    assert [n for n in gold["never_claims"] if any(n in c for c in contents)] == []
