"""Sources that no mention has to be understood for: the outlet of an article, the sources of a table."""

from __future__ import annotations

import re

from claimcheck.extract.speakers.institutions import kind_of_publisher
from claimcheck.extract.speakers.named import Speaker
from claimcheck.extract.speakers.names import speaker_of
from claimcheck.extract.speakers.releases import speaks_for_itself
from claimcheck.extract.speakers.scene import named_source, unnamed_source
from claimcheck.knowledge import Knowledge
from claimcheck.model import PRESS, Article, Source, stable_id

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
    if known := _registered(article.outlet, knowledge):
        return known.source
    kind = kind_of_publisher(_BRACKET.sub("", article.outlet), knowledge)
    return named_source(article.outlet, kind or ("organisation" if speaks_for_itself(article) else "outlet"))


def is_own_text(article: Article, knowledge: Knowledge) -> bool:
    """Return whether an article is the text of an institution or a person, and no medium's report."""
    return outlet_source(article, knowledge).kind not in PRESS


def listed_speaker(name: str, article: Article, knowledge: Knowledge) -> Speaker:
    """Return who answers for a row of a table by its source. The same unnamed source of one article is one."""
    if found := _registered(name, knowledge):
        return found
    if article.outlet and name.casefold() == article.outlet.casefold():
        return Speaker(outlet_source(article, knowledge), "the outlet itself")
    members = _JOINED.split(name)
    if len(members) > 1 and any(_registered(member, knowledge) for member in members):
        together = joint_source([listed_speaker(member, article, knowledge).source for member in members])
        return Speaker(together, "several who speak together")
    if _COMMON.search(name) or _COMMON_LAST.search(name):
        return Speaker(unnamed_source(name, article.id), f"“{name}” names nobody")
    return Speaker(named_source(name, "organisation"), f"a name that is in no registry: {name}")


def joint_source(members: list[Source]) -> Source:
    """Return one source made of several that speak together."""
    kinds = {member.kind for member in members}
    name = " and ".join(member.name for member in members)
    return Source(
        stable_id("j", *sorted(m.id for m in members)), name, kinds.pop() if len(kinds) == 1 else "organisation"
    )


def _registered(name: str, knowledge: Knowledge) -> Speaker | None:
    """Return a registered source by its name, also where a remark in brackets follows: "NNA (Lebanon)"."""
    for text in dict.fromkeys((name, _BRACKET.sub("", name))):
        if match := knowledge.registry.match(text):
            return speaker_of(match.entry, knowledge, f"the registry knows “{text}”")
    return None
