"""The headline of an incident: words that its accounts share, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.group.common import calls, happening, means, persons, target
from claimcheck.group.material import Telling
from claimcheck.group.sentences import Shared, sentence, shared_of
from claimcheck.group.shared import sources
from claimcheck.group.told import Act, acts
from claimcheck.group.where import phrase, place, places_differ
from claimcheck.group.wording import uncounted, with_article
from claimcheck.group.words import listed, mapped, words
from claimcheck.model import Aspect

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge

_LONGEST = 72
_OPENING = 4
"""Words that make a beginning worth showing: "the phone conversation" alone tells little."""
_SHOOT, _FORCE = "shoot", "use of force"
_VAGUE = re.compile(
    r"(?:they|it|he|she|we|i|you|this|that|these|those|none|some|others|who|which|whom|whose|where|when)\b",
    re.IGNORECASE,
)


def label(group: Sequence[Telling], knowledge: Knowledge) -> str:
    """Return a short headline for the accounts of an incident; never empty.

    It is put together from the act, the parties, the means and the place that they share: "Soldiers fired shots near
    the Blue Line", "Attack on a wedding in Hasakah", "Putin-Netanyahu call", "Deaths from a roadside bomb; places
    differ". Where they share no act, or there is one source alone, it is the beginning of one account, with its
    source's name.
    """
    where = phrase(group, place(group, knowledge))
    for act in acts(group, knowledge) if len(sources(group)) > 1 else ():
        if told := _told(group, act, where, knowledge):
            line = _line(told)
            return "; ".join([line[:1].upper() + line[1:], *_notes(group, act, where, knowledge)])
    return _own_words(group)


def _told(group: Sequence[Telling], act: Act, where: str, knowledge: Knowledge) -> str | None:
    """Return an act with what is shared of it: the persons of a call, else a sentence, else a name."""
    shared = shared_of(group, act, knowledge)
    if act.name in listed("light_acts"):
        return _thing(shared, where)
    said = _between_persons(group, act, knowledge)
    core = said or sentence(group, shared, knowledge) or _named(group, act)
    if core is None:
        return None
    by = "" if said else _means(group, act, core, knowledge)
    told = _placed(core, by, where)
    return told if " " in told or act.name in listed("telling_alone") else None


def _notes(group: Sequence[Telling], act: Act, where: str, knowledge: Knowledge) -> list[str]:
    """Return what a reader of the headline has to know: that someone denies it, that it is told of several places."""
    disputed = ["disputed"] if act.disputed else []
    return [*disputed, *(["places differ"] if not where and places_differ(group, knowledge) else [])]


def _thing(shared: Shared, where: str) -> str | None:
    """Return the name of what all say was caused, found or ended, where that is a thing: "fire in Natanz"."""
    nouns = sorted(key for key in shared.objects if key.isalpha() and key.islower())
    return f"{nouns[0]} {where}".strip() if nouns else None


def _between_persons(group: Sequence[Telling], act: Act, knowledge: Knowledge) -> str | None:
    """Return the name of what passes between persons, with those that two sources name: "Putin-Netanyahu call"."""
    if act.name not in mapped("between_persons"):
        return None
    who = persons(group, knowledge)
    name = "call" if calls(group) else mapped("between_persons")[act.name]
    if not who:
        return None
    return f"{'-'.join(who[:2])} {name}" if len(who) > 1 else f"{name} with {who[0]}"


def _named(group: Sequence[Telling], act: Act) -> str | None:
    """Return the name of the act, with what was hit: "attack on a hospital"; "reported" where all weaken it."""
    name = mapped("act_names").get(act.name)
    if name is None:
        return None
    if act.name == _SHOOT and _of_crowds(group):
        return _FORCE
    hit = target(group) if act.name in mapped("on_targets") else None
    on = f"{mapped('on_targets')[act.name]} {with_article(hit)}" if hit else ""
    return " ".join(part for part in (*_shared_hedges(group, act), name, on) if part)


def _of_crowds(group: Sequence[Telling]) -> bool:
    """Whether some account says that what was fired is what crowds are held off with: tear gas is no shooting."""
    facts = (
        fact for telling in group for fact in telling.proposition.facts if fact.aspect in (Aspect.HOW, Aspect.WHAT)
    )
    return any(" ".join(words(fact.text)[-2:]) in listed("crowd_control") for fact in facts)


def _means(group: Sequence[Telling], act: Act, core: str, knowledge: Knowledge) -> str:
    """Return what killed or destroyed, where two say so: "by a car bomb", "in an airstrike"; "from" after a noun."""
    if act.name not in listed("consequences"):
        return ""
    found = means(group, sorted(act.affirmed)) or happening(group, act.name)
    if not found or found in core:
        return ""
    event = knowledge.acts.act(found) is not None and not found.endswith("bomb")
    noun = core.split(" ", 1)[-1] == core
    return f"{'in' if event else 'from' if noun else 'by'} {with_article(found)}"


def _placed(core: str, by: str, where: str) -> str:
    """Return a headline with its place; a hospital at al-Shifa hospital is named once."""
    site = where.removeprefix("at ") if where.startswith("at ") else ""
    noun = site.rsplit(" ", 1)[-1]
    if site and re.search(rf"\b{re.escape(noun)}\b", core, re.IGNORECASE):
        core, where = re.sub(rf"(?:\ban? )?\b{re.escape(noun)}\b", site, core, count=1, flags=re.IGNORECASE), ""
    return " ".join(part for part in (core, by, where) if part)


def _shared_hedges(group: Sequence[Telling], act: Act) -> list[str]:
    """Return a word for the hedges, where every account that tells of the act weakens it."""
    told = [t for t in group if any(f.aspect is Aspect.STATUS and f.value == act.name for f in t.proposition.facts)]
    hedged = [any(span.contains(h.span) for h in t.claim.hedges for span in t.proposition.spans) for t in told]
    return ["reported"] if hedged and all(hedged) else []


def _own_words(group: Sequence[Telling]) -> str:
    """Return the beginning of the first claim that says something by itself, with the name of its source."""
    first = next((telling for telling in group if _says_something(telling)), group[0])
    text = first.proposition.text or first.claim.text
    return _line(f"{first.claim.source.name}: {text if len(sources(group)) == 1 else _without_toll(first, text)}")


def _without_toll(telling: Telling, text: str) -> str:
    """Return the words of one account among several without the numbers that only it may give."""
    counted = [fact for fact in telling.proposition.facts if fact.aspect is Aspect.HOW_MANY]
    for fact in counted:
        noun = uncounted(fact.text)
        text = text.replace(fact.text, noun, 1) if noun else re.sub(_toll(fact.text), _people, text, count=1)
    return text


def _toll(words: str) -> str:
    """Return the pattern of a number that stands alone, with the "of" that leads on to what it counts."""
    return rf"{re.escape(words)}(\s+of\b\s*)?"


def _people(found: re.Match[str]) -> str:
    return "" if found[1] else "people"


def _says_something(telling: Telling) -> bool:
    text = telling.proposition.text
    return len(text.split()) >= _OPENING and not _VAGUE.match(text)


def _line(text: str) -> str:
    """Return a text on one line, cut at a word."""
    line = " ".join(text.split()).strip(" .,;:\"“”'")
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
