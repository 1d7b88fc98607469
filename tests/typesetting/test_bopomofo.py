"""Bopomofo: what of a reading is letters, what is tone, and where they stand beside the character (CLReq 3.3.3)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from brochure.typesetting.bopomofo import (
    Ink,
    bopomofo_column,
    column_width,
    is_bopomofo,
    letter_size,
    letters_and_tone,
    split_bopomofo,
)

SIDE_TONES = ["ˊ", "ˇ", "ˋ"]


@pytest.mark.parametrize(
    ("reading", "letters", "tone"),
    [
        ("ㄇㄚ", "ㄇㄚ", ""),
        ("ㄇㄚˉ", "ㄇㄚ", ""),  # the first tone is not set
        ("ㄌㄧㄡˊ", "ㄌㄧㄡ", "ˊ"),
        ("ㄨㄛˇ", "ㄨㄛ", "ˇ"),
        ("ㄕˋ", "ㄕ", "ˋ"),
        ("˙ㄇㄚ", "ㄇㄚ", "˙"),
        ("ㄇㄚ˙", "ㄇㄚ", "˙"),  # as input methods give it
        ("一ㄡˇ", "ㄧㄡ", "ˇ"),  # the numeral for the letter
        ("ㄨㄛ\u030c", "ㄨㄛ", "ˇ"),  # an accent for the tone
        ("ㆠㄨㄚˋ", "ㆠㄨㄚ", "ˋ"),  # Taiwanese
        ("ㄅㄚㆷ", "ㄅㄚ", "ㆷ"),
    ],
)
def test_letters_and_tone(reading: str, letters: str, tone: str) -> None:
    assert letters_and_tone(reading) == (letters, tone)


@pytest.mark.parametrize("reading", ["", "ˊ", "abc", "ㄚㄇ", "ㄇㄚˊˊ", "˙ㄇㄚˊ", "ㄋㄚˋㄦ", "ㄇㄚ ㄇㄚ", "かな"])
def test_what_is_no_reading_of_one_character_is_refused(reading: str) -> None:
    with pytest.raises(ValueError, match="bopomofo"):
        letters_and_tone(reading)


@pytest.mark.parametrize(
    ("reading", "parts"),
    [
        ("ㄌㄧㄡˊ ㄇㄥˊ", ("ㄌㄧㄡˊ", "ㄇㄥˊ")),
        ("ㄌㄧㄡˊ\u3000ㄇㄥˊ", ("ㄌㄧㄡˊ", "ㄇㄥˊ")),
        ("ㄌㄧㄡˊㄇㄥˊ", ("ㄌㄧㄡˊ", "ㄇㄥˊ")),
        ("ㄓㄨㄥㄍㄨㄛˊㄖㄣˊ", ("ㄓㄨㄥ", "ㄍㄨㄛˊ", "ㄖㄣˊ")),
        ("ㄇㄚ˙ㄇㄚ", ("ㄇㄚ", "˙ㄇㄚ")),
        ("ㄇㄚ ㄇㄚ˙", ("ㄇㄚ", "ㄇㄚ˙")),
    ],
)
def test_readings_are_parted_at_spaces_or_where_a_syllable_ends(reading: str, parts: tuple[str, ...]) -> None:
    assert split_bopomofo(reading, len(parts)) == parts


@pytest.mark.parametrize(("reading", "count"), [("ㄌㄧㄡˊ", 2), ("ㄌㄧㄡˊ ㄇㄥˊ", 1), ("ㄌㄧㄡˊx", 1), ("", 1)])
def test_readings_that_do_not_answer_the_characters_are_refused(reading: str, count: int) -> None:
    with pytest.raises(ValueError, match="reading"):
        split_bopomofo(reading, count)


@pytest.mark.parametrize(("count", "tops"), [(1, [350]), (2, [200, 500]), (3, [50, 350, 650])])
@pytest.mark.parametrize("tone", ["", *SIDE_TONES])
def test_letters_are_centred_on_the_height_of_the_character(count: int, tops: list[int], tone: str) -> None:
    column = bopomofo_column(count, tone)
    assert column.letters == tuple((0, top) for top in tops)
    assert column.width == 500  # with a tone or without


@pytest.mark.parametrize(("count", "top"), [(1, 200), (2, 350), (3, 500)])
@pytest.mark.parametrize("tone", SIDE_TONES)
def test_a_tone_stands_right_of_the_last_letter_and_half_above_it(count: int, top: int, tone: str) -> None:
    column = bopomofo_column(count, tone)
    assert column.tone == (300, top)  # 150 above the last letter's top
    assert column.tone_box == (200, 300)  # to the end of the half em


@pytest.mark.parametrize(("count", "top"), [(1, 317), (2, 167), (3, 17)])
def test_a_light_tone_stands_on_the_letters_and_is_centred_with_them(count: int, top: int) -> None:
    column = bopomofo_column(count, "˙")  # 1000 - 66 - 300 n, halved
    assert column.tone == (0, top)
    assert column.tone_box == (300, 66)
    assert column.letters == tuple((0, top + 66 + 300 * index) for index in range(count))


def test_a_checked_tone_stands_at_the_lower_right() -> None:
    assert bopomofo_column(2, "ㆷ").tone == (300, 650)


@pytest.mark.parametrize("tone", ["", *SIDE_TONES, "˙", "˪", "˫", "ㆴ", "ㆷ"])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_letters_keep_within_the_height_of_the_character_and_half_an_em(count: int, tone: str) -> None:
    column = bopomofo_column(count, tone)
    assert len(column.letters) == count
    assert all(y >= 0 and y + column.letter_size <= 1000 and x + column.letter_size <= 500 for x, y in column.letters)
    assert all(after[1] - before[1] == column.letter_size for before, after in pairwise(column.letters))
    assert (column.tone is None) == (tone == "")
    if column.tone:
        assert column.tone[0] + column.tone_box[0] <= 500
        assert column.tone[1] >= 0


@pytest.mark.parametrize(("count", "tone"), [(0, ""), (5, ""), (2, "x"), (2, "ˊˇ"), (2, "ˉ")])
def test_what_cannot_be_placed_is_refused(count: int, tone: str) -> None:
    with pytest.raises(ValueError, match="bopomofo"):
        bopomofo_column(count, tone)


@pytest.mark.parametrize("ink", [Ink(136, 538, 464, 849), Ink(300, 300, 700, 600)])
def test_the_ink_of_a_tone_stands_in_the_middle_of_its_box_however_the_face_draws_it(ink: Ink) -> None:
    x, y = bopomofo_column(1, "ˊ").tone_origin(ink)
    middle = (x + (ink.left + ink.right) * 0.15, y - (ink.bottom + ink.top) * 0.15)  # 0.3 em, halved
    assert middle == pytest.approx((400, 350), abs=1)  # 300 + 200 / 2, 200 + 300 / 2


def test_no_tone_has_no_origin() -> None:
    with pytest.raises(ValueError, match="tone"):
        bopomofo_column(1, "").tone_origin(Ink(0, 0, 1, 1))


def test_bopomofo_is_known_by_its_letters() -> None:
    assert is_bopomofo("ㄇㄥˊ")
    assert not is_bopomofo("méng るもい ˊ")


@pytest.mark.parametrize(("points", "size"), [(24.0, 300), (14.0, 300), (10.0, 400), (9.5, 422), (7.0, 450)])
def test_letters_beside_small_type_are_no_smaller_than_can_be_printed(points: float, size: int) -> None:
    assert letter_size(points) == size
    assert size == 450 or size * points >= 4000


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("tone", ["", "ˊ", "˙"])
def test_large_letters_reach_as_far_above_their_character_as_below(count: int, tone: str) -> None:
    column = bopomofo_column(count, tone, 422)
    top = column.tone[1] if tone == "˙" and column.tone else column.letters[0][1]
    below = column.letters[-1][1] + column.letter_size - 1000
    assert abs(-top - below) <= 1
    assert column.width == column_width(422) == 622
