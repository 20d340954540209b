"""What is prose in an article, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.prose import LONGEST, passages
from claimcheck.model import Article

SENTENCE = "The ferry sank off the northern coast on Monday."


def prose(text: str) -> list[str]:
    return [passage.text for passage in passages(Article("a", text))]


@pytest.mark.parametrize(
    "line",
    [
        "Previous article Mayor opens new bridge",
        "12Next article Ferry company to be sold",
        "Read more: What we know about the ferry.",
        "Share this story on social media.",
        "Sign up for our newsletter.",
        "We use cookies to improve this site.",
        "Advertisement",
        "Image: A ferry in the harbour.",
        "By Jane Doe and John Roe",
        "Updated 14 May 2019 at 10:15.",
        "© 2019 The Harbour Times. All rights reserved.",
        "Ferry sinks off the coast",
    ],
)
def test_lines_that_are_no_prose_are_left_out(line: str) -> None:
    assert prose(f"{line}\n\n{SENTENCE}") == [SENTENCE]
    assert prose(f"{SENTENCE}\n{line}") == [SENTENCE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SENTENCE}\n\n{SENTENCE}", [SENTENCE]),
        ("ferry sinks, no one hurt", ["ferry sinks, no one hurt"]),
        ("OSLO (AFP) - The ferry sank.", ["The ferry sank."]),
        ("BEIRUT, Lebanon — The ferry sank.", ["The ferry sank."]),
        ("Well-known ferries sank.", ["Well-known ferries sank."]),
        ("By Monday, the ferry had sunk in the deep water of the fjord.", None),
        ("Published figures show a rise in accidents, the ministry said." + " More." * 40, None),
    ],
)
def test_what_is_kept(text: str, expected: list[str] | None) -> None:
    assert prose(text) == ([text] if expected is None else expected)


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    text = (
        "The ferry sank off the northern coast on Monday in\n"
        "heavy fog, the harbour master said. All of those on\n"
        "board were brought to the shore by fishing boats\n"
        "before noon.\n\n"
        "No one was hurt, he added."
    )
    first, second = prose(text)
    assert first.startswith("The ferry")
    assert first.endswith("before noon.")
    assert second == "No one was hurt, he added."


def test_the_header_of_a_file_is_no_prose() -> None:
    text = f"---\noutlet: The Harbour Times\n---\n{SENTENCE}"
    body = text.index(SENTENCE)
    (passage,) = passages(Article("a", text, body=body))
    assert (passage.text, passage.start) == (SENTENCE, body)


def test_a_long_paragraph_is_parsed_in_parts() -> None:
    text = "They ran. " * 5000
    parts = passages(Article("a", text))
    assert max(len(part.text) for part in parts) <= LONGEST
    assert all(text.startswith(part.text, part.start) for part in parts)


@given(st.text(max_size=300))
def test_offsets_are_those_of_the_text_as_read(text: str) -> None:
    for passage in passages(Article("a", text)):
        assert text[passage.start : passage.start + len(passage.text)] == passage.text
