"""Who is named in an article: registered sources, persons, and the short names that the article defines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, groupby

from claimcheck.extract.document import Document
from claimcheck.extract.intervals import Intervals
from claimcheck.extract.speakers.gender import is_given_name, of_name
from claimcheck.extract.speakers.media import kind_beside
from claimcheck.extract.speakers.named import INDIVIDUALS, Named, Speaker
from claimcheck.extract.speakers.scene import named_source
from claimcheck.extract.speakers.titles import TITLES_AFTER, after_name, before_name, titles
from claimcheck.extract.speakers.words import roles
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import Entry, How, Knowledge
from claimcheck.model import Source, Span
from claimcheck.ports import Token

_DEFINED = re.compile(r"\(([^\W\d_][\w.&-]{1,11})\)")
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_LONGEST_NAME = 5
NO_PERSONS = ("GPE", "LOC", "NORP", "FAC", "DATE", "EVENT")
"""Entities that are no person."""
_INSTITUTION_AFTER = 14


def source_of(entry: Entry) -> Source:
    """Return a registered source as a value of the model."""
    return Source(entry.id, entry.name, entry.kind, entry.side)


def speaker_of(entry: Entry, knowledge: Knowledge, step: str) -> Speaker:
    """Return who answers when a registered source speaks: the institution for its spokesman."""
    institution = knowledge.registry.institution(entry)
    if institution != entry:
        return Speaker(source_of(institution), f"{step}, who speaks for {institution.name}", entry.name)
    return Speaker(source_of(entry), step)


def named_in(document: Document, knowledge: Knowledge) -> tuple[Named, ...]:
    """Return the places of the article's prose that name a registered source or a person, in text order."""
    found: list[Named] = []
    for tree in document.trees:
        registered = list(_registered(tree, knowledge))
        taken = [named.span for named in registered]
        found += registered
        found += (person for person in _persons(tree, knowledge) if not any(person.span.overlaps(s) for s in taken))
    return _in_full(tuple(sorted(found, key=lambda named: named.span)))


def organisations_in(document: Document, named: Sequence[Named]) -> tuple[Named, ...]:
    """Return the names of several words that the parser takes for organisations and that nothing else explains."""
    taken = Intervals(n.span for n in named)
    found: list[Named] = []
    for tree in document.trees:
        for entity in tree.parse.entities:
            words = [w for w in tree.tokens[entity.first : entity.last] if w.pos != "DET" and not w.text.isspace()]
            span = tree.span(w.i for w in words) if words else None
            if entity.label == "ORG" and span and len(words) > 1 and not taken.overlapping(span):
                name = " ".join(_text(tree, span).split())
                source = named_source(name, "organisation")
                found.append(Named(span, name, Speaker(source, f"a name that is in no registry: {name}")))
    return tuple(found)


def _in_full(named: Sequence[Named]) -> tuple[Named, ...]:
    """Return the names with the full name of a person in place of a shorter one: "Guajardo Villarreal"."""
    persons = [n for n in named if n.is_person]
    by_last = {n.text.split()[-1]: n for n in sorted(persons, key=lambda n: len(n.text.split()))}
    return tuple(
        replace(n, speaker=full.speaker)
        if (full := by_last.get(n.text.split()[-1])) and n.is_person and f" {full.text}".endswith(f" {n.text}")
        else n
        for n in named
    )


def _registered(tree: Tree, knowledge: Knowledge) -> Iterator[Named]:
    passage = tree.parse.passage
    for start, end, match in knowledge.registry.within(passage.text):
        entry = match.entry
        if _is_of_something(passage.text, start, end):
            continue
        span = Span(passage.start + start, passage.start + end)
        words = [tree.tokens[i] for i in tree.within(span)]
        if entry.kind not in INDIVIDUALS and _is_surname(tree, words):
            continue
        speaker = speaker_of(entry, knowledge, f"the registry knows “{passage.text[start:end]}”")
        called = titles(tree, words) if entry.kind in INDIVIDUALS and words else ()
        office = match.how is How.PATTERN and entry.kind in INDIVIDUALS
        yield Named(span, passage.text[start:end], speaker, called, _is_subject(words), office)


def _is_of_something(text: str, start: int, end: int) -> bool:
    """Return whether a "side" is no party but a place: "the Norwegian side of the border"."""
    return text[start:end].casefold().endswith(" side") and text[end : end + 4] == " of "


def _is_surname(tree: Tree, words: Sequence[Token]) -> bool:
    """Return whether the name of an institution follows a given name, as a surname does: "Paul Tass"."""
    if len(words) != 1 or words[0].i == 0 or words[0].text.isupper():
        return False
    before = tree.tokens[words[0].i - 1]
    return before.sentence == words[0].sentence and before.pos == "PROPN" and is_given_name(before.text)


def _persons(tree: Tree, knowledge: Knowledge) -> Iterator[Named]:
    """Yield the full names of persons: those that the parser sees, and names with a title beside them."""
    runs = groupby(tree.tokens, lambda w: (w.sentence, _may_be_name(w)))
    for run in (list(run) for (_, may_be_name), run in runs if may_be_name):
        words = _full_name(tree, run)
        if 1 < len(words) <= _LONGEST_NAME and words[0].text[0].isupper():
            span = Span(words[0].start, words[-1].end)
            name = " ".join(_text(tree, span).split())
            yield Named(span, name, _person(tree, words, name, knowledge), titles(tree, words), _is_subject(words))


