"""Models that remember: a text is embedded once, a pair matched once, and extraction has a memory to turn to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from claimcheck.cache.basis import program
from claimcheck.ports import Embedder, Matcher, Memory, Models

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.ports import Vectors

T = TypeVar("T")

_AT_ONCE = 4096
"""Texts that are looked up at a time, so that a million take no more memory than their vectors."""
_FLOAT = np.dtype("<f4")
_DOUBLE = np.dtype("<f8")
_HEAD = 4
"""Bytes in front of a row."""


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
        parts = [
            _embedded(texts[start : start + _AT_ONCE], embed, basis, memory) for start in range(0, len(texts), _AT_ONCE)
        ]
        return np.concatenate(parts) if parts else embed(texts)

    return remembered


def _embedded(texts: Sequence[str], embed: Embedder, basis: str, memory: Memory) -> Vectors:
    keys = [_key(basis, text, "embed") for text in texts]
    rows = _rows(dict(zip(keys, texts, strict=True)), embed, _FLOAT, memory)
    return np.stack([rows[key] for key in keys]).astype(np.float32)


def _matched(match: Matcher, basis: str, memory: Memory) -> Matcher:
    def row_each(pairs: Sequence[tuple[str, str]]) -> NDArray[Any]:
        return np.array(match(pairs), _DOUBLE)[:, np.newaxis]

    def matched(pairs: Sequence[tuple[str, str]], /) -> Sequence[float]:
        keys = [_key(basis, "\x1f".join(sorted(pair)), "match") for pair in pairs]
        rows = _rows(dict(zip(keys, pairs, strict=True)), row_each, _DOUBLE, memory)
        return [float(rows[key][0]) for key in keys]

    return matched


def _rows(
    asked: Mapping[str, T], model: Callable[[Sequence[T]], NDArray[Any]], kind: np.dtype[Any], memory: Memory
) -> dict[str, NDArray[Any]]:
    """Return the row of each key: what was kept of it, or else what the model makes of it now, which is then kept."""
    kept = ((key, _unpacked(value, kind)) for key, value in memory.recall(list(asked)).items())
    rows = {key: row for key, row in kept if row is not None}
    missing = {key: what for key, what in asked.items() if key not in rows}
    if missing:
        made = dict(zip(missing, model(list(missing.values())), strict=True))
        memory.keep({key: _packed(row, kind) for key, row in made.items()})
        rows |= made
    return rows


def _packed(row: NDArray[Any], kind: np.dtype[Any]) -> bytes:
    """Return a row as bytes that begin with how many numbers it has."""
    return len(row).to_bytes(_HEAD, "little") + row.astype(kind).tobytes()


def _unpacked(value: bytes, kind: np.dtype[Any]) -> NDArray[Any] | None:
    """Return the row that was packed; none where there are fewer or more bytes, as in a torn copy of the cache."""
    count = int.from_bytes(value[:_HEAD], "little")
    if count == 0 or len(value) != _HEAD + count * kind.itemsize:
        return None
    return np.frombuffer(value, kind, offset=_HEAD)


def _key(basis: str, text: str, kind: str) -> str:
    return sha256(f"{kind}\x1f{basis}\x1f{text}".encode("utf-8", "surrogatepass")).hexdigest()
