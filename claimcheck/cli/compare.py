"""`claimcheck compare`: two sentences, one verdict; or a file of pairs, one verdict each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimcheck.cli import options
from claimcheck.cli.output import emit, emit_view, ready
from claimcheck.cli.reads import knowledge_of, settings_in
from claimcheck.cli.status import status_line
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from claimcheck.exports import Compared
    from claimcheck.reading import PairRow


def compare(
    a: Annotated[str | None, typer.Argument(metavar="A", help="A sentence.")] = None,
    b: Annotated[str | None, typer.Argument(metavar="B", help="Another sentence.")] = None,
    pairs: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A CSV or JSONL file of pairs, in columns a and b.")
    ] = None,
    form: Annotated[
        Literal["terminal", "json", "jsonl", "csv"], typer.Option("--format", "-f", help="How to write it.")
    ] = "terminal",
    excel: options.Excel = False,
    output: options.Output = None,
    sources: options.Sources = None,
    settings: options.Settings = None,
    parser_model: options.ParserModel = None,
    plain: options.Plain = False,
    quiet: options.Quiet = False,
) -> None:
    """Compare two sentences.

    They are taken as what two sources say of one incident: they agree, conflict or are compatible, or the words carry
    no verdict. It says on which points, and why.
    """
    options.only_csv(excel, form)
    if form == "json" and pairs:
        raise UsageError("--format json writes one verdict", "write --format jsonl for a file of pairs")
    ready(output)
    rows = _rows(a, b, pairs)
    settled, knowledge = settings_in(settings, parser_model), knowledge_of(sources)
    with status_line(quiet or plain):
        from claimcheck.comparing import compare_all
        from claimcheck.defaults import default_models

        good = [(row.a, row.b) for row in rows if not row.error]
        verdicts = iter(compare_all(good, default_models(settled), settled, knowledge))
    from claimcheck.exports import Compared

    compared = [
        Compared(row.a, row.b, None if row.error else next(verdicts), row.number or None, row.error) for row in rows
    ]
    if form == "terminal":
        emit_view(list(_views(compared, plain)), output, plain)
    else:
        _export(compared, form, excel, output)


def _rows(a: str | None, b: str | None, pairs: Path | None) -> Sequence[PairRow]:
    """Return the pairs of the file, or the one of the arguments, whose number is 0."""
    from claimcheck.reading import PairRow, read_pairs

    if pairs and a is None:
        return read_pairs(pairs)
    if pairs or a is None or b is None:
        raise UsageError("give two sentences, or a file of pairs", 'claimcheck compare "12 were killed" "Three died"')
    if not a.strip() or not b.strip():
        raise UsageError("a sentence is empty", "put each sentence in quotation marks")
    return [PairRow(0, a, b)]


def _views(compared: Sequence[Compared], plain: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    from claimcheck.desk import visible
    from claimcheck.render import verdict_view

    for each in compared:
        if each.row:
            yield Text(f"{each.row}.")
        yield verdict_view(each.verdict, each.a, each.b, plain) if each.verdict else Text(visible(each.error or ""))


def _export(compared: Sequence[Compared], form: str, excel: bool, output: Path | None) -> None:
    from claimcheck.exports import compare_csv, compare_json, compare_jsonl

    if form == "json":
        emit(compare_json(compared[0]), output)
    else:
        emit(compare_csv(compared, excel) if form == "csv" else compare_jsonl(compared), output)
