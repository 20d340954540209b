"""The forms of the trade that stand in the layout of a text: a table of them, and how they go before other rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimcheck.extract.attributions.blocks import blocks, lists, signed
from claimcheck.extract.attributions.draft import Attribution
from claimcheck.extract.attributions.interviews import interviews
from claimcheck.extract.attributions.lines import Formed, Line, laid_out
from claimcheck.extract.document import Document

Form = Callable[[Document, Sequence[Line]], Iterator[Formed]]

FORMS: tuple[Form, ...] = (interviews, blocks, lists, signed)
"""In the order in which they are asked: what one has taken, the next leaves alone."""


def with_forms(document: Document, ruled: Sequence[Attribution]) -> list[Attribution]:
    """Return the reports of the rules, and in place of some of them those that the layout gives."""
    lines = laid_out(document)
    found: list[Formed] = []
    for form in FORMS:
        found += [f for f in form(document, lines) if not any(f.whole.overlaps(other.whole) for other in found)]
    kept = [a for a in ruled if not any(_settles(formed, a) for formed in found)]
    return _spoken_once([*kept, *(f.report for f in found if f.report)])


def _spoken_once(reports: Sequence[Attribution]) -> list[Attribution]:
    """Leave out quotations without a cue that a cue in a later paragraph covers too."""
    covered = [span for report in reports if report.cue for span in report.content]
    return [r for r in reports if not r.continues or not any(r.content[0].overlaps(span) for span in covered)]


def _settles(formed: Formed, attribution: Attribution) -> bool:
    """Whether a form has already decided what a rule read in the same words."""
    return any(formed.whole.overlaps(span) for span in attribution.content)
