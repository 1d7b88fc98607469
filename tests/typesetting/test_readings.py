"""From what an author writes over a word to the ruby that is set."""

from __future__ import annotations

import pytest

from brochure.typesetting.readings import ruby_of
from brochure.typesetting.ruby import Ruby, RubyKind


@pytest.mark.parametrize(
    ("word", "reading", "language", "ruby"),
    [
        ("国", "くに", "ja", Ruby(("くに",), RubyKind.MONO)),
        ("留萌", "るもい", "ja", Ruby(("るもい",), RubyKind.GROUP)),
        ("留萌", "る|もい", "ja", Ruby(("る", "もい"), RubyKind.JUKUGO)),
        ("留萌", "る｜もい", "ja", Ruby(("る", "もい"), RubyKind.JUKUGO)),
        ("行き先", "い||さき", "ja", Ruby(("い", "", "さき"), RubyKind.JUKUGO)),
        ("編集者", "editor", "ja", Ruby(("editor",), RubyKind.GROUP)),
        ("上海", "Shanghai", "ja", Ruby(("Shanghai",), RubyKind.GROUP)),  # pinyin is looked for in Chinese only
        ("留萌", "Liúméng", "zh_CN", Ruby(("Liúméng",), RubyKind.PINYIN)),
        ("留萌", "Liu2meng2", "zh_CN", Ruby(("Liúméng",), RubyKind.PINYIN)),
        ("留萌", "Liú méng", "zh_CN", Ruby(("Liú", "méng"), RubyKind.PINYIN)),
        ("留萌", "liu2|meng2", "zh_CN", Ruby(("liú", "méng"), RubyKind.PINYIN)),
        ("北海道留萌", "Běihǎidào Liúméng", "zh_CN", Ruby(("Běihǎidào Liúméng",), RubyKind.PINYIN)),
        ("编辑", "editor", "zh_CN", Ruby(("editor",), RubyKind.GROUP)),
        ("留萌", "ㄌㄧㄡˊ ㄇㄥˊ", "zh_TW", Ruby(("ㄌㄧㄡˊ", "ㄇㄥˊ"), RubyKind.BOPOMOFO, 0.3)),
        ("留萌", "ㄌㄧㄡˊ|ㄇㄥˊ", "zh_TW", Ruby(("ㄌㄧㄡˊ", "ㄇㄥˊ"), RubyKind.BOPOMOFO, 0.3)),
    ],
)
def test_ruby_of_a_reading(word: str, reading: str, language: str, ruby: Ruby) -> None:
    assert ruby_of(tuple(word), reading, language) == ruby


@pytest.mark.parametrize(
    ("word", "reading", "language"),
    [
        ("留萌", "る|も|い", "ja"),
        ("留萌", "|", "ja"),
        ("留萌", " ", "ja"),
        ("", "る", "ja"),
        ("留萌", "Liú", "zh_CN"),
        ("留萌", "ㄌㄧㄡˊ", "zh_TW"),
        ("留萌", "ㄌㄧㄡˊ|meng", "zh_TW"),
    ],
)
def test_readings_that_do_not_answer_the_characters_are_refused(word: str, reading: str, language: str) -> None:
    with pytest.raises(ValueError, match=r"parts|reading|syllables"):
        ruby_of(tuple(word), reading, language)


def test_an_ideographic_variant_is_one_character_with_its_selector() -> None:
    assert ruby_of(("葛\U000e0100", "飾"), "かつ|しか", "ja").kind is RubyKind.JUKUGO
