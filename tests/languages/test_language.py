"""How each language writes what the data holds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from brochure.content.dates import PartialDate
from brochure.languages import LANGUAGES, SOURCE_LANGUAGE

JA, CN, TW = (LANGUAGES[tag] for tag in ("ja", "zh_CN", "zh_TW"))


def test_tags_are_for_catalogs_and_for_documents() -> None:
    assert [(each.tag, each.bcp47) for each in LANGUAGES.values()] == [
        ("ja", "ja"),
        ("zh_CN", "zh-CN"),
        ("zh_TW", "zh-TW"),
    ]
    assert SOURCE_LANGUAGE == "ja"


def test_each_language_has_its_own_punctuation() -> None:
    assert [each.conventions.name for each in (JA, CN, TW)] == ["JIS", "GB", "TAIWAN"]


@pytest.mark.parametrize(
    ("date", "whole", "without_year"),
    [
        (PartialDate(1990, 4, 17), "1990年4月17日", "4月17日"),
        (PartialDate(1990, 4), "1990年4月", "4月"),
        (PartialDate(1990), "1990年", ""),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(date: PartialDate, whole: str, without_year: str) -> None:
    for language in LANGUAGES.values():
        assert language.date(date) == whole
        assert language.month_and_day(date) == without_year


@pytest.mark.parametrize(
    ("date", "era"),
    [
        (PartialDate(1985), "昭和60年"),
        (PartialDate(1989, 1, 7), "昭和64年"),  # 昭和天皇崩御の日まで
        (PartialDate(1989, 1, 8), "平成元年"),
        (PartialDate(1989, 1), "昭和64年・平成元年"),
        (PartialDate(1989), "昭和64年・平成元年"),
        (PartialDate(1989, 2), "平成元年"),
        (PartialDate(1926, 12, 24), "大正15年"),
        (PartialDate(1926, 12, 25), "昭和元年"),
        (PartialDate(1912, 7, 29), "明治45年"),
        (PartialDate(1912, 7, 30), "大正元年"),
        (PartialDate(2019, 4, 30), "平成31年"),
        (PartialDate(2019, 5), "令和元年"),
        (PartialDate(2026, 11), "令和8年"),
        (PartialDate(1861), ""),
    ],
)
def test_eras_change_on_their_day(date: PartialDate, era: str) -> None:
    assert JA.era_year(date) == era


def test_chinese_counts_no_eras() -> None:
    assert CN.era_year(PartialDate(1985)) == TW.era_year(PartialDate(1985)) == ""


def test_numbers_of_things_have_the_counter_of_the_language() -> None:
    things = ("people", "times", "months", "days", "years")
    assert [JA.count(6, what) for what in things] == ["6人", "6回", "6か月", "6日間", "6年"]
    assert [CN.count(6, what) for what in things] == ["6人", "6次", "6个月", "6天", "6年"]
    assert [TW.count(6, what) for what in things] == ["6人", "6次", "6個月", "6天", "6年"]


def test_thousands_are_parted_and_decimals_kept() -> None:
    assert JA.count(19032, "people") == "19,032人"
    assert JA.number(Decimal("297.80")) == "297.80"
    assert CN.square_kilometres(5402) == "5,402平方公里"


def test_a_title_stands_behind_a_japanese_name_and_before_a_chinese_one() -> None:
    assert JA.person("澤泉昭吉", "会長") == "澤泉昭吉会長"
    assert CN.person("泽泉昭吉", "会长") == "会长泽泉昭吉"
    assert TW.person("澤泉昭吉", "會長") == "會長澤泉昭吉"
    assert {each.person("名", "") for each in LANGUAGES.values()} == {"名"}


def test_a_list_is_joined_with_the_enumeration_comma() -> None:
    assert CN.list(["站前", "西市", "老边"]) == "站前、西市、老边"
    assert JA.list([]) == ""
