"""Quotation marks: which pair, over how many paragraphs, and what an unbalanced one loses."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.quotes import find_quotations
from claimcheck.ports import Passage


def quoted(*paragraphs: str) -> list[list[str]]:
    """Return the words of each quotation in paragraphs that stand one after the other."""
    text = "\n\n".join(paragraphs)
    passages, start = [], 0
    for paragraph in paragraphs:
        passages.append(Passage(paragraph, start))
        start += len(paragraph) + 2
    return [[text[s.start : s.end] for s in q.spans] for q in find_quotations(passages)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "they fled" at dawn.', [["they fled"]]),
        ("She said “they fled” at dawn.", [["they fled"]]),
        ("She said «they fled» at dawn.", [["they fled"]]),
        ("She said „they fled“ at dawn.", [["they fled"]]),
        ("She said ''they fled'' at dawn.", [["they fled"]]),
        ("She said ‘they fled’ at dawn.", [["they fled"]]),
        ('She said “they fled" at dawn.', [["they fled"]]),
        ('"One," he said. "Two."', [["One,"], ["Two."]]),
        ("“He told me ‘run’ and I ran,” she said.", [["He told me ‘run’ and I ran,"]]),
        ("The soldiers’ camp and the ’90s.", []),
        ('It was ("as ever") late.', [["as ever"]]),
    ],
)
def test_marks_pair(text: str, expected: list[list[str]]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (('"One.', '"Two," he said.'), [["One.", "Two,"]]),
        (("“One.", "“Two.", "“Three,” he said."), [["One.", "Two.", "Three,"]]),
        (('"One.', "Two, he said."), []),
        (('"One.', 'Two, "three", he said.'), [["three"]]),
    ],
)
def test_paragraphs_run_on_where_each_opens_with_a_mark(paragraphs: tuple[str, ...], expected: list[list[str]]) -> None:
    assert quoted(*paragraphs) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Six died in a blast" he said. "We ran," she said.', [["We ran,"]]),
        ("“Six died. “We ran,” she said.", [["We ran,"]]),
        ('A 5" gun fired, he said, "at once".', [["at once"]]),
    ],
)
def test_an_unbalanced_mark_loses_only_itself(text: str, expected: list[list[str]]) -> None:
    assert quoted(text) == expected


@given(st.lists(st.text(alphabet="ab .,\"“”'‘’«»\n", max_size=60), max_size=4))
def test_quotations_are_apart_and_in_order(paragraphs: list[str]) -> None:
    passages, start = [], 0
    for paragraph in paragraphs:
        passages.append(Passage(paragraph, start))
        start += len(paragraph) + 1
    spans = [span for q in find_quotations(passages) for span in q.spans]
    assert all(span.start <= span.end <= start for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
