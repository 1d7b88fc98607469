"""Fields in copy: known ones are filled, unknown ones told at their place, and braces of other kinds left alone."""

from __future__ import annotations

import pytest

from brochure.content.fields import fields_in, filled
from brochure.content.mark_rules import wrong_marks


@pytest.mark.parametrize("copy", ["{years}年", "{tie}–{date}", "{strong:太字}と{留萌|るもい}", r"\{year}", "{}", "港"])
def test_known_fields_marks_and_braces_to_be_printed_are_no_mistake(copy: str) -> None:
    assert list(wrong_marks(copy)) == []


@pytest.mark.parametrize(
    ("copy", "offset", "cure"),
    [("海を{year}年", 2, "did you mean “{years}”?"), ("{ years }", 0, "did you mean “{years}”?"), ("{x}", 0, "known")],
)
def test_a_name_that_is_no_field_is_told_at_its_place(copy: str, offset: int, cure: str) -> None:
    (wrong,) = wrong_marks(copy)
    assert (wrong.code, wrong.offset) == ("content.unknown-field", offset)
    assert str(wrong.hints[0]).startswith(cure)


def test_a_language_may_say_the_years_as_an_anniversary_but_not_leave_them_out() -> None:
    assert fields_in("{years}年の春に") == fields_in("{anniversary}之春")
    assert fields_in("{years}年") != fields_in("春")
    assert fields_in("{strong:年}") == frozenset()


def test_values_take_the_places_of_their_fields() -> None:
    assert filled("{tie}から{years}年", {"tie": "1990年", "years": "40"}) == "1990年から40年"
