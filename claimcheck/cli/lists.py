"""`claimcheck sources` and `claimcheck models`: what the program knows and what it runs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimcheck.cli import options
from claimcheck.cli.output import emit, emit_view
from claimcheck.cli.reads import knowledge_of, settings_in
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from claimcheck.knowledge import Entry, Match
    from claimcheck.render import SourceRow

sources = typer.Typer(
    invoke_without_command=True,
    help="Show the registry of sources: who is known by which names.",
    epilog=options.example("sources match 'the Israeli army said'"),
    rich_markup_mode=None,
)


Form = Annotated[Literal["terminal", "json"], typer.Option("--format", "-f", help="How to write it.")]


@sources.callback()
def list_sources(
    context: typer.Context, file: options.Sources = None, form: Form = "terminal", plain: options.Plain = False
) -> None:
    """List the registry of sources, or with a command below look into it."""
    context.obj = file
    if context.invoked_subcommand is not None:
        return
    rows = list(map(_row, knowledge_of(file).registry.entries))
    if form == "json":
        from claimcheck.exports import to_json

        emit(to_json([row._asdict() for row in rows]))
    else:
        from claimcheck.render import sources_view

        emit_view([sources_view(rows, plain)], plain=plain)


@sources.command(epilog=options.example("sources show NNA"))
def show(context: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME", help="A name or an id.")]) -> None:
    """Show one source: its names, its kind, its country."""
    from claimcheck.render import sources_view

    registry = knowledge_of(context.obj).registry
    match = registry.match(name)
    entry = registry.get(name) or (match.entry if match else None)
    if entry is None:
        raise InputError(f"no source is known as {name!r}", "claimcheck sources lists them; --sources FILE adds some")
    emit_view([sources_view([_row(entry)], plain=True)])


@sources.command(name="match", epilog=options.example("sources match 'Russian embassy in Israel'"))
def match_text(context: typer.Context, text: Annotated[str, typer.Argument(metavar="TEXT", help="Any words.")]) -> None:
    """Say which sources the words name: as a whole, and one by one."""
    whole, *within = knowledge_of(context.obj).registry.explain(text)
    emit("".join(f"{line}\n" for line in _explained(whole, within)))


def models(
    form: Form = "terminal",
    settings: options.Settings = None,
    parser_model: options.ParserModel = None,
    embedding_model: options.EmbeddingModel = None,
    entailment_model: options.EntailmentModel = None,
    plain: options.Plain = False,
) -> None:
    """Show the models in use.

    Where they come from, their checksums and licences, and how to put another in place. docs/models.md says more.
    """
    from claimcheck.defaults import default_models

    names = default_models(settings_in(settings, parser_model, embedding_model, entailment_model)).names
    if form == "json":
        from claimcheck.exports import to_json

        emit(to_json([asdict(name) for name in names]))
    else:
        from claimcheck.render import models_view

        emit_view([models_view(names)], plain=plain, whole=True)


def _row(entry: Entry) -> SourceRow:
    from claimcheck.render import SourceRow

    return SourceRow(entry.id, entry.name, entry.kind, entry.side, entry.country, entry.aliases)


def _explained(whole: tuple[str, Match | None], within: list[tuple[str, Match | None]]) -> Iterator[str]:
    from claimcheck.desk import visible

    for label, (words, match) in (("as a whole", whole), *(("in it", found) for found in within)):
        named = (
            f"{match.entry.name} ({match.entry.id}), by its {match.how.value}" if match else "no source that is known"
        )
        yield visible(f"{label}: “{words}”: {named}")
