"""The report for editors, in Markdown: tables of accounts, conflicts first. Text of articles never becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.desk import (
    NOTHING_TO_COMPARE,
    Alone,
    Clash,
    Desk,
    Entry,
    Heading,
    Remark,
    Row,
    Sheet,
    Single,
    Teller,
    Words,
    arrange,
    arrange_claims,
    weighed,
)
from claimcheck.desk.marks import MARK_WORDS, WORD_MARKS, Mark
from claimcheck.desk.rows import MOST_PAIRS
from claimcheck.model import Report

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~$])")


def report_markdown(report: Report, explain: bool = False) -> str:
    """Return a report for editors; with `explain`, why claims were put together."""
    desk = arrange(report)
    return _page(_report(desk, explain))


def claims_markdown(report: Report) -> str:
    """Return who said what, by source."""
    heading, tellers = arrange_claims(report.claims, report.articles)
    return _page(["# Claims by source", *_heading(heading), *_tellers(tellers)])


def escaped(words: str) -> str:
    """Return text that Markdown and HTML show as it is."""
    return _MARKUP.sub(r"\\\1", words.replace("&", "&amp;")).replace("\\<", "&lt;").replace("\\>", "&gt;")


def _page(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"


def _report(desk: Desk, explain: bool) -> Iterator[str]:
    yield "# Accounts compared"
    yield from _heading(desk.heading)
    for number, sheet in enumerate(desk.sheets, 1):
        yield from _sheet(number, sheet, explain)
    if not desk.sheets:
        yield NOTHING_TO_COMPARE
    yield from _singles(desk.singles, explain)
    yield "## Claims by source"
    yield from _tellers(desk.tellers)
    if desk.notices:
        yield "## Notices"
        yield _bullets(f"{Mark.MIND} {escaped(notice)}" for notice in desk.notices)


def _heading(heading: Heading) -> Iterator[str]:
    yield escaped(heading.line)
    yield _bullets(
        f"{key.tag or 'Read'}: {escaped(key.outlet)}, {escaped(key.published)}{_title(key.title, key.link)}"
        for key in heading.key
    )
    yield " · ".join(f"**{escaped(mark)}** {escaped(said)}" for mark, said in (*WORD_MARKS, *MARK_WORDS.items()))


def _title(title: str, link: str | None) -> str:
    if not title and not link:
        return ""
    shown = escaped(title or link or "")
    return f", [{shown}](<{link}>)" if link and "<" not in link and ">" not in link else f", {shown}"


def _sheet(number: int, sheet: Sheet, explain: bool) -> Iterator[str]:
    yield f"## {number}. {escaped(sheet.label)}"
    yield escaped(" · ".join(sheet.facts))
    if explain:
        yield _bullets(f"{name}: {escaped(words)}" for name, words in sheet.why.lines)
    if sheet.clashes:
        yield f"**Conflicts.** {escaped(sheet.caution)}"
        yield _bullets(map(_clash, sheet.clashes))
    if sheet.rows:
        yield _table(sheet)
    yield _bullets(
        [
            *map(_only, sheet.only),
            *map(_remark, sheet.remarks),
            *([f"{Mark.ABSENT} nobody gives: {', '.join(sheet.missing)}"] if sheet.missing else []),
        ]
    )
    if sheet.timeline:
        yield "**Who said what when**"
        yield _bullets(map(_entry, sheet.timeline))


def _entry(entry: Entry) -> str:
    said = f"{escaped(entry.when)} {escaped(entry.who)}: {_words(entry.words)}"
    return ", ".join([said, *map(escaped, entry.notes)])


def _clash(clash: Clash) -> str:
    pairs = clash.pairs[:MOST_PAIRS]
    told = ("; but ".join(f"{escaped(account.titled)}: {_all(words)}" for account, words in pair) for pair in pairs)
    sides = ". ".join([*told, *([clash.more] if clash.more else [])])
    return f"**{_label(clash.row)}** {sides}. {escaped(weighed(clash))}".rstrip()


def _table(sheet: Sheet) -> str:
    head = ["", *(" · ".join(part for part in (a.name, a.via, a.said) if part) for a in sheet.accounts)]
    lines = [_line(map(escaped, head)), _line(["---"] * len(head))]
    lines += [_line([_label(row), *(_all(cell) or Mark.ABSENT for cell in row.cells)]) for row in sheet.rows]
    return "\n".join(lines)


def _label(row: Row) -> str:
    return f"{row.mark} {escaped(row.point)}"


def _only(alone: Alone) -> str:
    points = (f"{escaped(row.point)} {_all(row.words)}" for row in alone.points)
    said = "; ".join([*points, *map(_words, alone.statements)])
    return f"{Mark.ONE_SOURCE} only {escaped(alone.account.name)}: {said}"


def _remark(remark: Remark) -> str:
    sides = "; ".join(f"{escaped(teller)}: {_words(words)}" for teller, words in remark.sides)
    told = f"{escaped(remark.title)}: {sides}" if sides else escaped(remark.title)
    return f"{Mark.MIND} {told}{'. ' + escaped(remark.reason) if remark.reason else ''}"


def _singles(singles: Sequence[Single], explain: bool) -> Iterator[str]:
    if singles:
        yield f"## One source only ({len(singles)})"
        yield _bullets(_single(single, explain) for single in singles)


def _single(single: Single, explain: bool) -> str:
    why = [f"{name}: {escaped(words)}" for name, words in single.why.lines if explain]
    rest = [f"and {' '.join(single.more)}" if single.more else "", escaped(single.voices), *why]
    said = f"{escaped(single.source)}: {_words(single.words)}"
    return f"({single.number}) " + ", ".join([said, *(part for part in rest if part)])


def _tellers(tellers: Sequence[Teller]) -> Iterator[str]:
    for teller in tellers:
        yield f"### {escaped(teller.name)}"
        yield _bullets(f"{_marked(told.words)} — {escaped(told.attribution)}" for told in teller.told)


def _all(words: Sequence[Words]) -> str:
    return "; ".join(map(_words, words))


def _words(words: Words) -> str:
    before = f" ({_words(words.antecedent)})" if words.antecedent else ""
    return f"{_marked(words)} {words.ref}".rstrip() + before


def _marked(words: Words) -> str:
    return escaped(words.marked)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
