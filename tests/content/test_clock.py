"""Times of day: written in one way, understood in many so that the right one can be offered."""

from __future__ import annotations

import pytest

from brochure.content.clock import ClockTime
from brochure.source.model import Refused


@pytest.mark.parametrize(
    ("text", "hour", "minute"), [("9:30", 9, 30), ("09:30", 9, 30), ("0:00", 0, 0), ("24:00", 24, 0)]
)
def test_a_time_is_read(text: str, hour: int, minute: int) -> None:
    assert ClockTime.parse(text) == ClockTime(hour, minute)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("午後2時半", "14:30"),
        ("下午3点", "15:00"),
        ("９：３０", "9:30"),
        ("10時05分", "10:05"),
        ("10.15", "10:15"),
        ("午前9時", "9:00"),
        ("pm 12:10", "12:10"),
    ],
)
def test_an_offices_spelling_is_refused_with_the_right_form(text: str, meant: str) -> None:
    with pytest.raises(Refused) as refused:
        ClockTime.parse(text)
    assert refused.value.code == "content.bad-time"
    assert f"write {meant}" in [str(hint) for hint in refused.value.hints]


@pytest.mark.parametrize("text", ["25:00", "9:60", "24:01", "noon", "", "9:3"])
def test_what_no_clock_shows_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        ClockTime.parse(text)


def test_times_have_an_order_and_are_printed_as_written() -> None:
    assert ClockTime(9, 5) < ClockTime(10) < ClockTime(24)
    assert str(ClockTime(9, 5)) == "9:05"
    with pytest.raises(ValueError, match="no such time"):
        ClockTime(24, 30)
