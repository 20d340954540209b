"""The views of the terminal. Each is a Rich renderable that fits the width it is given; none computes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import RenderableType

from claimcheck.desk import arrange, notice_lines, told_by_source
from claimcheck.model import Article, Claim, Notice, Report
from claimcheck.render.claims import tellers_view
from claimcheck.render.report import FullReport, notices_block


def report_view(report: Report, brief: bool = False, plain: bool = False) -> RenderableType:
    """Return the report: in full, on one screen (`brief`), or as linear text for screen readers (`plain`)."""
    desk = arrange(report)
    return FullReport(desk)


def claims_view(claims: Sequence[Claim], articles: Iterable[Article], plain: bool = False) -> RenderableType:
    """Return who said what, by source."""
    return tellers_view(told_by_source(claims, articles))


def notices_view(notices: Iterable[Notice], articles: Iterable[Article] = ()) -> RenderableType:
    """Return the problems that did not stop the run."""
    return notices_block(notice_lines(notices, articles))
