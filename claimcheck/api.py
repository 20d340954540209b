"""The public functions: those of the pipeline, with the default models where none are given."""

from __future__ import annotations

from claimcheck import comparing, extract, pipeline
from claimcheck.defaults import default_models
from claimcheck.knowledge import Knowledge, default_knowledge
from claimcheck.model import Article, Claim, Corpus, Report, Verdict
from claimcheck.ports import Models, Progress, quiet
from claimcheck.settings import Settings


def check(
    corpus: Corpus,
    models: Models | None = None,
    settings: Settings = Settings(),
    knowledge: Knowledge | None = None,
    progress: Progress = quiet,
) -> Report:
    """Report where accounts of the same incident agree and where they conflict.

    Errors: `ModelError` where a default model is missing.
    """
    return pipeline.check(corpus, models or default_models(settings), settings, knowledge, progress)


def extract_claims(
    article: Article,
    models: Models | None = None,
    settings: Settings = Settings(),
    knowledge: Knowledge | None = None,
) -> tuple[Claim, ...]:
    """Return who said what in one article, in text order.

    Errors: `ModelError` where a default model is missing.
    """
    models = models or default_models(settings)
    return extract.extract_claims(article, models, knowledge or default_knowledge(), settings.extract)


def compare(
    a: str,
    b: str,
    models: Models | None = None,
    settings: Settings = Settings(),
    knowledge: Knowledge | None = None,
) -> Verdict:
    """Return what two sentences come to, taken as what two sources say of one incident.

    Errors: `ModelError` where a default model is missing.
    """
    return comparing.compare(a, b, models or default_models(settings), settings, knowledge)