def _may_be_name(word: Token) -> bool:
    named = word.pos == "PROPN" or word.entity == "PERSON" or (word.text[0].isupper() and is_given_name(word.text))
    return word.tag != "POS" and word.text != ":" and not word.text.isspace() and named


def _full_name(tree: Tree, run: list[Token]) -> list[Token]:
    """Return the words of a person's name in a run of names: what the parser calls a person, or follows a title."""
    persons = [n for n, word in enumerate(run) if word.entity == "PERSON"] or _given(run)
    if persons:
        return title_less(run[persons[0] : persons[-1] + 1])
    words = title_less(run)
    titled_by = run[: len(run) - len(words)]
    beside = (*titled_by, *before_name(tree, run[0].i), *after_name(tree, run[-1].i + 1, TITLES_AFTER))
    titled = any(word.lemma in roles().persons for word in beside)
    return words if titled and all(word.entity not in NO_PERSONS for word in words) else []


def _given(run: Sequence[Token]) -> list[int]:
    """Return the places of a given name and of what follows it, where the parser sees no person."""
    words = title_less(run)
    if len(words) < 2 or any(word.entity in ("GPE", "LOC", "FAC", "EVENT") for word in words):
        return []
    return list(range(len(run) - len(words), len(run))) if of_name(" ".join(w.text for w in words)) else []


def title_less(words: Sequence[Token]) -> list[Token]:
    """Return a name without the titles and trades before it: "Reader Nora Lind", "Captain Lind"."""
    name = list(dropwhile(lambda w: roles().is_title(w.lemma), words))
    return name[1:] if len(name) > 2 and name[0].lemma in roles().people else name


def _person(tree: Tree, words: Sequence[Token], name: str, knowledge: Knowledge) -> Speaker:
    if institution := _speaks_for(tree, words, knowledge):
        return Speaker(source_of(institution), f"{name} speaks for {institution.name}", name)
    kind = kind_beside(words, before_name(tree, words[0].i))
    if kind:
        return Speaker(named_source(name, kind), f"a medium of that name: {name}")
    if (words[-1].lemma in roles().institutions or _is_enterprise(tree, words)) and not of_name(name):
        return Speaker(named_source(name, "organisation"), f"an institution of that name: {name}")
    return Speaker(named_source(name, "individual"), f"a person of that name: {name}")


def _is_enterprise(tree: Tree, words: Sequence[Token]) -> bool:
    """Return whether the words beside a name say that it is a club's, a company's: "the firm Grant Hale"."""
    before = before_name(tree, words[0].i)
    nouns = roles().enterprises | roles().firms
    if before and before[-1].lemma in nouns and before[-1].text.islower():
        return True
    beside = titles(tree, words)
    return not nouns.isdisjoint(beside) and not any(roles().is_person(title) for title in beside)


def _speaks_for(tree: Tree, words: Sequence[Token], knowledge: Knowledge) -> Entry | None:
    """Return the institution whose spokesman a person is by the words beside the name."""
    known = roles()
    near = before_name(tree, words[0].i) + after_name(tree, words[-1].i + 1, _INSTITUTION_AFTER)
    titles = {word.lemma for word in near}
    if not titles & (known.mouthpieces | known.heads):
        return None
    text = tree.parse.passage.text
    shift = tree.parse.passage.start
    first, last = (near[0].start, near[-1].end)
    for _, _, match in knowledge.registry.within(text[first - shift : last - shift]):
        entry: Entry = match.entry
        speaks = titles & known.mouthpieces or entry.kind in known.led
        if speaks and entry.kind not in INDIVIDUALS:
            return entry
    return None


def _text(tree: Tree, span: Span) -> str:
    passage = tree.parse.passage
    return passage.text[span.start - passage.start : span.end - passage.start]


def _is_subject(words: Sequence[Token]) -> bool:
    inside = {word.i for word in words}
    return any(w.dep in ("nsubj", "nsubjpass") and w.head not in inside for w in words)


def aliases_in(document: Document, knowledge: Knowledge) -> dict[str, Source]:
    """Return the short names that the article defines in brackets, case-folded: "Israel Defense Forces (IDF)"."""
    found: dict[str, Source] = {}
    for tree in document.trees:
        text = tree.parse.passage.text
        for match in _DEFINED.finditer(text):
            long = text[max(0, match.start() - 120) : match.start()].rstrip()
            if source := _defined(long, match[1], knowledge):
                found.setdefault(match[1].casefold(), source)
                found.setdefault(source.name.casefold(), source)
    return found


def _defined(before: str, short: str, knowledge: Knowledge) -> Source | None:
    for _, end, match in knowledge.registry.within(before):
        if end == len(before):
            return source_of(match.entry)
    name = _spelt_out(before, short)
    if not name:
        return None
    known = knowledge.registry.match(short)
    return source_of(known.entry) if known else named_source(name, "organisation")


def _spelt_out(before: str, short: str) -> str | None:
    """Return the last words of `before` whose capitals are the letters of `short`."""
    letters = [c for c in short.upper() if c.isalpha()]
    words = list(_NAME_WORD.finditer(before))[-3 * len(letters) :]
    for word in reversed(words):
        if word[0][0].isupper():
            if not letters or letters[-1] != word[0][0]:
                return None
            letters.pop()
        if not letters:
            return before[word.start() :]
    return None
