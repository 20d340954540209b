"""From marks to attributions: rows of a text, its marks by their words, and what they make."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from claimcheck.extract.attributions import Attribution
from claimcheck.extract.attributions.tagged import from_marks
from claimcheck.extract.document import Document
from claimcheck.extract.quotes import find_quotations
from claimcheck.model import Mode, Stance
from claimcheck.ports import Mark, Role

Read = Callable[..., Document]


def place_of(words: str, text: str) -> int:
    """Return where words are in a text: not "he" of "They", though a mark may cut a word."""
    found = re.search(rf"\b{re.escape(words)}", text)
    return found.start() if found else text.index(words)


def made(read: Read, text: str, source: str, cue: str, *content: str) -> Attribution:
    (found,) = drawn(read, text, source, cue, *content)
    return found


def drawn(read: Read, text: str, source: str, cue: str, *content: str) -> tuple[Attribution, ...]:
    document = read(text)
    anchor = text.index(cue)
    marks = [Mark(Role.CUE, anchor, anchor + len(cue), anchor, 0.9)]
    for role, words in ((Role.SOURCE, source), *((Role.CONTENT, piece) for piece in content)):
        if words:
            start = place_of(words, text)
            marks.append(Mark(role, start, start + len(words), anchor, 0.8))
    return from_marks(document, marks, find_quotations(t.parse.passage for t in document.trees))


ROWS = [
    ("The army said that three men fled.", "The army", "said", ["that three men fled"], ["three men fled"], "affirm"),
    ('"They fled," he said.', "he", "said", ['They fled,"'], ["They fled"], "affirm"),
    ('"They fled at dawn," he said.', "he", "said", ["fled at dawn"], ["They fled at dawn"], "affirm"),
    ("He denied the attack.", "He", "denied", ["the attack"], ["the attack"], "deny"),
    ("She refused to say who fired.", "She", "refused to say", ["who fired"], ["who fired"], "refuse"),
    ("She did not say who fired.", "She", "did not say", ["who fired"], ["who fired"], "refuse"),
    ("They hope to return soon.", "They", "hope", ["to return soon"], ["to return soon"], "attitude"),
    ("He relishes a fight with them.", "He", "relishes", ["a fight with them"], ["a fight with them"], "attitude"),
    ("According to police, it burned.", "police", "According to", ["it burned"], ["it burned"], "affirm"),
    ("He called for calm in the city.", "He", "called for", ["calm in the city"], ["calm in the city"], "attitude"),
    ("The crew admitted to leaving early.", "The crew", "admitted", ["to leaving early"], ["leaving early"], "affirm"),
    ("The crew agreed to leave early.", "The crew", "agreed", ["to leave early"], ["to leave early"], "attitude"),
    ("They denied hitting him.\n\nThey rang us.", "They", "denied", ["hitting him"], ["hitting him"], "deny"),
    # what stands in the paragraph before the cue is not told with it
    ("It left.\n\nThe crew said it sank.", "The crew", "said", ["It left", "it sank"], ["it sank"], "affirm"),
    ('"Go," he said, "and stay."', "he", "said", ["Go", "and stay"], ["Go", "and stay"], "affirm"),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "source", "cue", "content", "expected", "stance"), ROWS, ids=[row[0] for row in ROWS])
def test_made(
    read: Read, text: str, source: str, cue: str, content: list[str], expected: list[str], stance: str
) -> None:
    found = made(read, text, source, cue, *content)
    assert [text[slice(*span)] for span in found.content] == expected
    assert found.source
    assert text[slice(*found.source)] == source
    assert found.stance is Stance(stance)
    assert found.found_by == "tagger"
    assert found.sure == 0.8


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("A nurse, who asked not to be named, said it sank.", "who asked not to be named", "A nurse"),
        ("A guard, who was not allowed to talk, said it sank.", "who was not allowed to talk", "A guard"),
        ("A guard at the gate said it sank.", "A guard at the gate", "A guard at the gate"),
    ],
)
def test_a_clause_about_the_source_is_not_the_source(read: Read, text: str, source: str, expected: str) -> None:
    found = made(read, text, source, "said", "it sank")
    assert found.source
    assert text[slice(*found.source)] == expected


@pytest.mark.models
def test_the_mode_is_that_of_the_quotation_marks(read: Read) -> None:
    assert made(read, '"They fled," he said.', "he", "said", "They fled").mode is Mode.DIRECT
    assert made(read, "They fled, he said.", "he", "said", "They fled").mode is Mode.INDIRECT
    mixed = made(read, 'He said they "fled like hares" at dawn.', "He", "said", 'they "fled like hares" at dawn')
    assert mixed.mode is Mode.MIXED


@pytest.mark.models
def test_who_was_told_says_nothing(read: Read) -> None:
    text = "We had not been warned of any raid."
    marks = (("We", Role.SOURCE), ("had not been warned of", Role.CUE), ("any raid", Role.CONTENT))
    marked = [Mark(role, text.index(words), text.index(words) + len(words), 3, 0.9) for words, role in marks]
    assert from_marks(read(text), marked, ()) == ()


@pytest.mark.models
def test_a_cue_without_content_makes_nothing(read: Read) -> None:
    document = read("The army said.")
    assert from_marks(document, [Mark(Role.CUE, 9, 13, 9, 0.9)], ()) == ()


@pytest.mark.models
def test_a_mark_that_cuts_a_word_is_drawn_to_its_edges(read: Read) -> None:
    text = "Then Sokimex said the pit lies outside."
    found = made(read, text, "kimex", "said", "he pit lies outs")
    assert found.source
    assert text[slice(*found.source)] == "Sokimex"
    assert [text[slice(*span)] for span in found.content] == ["the pit lies outside"]


NO_REPORTS = [
    ("The rebels have not claimed that raid, a firm said.", "a firm", "have not claimed", "The rebels"),
    ("He made no mention of a boat.", "He", "made no mention of", "a boat"),
    ("There is nothing that suggests they fled.", "nothing", "suggests", "they fled"),
    ("Pressed on whether they fled, he left.", "he", "Pressed", "whether they fled"),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "source", "cue", "content"), NO_REPORTS, ids=[row[0] for row in NO_REPORTS])
def test_marks_that_report_nothing(read: Read, text: str, source: str, cue: str, content: str) -> None:
    assert drawn(read, text, source, cue, content) == ()


@pytest.mark.models
def test_a_clause_is_no_speaker(read: Read) -> None:
    text = (
        "Even those who have sketched out possible paths for Mr. Moe to win the race acknowledge that they are slender."
    )
    found = made(read, text, "Mr. Moe to win the race", "acknowledge", "that they are slender")
    assert found.source
    assert text[slice(*found.source)] == "Even those"


@pytest.mark.models
def test_what_a_cue_is_said_of_is_told_where_its_object_feels_it(read: Read) -> None:
    assert drawn(
        read, "The timing of the surge surprised Karl Moe.", "Karl Moe", "surprised", "The timing of the surge"
    )
