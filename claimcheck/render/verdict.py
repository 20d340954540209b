"""Two sentences and one verdict."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from claimcheck.desk import visible
from claimcheck.desk.marks import RELATION_MARKS, aspect_words
from claimcheck.model import AspectVerdict, Opinion, Relation, Verdict
from claimcheck.render.layout import hanging, lines
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
    yield Text.assemble((f"{mark}{RELATION_WORDS[verdict.relation]}{sure}", style), f". {reason}" if reason else "")
    for aspect in verdict.aspects:
        yield _beside(_point(aspect, plain), _aspect(aspect), plain)
    for opinion in verdict.opinions:
        yield text(_opinion(opinion), ASIDE)


def _point(aspect: AspectVerdict, plain: bool) -> str:
    point = visible(aspect_words(aspect.aspect, of=aspect.of))
    return f"{point}, {aspect.relation}" if plain else f"{RELATION_MARKS[aspect.relation]} {point}"


def _aspect(aspect: AspectVerdict) -> str:
    sides = f"{visible(aspect.a).strip()} / {visible(aspect.b).strip()}"
    reason = visible(aspect.reason).strip()
    return f"{sides}. {reason}" if reason else sides


def _opinion(opinion: Opinion) -> str:
    reason = visible(opinion.reason).strip()
    return f"{visible(opinion.judge)}: {opinion.relation}{'. ' + reason if reason else ''}"


def _beside(label: str, body: str, plain: bool) -> RenderableType:
    return text(f"{label}: {body}") if plain else hanging(text(label, HEADING), text(body))
