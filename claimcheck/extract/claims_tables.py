"""Claims of a table: attributed by whoever made it, their words to be understood like any others."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.document import Document
from claimcheck.extract.speakers import listed_speaker, outlet_source
from claimcheck.knowledge import Knowledge
from claimcheck.model import Article, Claim, Mode, Span, Statement, Voice
from claimcheck.ports import Passage

_OPENING = "\"“„«'‘"
_CLOSING = "\"”“»'’"


def row_passages(article: Article, rows: Sequence[Statement]) -> tuple[Passage, ...]:
    """Return the words of each row as a passage to be parsed by itself, in text order."""
    spans = sorted({row.span for row in rows if row.span.start < row.span.end})
    return tuple(Passage(article.text[start:end], start) for start, end in spans)


def claims_of_table(document: Document, rows: Sequence[Statement], knowledge: Knowledge) -> tuple[Claim, ...]:
    """Return the claims of an article's rows, without propositions; their ids are those of the rows."""
    return tuple(_claim(document, row, knowledge) for row in sorted(rows, key=lambda row: (row.span, row.id)))


def _claim(document: Document, row: Statement, knowledge: Knowledge) -> Claim:
    article = document.article
    speaker = listed_speaker(row.source, article, knowledge)
    outlet = outlet_source(article, knowledge)
    own = speaker.source.id == outlet.id
    path = () if own else tuple(filter(None, (speaker.source.name, speaker.person)))
    span = _unquoted(article.text, row.span)
    mode = Mode.DIRECT if span != row.span else Mode.INDIRECT
    return Claim(
        id=row.id,
        article=article.id,
        outlet=article.outlet,
        source=speaker.source,
        chain=(article.outlet or outlet.name, *path),
        voice=Voice.NARRATION if own else Voice.ATTRIBUTED,
        mode=None if own else mode,
        stance=row.stance,
        text=document.words(span),
        spans=(span,),
        mention=row.source,
    )


def _unquoted(text: str, span: Span) -> Span:
    """Return a span without the quotation marks that enclose it."""
    words = text[span.start : span.end]
    quoted = len(words) > 2 and words[0] in _OPENING and words[-1] in _CLOSING
    inside = words[1:-1]
    if quoted and not any(mark in inside for mark in '"“”«»„'):
        return Span(span.start + 1, span.end - 1)
    return span
