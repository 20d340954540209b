"""Articles to measure with: those of a folder, or any number of variations of the samples."""

from __future__ import annotations

import random
import re
from pathlib import Path

from claimcheck import reading
from claimcheck.model import Article

SAMPLES = Path(__file__).parents[1] / "samples"
WORDS = 700
"""Words of a made article: about those of a news story at full length."""


def articles(count: int, data: Path | None = None, seed: int = 0) -> list[Article]:
    """Return the first `count` articles of a folder, or as many made of paragraphs of the samples.

    Made ones are paragraphs of sentences of the samples in chance order, their numbers changed.
    """
    if data:
        return list(reading.read([data]).articles)[:count]
    sentences = sentences_of_samples()
    rng = random.Random(seed)
    return [Article(f"made-{n}", made(sentences, WORDS, rng), outlet=f"Outlet {n}") for n in range(count)]


def made(sentences: list[str], words: int, rng: random.Random) -> str:
    """Return a text of about `words` words."""
    paragraphs: list[str] = []
    length = 0
    while length < words:
        paragraph = " ".join(rng.sample(sentences, rng.randint(1, 4)))
        paragraphs.append(re.sub(r"\b\d{1,3}\b", lambda _: str(rng.randint(2, 999)), paragraph))
        length += len(paragraph.split())
    return "\n\n".join(paragraphs)


def sentences_of_samples() -> list[str]:
    """Return the sentences of the samples of which no quotation runs on."""
    texts = (a.text[a.body :] for a in reading.read([SAMPLES]).articles)
    lines = (line.strip() for text in texts for line in text.splitlines())
    sentences = (s for line in lines for s in re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", line))
    return [s for s in sentences if len(s.split()) > 5 and s.count('"') % 2 == 0 and s.count("“") == s.count("”")]
