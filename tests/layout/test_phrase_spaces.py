"""Phrases parted by spaces: between phrases and nowhere else, readings and marks left whole."""

from __future__ import annotations

import pytest

from brochure.content.marks import Mark, Piece, parse_marks, plain_of
from brochure.layout.phrase_spaces import phrases_parted


def test_a_space_stands_between_phrases_and_not_beside_punctuation() -> None:
    parted = plain_of(phrases_parted(parse_marks("船に乗って、海をこえると町があります。"), "ja"))
    assert parted == "船に  乗って、海を  こえると  町が  あります。"


def test_a_word_with_a_reading_is_not_parted_and_what_is_marked_stays_marked() -> None:
    pieces = parse_marks("大きな{留萌|るもい}の港から{strong:船に乗って}行く")
    parted = phrases_parted(pieces, "ja")
    assert Piece("留萌", "るもい") in parted
    assert "".join(each.base for each in parted).replace(" ", "") == plain_of(pieces)
    strong = [each.base for each in parted if Mark.STRONG in each.marks]
    assert "".join(strong).replace(" ", "") == "船に乗って"


@pytest.mark.parametrize("copy", ["", "港", "、。"])
def test_what_has_no_phrases_stays_as_it_is(copy: str) -> None:
    assert plain_of(phrases_parted(parse_marks(copy), "ja")) == copy
