"""The report as linear text for screen readers: every mark is a word, nothing stands side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType

from claimcheck.desk import (
    NOTHING_TO_COMPARE,
    Alone,
    Clash,
    Desk,
    Form,
    Heading,
    Remark,
    Row,
    Sheet,
    Teller,
    Why,
    Words,
    sentence,
)
from claimcheck.desk.marks import MARK_WORDS, Mark
from claimcheck.desk.rows import MOST_PAIRS
from claimcheck.render.incident import MOST_ENTRIES
from claimcheck.render.layout import lines
from claimcheck.render.styles import text

_FORMS = {
    Form.QUOTED: "quoted",
    Form.PARAPHRASE: "paraphrased",
    Form.MIXED: "partly quoted",
    Form.OWN: "own words",
}


def plain_report(desk: Desk, brief: bool = False, explain: bool = False) -> RenderableType:
    """Return a report as paragraphs; a brief one ends with the last incident that was compared.

    With `explain`, why claims were put together.
    """
    parts = _compared(desk, explain) if brief else (*_compared(desk, explain), *_rest(desk, explain))
    return lines(map(text, parts))


def plain_claims(heading: Heading, tellers: Sequence[Teller], explain: bool = False) -> RenderableType:
    """Return claims by source as paragraphs; with `explain`, how each was found."""
    return lines(map(text, (*_heading(heading), "", *_tellers(tellers, explain))))


def _compared(desk: Desk, explain: bool) -> Iterator[str]:
    yield from _heading(desk.heading)
    for number, sheet in enumerate(desk.sheets, 1):
        yield ""
        yield f"Incident {number} of {len(desk.sheets)}: {sheet.label}"
        yield from _sheet(sheet, explain)
    if not desk.sheets:
        yield NOTHING_TO_COMPARE


def _rest(desk: Desk, explain: bool) -> Iterator[str]:
    if desk.singles:
        yield f"\nOne source only, nothing to compare: {len(desk.singles)}"
        for single in desk.singles:
            rest = [f"and {' '.join(single.more)}" if single.more else "", single.voices]
            said = ", ".join([f"{single.source}, {_words(single.words)}", *(part for part in rest if part)])
            yield f"Number {single.number}: {said}."
            yield from _why(single.why, explain)
    yield "\nClaims by source"
    yield from _tellers(desk.tellers)
    if desk.notices:
        yield f"\nNotices: {len(desk.notices)}"
        yield from desk.notices


def _heading(heading: Heading) -> Iterator[str]:
    yield f"Read: {heading.articles}; {heading.statements}; {heading.published}."
    if len(heading.key) > 1:
        for key in heading.key:
            yield f"Article {key.tag}: {key.outlet}, {key.published}{': ' + key.title if key.title else ''}"
    yield "L17 is line 17 of the text. Only what an article quotes stands in quotation marks."


def _why(why: Why, explain: bool) -> Iterator[str]:
    yield from (f"{sentence(name)}: {words}." for name, words in why.lines if explain)


def _sheet(sheet: Sheet, explain: bool) -> Iterator[str]:
    yield sentence("; ".join(sheet.facts)) + "."
    yield from _why(sheet.why, explain)
    for account in sheet.accounts:
        yield f"Account of {', '.join(part for part in (account.name, account.via, account.said) if part)}."
    if sheet.clashes:
        yield f"Conflicts: {len(sheet.clashes)}. {sheet.caution}"
    yield from (_clash(clash) for clash in sheet.clashes)
    yield from (_row(row, sheet) for row in sheet.rows if row.mark is not Mark.CONFLICT)
    yield from map(_only, sheet.only)
    yield from map(_remark, sheet.remarks)
    if sheet.missing:
        yield f"Not in the texts read: {', '.join(sheet.missing)}."
    if sheet.timeline:
        yield "Who said what when."
    for entry in sheet.timeline[:MOST_ENTRIES]:
        yield _sentences(", ".join([f"{entry.when}: {entry.who}, {_words(entry.words)}", *entry.notes]))
    if len(sheet.timeline) > MOST_ENTRIES:
        yield f"And {len(sheet.timeline) - MOST_ENTRIES} more."


def _clash(clash: Clash) -> str:
    pairs = clash.pairs[:MOST_PAIRS]
    told = (". But ".join(f"{account.name}, {_all(words)}" for account, words in pair) for pair in pairs)
    sides = ". ".join([*told, *([clash.more.capitalize()] if clash.more else [])])
    sure = "" if clash.row.strength == "clear" else f", {clash.row.strength}"
    return _sentences(f"Conflict{sure}, {clash.row.point}: {sides}", clash.row.reason)


def _row(row: Row, sheet: Sheet) -> str:
    told = list(zip(sheet.accounts, row.cells, strict=True))
    sides = [f"{account.name}, {_all(words)}" for account, words in told if words]
    absent = [account.name for account, words in told if not words]
    gaps = [f"Not in the texts read: {', '.join(absent)}"] if absent else []
    return _sentences(f"{MARK_WORDS[row.mark].capitalize()}, {row.point}: {'; '.join(sides)}", *gaps)


def _only(alone: Alone) -> str:
    points = [f"{row.point}: {_all(row.words)}" for row in alone.points]
    return _sentences(f"Only {alone.account.name}: {'; '.join([*points, *map(_words, alone.statements)])}")


def _remark(remark: Remark) -> str:
    sides = "; ".join(f"{teller}, {_words(words)}" for teller, words in remark.sides)
    return _sentences(f"Take care: {remark.title}{': ' + sides if sides else ''}", remark.reason)


def _tellers(tellers: Sequence[Teller], explain: bool = False) -> Iterator[str]:
    for teller in tellers:
        yield f"{teller.name}, {teller.kind}:"
        for told in teller.told:
            incidents = "".join(f" Incident {number}." for number in told.incidents)
            yield f"{_FORMS[told.words.form].capitalize()}: {_noted(told.words)}, {told.attribution}.{incidents}"
            if explain and told.trace:
                yield f"How it was found: {told.trace}."


def _all(words: Iterable[Words]) -> str:
    return "; ".join(map(_words, words))


def _words(words: Words) -> str:
    before = f" (that is, {_words(words.antecedent)})" if words.antecedent else ""
    return f"{_FORMS[words.form]}: {_noted(words)} {words.ref}".rstrip() + before


def _noted(words: Words) -> str:
    notes = (note.replace("(?)", "(hedged)").replace("(? ", "(hedged: ") for note in words.notes)
    return " ".join([words.text, *notes])


def _sentences(*sentences: str) -> str:
    return " ".join(said if said.endswith((".", "?", "!")) else f"{said}." for said in sentences if said)
