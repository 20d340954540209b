"""Models that remember: an embedding is computed once for a text, and extraction has a memory to turn to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.cache.basis import program
from claimcheck.ports import Embedder, Memory, Models

if TYPE_CHECKING:
    from claimcheck.ports import Vectors

_AT_ONCE = 4096
"""Texts that are looked up at a time, so that a million take no more memory than their vectors."""
_FLOAT = np.dtype("<f4")


def remembering(models: Models, memory: Memory) -> Models:
    """Return models that compute nothing twice, for as long as the memory lasts.

    A model whose checksum is not known is asked every time.
    """
    names = {name.role: name for name in models.names}
    embedder = names.pop("embedder", None)
    known = bool(names) and all(name.sha256 for name in names.values())
    embed = models.embed
    if embedder and embedder.sha256:
        embed = _remembered(embed, f"{program()} {embedder}", memory)
    return replace(models, embed=embed, memory=memory if known else None, basis=program() if known else "")


def _remembered(embed: Embedder, basis: str, memory: Memory) -> Embedder:
    def remembered(texts: Sequence[str], /) -> Vectors:
        parts = list(_parts(texts, embed, basis, memory))
        return np.concatenate(parts) if parts else embed(texts)

    return remembered


def _parts(texts: Sequence[str], embed: Embedder, basis: str, memory: Memory) -> Iterator[Vectors]:
    for start in range(0, len(texts), _AT_ONCE):
        keys = [_key(basis, text) for text in texts[start : start + _AT_ONCE]]
        by_key = dict(zip(keys, texts[start : start + _AT_ONCE], strict=True))
        rows = {key: np.frombuffer(value, _FLOAT) for key, value in memory.recall(list(by_key)).items()}
        missing = {key: text for key, text in by_key.items() if key not in rows}
        if missing:
            rows |= dict(zip(missing, embed(list(missing.values())), strict=True))
            memory.keep({key: rows[key].astype(_FLOAT).tobytes() for key in missing})
        yield np.stack([rows[key] for key in keys]).astype(np.float32)


def _key(basis: str, text: str) -> str:
    return sha256(f"embed\x1f{basis}\x1f{text}".encode("utf-8", "surrogatepass")).hexdigest()
