"""Interviews and transcripts: the answers are the words of whoever answers, the questions nobody's report.

"Q:" and "A:" lines, lines that open with a name and a colon, questions with the answer in quotation marks below, and
questions with the answer behind a dash.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claimcheck.extract.attributions.lines import Formed, Line, asks, report, trees_in
from claimcheck.extract.document import Document
from claimcheck.extract.layout import Lead
from claimcheck.model import Span

_VOCATIVE = re.compile(r"((?:[A-Z][\w.'’-]*[ ]?){1,4}),")
_DASHED = re.compile(r"^([^\"“«]*\?)[ ]+[-–—]{1,2}[ ]+(?=\S)")
_NAME = re.compile(r"[A-Z][\w'’-]+(?: (?:[a-z]{2,3} )?[A-Z][\w'’-]+)+")
_WORD = re.compile(r"[\w-]+")
_OPENS, _CLOSES = "\"“„«‘'", "\"”“»’'"
_INTERVIEWERS = frozenset({"interviewer", "moderator", "host", "presenter", "question", "reporter", "journalist"})


def interviews(document: Document, lines: Sequence[Line]) -> Iterator[Formed]:
    """Yield the answers of an interview or a transcript, and its questions as words that report nothing."""
    for form in (_asked, _named, _quoted_below, _dashed):
        found = list(form(document, lines))
        if found:
            yield from found
            return


def _asked(document: Document, lines: Sequence[Line]) -> Iterator[Formed]:
    """Yield the lines of "Q: ..." and "A: ..."; who answers is named above them or spoken to in the question."""
    first = next((n for n, line in enumerate(lines) if line.lead is Lead.QUESTION), None)
    if first is None or not any(line.lead is Lead.ANSWER for line in lines):
        return
    answers = interviewee(document, lines[:first])
    for group in _turns(lines, [n for n, line in enumerate(lines) if line.lead in (Lead.QUESTION, Lead.ANSWER)]):
        whole = Span(group[0].words.start, group[-1].words.end)
        if group[0].lead is Lead.QUESTION:
            answers = _spoken_to(document.text, group[0]) or answers
            yield Formed(whole)
        elif answers and (found := report(document, [g.words for g in group], (answers, None), "interview")):
            yield Formed(whole, found)


def _named(document: Document, lines: Sequence[Line]) -> Iterator[Formed]:
    """Yield the lines of "LUND: ..." and "MOEN: ..."; the outlet's own are questions."""
    text = document.text
    at = [n for n, line in enumerate(lines) if line.label and line.lead is Lead.NONE and _is_name(text, line.label)]
    labels = Counter(text[slice(*lines[n].label or (0, 0))] for n in at)
    if len(at) < 2 or len(labels) < 2 or not any(asks(text, lines[n]) for n in at):
        return
    for group in _turns(lines, at):
        label = group[0].label
        if label is None:
            continue
        start = text.index(":", label.end) + 1
        whole = Span(label.start, group[-1].words.end)
        content = [Span(start, group[0].words.end), *(g.words for g in group[1:])]
        asked = _is_interviewer(document, label)
        yield Formed(whole, None if asked else report(document, content, (label, None), "interview"))


def _quoted_below(document: Document, lines: Sequence[Line]) -> Iterator[Formed]:
    """Yield quotations that answer the question on the line above them."""
    text = document.text
    at = [n for n in range(1, len(lines)) if _is_quoted(text, lines[n]) and _is_question(text, lines[n - 1])]
    answers = interviewee(document, lines[: at[0] - 1]) if len(at) > 1 else None
    if answers is None:
        return
    for n in at:
        yield Formed(lines[n - 1].words)
        found = report(document, [lines[n].words], (answers, None), "interview")
        yield Formed(lines[n].words, found)


def _dashed(document: Document, lines: Sequence[Line]) -> Iterator[Formed]:
    """Yield the answers of "Who drove? – I did."."""
    text = document.text
    at = [(n, m) for n, line in enumerate(lines) if (m := _DASHED.match(text[line.words.start : line.words.end]))]
    answers = interviewee(document, lines[: at[0][0]]) if len(at) > 1 else None
    if answers is None:
        return
    for n, match in at:
        words = lines[n].words
        found = report(document, [Span(words.start + match.end(), words.end)], (answers, None), "interview")
        yield Formed(words, found)


def interviewee(document: Document, above: Sequence[Line]) -> Span | None:
    """Return the person most named in the lines above an interview, by the parse or by how names look.

    Whoever answers is told of at length, those who asked or are talked about once: among equals it is the last.
    """
    if not above:
        return None
    head = Span(above[0].span.start, above[-1].span.end)
    people = [
        tree.span(range(entity.first, entity.last))
        for tree in trees_in(document, head)
        for entity in tree.parse.entities
        if entity.label == "PERSON"
    ]
    outlet = document.article.outlet or ""
    named = [Span(*m.span()) for m in _NAME.finditer(document.text, *head) if m.group() != outlet]
    return _most_named(people, document, head) or next(reversed(named), None)


def _most_named(people: Sequence[Span], document: Document, head: Span) -> Span | None:
    """Return the fullest mention of the person whose last name comes most often in the lines above."""
    words = Counter(_WORD.findall(document.text, *head))

    def named(person: Span) -> tuple[int, int]:
        name = document.words(person).split()
        return words[name[-1]], len(name)

    return max(reversed(people), key=named, default=None)


def _turns(lines: Sequence[Line], starts: Sequence[int]) -> Iterator[Sequence[Line]]:
    """Yield each line of `starts` with the plain lines up to the next; the last one alone, as it may be the end."""
    for n, after in zip(starts, [*starts[1:], None], strict=True):
        yield lines[n : after if after is not None else n + 1]


def _spoken_to(text: str, line: Line) -> Span | None:
    """Return who is spoken to at the start of a question: "Minister Lind, was it safe?"."""
    match = _VOCATIVE.match(text, *line.words)
    return Span(*match.span(1)) if match else None


def _is_name(text: str, label: Span) -> bool:
    """Whether the words before a colon look like a name: short, capitalised throughout."""
    words = text[label.start : label.end].split()
    return len(words) <= 4 and all(word[0].isupper() for word in words)


def _is_interviewer(document: Document, label: Span) -> bool:
    words = document.words(label)
    outlet = document.article.outlet or ""
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper())
    return words in (outlet, initials) or words.lower() in _INTERVIEWERS


def _is_quoted(text: str, line: Line) -> bool:
    return text[line.words.start] in _OPENS and text[line.words.end - 1] in _CLOSES


def _is_question(text: str, line: Line) -> bool:
    return text[line.words.end - 1] == "?" and text[line.words.start] not in _OPENS
