"""The forms of the trade that stand in the layout and in the marks of a text: a row a form."""

from __future__ import annotations

import pytest
from told import Read, Row, reports, rows

from claimcheck.model import Mode, Stance

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We spoke to the captain, Nora Lind.\n\nQ: Was it dark?\nA: Very. We saw nothing.",
            [("Nora Lind", "", "Very. We saw nothing")],
        ),
        (
            "Nora Lind met Jan Holm of the Herald in her garden. Lind is wary of the port's head, Ada Reyes.\n\n"
            "Q: Was it dark?\nA: Very. We saw nothing.",
            [("Nora Lind", "", "Very. We saw nothing")],
        ),
        (
            "Q. Captain Lind, was it dark?\nA. It was very dark.\nQ. And cold?\nA. It was cold too.",
            [("Captain Lind", "", "It was very dark"), ("Captain Lind", "", "It was cold too")],
        ),
        (
            "Transcript, day two.\n\nHART: Who had the lamp?\n\nLIND: I had it.\n\nHART: All night?\n\nLIND: I did.",
            [
                ("HART", "", "Who had the lamp?"),
                ("LIND", "", "I had it"),
                ("HART", "", "All night?"),
                ("LIND", "", "I did"),
            ],
        ),
        (
            "The captain Nora Lind answers readers.\n\nWas it dark?\n“Very dark.”\n\nWas it cold?\n“Only at night.”",
            [("Nora Lind", "", "Very dark"), ("Nora Lind", "", "Only at night")],
        ),
        (
            "Two questions to Nora Lind, captain of the ferry.\n\nWas it dark? – It was.\n\nWas it cold? – Not very.",
            [("Nora Lind", "", "It was"), ("Nora Lind", "", "Not very")],
        ),
    ],
)
def test_interviews(read: Read, text: str, expected: list[Row]) -> None:
    document = read(text)
    assert rows(document) == expected
    assert {a.mode for a in reports(document)} == {Mode.DIRECT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The captain wrote to the port on Monday:\n\n> The light was out.\n> We saw nothing.\n\nNobody replied.",
            ("The captain", "wrote", "The light was out / We saw nothing"),
        ),
        (
            "The letter, signed by Nora Lind, is short.\n\n> We saw nothing at all.",
            ("Nora Lind", "", "We saw nothing at all"),
        ),
        ("> “The fog hides everything.”\n> — Nora Lind\n\nIt is on the wall.", ("Nora Lind", "", None)),
        ('"The fog hides everything."\n\n– Nora Lind, captain of the ferry', ("Nora Lind", "", None)),
        (
            'The union told its members two things:\n\n1. "No one sails tonight."\n2. "The port stays closed."',
            ("The union", "told", "No one sails tonight / The port stays closed"),
        ),
        ("'The fog hides everything.' -- Nora Lind, captain", ("Nora Lind", "--", None)),
    ],
)
def test_blocks_lists_and_signatures(read: Read, text: str, expected: tuple[str, str, str | None]) -> None:
    source, cue, content = expected
    assert rows(read(text)) == [(source, cue, content or "The fog hides everything")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "What is known:\n- Police: two men held on Monday\n- Hospital: nine people wounded",
            [("Police", ":", "two men held on Monday"), ("Hospital", ":", "nine people wounded")],
        ),
        ("Bridge fell, was not blown up – inquiry", [("inquiry", "–", "Bridge fell, was not blown up")]),
        ("‘We saw nothing’: captain of the ferry", [("captain of the ferry", ":", "We saw nothing")]),
        (
            "Captain denies he was asleep, says fog hid the pier",
            [("Captain", "denies", "he was asleep"), ("Captain", "says", "fog hid the pier")],
        ),
        ("The march ended without trouble (police).", [("police", "(", "The march ended without trouble")]),
        ("Some 300 people came to the port (the organisers say 500).", [("the organisers", "say", "500")]),
        ("Watch: crowd storms bridge in Oslo", []),
    ],
)
def test_headlines_bullets_and_brackets(read: Read, text: str, expected: list[Row]) -> None:
    assert rows(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected", "mode"),
    [
        ("“The mate told me ‘we are lost’,” said Nora Lind.", ("The mate", "told", "we are lost"), Mode.DIRECT),
        ('Nora Lind said: "The mate said that we were lost."', ("The mate", "said", "we were lost"), Mode.INDIRECT),
    ],
)
def test_whom_a_speaker_quotes(read: Read, text: str, expected: Row, mode: Mode) -> None:
    document = read(text)
    inner = next(a for a in reports(document) if a.relays)
    assert [document.words(r) for r in inner.relays] == ["Nora Lind"]
    assert inner.mode is mode
    assert expected in rows(document)


