"""The views of the terminal. Each is a Rich renderable that fits the width it is given; none computes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import RenderableType

from claimcheck.desk import arrange, arrange_claims, notice_lines
from claimcheck.model import Article, Claim, ModelName, Notice, Report, Verdict
from claimcheck.render.brief import BriefReport
from claimcheck.render.layout import Trimmed, lines
from claimcheck.render.lists import SourceRow, models_lines, sources_lines, sources_table
from claimcheck.render.plain import plain_claims, plain_report
from claimcheck.render.report import claims_report, full_report, notices_block
from claimcheck.render.verdict import verdict_lines

__all__ = [
    "SourceRow",
    "claims_view",
    "models_view",
    "notices_view",
    "report_view",
    "sources_view",
    "verdict_view",
]


def report_view(report: Report, brief: bool = False, plain: bool = False, explain: bool = False) -> RenderableType:
    """Return the report: in full, on one screen (`brief`), or as linear text for screen readers (`plain`).

    With `explain` a report in full says why the claims of each incident were put together.
    """
    desk = arrange(report)
    if plain:
        return Trimmed(plain_report(desk, brief, explain))
    return Trimmed(BriefReport(desk) if brief else full_report(desk, explain))


def claims_view(
    claims: Sequence[Claim], articles: Iterable[Article], plain: bool = False, explain: bool = False
) -> RenderableType:
    """Return who said what, by source; with `explain`, how each claim was found."""
    heading, tellers = arrange_claims(claims, articles)
    return Trimmed((plain_claims if plain else claims_report)(heading, tellers, explain))


def verdict_view(verdict: Verdict, a: str, b: str, plain: bool = False) -> RenderableType:
    """Return two sentences and what they come to."""
    return Trimmed(verdict_lines(verdict, a, b, plain))


def sources_view(rows: Iterable[SourceRow], plain: bool = False) -> RenderableType:
    """Return entries of the registry of sources."""
    return Trimmed(sources_lines(rows) if plain else sources_table(rows))


def models_view(models: Sequence[ModelName]) -> RenderableType:
    """Return which models are in use, where from, their checksums and licences: long lines, to be printed whole."""
    return models_lines(models)


def notices_view(notices: Iterable[Notice], articles: Iterable[Article] = ()) -> RenderableType:
    """Return the problems that did not stop the run; nothing where there are none."""
    told = notice_lines(notices, articles)
    return Trimmed(notices_block(told) if told else lines([]))
