"""Names in the order a reader of each language looks for them."""

import pytest

from brochure.languages.collation import initial, sort_key


def test_kana_are_compared_without_their_marks_first() -> None:
    names = ["きょうと", "ガラス", "かつら", "カッパ", "がき", "かき"]
    assert sorted(names, key=lambda name: sort_key("ja", "", reading=name)) == [
        "かき",
        "がき",
        "カッパ",
        "かつら",
        "ガラス",
        "きょうと",
    ]


def test_pinyin_is_compared_by_letters_then_by_tones() -> None:
    names = ["Dàlián", "Chángchūn", "Cháoyáng", "Dálián"]
    assert sorted(names, key=lambda name: sort_key("zh_CN", "", pinyin=name)) == [
        "Chángchūn",
        "Cháoyáng",
        "Dálián",
        "Dàlián",
    ]


def test_in_taiwan_names_stand_by_strokes_then_by_radicals() -> None:
    names = ["鶴岡", "營口", "留萌", "友好", "一宮", "北京", "仁川", "大連", "丹東", "龍"]
    assert sorted(names, key=lambda name: sort_key("zh_TW", name)) == [
        "一宮",
        "大連",
        "丹東",  # four strokes: 丶, 人, 又
        "仁川",
        "友好",
        "北京",
        "留萌",
        "龍",
        "營口",
        "鶴岡",
    ]


def test_strokes_are_counted_as_in_taiwan_whatever_form_a_sign_has() -> None:
    counted = {"范": "九畫", "骨": "十畫", "臺": "十四畫", "𠮷": "六畫", "\uf9dc": "十二畫", "鸞": "三十畫", "A": "A"}
    assert {sign: initial("zh_TW", sign) for sign in counted} == counted


def test_english_names_stand_by_words_without_their_accents() -> None:
    names = ["Zhao", "Älborg", "New Yard", "Newark", "new bay", "Rumoi", "O’Hara", "Obama"]
    assert sorted(names, key=lambda name: sort_key("en", name)) == [
        "Älborg",
        "new bay",
        "New Yard",
        "Newark",
        "Obama",
        "O’Hara",
        "Rumoi",
        "Zhao",
    ]


@pytest.mark.parametrize(
    ("language", "name", "reading", "pinyin", "letter"),
    [
        ("ja", "", "がるもい", "", "か"),
        ("ja", "", "ルモイ", "", "ら"),
        ("zh_CN", "", "", "Yíngkǒu", "Y"),
        ("zh_CN", "", "", "", ""),
        ("zh_TW", "營口", "", "", "十七畫"),
        ("zh_TW", "", "", "", ""),
        ("en", "Älborg", "", "", "A"),
        ("en", "“Friendship” Hall", "", "", "F"),
    ],
)
def test_a_name_is_listed_under_its_letter(language: str, name: str, reading: str, pinyin: str, letter: str) -> None:
    assert initial(language, name, reading, pinyin) == letter
