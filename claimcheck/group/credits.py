"""Which news agencies an article prints: "(AP)" in its dateline, "with reporting by AFP" at its end, its own name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.model import Article

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge

AGENCY = "agency"
_EDGE = 240
"""Characters at the beginning and at the end of an article in which it credits an agency in brackets."""
_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)|\[([^\[\]\n]{2,40})\]")
_REPORTING = re.compile(r"\b(?:reporting|material|report) (?:by|from) (?:the )?([^.;\n]{2,80})", re.IGNORECASE)
_CONTRIBUTED = re.compile(r" contributed (?:to|reporting)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;\n]")
_LONG = 80
"""Characters before "contributed" in which who did so is looked for."""
_BYLINE = re.compile(
    r"^\W*(?:[Bb]y |[Ss]ource:? |[Ff]rom )?\W*([A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3})\W*$", re.MULTILINE
)
"""A line that is a name and nothing else."""


def credited(article: Article, knowledge: Knowledge) -> frozenset[str]:
    """Return the ids of the agencies whose text an article prints, as it says or as its outlet is one."""
    own = article.text[article.body :]
    edges = (own[:_EDGE], own[-_EDGE:])
    whole = [name for edge in edges for found in _BRACKETS.findall(edge) for name in found if name]
    whole += [line for edge in (own[:_EDGE].split("\n\n")[0], own[-_EDGE:]) for line in _BYLINE.findall(edge)]
    within = [part for edge in edges for part in (*_REPORTING.findall(edge), *_contributors(edge))]
    named = [*filter(None, (agency(name, knowledge) for name in (*whole, article.outlet or "")))]
    return frozenset([*named, *(id_ for part in within for id_ in _within(part, knowledge))])


def agency(name: str, knowledge: Knowledge) -> str | None:
    """Return the id of the agency that a name is."""
    match = knowledge.registry.match(name) if name.strip() else None
    return match.entry.id if match and match.entry.kind == AGENCY else None


def _contributors(text: str) -> Iterator[str]:
    """Yield what stands before each "contributed to" or "contributed reporting", in its clause."""
    for found in _CONTRIBUTED.finditer(text):
        yield _CLAUSE.split(text[max(0, found.start() - _LONG) : found.start()])[-1]


def _within(text: str, knowledge: Knowledge) -> Iterator[str]:
    return (found.entry.id for _, _, found in knowledge.registry.within(text) if found.entry.kind == AGENCY)
