"""`claimcheck check` and `claimcheck claims`: from articles to a report, or to who said what alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimcheck.cli import options
from claimcheck.cli.grouped import grouped
from claimcheck.cli.kept import models_for
from claimcheck.cli.output import emit, emit_view, ready, tell_notices
from claimcheck.cli.reads import corpus_of, knowledge_of, narrowed, settings_of
from claimcheck.cli.status import status_line
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.model import Report

FOUND_CONFLICT = 10


@grouped
def check(
    paths: options.Paths,
    reading: options.Reading,
    articles: options.Articles,
    incidents: options.Incidents,
    form: Annotated[
        Literal["terminal", "json", "csv", "markdown"], typer.Option("--format", "-f", help="How to write it.")
    ] = "terminal",
    sheet: Annotated[
        Literal["comparisons", "claims"] | None,
        typer.Option(help="Which sheet to write as CSV; comparisons by default."),
    ] = None,
    excel: options.Excel = False,
    output: options.Output = None,
    brief: Annotated[bool, typer.Option("--brief", help="One screen: the findings alone.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why claims were put together, and which are one voice.")
    ] = False,
    fail_on: Annotated[
        Literal["conflict"] | None,
        typer.Option(help="End with exit code 10 where two sources conflict: an X in the report."),
    ] = None,
    *,
    understanding: options.Understanding,
    comparing: options.Comparing,
    plain: options.Plain = False,
    quiet: options.Quiet = False,
) -> None:
    """Lay the accounts in articles and statements side by side.

    Finds who said what, puts together what is about one incident, and reports on which points the accounts agree, on
    which they conflict, and what is in only one of them.
    """
    if sheet and form != "csv":
        raise UsageError("--sheet is for CSV alone", "add --format csv")
    options.only_csv(excel, form)
    if explain and (brief or form not in ("terminal", "markdown")):
        raise UsageError("--explain is for a whole report to be read", "the grounds are always in --format json")
    if incidents.about is not None and not incidents.about.strip():
        raise UsageError("--about has no words", "say what the incidents are about, in quotation marks")
    ready(output)
    settled = settings_of(understanding, comparing)
    knowledge = knowledge_of(understanding.sources)
    corpus = corpus_of(paths, reading, articles, knowledge)
    with status_line(quiet or plain) as progress, models_for(settled, understanding, quiet) as models:
        from claimcheck import pipeline

        whole = pipeline.check(corpus, models, settled, knowledge, progress)
        report = narrowed(whole, incidents, models, settled, knowledge)
    if form == "terminal":
        from claimcheck.render import report_view

        tell_notices(report.notices if brief else (), quiet)  # before the report, which stays the last on the screen
        emit_view([report_view(report, brief, plain, explain)], output, plain)
    else:
        how = {"excel": excel, "explain": explain}
        _export(report, "claims" if sheet == "claims" else "check", form, how, output, quiet)
    if fail_on and _conflicts(report):
        raise typer.Exit(FOUND_CONFLICT)


@grouped
def claims(
    paths: options.Paths,
    reading: options.Reading,
    articles: options.Articles,
    form: Annotated[
        Literal["terminal", "json", "jsonl", "csv", "markdown"], typer.Option("--format", "-f", help="How to write it.")
    ] = "terminal",
    excel: options.Excel = False,
    output: options.Output = None,
    *,
    understanding: options.Understanding,
    explain: options.Explain = False,
    plain: options.Plain = False,
    quiet: options.Quiet = False,
) -> None:
    """List who said what, grouped by source; nothing is compared."""
    options.only_csv(excel, form)
    if explain and form != "terminal":
        raise UsageError("--explain is for the terminal", "the trace of each claim is in --format json and jsonl")
    ready(output)
    settled = settings_of(understanding)
    knowledge = knowledge_of(understanding.sources)
    corpus = corpus_of(paths, reading, articles, knowledge)
    with status_line(quiet or plain) as progress, models_for(settled, understanding, quiet) as models:
        from claimcheck import pipeline

        report = pipeline.list_claims(corpus, models, settled, knowledge, progress)
    if form != "terminal":
        return _export(report, "claims", form, {"excel": excel}, output, quiet)
    from claimcheck.render import claims_view

    emit_view([claims_view(report.claims, report.articles, plain, explain)], output, plain)
    return tell_notices(report.notices, quiet)


def _export(report: Report, what: str, form: str, how: dict[str, bool], output: options.Output, quiet: bool) -> None:
    """Write a report as data; its notices go to standard error where the data has no place for them."""
    from claimcheck.exports import EXPORTERS

    export = EXPORTERS[what][form]
    emit(export(report, **{name: True for name, wanted in how.items() if wanted}), output)
    if (what, form) not in (("check", "json"), ("check", "markdown")):
        tell_notices(report.notices, quiet)


def _conflicts(report: Report) -> bool:
    from claimcheck.desk import sources_conflict

    return sources_conflict(report)
