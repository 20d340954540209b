"""Places, their spellings and what lies in what."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.knowledge import default_knowledge
from claimcheck.knowledge.places import Place

PLACES = default_knowledge().places


@pytest.mark.parametrize(
    ("name", "canonical", "country"),
    [
        ("Israeli", "Israel", "Israel"),
        ("Israelis", "Israel", "Israel"),
        ("Israels", "Israel", "Israel"),
        ("USA", "United States", "United States"),
        ("U.S.", "United States", "United States"),
        ("Britain", "United Kingdom", "United Kingdom"),
        ("Hasaka", "Hasakah", "Syria"),
        ("Hassakeh", "Hasakah", "Syria"),
        ("Hasakeh province", "Hasakah Governorate", "Syria"),
        ("Qamishly", "Qamishli", "Syria"),
        ("Khan Shaykhun", "Khan Sheikhun", "Syria"),
        ("the city of Manbij", "Manbij", "Syria"),
        ("the Syrian city of Qamishli", "Qamishli", "Syria"),
        ("Syrias Idlib", "Idlib", "Syria"),
        ("the northwestern province of Idlib", "Idlib Governorate", "Syria"),
        ("north Hama province", "northern Hama Governorate", "Syria"),
        ("northern Syria", "northern Syria", "Syria"),
        ("Meiss el-Jabal", "Mays al-Jabal", "Lebanon"),
        ("Karoum al-Sharqi", "Kroom al-Sharaki", "Lebanon"),
        ("Ghouta, Damascus", "Ghouta", "Syria"),
        ("Paris, France", "Paris", "France"),
        ("Shayrat military airbase", "Shayrat", "Syria"),
        ("Kiev region", "Kyiv Oblast", "Ukraine"),
        ("Gaza", "Gaza Strip", "Palestine"),
        ("Golan", "Golan Heights", None),
        ("Georgia", "Georgia", "Georgia"),
        ("Basra", "Basra", "Iraq"),
        ("Bosra", "Bosra", "Syria"),
    ],
)
def test_a_place_has_one_name(name: str, canonical: str, country: str | None) -> None:
    assert PLACES.canonical(name) == canonical
    assert PLACES.country(name) == country


@pytest.mark.parametrize(
    "name",
    [
        "",
        "us",
        "Hamas",
        "Ramadan",
        "Monday",
        "Xanadu",
        "Francis",
        "Fisher",
        "Ford",
        "Baghdadi",
        "Al Jazeera",
        "US State",
        "Syrian Air",
        "In Italy",
        "the enclave",
        "northern",
        "city",
        "of",
        "a " * 500,
    ],
)
def test_an_unknown_place_stays_unknown(name: str) -> None:
    assert PLACES.canonical(name) is None
    assert PLACES.country(name) is None
    assert PLACES.contains("Syria", name) is None


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("Syria", "Manbij", True),
        ("Aleppo province", "Manbij", True),
        ("Aleppo", "Manbij", True),
        ("Syria", "northern Syria", True),
        ("Ghouta", "Zamalka", True),
        ("Damascus", "Zamalka", True),
        ("Homs", "Homs", True),
        ("Lebanon", "Manbij", False),
        ("Manbij", "Aleppo province", False),
        ("Idlib", "Homs", False),
        ("northern Syria", "Manbij", None),
        ("Middle East", "Syria", None),
        ("Israel", "Golan Heights", None),
    ],
)
def test_what_lies_in_what(outer: str, inner: str, expected: bool | None) -> None:
    assert PLACES.contains(outer, inner) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Hasaka", "Al-Hasakah", True),
        ("Homs", "Hama", False),
        ("Wadi Brisa", "Wadi Breessa", True),
        ("Kroom", "Karoum", True),
        ("Kroom al-Sharaki", "Karoum al-Sharqi", True),
        ("Mays al-Jabal", "Meiss el-Jabal", True),
        ("Mais al-Jabal", "Meis al-Jabal", True),
        ("Dayr az-Zawr", "Deir Ezzor", True),
        ("Al-Hudaydah", "Hodeida", True),
        ("El Fasher", "Al-Fashir", True),
        ("Kharkov", "Kharkiv", True),
        ("Tel Aviv", "Tel Afar", False),
        ("Xanadu", "Erewhon", None),
        ("Xanadu", "Homs", None),
    ],
)
def test_whether_two_names_are_one_place(a: str, b: str, expected: bool | None) -> None:
    assert PLACES.same(a, b) is expected
    assert PLACES.same(b, a) is expected


def test_every_place_is_found_and_lies_in_one_that_is_known() -> None:
    names = [place.name for place in PLACES.places]
    assert len(names) == len(set(names)) > 700
    for place in PLACES.places:
        assert PLACES.contains(place.name, place.name) is not False
        assert place.within is None or place.within in names
        assert place.country or place.within is None or PLACES.country(place.name)


@pytest.mark.parametrize("place", PLACES.places, ids=lambda place: place.name)
def test_every_spelling_is_of_its_own_place(place: Place) -> None:
    towns_of_its_name = {other.name for other in PLACES.places if place.name.startswith(other.name)}
    for spelling in (place.name, *place.also):
        assert PLACES.canonical(spelling) in towns_of_its_name | {place.name}, spelling


@given(
    st.lists(st.sampled_from([*(place.name for place in PLACES.places[:400]), "northern", "city", "of", "province"]))
)
def test_the_canonical_name_of_a_canonical_name_is_itself(words: list[str]) -> None:
    for a, b in pairwise([*words, ""]):
        canonical = PLACES.canonical(f"{a} {b}")
        assert canonical is None or PLACES.canonical(canonical) == canonical


@given(st.text(max_size=60))
def test_any_text_may_be_asked(text: str) -> None:
    PLACES.country(text)
    PLACES.same(text, "Homs")
