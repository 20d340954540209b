"""Judges that turn to a memory first: a pair of claims that are as they were is not judged again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256

import msgspec

from claimcheck.judge.decide import Judge
from claimcheck.knowledge import Knowledge
from claimcheck.model import Opinion, Pair, Side
from claimcheck.ports import Memory, Models

_AT_ONCE = 4096
"""Pairs that are looked up and kept at a time."""
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Opinion)


def remembered(name: str, judges: Sequence[Judge], models: Models, knowledge: Knowledge) -> tuple[Judge, ...]:
    """Return judges with the memory of a run, where it has one: known there by a name for all, and by their order."""
    if models.memory is None:
        return tuple(judges)
    entailer = [model for model in models.names if model.role == "entailer"]
    basis = sha256(repr((models.basis, entailer, knowledge.registry.entries)).encode()).hexdigest()
    return tuple(
        partial(_judged, judge, models.memory, f"judge {name} {number} {basis}") for number, judge in enumerate(judges)
    )


def _judged(judge: Judge, memory: Memory, basis: str, pairs: Sequence[Pair], /) -> list[Opinion]:
    sides: dict[tuple[str, ...], bytes | None] = {}
    found: list[Opinion] = []
    for start in range(0, len(pairs), _AT_ONCE):
        found += _some(
            judge, memory, pairs[start : start + _AT_ONCE], list(_keys(pairs[start : start + _AT_ONCE], sides, basis))
        )
    return found


def _some(judge: Judge, memory: Memory, pairs: Sequence[Pair], keys: Sequence[str | None]) -> Iterator[Opinion]:
    """Yield the opinion on each pair: from the memory, or else made now and kept."""
    kept = memory.recall([key for key in keys if key])
    known = {key: opinion for key, value in kept.items() if (opinion := _decoded(value)) is not None}
    new = [(pair, key) for pair, key in zip(pairs, keys, strict=True) if key not in known]
    made = list(judge([pair for pair, _ in new])) if new else []
    fresh = {key: opinion for (_, key), opinion in zip(new, made, strict=True) if key}
    if fresh:
        memory.keep({key: _ENCODER.encode(opinion) for key, opinion in fresh.items()})
    waiting = iter(made)
    return (known[key] if key and key in known else next(waiting) for key in keys)


def _keys(pairs: Sequence[Pair], sides: dict[tuple[str, ...], bytes | None], basis: str) -> Iterator[str | None]:
    """Yield the key of each pair; none where a text has a lone surrogate, which no format holds."""
    for pair in pairs:
        a, b = (_digest(side, sides) for side in (pair.a, pair.b))
        yield sha256(basis.encode() + a + b).hexdigest() if a and b else None


def _digest(side: Side, known: dict[tuple[str, ...], bytes | None]) -> bytes | None:
    """Return a hash of all that a side is: its claim and the propositions in question; ids are unique in a run."""
    name = (side.claim.id, *(proposition.id for proposition in side.propositions))
    if name not in known:
        try:
            known[name] = sha256(_ENCODER.encode(side)).digest()
        except UnicodeEncodeError:
            known[name] = None
    return known[name]


def _decoded(value: bytes) -> Opinion | None:
    try:
        return _DECODER.decode(value)
    except msgspec.MsgspecError:
        return None
