"""Where lines may end by UAX #14, rule by rule."""

import pytest

from brochure.typesetting.conventions import UNICODE
from brochure.typesetting.paragraph import Alignment
from brochure.typesetting.unicode_breaks import breaks, line_break_class
from typesetting.setting import EM, composed


def _parted(text: str) -> str:
    ends = breaks(text)
    return "".join(("|" if at in ends else "") + character for at, character in enumerate(text))


@pytest.mark.parametrize(
    "parted",
    [
        "one |two",  # LB18
        "one\u00a0two",  # LB12
        "one\u2060-\u2060two",  # LB11
        "one\u200b|two",  # LB8
        "(one) |two!",  # LB13, LB14
        "and/|or",  # LB13 and LB31: after a solidus
        "up-|to-|date",  # LB21
        "a |-b",  # LB20a
        "3.14% |of |$1,000.00",  # LB25
        "1/2 |and |(3)",
        "港|の|町。|船",
        "港|「町」|船",
        "“港”|は|“町”",
        "a.|港",
        "🇯🇵|🇨🇳",  # LB30a
        "👍🏽|👍",  # LB30b
        "한|국|어",
        "e\u0301|港",  # LB9
    ],
)
def test_breaks(parted: str) -> None:
    assert _parted(parted.replace("|", "")) == parted


def test_hangul_and_small_kana_and_thai_have_their_classes() -> None:
    assert [line_break_class(character) for character in "가각ぁกั"] == ["H2", "H3", "NS", "AL", "CM"]


def test_a_language_of_which_nothing_is_known_breaks_by_unicode() -> None:
    made = composed("one/two three", 3, "en", alignment=Alignment.START, conventions=UNICODE)
    assert [line.text for line in made.lines] == ["one/", "two ", "three"]
    assert all(line.width <= 3 * EM for line in made.lines)
