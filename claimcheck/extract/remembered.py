"""Extraction that turns to a memory first: only articles that are new are read."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from hashlib import sha256

import msgspec

from claimcheck.extract.extraction import Extraction
from claimcheck.knowledge import Knowledge
from claimcheck.model import Article, Corpus, Statement
from claimcheck.ports import Memory, Models
from claimcheck.settings import ExtractSettings

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Extraction)


def basis_of(models: Models, knowledge: Knowledge, settings: ExtractSettings) -> str:
    """Return what an extraction rests on besides its article: program, models, settings, known sources."""
    names = [name for name in models.names if name.role != "embedder"]
    return sha256(repr((models.basis, names, settings, knowledge.registry.entries)).encode()).hexdigest()


def remembered(
    corpus: Corpus, extract: Callable[[Corpus], Iterator[Extraction]], memory: Memory, basis: str
) -> Iterator[Extraction]:
    """Yield the extraction of each article, by article id: from the memory, or else made now and kept."""
    articles = sorted(corpus.articles, key=lambda article: article.id)
    rows: dict[str, list[Statement]] = {}
    for statement in corpus.statements:
        rows.setdefault(statement.article, []).append(statement)
    keys = {article.id: _key(basis, article, rows.get(article.id, ())) for article in articles}
    found = memory.recall(list(keys.values()))
    known = {key: extraction for key, value in found.items() if (extraction := _decoded(value)) is not None}
    new = tuple(article for article in articles if keys[article.id] not in known)
    made = extract(Corpus(new, tuple(row for article in new for row in rows.get(article.id, ()))))
    for article in articles:
        key = keys[article.id]
        if key in known:
            yield known[key]
        else:
            extraction = next(made)
            if extraction.whole and (encoded := _encoded(extraction)) is not None:
                memory.keep({key: encoded})
            yield extraction
    next(made, None)  # lets the extraction end what it has begun


def _key(basis: str, article: Article, rows: Sequence[Statement]) -> str:
    """Return the key of an article: all that is known of it counts, except where it was read."""
    known = [getattr(article, field.name) for field in fields(article) if field.name != "path"]
    whole = repr(("extract", basis, known, sorted(rows, key=lambda row: (row.span, row.id))))
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def _encoded(extraction: Extraction) -> bytes | None:
    """Return an extraction as bytes; none where a text has a lone surrogate, which no format holds."""
    try:
        return zlib.compress(_ENCODER.encode(extraction), 1)
    except UnicodeEncodeError:
        return None


def _decoded(value: bytes) -> Extraction | None:
    try:
        return _DECODER.decode(zlib.decompress(value))
    except (zlib.error, msgspec.MsgspecError):
        return None
