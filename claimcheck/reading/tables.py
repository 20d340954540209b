"""Rows -> entries: articles, or claims that are already attributed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from claimcheck.errors import InputError
from claimcheck.model import Article, Notice, Span, Stance, Statement
from claimcheck.reading.dates import iso_date
from claimcheck.reading.entry import Entry, Found, Place, Row, brief, listed, noticed, together
from claimcheck.reading.limits import ARTICLE_CHARACTERS, held_to

Kind = Literal["auto", "articles", "claims"]

_COLUMNS = ("id", "article", "outlet", "title", "published", "updated", "language", "url", "text", "source", "stance")
_ALSO_CALLED = {
    "date": "published",
    "account": "outlet",
    "words": "text",
    "claim_id": "id",
    "article_id": "article",
}
"""Other names of columns: the account of a tweet is its outlet; the last are those of our own sheet of claims."""


class Defaults(NamedTuple):
    """What holds for an article whose file does not say."""

    outlet: str | None = None
    published: str | None = None


def table(rows: Iterable[Row], kind: Kind, defaults: Defaults, file: str) -> Found:
    """Return the articles of a table, or its claims where it has a column `source` or `kind` says so.

    Errors: `InputError` for a table with a bad row, without texts, or without sources where claims are wanted.
    """
    given = list(rows)
    for row in given:
        if row.bad:
            raise row.bad
    named = [_renamed(row) for row in given]
    as_claims = kind == "claims" or (kind == "auto" and any("source" in row.values for row in named))
    wanted = ("text", "source") if as_claims else ("text",)
    whole = [row for row in named if all(column in row.values for column in wanted)]
    if not whole:
        raise _no_rows(given, wanted, file)
    groups = _by_article(whole) if as_claims else [[row] for row in whole]
    found = [_claims(group, defaults) if as_claims else _article(group[0], defaults) for group in groups]
    return together([Found((), (*_unread(named), *_lacking(named, wanted))), *found])


def article(values: Mapping[str, str], text: str, place: Place, defaults: Defaults, body: int = 0) -> Found:
    """Return one article with what its header or row says of it.

    Errors: `InputError` for a text that is longer than what is read.
    """
    held_to(ARTICLE_CHARACTERS, len(text), f"{place} has too many characters", "split it into its articles")
    published, odd = _date(values, "published", place)
    updated, also_odd = _date(values, "updated", place)
    value = Article(
        values.get("id", ""),
        text,
        values.get("outlet") or defaults.outlet,
        values.get("title"),
        published or defaults.published,
        updated,
        values.get("language"),
        values.get("url"),
        place.file,
        body,
    )
    return Found((Entry(place, value),), (*odd, *also_odd))


def _renamed(row: Row) -> Row:
    """Return a row with our names of the columns, without those that are blank."""
    filled = {name: value for name, value in row.values.items() if value.strip()}
    own = {name: filled[other] for other, name in _ALSO_CALLED.items() if other in filled}
    return replace(row, values=own | filled)


def _no_rows(rows: Sequence[Row], wanted: Sequence[str], file: str) -> InputError:
    columns = tuple(dict.fromkeys(name for row in rows for name in (*row.values, *row.unread)))
    missing = [name for name in wanted if not {name, *(k for k, v in _ALSO_CALLED.items() if v == name)} & {*columns}]
    if not rows:
        return InputError(f"{file} holds no rows", "write a row for each article, with its text in a column text")
    if missing:
        found = f"{file} has no column {' and no column '.join(missing)}; it has {listed(columns)}"
        return InputError(found, f"rename the column that has it to {missing[0]}")
    return InputError(f"{file} has no row with {' and '.join(wanted)}", "fill in those columns")


def _unread(rows: Iterable[Row]) -> Iterator[Notice]:
    for row in rows:
        for column in row.unread:
            if column in _COLUMNS or column in _ALSO_CALLED:
                yield noticed(row.place, f"{column} is not a text and was left out")


def _lacking(rows: Iterable[Row], wanted: Sequence[str]) -> Iterator[Notice]:
    for row in rows:
        missing = [column for column in wanted if column not in row.values]
        if missing:
            yield noticed(row.place, f"no {' and no '.join(missing)}; the row was left out")


def _article(row: Row, defaults: Defaults) -> Found:
    return article(row.values, row.values["text"], row.place, defaults)


def _by_article(rows: Iterable[Row]) -> list[list[Row]]:
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.values.get("article", row.place), []).append(row)
    return list(groups.values())


def _claims(rows: Sequence[Row], defaults: Defaults) -> Found:
    """Return one article whose text is the texts of `rows`, a line each, with the statements in it."""
    first = {name: value for row in reversed(rows) for name, value in row.values.items()}
    about = first | {"id": first.get("article", "")}
    found = article(about, "\n".join(row.values["text"] for row in rows), rows[0].place, defaults)
    entry = replace(
        found.entries[0],
        statements=tuple(_statement(row, span) for row, span in zip(rows, _lines(rows), strict=True)),
        rows=tuple(row.place for row in rows),
    )
    odd = (notice for row in rows for notice in (*_odd_stance(row), *_differing(row, about)))
    return Found((entry,), (*found.notices, *odd))


def _lines(rows: Iterable[Row]) -> Iterator[Span]:
    start = 0
    for row in rows:
        end = start + len(row.values["text"])
        yield Span(start, end)
        start = end + 1


def _statement(row: Row, span: Span) -> Statement:
    stance = Stance.AFFIRM if any(_odd_stance(row)) else Stance(_stance(row))
    return Statement(row.values.get("id", ""), "", span, row.values["source"], stance)


def _stance(row: Row) -> str:
    return row.values.get("stance", Stance.AFFIRM.value).strip().lower()


def _odd_stance(row: Row) -> Iterator[Notice]:
    if _stance(row) not in set(Stance):
        yield noticed(row.place, f"stance {brief(_stance(row))} is none of {', '.join(Stance)}; taken as affirm")


def _differing(row: Row, about: Mapping[str, str]) -> Iterator[Notice]:
    for column in ("outlet", "published"):
        if row.values.get(column, about.get(column)) != about.get(column):
            yield noticed(
                row.place, f"another {column} than other rows of its article; {brief(about[column])} was kept"
            )


def _date(values: Mapping[str, str], column: str, place: Place) -> tuple[str | None, tuple[Notice, ...]]:
    given = values.get(column)
    date = iso_date(given) if given else None
    if not given or date:
        return date, ()
    return None, (noticed(place, f"{column} {brief(given)} is not a date like 2018-12-08; left out"),)
