"""The default models, loaded when first asked for."""

from __future__ import annotations

from functools import cache

from claimcheck.ports import Models
from claimcheck.settings import ModelSettings


def default_models(chosen: ModelSettings | None = None) -> Models:
    """Return the bundle of models that run from installed packages, without the network, or those that were chosen.

    Errors: `ModelError` where one is missing.
    """
    chosen = chosen or ModelSettings()
    return _loaded(chosen.parser, chosen.embedder)


@cache
def _loaded(parser: str, embedder: str) -> Models:
    from claimcheck.backends.sentence_embedder import sentence_embedder
    from claimcheck.backends.spacy_parser import DEFAULT_PIPELINE, spacy_parser

    embed, embedder_name = sentence_embedder(embedder or None)
    parse, parser_name = spacy_parser(parser or DEFAULT_PIPELINE)
    return Models(parse, embed, None, (parser_name, embedder_name))
