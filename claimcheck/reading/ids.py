"""Entries -> a corpus: the same text of the same outlet once, ids settled, all in one order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.model import Corpus, Notice, stable_id
from claimcheck.reading.entry import Entry, Place, noticed


def corpus_of(entries: Iterable[Entry], notices: Iterable[Notice]) -> Corpus:
    """Return the corpus of `entries`: the same whatever their order."""
    once, repeats = _without_repeats(sorted(entries, key=_order))
    places = [entry.place for entry in once]
    ids = [entry.article.id or _made_id(entry) for entry in once]
    own = unclashed(ids, places)
    articles = [replace(entry.article, id=name) for entry, name in zip(once, own, strict=True)]
    rows = [place for entry in once for place in entry.rows]
    loose = [replace(s, article=name) for entry, name in zip(once, own, strict=True) for s in entry.statements]
    given = [s.id or stable_id("c", s.article, *s.span) for s in loose]
    settled = unclashed(given, rows)
    statements = [replace(s, id=name) for s, name in zip(loose, settled, strict=True)]
    clashes = (*_clashes(ids, own, places), *_clashes(given, settled, rows))
    return Corpus(
        tuple(sorted(articles, key=lambda article: article.id)),
        tuple(sorted(statements, key=lambda s: (s.article, s.span, s.id))),
        tuple(sorted({*notices, *repeats, *clashes}, key=lambda n: (n.stage, n.message, n.article or ""))),
    )


def unclashed(ids: Sequence[str], places: Sequence[Place]) -> list[str]:
    """Return the ids, with the file's name, or else its path and line, before all those that clash."""
    settled = list(ids)
    for prefixes in ([place.name for place in places], [f"{place.file}:{place.number}" for place in places]):
        count = Counter(settled)
        longer = [f"{prefix}:{name}" for prefix, name in zip(prefixes, ids, strict=True)]
        settled = [long if count[name] > 1 else name for name, long in zip(settled, longer, strict=True)]
    return settled


def _clashes(given: Sequence[str], settled: Sequence[str], places: Sequence[Place]) -> Iterator[Notice]:
    """Yield one notice a file, which names the first of its ids that had to change."""
    changed: dict[str, list[str]] = {}
    for old, new, place in zip(given, settled, places, strict=True):
        if old != new:
            changed.setdefault(place.file, []).append(new)
    for file, names in changed.items():
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""
        yield noticed(
            file, f"ids that are used elsewhere too got the file's name: {', '.join(sorted(names)[:3])}{more}"
        )


def _order(entry: Entry) -> tuple[str, str, str, Place]:
    article = entry.article
    return (article.outlet or "", article.text, article.published or "~", entry.place)


def _without_repeats(entries: Iterable[Entry]) -> tuple[list[Entry], list[Notice]]:
    first: dict[object, Entry] = {}
    notices = []
    for entry in entries:
        said = tuple((s.span, s.source, s.stance) for s in entry.statements)
        kept = first.setdefault((entry.article.outlet, entry.article.text, said), entry)
        if kept is not entry:
            notices.append(noticed(entry.place, f"the same text of the same outlet as {kept.place}; read once"))
    return list(first.values()), notices


def _made_id(entry: Entry) -> str:
    article = entry.article
    said = [part for s in entry.statements for part in (s.source, s.stance.value)]
    return stable_id("a", article.outlet, article.published, article.text, *said)
