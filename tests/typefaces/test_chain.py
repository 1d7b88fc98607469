"""Which face draws what, and what none can."""

import pytest

from brochure.typefaces.chain import FaceChain
from brochure.typefaces.library import TypefaceLibrary
from typefaces.shelf import family, in_fonts, shelf, small_font


@pytest.fixture(scope="module")
def gothic() -> FaceChain:
    return shelf().chain("ja-gothic")


def test_a_text_the_main_face_covers_is_one_span(gothic):
    text = "留萌市と営口市、1985年 friendship"
    assert gothic.spans(text) == ((0, len(text), gothic.main),)
    assert gothic.uncovered(text) == ()


def test_a_simplified_character_steps_over_to_the_chinese_face(gothic):
    # 这 has no glyph in Noto Sans JP
    (_, japanese), (first, chinese), (_, again) = ((end, face.key) for _, end, face in gothic.spans("営口这市"))
    assert (japanese, chinese, again) == ("ja-gothic-400", "zh_CN-gothic-400", "ja-gothic-400")
    assert first == 3
    assert gothic.uncovered("営口这市") == ()


def test_a_space_stays_with_the_face_at_hand(gothic):
    assert [(start, end) for start, end, _ in gothic.spans("这 这")] == [(0, 3)]


def test_what_no_face_draws_is_told_with_its_offset(gothic):
    assert gothic.uncovered("港\U0001f6a2の町\U0001f6a2") == ((1, "\U0001f6a2"), (4, "\U0001f6a2"))
    assert gothic.uncovered("港の町") == ()
    assert gothic.uncovered("\U0001f6a2") == ((0, "\U0001f6a2"),), "asked again, told again"


def test_an_uncovered_character_is_the_main_faces(gothic):
    assert gothic.face_for("\U0001f6a2") is gothic.main


def test_a_known_variation_sequence_is_covered_and_an_unknown_one_is_not(gothic):
    assert gothic.uncovered("葛\U000e0100城市") == ()
    assert gothic.uncovered("葛\U000e01ef城市") == ((0, "葛\U000e01ef"),)
    assert gothic.face_for("葛\U000e01ef") is gothic.main, "the base is drawn all the same"


def test_emoji_and_text_selectors_ask_for_nothing(gothic):
    assert gothic.uncovered("©\ufe0e ☎\ufe0f") == ()


def test_combining_marks_are_covered_where_the_composed_character_is(gothic):
    assert gothic.uncovered("か\u3099") == ()  # が
    assert gothic.uncovered("e\u0301") == ()  # é


def test_characters_that_draw_nothing_need_no_glyph(gothic):
    assert gothic.uncovered("一\n二\u200b三\u2060四\ufeff") == ()


def test_a_tab_is_not_silent(gothic):
    assert gothic.uncovered("a\tb") == ((1, "\t"),)


def test_spaces_and_the_unbreaking_hyphen_are_made_from_others(tmp_path):
    (tmp_path / "small.ttf").write_bytes(small_font("a \u2010"))
    small = TypefaceLibrary((family("small", in_fonts("small", "small.ttf")),), tmp_path).chain("small")
    assert small.uncovered("a\u00a0a\u2009a\u2011a\u3000") == ()
    assert small.uncovered("ab") == ((1, "b"),)


def test_no_text_has_no_spans(gothic):
    assert gothic.spans("") == ()


def test_a_surrogate_pair_is_one_character(gothic):
    assert gothic.uncovered("𠮷野") == ()
    assert gothic.spans("𠮷野") == ((0, 2, gothic.main),)
