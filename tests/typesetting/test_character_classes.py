"""Characters fall into the classes JLReq and UAX #14 give them."""

import pytest

from brochure.typesetting import character_classes as classes


@pytest.mark.parametrize(
    ("characters", "wanted"),
    [
        ("「（《“", classes.OPENING_BRACKET),
        ("」）》”", classes.CLOSING_BRACKET),
        ("。．", classes.FULL_STOP),
        ("、，", classes.COMMA),
        ("・：；·", classes.MIDDLE_DOT),
        ("？！", classes.DIVIDING_MARK),
        ("…—―─", classes.INSEPARABLE),
        ("ぁっゃッヶㇱ", classes.SMALL_KANA),
        ("あん", classes.HIRAGANA),
        ("アヴ", classes.KATAKANA),
        ("留营營々"[:3], classes.IDEOGRAPH),
        ("㐂𠮷", classes.IDEOGRAPH),
        ("ー", classes.PROLONGED_SOUND),
        ("09", classes.DIGIT),
        ("AzéЖ", classes.WESTERN),
        ("([", classes.WESTERN_OPENING),
        (").,%", classes.WESTERN_CLOSING),
        ("\u00a0", classes.GLUE),
        (" ", classes.WORD_SPACE),
        ("～〜", classes.HYPHEN),
    ],
)
def test_class_of_character(characters: str, wanted: int) -> None:
    assert {classes.class_of(character) for character in characters} == {wanted}
