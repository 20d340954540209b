"""The default models, loaded when first asked for."""

from __future__ import annotations

from functools import cache

from claimcheck.ports import Models


@cache
def default_models(parser: str | None = None, embedder: str | None = None) -> Models:
    """Return the bundle of models that run from installed packages, without the network.

    Errors: `ModelError` where one is missing.
    """
    from claimcheck.backends.sentence_embedder import sentence_embedder
    from claimcheck.backends.spacy_parser import DEFAULT_PIPELINE, spacy_parser

    parse, parser_name = spacy_parser(parser or DEFAULT_PIPELINE)
    embed, embedder_name = sentence_embedder(embedder)
    return Models(parse, embed, None, (parser_name, embedder_name))
