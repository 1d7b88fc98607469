"""Names in the order a reader of each language looks for them."""

import pytest

from brochure.languages.collation import initial, sort_key


def test_kana_are_compared_without_their_marks_first() -> None:
    names = ["きょうと", "ガラス", "かつら", "カッパ", "がき", "かき"]
    assert sorted(names, key=lambda name: sort_key("ja", name, "")) == [
        "かき",
        "がき",
        "カッパ",
        "かつら",
        "ガラス",
        "きょうと",
    ]


def test_pinyin_is_compared_by_letters_then_by_tones() -> None:
    names = ["Dàlián", "Chángchūn", "Cháoyáng", "Dálián"]
    assert sorted(names, key=lambda name: sort_key("zh_CN", "", name)) == ["Chángchūn", "Cháoyáng", "Dálián", "Dàlián"]


def test_in_taiwan_names_stand_in_the_order_of_bopomofo() -> None:
    names = ["Ānshān", "Zhāngzhōu", "Běijīng", "Yíngkǒu", "Shěnyáng", "Wúxī", "Yúnnán"]
    assert sorted(names, key=lambda name: sort_key("zh_TW", "", name)) == [
        "Běijīng",
        "Zhāngzhōu",
        "Shěnyáng",
        "Ānshān",
        "Yíngkǒu",
        "Wúxī",
        "Yúnnán",
    ]


@pytest.mark.parametrize(
    ("language", "reading", "pinyin", "letter"),
    [
        ("ja", "がるもい", "", "か"),
        ("ja", "ルモイ", "", "ら"),
        ("zh_CN", "", "Yíngkǒu", "Y"),
        ("zh_TW", "", "Zhāngzhōu", "ㄓ"),
        ("zh_TW", "", "Ěr", "ㄦ"),
        ("zh_CN", "", "", ""),
    ],
)
def test_a_name_is_listed_under_its_letter(language: str, reading: str, pinyin: str, letter: str) -> None:
    assert initial(language, reading, pinyin) == letter
