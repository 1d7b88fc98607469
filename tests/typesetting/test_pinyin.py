"""Pinyin: standard spelling, and which syllable is which character's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.typesetting.pinyin import SYLLABLES, is_pinyin, normal_pinyin, pinyin_words, split_pinyin


@pytest.mark.parametrize(
    ("reading", "syllables"),
    [
        ("Liúméng", ["Liú", "méng"]),
        ("xiān", ["xiān"]),
        ("Xī'ān", ["Xī", "ān"]),
        ("Xī’ān", ["Xī", "ān"]),  # the printer's apostrophe
        ("Xīān", ["Xī", "ān"]),  # two tones are two syllables
        ("xian", ["xian"]),
        ("xian", ["xi", "an"]),  # the apostrophe forgotten, and no other reading of two
        ("fangan", ["fan", "gan"]),  # 反感; fang an would be written fang'an
        ("fāng'àn", ["fāng", "àn"]),
        ("danao", ["da", "nao"]),
        ("Qíqíhā'ěr", ["Qí", "qí", "hā", "ěr"]),
        ("nǚ'ér", ["nǚ", "ér"]),
        ("lüèduó", ["lüè", "duó"]),
        ("huār", ["huā", "r"]),
        ("èrshí-sān", ["èr", "shí", "sān"]),
        ("Běihǎidào Liúméng", ["Běi", "hǎi", "dào", "Liú", "méng"]),
        ("dōngxi", ["dōng", "xi"]),  # the second bears no tone
        ("ńg", ["ńg"]),
    ],
)
def test_syllables_of_the_characters(reading: str, syllables: list[str]) -> None:
    assert split_pinyin(reading, len(syllables)) == tuple(syllables)


@pytest.mark.parametrize(
    ("reading", "count"),
    [("Liúméng", 3), ("Liúméng", 1), ("hello", 2), ("", 0), ("", 1), ("ㄇㄥˊ", 1), ("liúú", 2), ("留", 1), ("'", 1)],
)
def test_readings_that_do_not_answer_the_characters_are_refused(reading: str, count: int) -> None:
    with pytest.raises(ValueError, match=r"pinyin|syllables"):
        split_pinyin(reading, count)


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("liu2", "liú"),
        ("Liu2meng2", "Liúméng"),
        ("lv4", "lǜ"),
        ("lu:4", "lǜ"),
        ("nve4", "nüè"),
        ("nue4", "nüè"),
        ("qv4", "qù"),
        ("xi1an1", "xī'ān"),
        ("fan3gan3", "fǎngǎn"),
        ("er2zi5", "érzi"),
        ("ma0", "ma"),
        ("gui1", "guī"),
        ("zou3", "zǒu"),
        ("Ou1zhou1", "Ōuzhōu"),
        ("e4", "è"),
        ("m2", "ḿ"),
        ("ng4", "ǹg"),
        ("liumeng2", "liuméng"),  # one tone typed: the last syllable's
        ("hăo", "hǎo"),  # a breve for the caron
        ("ɡuɑng", "guang"),
        ("Liu\u0301me\u0301ng", "Liúméng"),
        ("  Liú   méng ", "Liú méng"),
        ("Liúméng", "Liúméng"),
        ("B1", "B1"),  # no syllable
    ],
)
def test_standard_spelling(typed: str, standard: str) -> None:
    assert normal_pinyin(typed) == standard
    assert normal_pinyin(standard) == standard


def test_words_are_those_their_author_wrote() -> None:
    words = pinyin_words("Běihǎidào Liúméng Shì", 6)
    assert [word.text for word in words] == ["Běihǎidào", "Liúméng", "Shì"]
    assert [word.syllables for word in words] == [("Běi", "hǎi", "dào"), ("Liú", "méng"), ("Shì",)]


def test_a_missing_apostrophe_is_supplied_only_where_the_count_needs_it() -> None:
    assert [word.syllables for word in pinyin_words("xian xian", 3)] in (
        [("xi", "an"), ("xian",)],
        [("xian",), ("xi", "an")],
    )
    assert split_pinyin("xian xian", 2) == ("xian", "xian")


@pytest.mark.parametrize("text", ["Liúméng", "xi'an", "lv4", "huār", "Shanghai"])
def test_pinyin_is_known(text: str) -> None:
    assert is_pinyin(text)


@pytest.mark.parametrize("text", ["", " ", "hello", "るもい", "ㄇㄥˊ", "editor in chief", "-'"])
def test_what_is_no_pinyin_is_known(text: str) -> None:
    assert not is_pinyin(text)


@given(st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=8))
def test_what_is_written_by_the_rule_is_read_back(syllables: list[str]) -> None:
    word = syllables[0] + "".join("'" * (part[0] in "aoe") + part for part in syllables[1:])
    read = split_pinyin(word, len(syllables))
    assert "".join(read) == "".join(syllables)
    assert len(read) == len(syllables)


@given(st.text(max_size=40), st.integers(0, 12))
def test_any_text_is_read_or_refused(text: str, count: int) -> None:
    try:
        syllables = split_pinyin(text, count)
    except ValueError:
        return
    assert len(syllables) == count
    assert all(syllables)


def test_a_long_ambiguous_reading_is_read_in_good_time() -> None:
    assert len(split_pinyin("nanganana" * 60, 240)) == 240
