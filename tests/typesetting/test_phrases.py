"""Headings end their lines between phrases and share them out evenly."""

import re
import time
from itertools import pairwise

import pytest
from msgspec.structs import replace

from brochure.typesetting import phrase_finder
from brochure.typesetting.conventions import JIS, Hanging
from brochure.typesetting.paragraph import Alignment, Breaks
from brochure.typesetting.phrase_finder import phrase_begins, phrases_of, whole_begins
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


TOGETHER = {
    "ja": "[第3回]交流会 [約200人]の代表団 [1985年]の秋 [三か月]の研修 [十周年]を迎え [二十五年目]の春 [5キロ]歩く"
    " [4月17日]調印"
    " 留[萌市長]が 田[中さん]と [王先生] [昭和60年] [午前10時] [一つ]の港 [１０ｋｍ] [80%]の [標高5.2m]",
    "zh_CN": "[第三届]交流会 [约二百人]的团 [1985年]秋 [三个月]后 [十周年]纪念 [五公里]路"
    " [4月17日]签字 [市长]来 留[萌市长]说 [王老师]和 [两行]字"
    " [八十年代] [上午10点] [四万多人] [80%]",
    "zh_TW": "[第三屆]交流會 [約二百人]的團 [1985年]秋 [三個月]後 [十週年]紀念 [五公里]路"
    " [4月17日]簽字 留[萌市長]說 [王老師]和 [兩行]字"
    " [八十年代] [上午10點] [四萬多人] [80%]",
}


class EverySign:
    """A model that would part everything."""

    def parse(self, text: str) -> list[str]:
        return list(text)


@pytest.mark.parametrize(
    ("language", "copy"), [(lang, part) for lang, all_of in TOGETHER.items() for part in all_of.split()]
)
def test_no_model_parts_a_number_from_what_it_counts_or_a_name_from_its_title(
    language: str, copy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phrase_finder, "_parser", lambda _: EverySign())
    before, kept, after = re.split(r"[][]", copy)
    begins = phrase_begins(before + kept + after, language)
    inside = range(len(before) + 1, len(before) + len(kept))
    assert not set(begins) & set(inside), (kept, begins)


def test_other_phrases_begin_where_the_model_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrase_finder, "_parser", lambda _: EverySign())
    assert phrase_begins("二人の市長が会う", "ja") == [2, 3, 5, 6, 7]
    assert phrase_begins("两座港口的市长", "zh_CN") == [2, 3, 5]


class Given:
    """A model that parts a copy where strokes stand in it."""

    def __init__(self, copy: str) -> None:
        self.phrases = copy.split("|")

    def parse(self, text: str) -> list[str]:
        assert text == "".join(self.phrases)
        return self.phrases


@pytest.mark.parametrize(
    ("parted", "sure"),
    [
        ("那|是|北|海道的|留萌。|你|来|我|往。|听|说", "那是北海道的|留萌。|你来我往。|听说"),
        ("种|下了|纪念|树。|到了|春天，|很|好", "种下了|纪念树。|到了|春天，|很好"),
        ("人们|在|留萌|看到了|“|花|”。|第二年", "人们|在留萌|看到了|“花”。|第二年"),
        ("港口", "港口"),
    ],
)
def test_in_chinese_nothing_surely_begins_beside_a_single_character(
    parted: str, sure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = parted.replace("|", "")
    monkeypatch.setattr(phrase_finder, "_parser", lambda _: Given(parted))
    for language in ("zh_CN", "zh_TW"):
        begins = [0, *whole_begins(copy, language), len(copy)]
        assert "|".join(copy[begin:end] for begin, end in pairwise(begins)) == sure
    assert whole_begins(copy, "ja") == phrase_begins(copy, "ja")


@pytest.mark.parametrize(
    ("parted", "ems", "language", "lines"),
    [
        ("我們|來到|留萌。|大家|都說|這裡的|夕陽|很美。", 16, "zh_TW", ["我們來到留萌。", "大家都說這裡的夕陽很美。"]),
        (
            "我们|来到|“留萌”，|大家|都说|这里的|夕阳|很美。",
            18,
            "zh_CN",
            ["我们来到“留萌”，", "大家都说这里的夕阳很美。"],
        ),
        (
            "留萌の|港のことです。|夕日が|海に|沈むのを|見た",
            14,
            "ja",
            ["留萌の港のことです。", "夕日が海に沈むのを見た"],
        ),
        (
            "海の町、|港と|港を|結ぶ|長い長い|航路の|ことを|思う",
            20,
            "ja",
            ["海の町、港と港を結ぶ", "長い長い航路のことを思う"],
        ),
        ("我們說，|大家|都說|這裡的|夕陽|真的|非常|好看", 18, "zh_TW", ["我們說，大家都說", "這裡的夕陽真的非常好看"]),
    ],
)
def test_lines_end_at_a_pause_unless_they_would_be_very_unlike(
    parted: str, ems: float, language: str, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phrase_finder, "_parser", lambda _: Given(parted))
    assert _heading(parted.replace("|", ""), ems, language) == lines


def test_where_no_sure_phrase_fits_one_in_doubt_does() -> None:
    lines = _heading("北海道与黑龙江省缔结友好关系", 5.0, "zh_CN")
    assert "".join(lines) == "北海道与黑龙江省缔结友好关系"
    assert lines[0] == "北海道"


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_a_line_of_a_heading_does_not_begin_with_a_particle(language: str) -> None:
    assert all(phrase[0] not in "的了们們" for phrase in phrases_of("三个月的海上生活结束了，孩子们回到港口", language))


@pytest.mark.parametrize(("copy", "language"), [("標題分成兩行", "zh_TW"), ("标题分成两行", "zh_CN")])
def test_a_measure_word_does_not_begin_a_line_where_no_phrase_fits(copy: str, language: str) -> None:
    for ems in (2, 3, 4, 5):
        assert not any(line.startswith(("行",)) for line in _heading(copy, ems, language))


def test_a_heading_of_a_book_s_length_is_balanced_line_by_line() -> None:
    copy = "二つの港を結ぶ航路は、三十年のあいだ絶えたことがない。" * 250
    begun = time.process_time()
    lines = _heading(copy, 20.0)
    assert "".join(lines) == copy
    assert time.process_time() - begun < 2  # it was 10 s while every line looked at every place


def test_a_last_line_that_fits_only_by_hanging_is_left_as_it_came() -> None:
    hanging = replace(JIS, hanging=Hanging.FORCE)
    lines = texts("海を見る。港を見る。", 4, alignment=Alignment.START, breaks=Breaks.PHRASES, conventions=hanging)
    assert "".join(lines) == "海を見る。港を見る。"
