"""The default models, loaded when first asked for."""

from __future__ import annotations

from functools import cache

from claimcheck.model import ModelName
from claimcheck.ports import Entailer, Models
from claimcheck.settings import NO_ENTAILER, ModelSettings, Settings


def default_models(settings: Settings | None = None) -> Models:
    """Return the bundle of models that run from installed packages, without the network, or those that were chosen.

    There is no tagger among them where the settings leave the extraction to the rules, and neither entailer nor
    matcher where they say `NO_ENTAILER`.
    Errors: `ModelError` where one is missing.
    """
    chosen = settings or Settings()
    return _loaded(chosen.models, chosen.extract.extractor != "rules")


@cache
def _loaded(chosen: ModelSettings, tagged: bool) -> Models:
    from claimcheck.backends.embedding.minilm import minilm
    from claimcheck.backends.embedding.sentence_embedder import sentence_embedder
    from claimcheck.backends.entailing.onnx_matcher import onnx_matcher
    from claimcheck.backends.spacy_parser import DEFAULT_PIPELINE, spacy_parser
    from claimcheck.backends.tagging.onnx_tagger import onnx_tagger

    parse, parser_name = spacy_parser(chosen.parser or DEFAULT_PIPELINE)
    embed, embedder_name = sentence_embedder(chosen.embedder) if chosen.embedder else minilm()
    tag, tagger_name = onnx_tagger() if tagged else (None, None)
    entail, entailer_name = _entailer(chosen.entailer)
    match, matcher_name = onnx_matcher() if chosen.entailer != NO_ENTAILER else (None, None)
    names = (parser_name, tagger_name, embedder_name, matcher_name, entailer_name)
    return Models(parse, embed, entail, tag, tuple(name for name in names if name), match=match)


def _entailer(name: str) -> tuple[Entailer, ModelName] | tuple[None, None]:
    from claimcheck.backends.entailing.cross_encoder import cross_encoder
    from claimcheck.backends.entailing.onnx_entailer import onnx_entailer

    if name == NO_ENTAILER:
        return None, None
    return cross_encoder(name) if name else onnx_entailer()
