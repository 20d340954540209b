"""PolNeAR as windows of tokens with tags and arcs, each epoch cut and roughened anew."""

from __future__ import annotations

import gzip
import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimcheck.backends.tagging.decode import ROLES, begins, goes_on
from claimcheck.backends.tagging.windows import LIMIT, NOWHERE, Window, windows
from claimcheck.ports import Passage

IGNORED = -100


@dataclass
class Annotated:
    """A text with its attributions by character: the role (-1 for none), the piece, and the attribution."""

    text: str
    role: list[int]
    piece: list[int]
    owner: list[int]


@dataclass
class Example:
    """A window with the tag of each token, and the token at which the cue begins that it belongs to."""

    window: Window
    tags: list[int] = field(default_factory=list)
    arcs: list[int] = field(default_factory=list)


def read(path: Path) -> list[Annotated]:
    """Return the annotated articles of a part of PolNeAR."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [_annotated(json.loads(line)) for line in file]


def _annotated(row: dict[str, Any]) -> Annotated:
    size = len(row["text"])
    found = Annotated(row["text"], [-1] * size, [-1] * size, [-1] * size)
    pieces = 0
    for owner, attribution in enumerate(row["attributions"]):
        for role, spans in enumerate((attribution["source_spans"], attribution["cue"], attribution["content"])):
            for start, end in spans or ():
                pieces += 1
                for i in range(start, end):
                    if found.role[i] < 0:
                        found.role[i], found.piece[i], found.owner[i] = role, pieces, owner
    return found


def examples(article: Annotated, tokenizer: Any, rng: random.Random | None = None) -> list[Example]:
    """Return an article's windows; with `rng`, cut from another place and its marks roughened as desks meet them."""
    first = LIMIT
    if rng:
        article = roughened(article, rng)
        first = rng.randint(LIMIT // 3, LIMIT)
    paragraphs = [Passage(m.group(), m.start()) for m in re.finditer(r"[^\n]+", article.text) if m.group().strip()]
    made = [_example(window, article) for window in windows(paragraphs, tokenizer, first)]
    if rng and rng.random() < 0.1:  # all capitals, or none: what case says must not be leant on
        for example in made:
            kind = rng.choice((0, 2))
            example.window.shapes = [3 * (shape // 3) + kind for shape in example.window.shapes]
    return made


def _example(window: Window, article: Annotated) -> Example:
    example = Example(window)
    anchors: dict[int, int] = {}
    before = -1
    for i, (start, _) in enumerate(window.offsets):
        if window.offsets[i] == NOWHERE or article.role[start] < 0:
            example.tags.append(0)
            before = -1
            continue
        role, piece = article.role[start], article.piece[start]
        example.tags.append(goes_on(role) if piece == before else begins(role))
        before = piece
        if role == ROLES.index("cue"):
            anchors.setdefault(article.owner[start], i)
    for start, end in window.offsets:
        owner = article.owner[start] if (start, end) != NOWHERE else -1
        example.arcs.append(anchors.get(owner, IGNORED) if owner >= 0 else IGNORED)
    return example


_LOST = frozenset("'’,`")
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}


def roughened(article: Annotated, rng: random.Random) -> Annotated:
    """Return a text as another desk might get it: commas and apostrophes lost, or its quotation marks straight."""
    luck = rng.random()
    if luck < 0.12:
        kept = [i for i, character in enumerate(article.text) if character not in _LOST]
        return Annotated(
            "".join(article.text[i] for i in kept),
            [article.role[i] for i in kept],
            [article.piece[i] for i in kept],
            [article.owner[i] for i in kept],
        )
    if luck < 0.35:
        text = "".join(_STRAIGHT.get(character, character) for character in article.text)
        return Annotated(text, article.role, article.piece, article.owner)
    return article
