"""Two sentences and one verdict."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from claimcheck.desk import sentence, visible
from claimcheck.desk.marks import RELATION_MARKS, aspect_words
from claimcheck.model import AspectVerdict, Opinion, Relation, Verdict
from claimcheck.render.layout import Hanging, lines
from claimcheck.render.styles import ASIDE, HEADING, MARK_STYLES, text

RELATION_WORDS = {
    Relation.AGREE: "agree",
    Relation.CONFLICT: "conflict",
    Relation.COMPATIBLE: "compatible: neither confirms nor contradicts",
    Relation.UNDECIDED: "undecided: the words carry no verdict",
}


def verdict_lines(verdict: Verdict, a: str, b: str, plain: bool) -> RenderableType:
    """Return the sentences, the verdict with its reason, then each aspect and what each judge says."""
    return lines(_parts(verdict, a, b, plain))


def _parts(verdict: Verdict, a: str, b: str, plain: bool) -> Iterator[RenderableType]:
    yield _beside("A", visible(a).strip(), plain)
    yield _beside("B", visible(b).strip(), plain)
    style = MARK_STYLES[RELATION_MARKS[verdict.relation]]
    mark = "" if plain else f"{RELATION_MARKS[verdict.relation]} "
    sure = "" if verdict.relation is Relation.UNDECIDED else f" ({verdict.strength})"
    reason = visible(verdict.reason).strip()
    why = f". {sentence(reason)}" if reason else ""
    yield Text.assemble((f"{mark}{RELATION_WORDS[verdict.relation]}{sure}", style), why)
    for aspect in verdict.aspects:
        yield _beside(_point(aspect, plain), _aspect(aspect, told=verdict.reason), plain)
    yield from (text(_opinion(opinion, told=verdict.reason), ASIDE) for opinion in verdict.opinions)


def _point(aspect: AspectVerdict, plain: bool) -> str:
    point = visible(aspect_words(aspect.aspect, of=aspect.of))
    return f"{point}, {aspect.relation}" if plain else f"{RELATION_MARKS[aspect.relation]} {point}"


def _aspect(aspect: AspectVerdict, told: str) -> str:
    return _with_reason(f"{visible(aspect.a).strip()} / {visible(aspect.b).strip()}", aspect.reason, told)


def _opinion(opinion: Opinion, told: str) -> str:
    return _with_reason(f"judged by {visible(opinion.judge)}: {opinion.relation}", opinion.reason, told)


def _with_reason(said: str, reason: str, told: str) -> str:
    """Return what is said with its reason, unless that has been told already."""
    return said if not reason or reason in told else f"{said}. {sentence(visible(reason).strip())}"


def _beside(label: str, body: str, plain: bool) -> RenderableType:
    return text(f"{label}: {body}") if plain else Hanging(text(label, HEADING), text(body))
