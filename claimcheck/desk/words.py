"""Words of an article as they are shown: verbatim, with the marks that say whose they are and how sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from claimcheck.desk.quoted import quoted_in
from claimcheck.desk.visible import visible
from claimcheck.model import ELISION, Claim, Hedge, HedgedBy, Mode, Polarity, Span, Stance, Voice

LONGEST = 360
"""Words of a table or a sentence are cut after so many characters, at a word; the claims are shown whole."""


class Form(StrEnum):
    """How the article gives the words."""

    QUOTED = "quoted"
    PARAPHRASE = "paraphrase"
    MIXED = "partly quoted"
    OWN = "own words"


_STANCES = {Stance.DENY: "(denied)", Stance.REFUSE: "(refused)"}
FORM_MARKS = {Form.QUOTED: "", Form.PARAPHRASE: "~ ", Form.MIXED: "~ ", Form.OWN: "¶ "}


@dataclass(frozen=True, slots=True)
class Words:
    """Words to show. In `text` the marks “ ” stand around what the article quotes, and around nothing else.

    `antecedent` are the fuller words that they go back to: those of “three suspects” for “the suspects”.
    """

    text: str
    form: Form
    ref: str
    notes: tuple[str, ...] = ()
    antecedent: Words | None = None

    @property
    def marked(self) -> str:
        """The words with all marks: `~ in the air (?)`."""
        return " ".join([FORM_MARKS[self.form] + self.text, *self.notes])

    @property
    def cited(self) -> str:
        """The words with all marks and their place, and so those that they go back to."""
        before = f" ({self.antecedent.cited})" if self.antecedent else ""
        return f"{self.marked} {self.ref}".rstrip() + before


def words_of(claim: Claim, text: str, spans: Sequence[Span], ref: str) -> Words:
    """Return the words of a claim at `spans` of the article's `text`, with whose they are."""
    shown = [_shown(claim, text, span) for span in spans]
    whole = ELISION.join(piece for piece, _ in shown)
    form = _form(claim, [form for _, form in shown])
    if form is Form.QUOTED:
        whole = whole.replace(f"”{ELISION}“", ELISION)
    return Words(visible(whole).strip(), form, ref)


def unplaced_words(claim: Claim, words: str, ref: str) -> Words:
    """Return words of a claim that stand nowhere in its article as they are, such as pieces joined."""
    form = _form(claim, [Form.QUOTED if claim.mode is Mode.DIRECT else Form.PARAPHRASE])
    shown = visible(words).strip()
    return Words(f"“{shown}”" if form is Form.QUOTED else shown, form, ref)


def notes_of(claim: Claim, hedges: Iterable[Hedge], polarity: Polarity, spans: Sequence[Span]) -> tuple[str, ...]:
    """Return what weakens or turns the words at `spans`: a denial, a refusal, a negation, hedges and whose they are."""
    notes = [_STANCES[claim.stance]] if claim.stance in _STANCES else []
    if polarity is Polarity.NEGATIVE:
        notes.append("(negated)")
    return tuple(dict.fromkeys([*notes, *(_hedge_note(claim, hedge, spans) for hedge in hedges)]))


def hedges_on(claim: Claim, spans: Sequence[Span]) -> tuple[Hedge, ...]:
    """Return the hedges on the words at `spans`; what the outlet doubts it doubts as a whole."""
    return tuple(
        hedge
        for hedge in claim.hedges
        if hedge.by is HedgedBy.OUTLET or any(hedge.span.overlaps(span) for span in spans)
    )


_NO = re.compile(r"\W*(?:no|nobody|none|nothing|neither|not|never)\b", re.IGNORECASE)


def polarity_to_tell(text: str, polarity: Polarity) -> Polarity:
    """Return the polarity of a statement that its words need a note on: "nobody" says so by itself."""
    return Polarity.POSITIVE if _NO.match(text) else polarity


_LEADING_ON = re.compile(
    r"(?:[\s,;:]+(?:an?|the|and|or|but|of|in|on|at|to|for|from|with|by|near|that|which|their|its))+$"
)
"""Words at a cut that only lead on to what was cut."""


def shortened(words: Words, longest: int = LONGEST) -> Words:
    """Return words cut after about `longest` characters, at the end of a word, with [...] for the rest.

    Words that are not much longer stay whole: to cut "in Syria" to "in [...]" gains nothing.
    """
    if len(words.text) <= longest + longest // 3:
        return words
    cut = _LEADING_ON.sub("", words.text[:longest].rsplit(" ", 1)[0])
    closing = "”" if cut.count("“") > cut.count("”") else ""
    return replace(words, text=f"{cut}{ELISION.rstrip()}{closing}")


def _hedge_note(claim: Claim, hedge: Hedge, spans: Sequence[Span]) -> str:
    if hedge.by is HedgedBy.OUTLET and claim.voice is Voice.ATTRIBUTED:
        return f"(? “{visible(hedge.text)}”: {visible(claim.outlet or 'the outlet')})"
    inside = any(hedge.span.overlaps(span) for span in spans)
    return "(?)" if inside else f"(? “{visible(hedge.text)}”)"


def _shown(claim: Claim, text: str, span: Span) -> tuple[str, Form]:
    if claim.mode is Mode.DIRECT:
        return f"“{text[span.start : span.end].strip()}”", Form.QUOTED
    around = next((piece for piece in claim.spans if piece.contains(span)), span)
    parts, outside, at = [], "", span.start
    for quote in quoted_in(text, around.start, around.end):
        start, end = max(quote.start, span.start), min(quote.end, span.end)
        if start >= end:
            continue
        before = text[at : max(quote.first, at)]
        parts += [before, f"“{text[start:end]}”"]
        outside += before
        at = min(max(quote.last, at), span.end)
    rest = text[at : span.end]
    return "".join([*parts, rest]), _form_of(bool(parts), outside + rest)


def _form_of(quotes: bool, outside: str) -> Form:
    if not quotes:
        return Form.PARAPHRASE
    return Form.MIXED if any(char.isalnum() for char in outside) else Form.QUOTED


def _form(claim: Claim, forms: Sequence[Form]) -> Form:
    if claim.voice is Voice.NARRATION:
        return Form.OWN
    found = set(forms)
    return found.pop() if len(found) == 1 else Form.MIXED
