"""How far a confidence can be believed: the measure itself, on verdicts made by hand."""

from __future__ import annotations

import pytest

from benchmarks.quality.calibration import Known, by_strength, by_threshold, calibration_error, interval, plot
from benchmarks.quality.judged import CLAIMS, Judged, by_rules, held_out
from claimcheck.model import Opinion, Relation, Strength, Verdict

CONFLICT, AGREE = Relation.CONFLICT, Relation.AGREE


def known(confidence: float, right: int, of: int, relation: Relation = CONFLICT) -> list[Known]:
    """Verdicts of one confidence, of which so many are right."""
    other = AGREE if relation == CONFLICT else CONFLICT
    return [
        (Judged("made", f"group {i}", (), relation if i < right else other), Verdict(relation, confidence, "made"))
        for i in range(of)
    ]


@pytest.mark.parametrize(
    ("verdicts", "error"),
    [
        (known(0.8, 8, 10), 0.0),
        (known(0.9, 5, 10), 0.4),
        (known(0.5, 9, 10), 0.4),
        ([*known(0.6, 6, 10), *known(1.0, 8, 10)], 0.1),
        ([*known(0.8, 8, 10), *known(0.0, 0, 10, Relation.UNDECIDED)], 0.0),
        ([], 0.0),
    ],
)
def test_the_error_is_how_far_confidence_is_from_what_is_right(verdicts: list[Known], error: float) -> None:
    assert calibration_error(verdicts) == pytest.approx(error)
    assert calibration_error(verdicts[::-1]) == pytest.approx(error)


def test_the_error_lies_in_its_interval() -> None:
    verdicts = [*known(0.6, 50, 100), *known(0.9, 95, 100)]
    low, high = interval(verdicts)
    assert 0 <= low <= calibration_error(verdicts) <= high <= 1


def test_precision_and_recall_of_conflict_from_a_confidence_on() -> None:
    verdicts = [*known(0.95, 3, 4), *known(0.55, 1, 4), *known(0.7, 2, 8, AGREE)]
    columns = [list(column.cells) for column in by_threshold(verdicts).columns]
    rows = {threshold: row for threshold, *row in zip(*columns, strict=True)}
    assert rows["0.5"] == ["0.500", "0.400", "8"]
    assert rows["0.9"] == ["0.750", "0.300", "4"]


def test_the_words_for_a_confidence_are_counted_on_claims_alone() -> None:
    def called(strength: Strength, relation: Relation, of: str = CLAIMS) -> Known:
        return Judged(of, "group", (), CONFLICT), Verdict(relation, 0.9, "made", strength=strength)

    verdicts = [
        *(called(Strength.CLEAR, relation) for relation in (CONFLICT, CONFLICT, CONFLICT, AGREE)),
        called(Strength.CLEAR, AGREE, "sentences"),
        called(Strength.WEAK, Relation.UNDECIDED),
        called(Strength.WEAK, AGREE),
    ]
    rows = list(zip(*(column.cells for column in by_strength(verdicts).columns), strict=True))
    assert rows == [("clear", "4", "0.75"), ("likely", "0", "0.00"), ("weak", "1", "0.00")]


def test_the_plot_tells_each_part() -> None:
    drawn = plot([*known(0.6, 6, 10), *known(0.9, 5, 10)]).replace("&#160;", " ")
    assert "confidence 0.60: 0.60 of 10 right" in drawn
    assert "confidence 0.90: 0.50 of 10 right" in drawn


def test_halves_and_rules() -> None:
    halves = {held_out(f"group {i}") for i in range(20)}
    assert halves == {True, False}
    opinions = tuple(Opinion(judge, CONFLICT, 0.9, "made") for judge in ("facts", "wording", "entailment"))
    assert [o.judge for o in by_rules(Judged("made", "g", opinions, CONFLICT)).opinions] == ["facts", "wording"]
