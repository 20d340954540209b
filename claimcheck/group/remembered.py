"""Grouping that turns to a memory first: claims that are all as they were are not put together again."""

from __future__ import annotations

import zlib
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

import msgspec

from claimcheck.group.incidents import group_incidents
from claimcheck.group.material import Material
from claimcheck.group.origins import group_origins
from claimcheck.knowledge import Knowledge
from claimcheck.model import Incident, Origin
from claimcheck.ports import Models
from claimcheck.settings import GroupingSettings


class Grouped(NamedTuple):
    """Which propositions are one voice, and which are of one matter."""

    origins: tuple[Origin, ...]
    incidents: tuple[Incident, ...]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Grouped)


def grouped(material: Material, models: Models, knowledge: Knowledge, settings: GroupingSettings) -> Grouped:
    """Return the origins and the incidents of claims: from the memory of a run, or else made now and kept."""
    key = _key(material, models, knowledge, settings)
    if models.memory is None or key is None:
        return _made(material, models, knowledge, settings)
    if (known := _decoded(models.memory.recall([key]).get(key))) is not None:
        return known
    made = _made(material, models, knowledge, settings)
    models.memory.keep({key: zlib.compress(_ENCODER.encode(made), 1)})
    return made


def _made(material: Material, models: Models, knowledge: Knowledge, settings: GroupingSettings) -> Grouped:
    origins = group_origins(material, settings, knowledge)
    return Grouped(origins, group_incidents(material, origins, knowledge, settings, models.match))


def _key(material: Material, models: Models, knowledge: Knowledge, settings: GroupingSettings) -> str | None:
    """Return the key of claims and articles, wherever these were read; the vectors are those of an embedder and texts.

    None where the embedder has no checksum, and where a text has a lone surrogate, which no format holds.
    """
    embedder = next((name for name in models.names if name.role == "embedder"), None)
    if embedder is None or not embedder.sha256:
        return None
    names = [name for name in models.names if name.role in ("embedder", "matcher")]
    digest = sha256(repr(("group", models.basis, names, settings, knowledge.registry.entries)).encode())
    try:
        for part in (*(replace(a, path=None) for a in material.articles), *material.claims, *material.links):
            digest.update(_ENCODER.encode(part))
    except UnicodeEncodeError:
        return None
    return digest.hexdigest()


def _decoded(value: bytes | None) -> Grouped | None:
    if value is None:
        return None
    try:
        return _DECODER.decode(zlib.decompress(value))
    except (zlib.error, msgspec.MsgspecError):
        return None
