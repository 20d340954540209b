"""A sheet as a pandas data frame, for a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from claimcheck.exports.claims_sheet import CLAIMS, claim_rows
from claimcheck.exports.comparisons_sheet import COMPARISONS, comparison_rows
from claimcheck.model import Report

if TYPE_CHECKING:
    import pandas


def frame(report: Report, sheet: Literal["comparisons", "claims"] = "comparisons") -> pandas.DataFrame:
    """Return a sheet of a report as a data frame of text, equal to what its CSV reads back as."""
    import pandas  # noqa: PLC0415 - half a second that only a notebook should wait for

    if sheet == "claims":
        return pandas.DataFrame(CLAIMS.table(claim_rows(report)), columns=CLAIMS.header, dtype=object)
    return pandas.DataFrame(COMPARISONS.table(comparison_rows(report)), columns=COMPARISONS.header, dtype=object)
