"""What an article is about and where it plays: the names in it, and the countries among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract.document import Document
from claimcheck.extract.speakers.words import roles
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import Knowledge
from claimcheck.knowledge.words import keys_of
from claimcheck.ports import Entity

_NAMING = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT"})
_PEOPLES = frozenset({"GPE", "NORP"})
_SHORT = 4
"""Letters of the shortest name that says what an article is about."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """The folded words of each name that is no country's and of no registered source; the countries by name."""

    article: str
    names: tuple[tuple[str, ...], ...]
    countries: tuple[str, ...]


def backdrop_of(document: Document, knowledge: Knowledge) -> Backdrop:
    """Return the backdrop of an article."""
    named = [(tree, entity) for tree in document.trees for entity in tree.parse.entities]
    countries = {c for tree, entity in named if (c := _country(tree, entity, knowledge))}
    names = {keys for tree, entity in named for keys in _names(tree, entity, knowledge)}
    return Backdrop(document.article.id, tuple(sorted(names)), tuple(sorted(countries)))


def _country(tree: Tree, entity: Entity, knowledge: Knowledge) -> str | None:
    """Return the country that a name is that of, or of whose people: "Syria", "Syrians"; not that of a town."""
    name = _text(tree, entity)
    country = knowledge.places.country(name) if entity.label in _PEOPLES else None
    return country if country == knowledge.places.canonical(name) else None


def _names(tree: Tree, entity: Entity, knowledge: Knowledge) -> Iterator[tuple[str, ...]]:
    """Yield a name, and of a person the last word of it, by which reports go on."""
    keys = keys_of(_text(tree, entity))
    if entity.label not in _NAMING or not keys or _country(tree, entity, knowledge) or _says_little(keys):
        return
    if knowledge.registry.match(_text(tree, entity)):
        return
    yield keys
    if entity.label == "PERSON":
        yield keys[-1:]


def _says_little(keys: tuple[str, ...]) -> bool:
    """Whether a name is short, or is made of words for any institution: "the Health Ministry"."""
    return len("".join(keys)) < _SHORT or any(roles().can_speak(key) for key in keys)


def _text(tree: Tree, entity: Entity) -> str:
    passage = tree.parse.passage
    span = tree.span(range(entity.first, entity.last))
    return passage.text[span.start - passage.start : span.end - passage.start]
