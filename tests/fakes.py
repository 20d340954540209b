"""Honest stand-ins for the models: simple enough to read, and held to the same contract tests as the real ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.model import ModelName
from claimcheck.ports import Entity, Mark, Models, Parse, Passage, Role, Scores, Token

if TYPE_CHECKING:
    from claimcheck.ports import Vectors

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SAID = re.compile(r"(?P<source>\b[A-Z]{2,}) (?P<cue>said) (?P<content>\w[^.!?\n]*)")
_DIMENSIONS = 256
_NOT = {"no", "not", "never", "none", "nobody", "denied", "n't"}


def parse(passages: Iterable[Passage], /) -> Iterator[Parse]:
    """Parse naively: a token is a word or a mark, a full stop ends a sentence, its first word heads all others."""
    for passage in passages:
        found = list(_TOKEN.finditer(passage.text))
        ends = [i + 1 for i, token in enumerate(found) if token.group() in ".!?"]
        bounds = sorted({0, *ends, len(found)})
        sentences = tuple(pairwise(bounds))
        tokens = tuple(
            _token(found[i], i, first, number, passage)
            for number, (first, last) in enumerate(sentences)
            for i in range(first, last)
        )
        names = tuple(Entity(token.i, token.i + 1, "ORG") for token in tokens if token.entity)
        yield Parse(passage, tokens, sentences, names)


def tag(passages: Sequence[Passage], /) -> tuple[Mark, ...]:
    """Mark one form alone: a word in capitals, "said", and the rest of its sentence."""
    return tuple(
        Mark(
            role,
            passage.start + match.start(name),
            passage.start + match.end(name),
            passage.start + match.start("cue"),
            1,
        )
        for passage in passages
        for match in _SAID.finditer(passage.text)
        for role, name in ((Role.SOURCE, "source"), (Role.CUE, "cue"), (Role.CONTENT, "content"))
    )


def embed(texts: Sequence[str], /) -> Vectors:
    """Embed a text as the hashed bag of its words."""
    rows = np.zeros((len(texts), _DIMENSIONS), dtype=np.float32)
    for row, text in enumerate(texts):
        for word in _words(text) or [text]:
            rows[row, sha256(word.encode("utf-8", "surrogatepass")).digest()[0]] += 1
        rows[row] /= np.linalg.norm(rows[row])
    return rows


def entail(pairs: Sequence[tuple[str, str]], /) -> Sequence[Scores]:
    """Score by words: a hypothesis whose words the premise has follows from it, unless just one of them has a "not"."""
    return [_scores(set(_words(premise)), set(_words(hypothesis))) for premise, hypothesis in pairs]


def match(pairs: Sequence[tuple[str, str]], /) -> Sequence[float]:
    """Say by words: two that share most of theirs are of one incident."""
    shared = ((set(_words(a)) & set(_words(b)), set(_words(a)) | set(_words(b))) for a, b in pairs)
    return [round(4 * len(both) / max(1, len(either)) - 2, 3) for both, either in shared]


class Memory:
    """Keeps bytes in this process."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def recall(self, keys: Sequence[str], /) -> dict[str, bytes]:
        return {key: self.kept[key] for key in keys if key in self.kept}

    def keep(self, values: Mapping[str, bytes], /) -> None:
        self.kept.update(values)


NAMES = tuple(ModelName(role, name, "tests") for role, name in (("parser", "naive"), ("embedder", "hashing")))
FAKES = Models(parse, embed, entail, tag, NAMES)


def _token(match: re.Match[str], i: int, head: int, sentence: int, passage: Passage) -> Token:
    word = match.group()
    pos = "PUNCT" if not word[0].isalnum() else "NUM" if word.isdigit() else "PROPN" if word.istitle() else "NOUN"
    return Token(
        i,
        word,
        passage.start + match.start(),
        passage.start + match.end(),
        word.lower(),
        pos,
        {"PUNCT": ".", "NUM": "CD", "PROPN": "NNP"}.get(pos, "NN"),
        "ROOT" if i == head else "dep",
        head,
        "ORG" if word.isupper() and len(word) > 1 else "",
        sentence,
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _scores(premise: set[str], hypothesis: set[str]) -> Scores:
    shared = len((premise & hypothesis) - _NOT) / max(len(hypothesis - _NOT), 1)
    denied = bool(premise & _NOT) != bool(hypothesis & _NOT)
    return Scores(0.0, 1 - shared, shared) if denied else Scores(shared, 1 - shared, 0.0)
