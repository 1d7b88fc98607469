"""Headings end their lines between phrases and share them out evenly."""

from brochure.typesetting.paragraph import Alignment, Breaks
from brochure.typesetting.phrase_finder import phrases_of
from typesetting.setting import texts


def _heading(copy: str, ems: float, language: str = "ja") -> list[str]:
    return texts(copy, ems, language, alignment=Alignment.START, breaks=Breaks.PHRASES)


def test_phrases_together_are_the_copy() -> None:
    for language, copy in {
        "ja": "海をはさんで向かいあう",
        "zh_CN": "以海相连的两座港口",
        "zh_TW": "以海相連的兩座港口",
    }.items():
        phrases = phrases_of(copy, language)
        assert "".join(phrases) == copy
        assert len(phrases) > 1


def test_a_heading_is_parted_between_phrases() -> None:
    assert _heading("海をはさんで向かいあう", 9.0) == ["海をはさんで", "向かいあう"]


def test_two_lines_are_of_like_length() -> None:
    lines = _heading("留萌港と営口港を結ぶ三十年の行き来をたどる", 18.0)
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) <= 4


def test_a_heading_that_fits_is_one_line() -> None:
    assert _heading("友好港湾への道のり", 12.0) == ["友好港湾への道のり"]


def test_a_phrase_longer_than_the_measure_breaks_where_the_rules_allow() -> None:
    assert all(len(line) <= 4 for line in _heading("国際交流振興協議会", 4.0))
