"""When a claim was made: the outlet's words for it, and the date that they come to against the article's own date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimcheck.extract.facts.dates import day_of
from claimcheck.extract.speakers import Frame
from claimcheck.model import Article, SaidAt
from claimcheck.ports import Entity, Token

_TIMES = ("DATE", "TIME")
_ISSUING = frozenset({"post", "publish", "issue", "release", "date", "air", "broadcast", "send", "tweet", "write"})
_SPEAKING = frozenset({"answer", "speak", "address", "talk", "comment", "respond", "testify", "brief"})


def said_at(frame: Frame, article: Article) -> SaidAt | None:
    """Return the words that date the cue of a frame; the day where they and the article's date give one."""
    for entity in _times(frame):
        tokens = frame.tree.tokens[entity.first : entity.last]
        if _dates_the_cue(frame, tokens):
            start, end = tokens[0].start, tokens[-1].end
            shift = frame.tree.parse.passage.start
            return _dated(frame.tree.parse.passage.text[start - shift : end - shift], article)
    return None


def _times(frame: Frame) -> Iterator[Entity]:
    own = {word.i for word in frame.words}
    for entity in frame.tree.parse.entities:
        if entity.label in _TIMES and own.issuperset(range(entity.first, entity.last)):
            yield entity


def _dates_the_cue(frame: Frame, tokens: tuple[Token, ...]) -> bool:
    """Return whether words of time hang on the cue, or on a clause that says how it was published."""
    inside = {token.i for token in tokens}
    top = next(token for token in tokens if token.head not in inside or token.head == token.i)
    for word in (top, *frame.tree.ancestors(top.i)):
        if word.i in (frame.cue.i, frame.cue.head):
            return True
        if word.dep in ("nsubj", "nsubjpass", "appos", "relcl"):
            return False
        verb = word.pos in ("VERB", "AUX") and word.i not in inside
        if verb and word.lemma not in _ISSUING | _SPEAKING:
            return False
    return False


def _dated(words: str, article: Article) -> SaidAt:
    text = " ".join(words.split())
    published = published_day(article)
    day = day_of(text, published)
    if not day:
        return SaidAt(text)
    given = day_of(text, None) == day
    return SaidAt(text, day, "the words themselves" if given else f"article published {published}")


def published_day(article: Article) -> date | None:
    """Return the day of publication; none where it is not given, is no ISO date or has no year before or after it."""
    try:
        day = date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None
    return day if date.min.year < day.year < date.max.year else None
