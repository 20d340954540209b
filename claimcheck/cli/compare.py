"""`claimcheck compare`: two sentences, one verdict; or a file of pairs, one verdict each."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimcheck.cli import options
from claimcheck.cli.output import emit_parts, emit_view, ready
from claimcheck.cli.reads import knowledge_of, settings_in
from claimcheck.cli.status import status_line
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from claimcheck.exports import Compared
    from claimcheck.model import Verdict
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
    entailment_model: options.EntailmentModel = None,
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
    settled, knowledge = settings_in(settings, parser_model, entailer=entailment_model), knowledge_of(sources)
    write = partial(_write, form=form, excel=excel, output=output, plain=plain)
    with status_line(quiet or plain) as progress:
        from claimcheck.comparing import compare_all
        from claimcheck.defaults import default_models

        judge = partial(compare_all, models=default_models(settled), settings=settled, knowledge=knowledge)
        compared = _compared(progress("compare", rows, _most_rows(pairs)), judge)
        if output or not sys.stdout.isatty():
            write(compared)
            return
        compared = iter(list(compared))  # the status line and the verdicts would write over each other
    write(compared)


def _most_rows(pairs: Path | None) -> int | None:
    """Return how many rows a file can have: as many as lines."""
    if pairs is None:
        return None
    with pairs.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(partial(file.read, 2**20), b"")) + 1


def _compared(
    rows: Iterable[PairRow], judge: Callable[[Iterable[tuple[str, str]]], Iterator[Verdict]]
) -> Iterator[Compared]:
    """Yield the rows with their verdicts, in their order; a bad row is not judged."""
    from claimcheck.exports import Compared

    waiting: deque[PairRow] = deque()

    def bad_ones() -> Iterator[Compared]:
        while waiting and (row := waiting[0]).error:
            yield Compared(row.a, row.b, None, row.number, waiting.popleft().error)

    for verdict in judge(_good(rows, waiting)):
        yield from bad_ones()
        row = waiting.popleft()
        scores = next((opinion.scores for opinion in verdict.opinions if opinion.scores), None)
        yield Compared(row.a, row.b, verdict, row.number or None, scores=scores)
    yield from bad_ones()


def _good(rows: Iterable[PairRow], waiting: deque[PairRow]) -> Iterator[tuple[str, str]]:
    """Yield the sentences of the good rows, and note every row as it is read."""
    for row in rows:
        waiting.append(row)
        if not row.error:
            yield row.a, row.b


def _rows(a: str | None, b: str | None, pairs: Path | None) -> Iterator[PairRow]:
    """Return the pairs of the file, or the one of the arguments, whose number is 0."""
    from claimcheck.reading import PairRow, read_pairs

    if pairs and a is None:
        return read_pairs(pairs)
    if pairs or a is None or b is None:
        raise UsageError("give two sentences, or a file of pairs", 'claimcheck compare "12 were killed" "Three died"')
    if not a.strip() or not b.strip():
        raise UsageError("a sentence is empty", "put each sentence in quotation marks")
    return iter([PairRow(0, a, b)])


def _views(compared: Iterable[Compared], plain: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    from claimcheck.desk import visible
    from claimcheck.render import verdict_view

    for each in compared:
        if each.row:
            yield Text(f"{each.row}.")
        yield verdict_view(each.verdict, each.a, each.b, plain) if each.verdict else Text(visible(each.error or ""))


def _write(compared: Iterator[Compared], form: str, excel: bool, output: Path | None, plain: bool) -> None:
    from claimcheck.exports import compare_json, compare_lines

    if form == "terminal":
        emit_view(_views(compared, plain), output, plain)
    elif form == "json":
        emit_parts([compare_json(next(compared))], output)
    else:
        emit_parts(compare_lines(compared, "csv" if form == "csv" else "jsonl", excel), output)
