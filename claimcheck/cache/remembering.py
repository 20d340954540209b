"""Models that remember: a text is embedded once, a pair matched once, and extraction has a memory to turn to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.cache.basis import program
from claimcheck.ports import Embedder, Matcher, Memory, Models

if TYPE_CHECKING:
    from claimcheck.ports import Vectors

_AT_ONCE = 4096
"""Texts that are looked up at a time, so that a million take no more memory than their vectors."""
_FLOAT = np.dtype("<f4")
_DOUBLE = np.dtype("<f8")


def remembering(models: Models, memory: Memory) -> Models:
    """Return models that compute nothing twice, for as long as the memory lasts.

    A model whose checksum is not known is asked every time.
    """
    names = {name.role: name for name in models.names}
    embedder, matcher = names.pop("embedder", None), names.pop("matcher", None)
    known = bool(names) and all(name.sha256 for name in names.values())
    embed = models.embed
    if embedder and embedder.sha256:
        embed = _remembered(embed, f"{program()} {embedder}", memory)
    match = models.match
    if match and matcher and matcher.sha256:
        match = _matched(match, f"{program()} {matcher}", memory)
    kept = memory if known else None
    return replace(models, embed=embed, match=match, memory=kept, basis=program() if known else "")


def _remembered(embed: Embedder, basis: str, memory: Memory) -> Embedder:
    def remembered(texts: Sequence[str], /) -> Vectors:
        parts = list(_parts(texts, embed, basis, memory))
        return np.concatenate(parts) if parts else embed(texts)

    return remembered


def _matched(match: Matcher, basis: str, memory: Memory) -> Matcher:
    def matched(pairs: Sequence[tuple[str, str]], /) -> Sequence[float]:
        keys = [_key(basis, "\x1f".join(sorted(pair)), "match") for pair in pairs]
        found = {key: float(np.frombuffer(value, _DOUBLE)[0]) for key, value in memory.recall(keys).items()}
        missing = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in found}
        if missing:
            made = dict(zip(missing, match(list(missing.values())), strict=True))
            memory.keep({key: np.array([odds], _DOUBLE).tobytes() for key, odds in made.items()})
            found |= made
        return [found[key] for key in keys]

    return matched


def _parts(texts: Sequence[str], embed: Embedder, basis: str, memory: Memory) -> Iterator[Vectors]:
    for start in range(0, len(texts), _AT_ONCE):
        keys = [_key(basis, text, "embed") for text in texts[start : start + _AT_ONCE]]
        by_key = dict(zip(keys, texts[start : start + _AT_ONCE], strict=True))
        rows = {key: np.frombuffer(value, _FLOAT) for key, value in memory.recall(list(by_key)).items()}
        missing = {key: text for key, text in by_key.items() if key not in rows}
        if missing:
            rows |= dict(zip(missing, embed(list(missing.values())), strict=True))
            memory.keep({key: rows[key].astype(_FLOAT).tobytes() for key in missing})
        yield np.stack([rows[key] for key in keys]).astype(np.float32)


def _key(basis: str, text: str, kind: str) -> str:
    return sha256(f"{kind}\x1f{basis}\x1f{text}".encode("utf-8", "surrogatepass")).hexdigest()
