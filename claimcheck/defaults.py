"""The default models, loaded when first asked for."""

from __future__ import annotations

from functools import cache

from claimcheck.ports import Models
from claimcheck.settings import Settings


def default_models(settings: Settings | None = None) -> Models:
    """Return the bundle of models that run from installed packages, without the network, or those that were chosen.

    There is no tagger among them where the settings leave the extraction to the rules.
    Errors: `ModelError` where one is missing.
    """
    chosen = settings or Settings()
    return _loaded(chosen.models.parser, chosen.models.embedder, chosen.extract.extractor != "rules")


@cache
def _loaded(parser: str, embedder: str, tagged: bool) -> Models:
    from claimcheck.backends.embedding.minilm import minilm
    from claimcheck.backends.embedding.sentence_embedder import sentence_embedder
    from claimcheck.backends.spacy_parser import DEFAULT_PIPELINE, spacy_parser
    from claimcheck.backends.tagging.onnx_tagger import onnx_tagger

    embed, embedder_name = sentence_embedder(embedder) if embedder else minilm()
    parse, parser_name = spacy_parser(parser or DEFAULT_PIPELINE)
    if not tagged:
        return Models(parse, embed, names=(parser_name, embedder_name))
    tag, tagger_name = onnx_tagger()
    return Models(parse, embed, tag=tag, names=(parser_name, tagger_name, embedder_name))
