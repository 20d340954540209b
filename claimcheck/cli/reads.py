"""What a command needs before it can begin: the corpus, the settings, the knowledge."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge
    from claimcheck.model import Corpus
    from claimcheck.reading import Kind
    from claimcheck.settings import Settings


def corpus_of(paths: Sequence[str], outlet: str | None, published: str | None, kind: Kind) -> Corpus:
    """Return what was read; at a terminal, say how to end pasted text."""
    from claimcheck.reading import read

    if "-" in paths and sys.stdin.isatty():
        print("Paste the text, then press Ctrl-D on a line of its own.", file=sys.stderr)  # noqa: T201 - the printer
    return read(paths, outlet, published, kind, sys.stdin.buffer)


def settings_of(
    path: Path | None,
    parser: str | None = None,
    embedder: str | None = None,
    entailer: str | None = None,
    extractor: str | None = None,
) -> Settings:
    """Return the settings of a file, or the defaults, with the models and the extractor that flags name."""
    from claimcheck.settings import ModelSettings, Settings, load_settings

    settings = load_settings(path) if path else Settings()
    named = settings.models
    models = ModelSettings(parser or named.parser, embedder or named.embedder, entailer or named.entailer)
    extract = replace(settings.extract, extractor=extractor or settings.extract.extractor)
    return replace(settings, models=models, extract=extract)


def knowledge_of(path: Path | None) -> Knowledge:
    """Return what is known of sources, places and acts, with the sources of a file, where one is given."""
    from claimcheck.knowledge import default_knowledge

    return default_knowledge(path)
