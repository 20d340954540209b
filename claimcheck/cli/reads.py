"""What a command needs before it can begin: the corpus, the settings, the knowledge."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.cli import options
    from claimcheck.knowledge import Knowledge
    from claimcheck.model import Corpus, Report
    from claimcheck.ports import Models
    from claimcheck.settings import Settings


def corpus_of(
    paths: Sequence[str], reading: options.Reading, articles: options.Articles, knowledge: Knowledge
) -> Corpus:
    """Return what was read, of those articles that were asked for; at a terminal, say how to end pasted text."""
    from claimcheck.narrow import articles_between, articles_of
    from claimcheck.reading import read

    if "-" in paths and sys.stdin.isatty():
        print("Paste the text, then press Ctrl-D on a line of its own.", file=sys.stderr)  # noqa: T201 - the printer
    corpus = read(paths, reading.outlet, reading.published, reading.kind, knowledge.registry)
    if articles.only_outlet is not None:
        corpus = articles_of(corpus, articles.only_outlet, knowledge.registry)
    return articles_between(corpus, articles.since, articles.until)


def narrowed(
    report: Report, incidents: options.Incidents, models: Models, settings: Settings, knowledge: Knowledge
) -> Report:
    """Return a report of those incidents that were asked for."""
    from claimcheck.narrow import about, incidents_only, speaking

    if incidents.source is not None:
        kept = speaking(report, incidents.source, knowledge.registry)
        report = incidents_only(report, kept, f"those in which {incidents.source} speaks")
    if incidents.about is not None:
        near = about(report, incidents.about, models.embed, settings.narrowing)
        which = f"those near “{incidents.about}”"
        nearest = f"; the nearest is “{near.nearest.label}”" if near.nearest and not near.incidents else ""
        report = incidents_only(report, near.incidents, which + nearest)
    return report


def settings_of(understanding: options.Understanding, comparing: options.Comparing | None = None) -> Settings:
    """Return the settings of a file, or the defaults, with the models and the extractor that flags name."""
    judged = (comparing.embedding_model, comparing.entailment_model) if comparing else ()
    settings = settings_in(understanding.settings, understanding.parser_model, *judged)
    extract = replace(settings.extract, extractor=understanding.extractor or settings.extract.extractor)
    return replace(settings, extract=extract)


def settings_in(
    path: Path | None, parser: str | None = None, embedder: str | None = None, entailer: str | None = None
) -> Settings:
    """Return the settings of a file, or the defaults, with the models that flags name."""
    from claimcheck.settings import NO_ENTAILER, ModelSettings, Settings, load_settings

    settings = load_settings(path) if path else Settings()
    named = settings.models
    models = ModelSettings(parser or named.parser, embedder or named.embedder, entailer or named.entailer)
    in_doubt = "model" if entailer and entailer != NO_ENTAILER else settings.judging.in_doubt
    return replace(settings, models=models, judging=replace(settings.judging, in_doubt=in_doubt))


def knowledge_of(path: Path | None) -> Knowledge:
    """Return what is known of sources, places and acts, with the sources of a file, where one is given."""
    from claimcheck.knowledge import default_knowledge

    return default_knowledge(path)
