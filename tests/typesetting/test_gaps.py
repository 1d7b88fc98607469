"""The gaps of a stretch are those of its pairs, and the pen moves where the font's own widths do not make them."""

from brochure.typesetting.conventions import JIS
from brochure.typesetting.gaps import gaps_of, room_of_space
from brochure.typesetting.spacing import GROW_SPACE, MASK, codes_of, pairs_of


def test_a_comma_between_kanji() -> None:
    codes = "町、港".translate(codes_of(JIS, False))
    found = gaps_of(codes, [1000, 500, 1000], [1000, 1000, 1000], {}, pairs_of(JIS, False))
    assert found.steps == [1000, 1000]
    assert found.may_end == b"\0\1"
    assert found.roomy == (1,)
    assert found.moves == ()


def test_the_pen_moves_where_a_glyph_does_not_begin_with_its_body() -> None:
    codes = "町「港".translate(codes_of(JIS, False))
    found = gaps_of(codes, [1000, 500, 1000], [1000, 1000, 1000], {1: -500}, pairs_of(JIS, False))
    assert found.steps == [1500, 500]
    assert found.moves == ()


def test_a_word_space_goes_from_a_quarter_to_half_an_em() -> None:
    assert room_of_space(300, 1.0) >> GROW_SPACE & MASK == 200
    assert room_of_space(600, 1.0) >> GROW_SPACE & MASK == 0
