"""What a desk would strike: a difference told twice, half a clause as a statement, a note said again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from reports import ARTICLES, COAST_GUARD, NAVY, WITNESS_1, Told, claim, detail, strait_report

from claimcheck.desk import Row, arrange, sentence
from claimcheck.desk.accounts import accounts_of
from claimcheck.desk.alike import clashes_once, told_once
from claimcheck.desk.alone import alone_in
from claimcheck.desk.index import Index
from claimcheck.desk.marks import Mark
from claimcheck.desk.reasons import told, weighed
from claimcheck.desk.rows import Clash, Side
from claimcheck.desk.words import Form, Words, polarity_to_tell, shortened
from claimcheck.model import (
    Article,
    Aspect,
    Cell,
    Claim,
    Finding,
    Incident,
    Kind,
    Mode,
    Polarity,
    Span,
    Status,
    Strength,
)

STRAIT = strait_report()


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        ("different places", "Different places"),
        ("", ""),
        ("i24NEWS restates it", "i24NEWS restates it"),
        ("x; A is paraphrased: get the original", "X; A is paraphrased: get the original"),
        (
            "two numbers; A is paraphrased: get the original; B is paraphrased: get the original",
            "Two numbers; A and B are paraphrased: get the originals",
        ),
        (
            "; ".join(f"{name} is paraphrased: get the original" for name in "ABBC"),
            "A, B and C are paraphrased: get the originals",
        ),
    ],
)
def test_a_reason_is_a_sentence_and_says_a_thing_once(reason: str, shown: str) -> None:
    assert told(reason) == shown


def words(text: str, ref: str = "L1") -> Words:
    return Words(text, Form.PARAPHRASE, ref)


def row(point: str, *cells: Sequence[str], mark: Mark = Mark.CONFLICT) -> Row:
    return Row(mark, point, tuple(tuple(map(words, cell)) for cell in cells))


@pytest.mark.parametrize(
    ("first", "second", "points"),
    [
        (row("how", ["a leak"], ["bomb"]), row("why", ["a leak"], ["a bomb laid by men"]), ["how, why"]),
        (row("how", ["a leak"], ["“bomb”"]), row("why", ["a leak"], ["bomb"]), ["how, why"]),
        (row("how", ["a leak"], ["bomb"]), row("why", ["a leak"], ["rats"]), ["how", "why"]),
        (row("how", ["a leak"], []), row("why", ["a leak"], ["bomb"]), ["how", "why"]),
        (row("how", ["a leak"], ["bomb"]), row("why", ["a leak"], ["bomb"], mark=Mark.BOTH_SAY), ["how", "why"]),
    ],
    ids=["one in the other", "marks", "other words", "another silence", "another mark"],
)
def test_one_difference_on_two_points_is_one_row(first: Row, second: Row, points: list[str]) -> None:
    assert [found.point for found in told_once([first, second])] == points


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        (row("how", ["a leak"], ["gas"]), row("how", ["a leak of gas", "rats"], ["gas"]), 1),
        (row("how", ["a leak of gas"], ["gas"]), row("how", ["a leak"], ["gas"]), 1),
        (row("how", ["a leak"], ["gas"]), row("how", ["a leak"], []), 1),
        (row("how", ["a leak"], ["gas"]), row("how", ["rats"], ["gas"]), 2),
        (row("how", ["a leak"], ["gas"]), row("how", ["a leak"], ["gas"], mark=Mark.BOTH_SAY), 2),
    ],
    ids=["fuller words", "the fuller first", "more accounts", "other words", "another mark"],
)
def test_a_row_that_says_no_more_than_another_is_left_out(first: Row, second: Row, left: int) -> None:
    assert len(told_once([first, second])) == left


def test_the_fuller_words_stay() -> None:
    [found] = told_once([row("how", ["a leak"], ["bomb"]), row("why", ["a leak"], ["a bomb laid by men"])])
    assert [[each.text for each in cell] for cell in found.cells] == [["a leak"], ["a bomb laid by men"]]


def test_one_conflict_on_two_points_is_told_once() -> None:
    a, b = next(sheet for sheet in arrange(STRAIT).sheets if len(sheet.accounts) > 1).accounts[:2]

    def clash(point: str, *texts: str) -> Clash:
        sides = [Side(account, (words(text),)) for account, text in zip((a, b), texts, strict=True)]
        return Clash(row(point, *[[text] for text in texts]), ((sides[0], sides[1]),))

    [found] = clashes_once([clash("how", "a leak", "bomb"), clash("why", "a leak", "a bomb")])
    assert (found.row.point, found.pairs[0][1].words[0].text) == ("how, why", "a bomb")
    assert len(clashes_once([clash("how", "a leak", "bomb"), clash("why", "rats", "a bomb")])) == 2


@pytest.mark.parametrize(("strength", "shown"), [("clear", "Why"), ("likely", "Likely. Why"), ("weak", "Weak. Why")])
def test_how_sure_a_conflict_is(strength: str, shown: str) -> None:
    assert weighed(Clash(replace(row("how"), reason="Why", strength=Strength(strength)), ())) == shown


ARTICLE = Article(
    "x", "A meeting took place, which nobody saw. The guards spoke of the storm that passed.", "Orland Navy"
)


def alone(*claims: Claim, cells: Sequence[tuple[str, Aspect, str]] = ()) -> list[tuple[list[str], list[str]]]:
    """Return the points and the statements of each account alone, in an incident of all the claims."""
    propositions = [p for each in claims for p in each.propositions]
    by_id = {p.id: p for p in propositions}

    def cell(proposition: str, words: str) -> Cell:
        [fact] = [fact for fact in by_id[proposition].facts if fact.text == words]
        owner = next(each for each in claims if each.id == by_id[proposition].claim)
        return Cell(owner.source.id, owner.id, proposition, words, fact.span, owner.mode)

    shared = Finding(
        Aspect.BY_WHOM, Status.BOTH_SAY, 0.9, "", tuple(cell(p, w) for p, a, w in cells if a is Aspect.BY_WHOM)
    )
    others = [Finding(a, Status.ONE_SOURCE, 0.9, "", (cell(p, w),)) for p, a, w in cells if a is not Aspect.BY_WHOM]
    incident = Incident("i", Kind.EVENT, "x", tuple(by_id), findings=(shared, *others))
    index = Index(claims, [ARTICLE])
    found = alone_in(index, incident, accounts_of(index, claims))
    return [([p.point for p in each.points], [w.text for w in each.statements]) for each in found]


def split(given: Claim, *pieces: str) -> Claim:
    """Return a claim with one proposition for each piece of its words."""
    start = given.spans[0].start
    spans = [Span(start + given.text.index(piece), start + given.text.index(piece) + len(piece)) for piece in pieces]
    first = given.propositions[0]
    parts = (
        replace(first, id=f"{given.id}.{number}", text=piece, spans=(span,), standalone=piece)
        for number, (piece, span) in enumerate(zip(pieces, spans, strict=True))
    )
    return replace(given, propositions=tuple(parts))


@pytest.mark.parametrize(
    ("sentence", "pieces", "statements"),
    [
        ("The guards spoke of the storm that passed", ["The guards spoke of the storm", "that passed"], 1),
        ("A meeting took place, which nobody saw", ["A meeting took place", "which nobody saw"], 1),
        ("The guards spoke of the storm", ["The guards", "spoke of the storm"], 2),
    ],
)
def test_half_a_clause_is_no_statement(sentence: str, pieces: list[str], statements: int) -> None:
    given = split(claim("c", Told(ARTICLE, COAST_GUARD, Mode.INDIRECT), sentence), *pieces)
    [(_, found)] = alone(given)
    assert found == ([sentence] if statements == 1 else pieces)


def test_words_of_the_verb_are_no_point_of_their_own() -> None:
    facts = [
        detail(Aspect.STATUS, "took place", "take place", "take place"),
        detail(Aspect.BY_WHOM, "A meeting", "meeting", "take place"),
        detail(Aspect.WHAT, "place", "place", "take place"),
    ]
    given = claim("c", Told(ARTICLE, COAST_GUARD, Mode.INDIRECT), "A meeting took place", facts)
    cells = [("c.0", Aspect.BY_WHOM, "A meeting"), ("c.0", Aspect.WHAT, "place")]
    assert alone(given, cells=cells) == []


def test_a_source_that_publishes_its_words_itself_has_one_way() -> None:
    quoted = claim("a", Told(ARTICLE, NAVY, Mode.INDIRECT), "A meeting took place")
    narrated = claim("b", Told(ARTICLE, NAVY, None), "The guards spoke of the storm")
    elsewhere = claim("c", Told(ARTICLES[0], NAVY, Mode.INDIRECT), "rockets were used")
    given = [quoted, narrated, elsewhere]
    [account] = accounts_of(Index(given, [ARTICLE, ARTICLES[0]]), given)
    assert account.via == "its own text and via The Harbour Post"


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        ("military bases in Syria", 20, "military bases in Syria"),
        ("they set up military bases in northern Syria", 30, "they set up military bases [...]"),
        ("“one two of the three and four five six”", 18, "“one two [...]”"),
    ],
)
def test_words_are_cut_only_where_that_gains_something(text: str, longest: int, shown: str) -> None:
    assert shortened(words(text), longest).text == shown


@pytest.mark.parametrize(
    ("facts", "status", "shown"),
    [
        ([], Status.ONE_SOURCE, ("day not stated", "place not stated")),
        ([Aspect.WHEN], Status.ONE_SOURCE, ("no day in common", "place not stated")),
        ([Aspect.WHEN, Aspect.WHERE], Status.CANNOT_TELL, ("no day in common", "no place in common")),
        ([Aspect.WHERE], Status.CONFLICT, ("day not stated", "places differ")),
    ],
)
def test_what_some_text_states_is_not_called_unstated(
    facts: list[Aspect], status: Status, shown: tuple[str, str]
) -> None:
    told_of = [detail(aspect, "The guards", None) for aspect in facts]
    a = claim("a", Told(ARTICLE, NAVY, Mode.INDIRECT), "The guards spoke of the storm", told_of)
    b = claim("b", Told(ARTICLE, WITNESS_1, Mode.INDIRECT), "A meeting took place")
    findings = tuple(Finding(aspect, status, 0.9, "", ()) for aspect in facts)
    incident = Incident("i", Kind.EVENT, "x", ("a.0", "b.0"), findings=findings)
    [sheet] = arrange(
        replace(STRAIT, articles=(ARTICLE,), claims=(a, b), incidents=(incident,), comparisons=(), origins=())
    ).sheets
    assert sheet.apart == shown


def test_a_difference_between_two_tellings_is_minded_once() -> None:
    against = [c for c in STRAIT.comparisons if c.id == "k6"]
    verdict = against[0].verdict.aspects[0]
    twice = replace(
        against[0], id="k6b", verdict=replace(against[0].verdict, aspects=(replace(verdict, of="start"), verdict))
    )
    before, after = (
        [remark.title for sheet in arrange(replace(STRAIT, comparisons=found)).sheets for remark in sheet.remarks]
        for found in (STRAIT.comparisons, (twice, *STRAIT.comparisons))
    )
    assert sorted(before) == sorted(after)
    assert "the outlet against its source, what (shoot)" in after


def test_a_capital_opens_a_sentence() -> None:
    assert (sentence("two"), sentence("a"), sentence(""), sentence("eBay sold")) == ("Two", "A", "", "eBay sold")


@pytest.mark.parametrize(
    ("words", "told"),
    [("injured", True), ("nobody", False), ("“No Russian drone", False), ("Norwegian troops", True)],
)
def test_words_that_say_no_need_no_note(words: str, told: bool) -> None:
    assert (polarity_to_tell(words, Polarity.NEGATIVE) is Polarity.NEGATIVE) is told
    assert polarity_to_tell(words, Polarity.POSITIVE) is Polarity.POSITIVE
