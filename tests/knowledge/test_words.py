"""Names as folded words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.knowledge.spelling import skeleton
from claimcheck.knowledge.words import Case, keys_of, words_of


@pytest.mark.parametrize(
    ("a", "b"),
    [
        *(("the U.S.", "US"), ("U.S. Army", "US army"), ("U.S.-led", "us led"), ("Israel's army", "Israel army")),
        *(("Sana\u2019a", "Sanaa"), ("Da'esh", "DAESH"), ("al-Jabal", "Al Jabal"), ("François", "Francois")),
        *(("#Israel", "Israel"), ("@IDF", "IDF"), ("  The  Hague ", "Hague"), ("Türkiye", "turkiye")),
    ],
)
def test_spellings_that_are_one_name(a: str, b: str) -> None:
    assert keys_of(a) == keys_of(b)


@pytest.mark.parametrize(
    ("text", "case"),
    [("IDF", Case.UPPER), ("IDFs", Case.UPPER), ("Idf", Case.TITLE), ("idf", Case.LOWER), ("US", Case.UPPER)],
)
def test_case_is_kept(text: str, case: Case) -> None:
    assert [word.case for word in words_of(text)] == [case]


def test_punctuation_keeps_words_apart() -> None:
    assert [word.apart for word in words_of("Israel, army-led \u201cforces\u201d. Then")] == [
        False,
        True,
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [("Meiss", "Mayss"), ("Hassadjek", "Hassajik"), ("Tokhar", "Al-Tukhar"), ("Qasr el-Breij", "Kasr al-Brij")],
)
def test_skeletons_of_one_name(a: str, b: str) -> None:
    assert skeleton(keys_of(a)) == skeleton(keys_of(b))


@given(st.text())
def test_words_are_where_they_say(text: str) -> None:
    last = 0
    for word in words_of(text):
        assert last <= word.start < word.end <= len(text)
        assert word.key
        last = word.end
