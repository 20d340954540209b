"""Sentences that can be read alone: what is filled in, from where, and what is left as it is."""

from __future__ import annotations

import pytest

from claimcheck.extract.document import Document
from claimcheck.extract.propositions import propositions_of
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Claim, Mode, Proposition, Source, Span, Stance, Voice
from claimcheck.ports import Models, Passage

ARMY = Source("army-x", "Northland Army", "army")
MINISTER = Source("ida-holm", "Ida Holm", "individual")


def read_alone(models: Models, before: str, said: str, source: Source, mode: Mode) -> tuple[Proposition, ...]:
    text = f"{before}{said}"
    document = Document(Article("a", text), tuple(Tree(parse) for parse in models.parse([Passage(text)])))
    spans = (Span(len(before), len(text)),)
    claim = Claim("c", "a", None, source, (source.name,), Voice.ATTRIBUTED, mode, Stance.AFFIRM, said, spans)
    return propositions_of(claim, document, default_knowledge())


@pytest.mark.parametrize(
    ("before", "said", "source", "mode", "expected"),
    [
        ("", "The guards fired and fled.", ARMY, Mode.DIRECT, ["The guards fired.", "The guards fled."]),
        ("", "Six were killed and ten wounded.", ARMY, Mode.DIRECT, ["Six were killed.", "Ten were wounded."]),
        (
            "",
            "A bomb hit a bus that carried workers.",
            ARMY,
            Mode.DIRECT,
            ["A bomb hit a bus.", "A bus carried workers."],
        ),
        ("Three suspects came near. ", "The three fled.", ARMY, Mode.DIRECT, ["The three [suspects] fled."]),
        (
            "",
            "I told the king that the war is over.",
            MINISTER,
            Mode.DIRECT,
            ["Ida Holm told the king.", "The war is over."],
        ),
        ("", "I am ready.", MINISTER, Mode.DIRECT, ["Ida Holm is ready."]),
        ("", "We opened fire.", ARMY, Mode.DIRECT, ["Northland Army opened fire."]),
        ("", "We opened fire.", MINISTER, Mode.DIRECT, ["We opened fire."]),
        ("The army said ", "it opened fire.", ARMY, Mode.INDIRECT, ["Northland Army opened fire."]),
        ("The minister said ", "she will resign.", MINISTER, Mode.INDIRECT, ["Ida Holm will resign."]),
        ("", "the attack wounded “dozens of people”", ARMY, Mode.MIXED, ["The attack wounded dozens of people."]),
        ("", "They left the camp.", ARMY, Mode.DIRECT, ["They left the camp."]),
    ],
)
def test_a_statement_can_be_read_alone(
    models: Models, before: str, said: str, source: Source, mode: Mode, expected: list[str]
) -> None:
    assert [p.standalone for p in read_alone(models, before, said, source, mode)] == expected


def test_each_substitution_names_its_words_in_the_article(models: Models) -> None:
    before = "Three suspects came near. "
    (statement,) = read_alone(models, before, "The three fled.", ARMY, Mode.DIRECT)
    (change,) = statement.substitutions
    assert (change.text, change.replacement) == ("three", "three [suspects]")
    assert change.span == Span(len(before) + 4, len(before) + 9)


def test_a_subject_outside_a_report_is_found_behind_it(models: Models) -> None:
    before, said = "It rained during the call that the embassy said ", "was initiated by the other side"
    (statement,) = read_alone(models, before, said, ARMY, Mode.INDIRECT)
    assert statement.standalone == "The call was initiated by the other side."


def test_a_monitor_is_not_what_wounded(models: Models) -> None:
    before = "A blast killed a woman, the monitor said, adding "
    monitor = Source("monitor", "War Monitor", "monitor")
    (statement,) = read_alone(models, before, "it also wounded 20 people.", monitor, Mode.INDIRECT)
    assert statement.standalone == "The blast also wounded 20 people."