def test_the_outer_speaker_goes_on(read: Read) -> None:
    document = read("“The mate told me ‘we are lost’,” said Nora Lind.\n\n“After that it was very quiet.”")
    assert rows(document)[-1] == ("Nora Lind", "", "After that it was very quiet")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'Who was on the bridge?' asked Nora Lind, the judge.", ("Nora Lind", "asked", "Who was on the bridge")),
        (
            "“We saw nothing. It was dark.\n\n“Then the light came back,” said Nora Lind, the captain.",
            ("Nora Lind", "said", "We saw nothing. It was dark / Then the light came back"),
        ),
        (
            '"The boats," the captain of the ferry, Nora Lind, told the court, "were never lowered that night."',
            ("the captain of the ferry", "told", "The boats / were never lowered that night"),
        ),
        (
            "«No one asked us», said Nora Lind, who had steered, «whether the pier would hold.»",
            ("Nora Lind", "said", "No one asked us / whether the pier would hold"),
        ),
        ("Nora Lind shook her head. “We saw nothing at all.”", ("Nora Lind", "", "We saw nothing at all")),
        ("The pier was shut, the captain, Nora Lind, said.", ("the captain", "said", "The pier was shut")),
        ("The pier, said the captain, Nora Lind, was shut.", ("the captain", "said", "The pier / was shut")),
        ('"Stay on board," reads the order that Nora Lind signed.', ("Nora Lind", "reads", "Stay on board")),
    ],
)
def test_direct_speech(read: Read, text: str, expected: Row) -> None:
    assert rows(read(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the captain's view, the light was out.", [("the captain", "view", "the light was out")]),
        ("In the words of Nora Lind, the light was out.", [("Nora Lind", "words", "the light was out")]),
        (
            "Two died, according to police, and according to the union a third was missing.",
            [("police", "according", "Two died"), ("the union", "according", "a third was missing")],
        ),
        (
            "Nobody (not even the cook, as the captain put it) was on deck.",
            [("the captain", "put", "not even the cook")],
        ),
        (
            "The captain refused to say whether the light was out.",
            [("The captain", "refused", "whether the light was out")],
        ),
        (
            "The captain rejected the claim that the light was out.",
            [("The captain", "rejected", "the claim that the light was out")],
        ),
        (
            "It is untrue, the captain insisted, that the light was out.",
            [("the captain", "insisted", "It is untrue / that the light was out")],
        ),
        (
            "The story said the light was out; the port has confirmed the fault.",
            [("The story", "said", "the light was out"), ("the port", "confirmed", "the fault")],
        ),
    ],
)
def test_phrases_refusals_and_denials(read: Read, text: str, expected: list[Row]) -> None:
    assert rows(read(text)) == expected


def test_no_comment_is_a_refusal(read: Read) -> None:
    (found,) = reports(read("Nora Lind: no comment."))
    assert found.stance is Stance.REFUSE


@pytest.mark.parametrize(
    "text",
    [
        "That said, the ferry has never been so full.",
        "The law says that a ship must carry boats.",
        "It goes without saying that no one was asked.",
        "The vote was held according to the rules of the port.",
        "According to plan, the boats are painted each spring.",
        "If anyone says that the pier is safe, he has not been on it.",
        "The court will say on Monday whether the licence stands.",
        "Neither the port nor the union has denied that the ferry left on Sunday.",
        "'Songs of the North.'\n\nThe ferry leaves at noon.",
    ],
)
def test_what_is_no_report(read: Read, text: str) -> None:
    assert rows(read(text)) == []
