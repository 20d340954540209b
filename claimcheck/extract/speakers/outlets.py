"""Sources that no mention has to be understood for: the outlet of an article, the sources of a table."""

from __future__ import annotations

import re

from claimcheck.extract.speakers.names import source_of
from claimcheck.extract.speakers.scene import named_source, unnamed_source
from claimcheck.knowledge import Knowledge
from claimcheck.model import Article, Source, stable_id

OUTLET_NOT_GIVEN = "outlet not given"

_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_JOINED = re.compile(r"\s+and\s+(?:the\s+)?")
_COMMON = re.compile(r"^(?:(?:an?|some|several|one|another|two|unnamed|unidentified|local)\s|[a-z])")
_COMMON_LAST = re.compile(
    r"\b(?:activists?|officials?|sources?|witness(?:es)?|residents|medics|relatives?|reports|states|media)$",
    re.IGNORECASE,
)


def outlet_source(article: Article, knowledge: Knowledge) -> Source:
    """Return the outlet as a source, for what it says in its own voice."""
    if not article.outlet:
        return Source(f"outlet-{article.id}", OUTLET_NOT_GIVEN, "outlet")
    return _registered(article.outlet, knowledge) or named_source(article.outlet, "outlet")


def listed_source(name: str, article: Article, knowledge: Knowledge) -> Source:
    """Return the source that a row of a table names. The same unnamed source of one article is one."""
    if found := _registered(name, knowledge):
        return found
    if article.outlet and name.casefold() == article.outlet.casefold():
        return outlet_source(article, knowledge)
    members = _JOINED.split(name)
    if len(members) > 1 and any(_registered(member, knowledge) for member in members):
        return joint_source([listed_source(member, article, knowledge) for member in members])
    if _COMMON.search(name) or _COMMON_LAST.search(name):
        return unnamed_source(name, article.id)
    return named_source(name, "organisation")


def joint_source(members: list[Source]) -> Source:
    """Return one source made of several that speak together."""
    kinds = {member.kind for member in members}
    name = " and ".join(member.name for member in members)
    return Source(
        stable_id("j", *sorted(m.id for m in members)), name, kinds.pop() if len(kinds) == 1 else "organisation"
    )


def _registered(name: str, knowledge: Knowledge) -> Source | None:
    """Return a registered source by its name, also where a remark in brackets follows: "NNA (Lebanon)"."""
    for text in dict.fromkeys((name, _BRACKET.sub("", name))):
        if match := knowledge.registry.match(text):
            return source_of(knowledge.registry.institution(match.entry))
    return None
