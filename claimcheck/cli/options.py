"""The options that the commands share, each said once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer

from claimcheck.errors import UsageError

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Texts, web pages, feeds, .docx .pdf .eml, tables (.csv .xlsx .json .jsonl), folders; - is pasted text.",
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, not to the terminal.")]
Excel = Annotated[bool, typer.Option("--excel", help="Make the CSV safe and readable for spreadsheets.")]
Sources = Annotated[
    Path | None,
    typer.Option(
        "--sources", metavar="FILE", help="Sources to add to the registry, or to put in place of its own (TOML)."
    ),
]
Settings = Annotated[Path | None, typer.Option("--settings", metavar="FILE", help="Settings to use (TOML).")]
ParserModel = Annotated[
    str | None,
    typer.Option("--parser-model", metavar="MODEL", help="A spaCy pipeline to use: package, folder or hub name."),
]
Explain = Annotated[bool, typer.Option("--explain", help="Say how each claim was found, and how its source.")]
EmbeddingModel = Annotated[
    str | None,
    typer.Option("--embedding-model", metavar="MODEL", help="A sentence-transformers model: folder or hub name."),
]
EntailmentModel = Annotated[
    str | None,
    typer.Option(
        "--entailment-model",
        metavar="MODEL",
        help="A cross-encoder with labels of entailment: folder or hub name; none for the rules alone.",
    ),
]
Plain = Annotated[bool, typer.Option("--plain", help="No box drawing and no colour, for screen readers.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notices on standard error.")]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How files are read."""

    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published the articles, where a file does not say.")
    ] = None
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When they were published, where a file does not say: 2018-12-08."),
    ] = None
    kind: Annotated[
        Literal["auto", "articles", "claims"],
        typer.Option("--as", help="What the rows of a table are; by default, a column source makes them claims."),
    ] = "auto"


@dataclass(frozen=True, kw_only=True)
class Articles:
    """Which of the articles are taken."""

    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only articles published on this day or later.")] = (
        None
    )
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only articles published on this day or before.")
    ] = None
    only_outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only articles of this outlet.")] = None


@dataclass(frozen=True, kw_only=True)
class Incidents:
    """Which of the incidents are reported."""

    source: Annotated[str | None, typer.Option(metavar="NAME", help="Only incidents in which this source speaks.")] = (
        None
    )
    about: Annotated[str | None, typer.Option(metavar="TEXT", help="Only incidents near this text in meaning.")] = None


@dataclass(frozen=True, kw_only=True)
class Understanding:
    """What claims are found with."""

    sources: Sources = None
    settings: Settings = None
    extractor: Annotated[
        Literal["auto", "rules", "tagger"] | None,
        typer.Option(
            "--extractor", help="What finds the claims: rules, the trained tagger, or both (auto, the default)."
        ),
    ] = None
    parser_model: ParserModel = None
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Neither use nor keep what was found in an earlier run.")
    ] = False


@dataclass(frozen=True, kw_only=True)
class Comparing:
    """What claims are put together and judged with."""

    embedding_model: EmbeddingModel = None
    entailment_model: EntailmentModel = None


def example(*commands: str) -> str:
    """Return the end of a help text: the commands as they are typed, their lines kept."""
    return "\n".join(("\b", "Example:", *(f"  claimcheck {command}" for command in commands)))


def only_csv(excel: bool, form: str) -> None:
    """Hold --excel to the format that it is for.

    Errors: `UsageError` for another.
    """
    if excel and form != "csv":
        raise UsageError("--excel is for CSV alone", "add --format csv")
