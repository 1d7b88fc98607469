"""How each language writes what the data holds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from brochure.content.dates import PartialDate
from brochure.languages import LANGUAGES, SOURCE_LANGUAGE

JA, CN, TW, EN = (LANGUAGES[tag] for tag in ("ja", "zh_CN", "zh_TW", "en"))


def test_tags_are_for_catalogs_and_for_documents() -> None:
    assert [(each.tag, each.bcp47) for each in LANGUAGES.values()] == [
        ("ja", "ja"),
        ("zh_CN", "zh-CN"),
        ("zh_TW", "zh-TW"),
        ("en", "en"),
    ]
    assert SOURCE_LANGUAGE == "ja"


def test_each_language_has_its_own_punctuation() -> None:
    assert [each.conventions.name for each in LANGUAGES.values()] == ["JIS", "GB", "TAIWAN", "LATIN"]


@pytest.mark.parametrize(
    ("date", "whole", "without_year"),
    [
        (PartialDate(1990, 4, 17), "1990年4月17日", "4月17日"),
        (PartialDate(1990, 4), "1990年4月", "4月"),
        (PartialDate(1990), "1990年", ""),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(date: PartialDate, whole: str, without_year: str) -> None:
    for language in (JA, CN, TW):
        assert language.date(date) == whole
        assert language.month_and_day(date) == language.beside_year(date) == without_year


@pytest.mark.parametrize(
    ("date", "whole", "without_year", "beside_year"),
    [
        (PartialDate(1990, 4, 17), "April 17, 1990", "April 17", "Apr 17"),
        (PartialDate(1990, 4), "April 1990", "April", "Apr"),
        (PartialDate(1990), "1990", "", ""),
    ],
)
def test_english_names_its_months(date: PartialDate, whole: str, without_year: str, beside_year: str) -> None:
    assert (EN.date(date), EN.month_and_day(date), EN.beside_year(date)) == (whole, without_year, beside_year)


@pytest.mark.parametrize(
    ("first", "last", "japanese", "english"),
    [
        (PartialDate(1990, 4, 17), PartialDate(1990, 4, 20), "1990年4月17日〜20日", "April 17–20, 1990"),
        (PartialDate(1990, 4, 28), PartialDate(1990, 5, 2), "1990年4月28日〜5月2日", "April 28–May 2, 1990"),
        (
            PartialDate(1990, 12, 30),
            PartialDate(1991, 1, 2),
            "1990年12月30日〜1991年1月2日",
            "December 30, 1990–January 2, 1991",
        ),
        (PartialDate(1990, 4), PartialDate(1990, 6), "1990年4月〜6月", "April–June 1990"),
        (PartialDate(1990), PartialDate(1995), "1990年〜1995年", "1990–1995"),
        (PartialDate(1990), PartialDate(1990, 6), "1990年〜1990年6月", "1990–June 1990"),
        (PartialDate(1990, 4, 17), PartialDate(1990, 4, 17), "1990年4月17日", "April 17, 1990"),
    ],
)
def test_a_span_says_once_what_its_ends_share(
    first: PartialDate, last: PartialDate, japanese: str, english: str
) -> None:
    assert JA.span(first, last) == japanese
    assert CN.span(first, last) == TW.span(first, last) == japanese.replace("〜", "至")
    assert EN.span(first, last) == english


def test_a_season_stands_with_its_year() -> None:
    assert [each.in_season(1990, "autumn") for each in (JA, CN, EN)] == ["1990年秋", "1990年秋", "autumn 1990"]


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


def test_only_japanese_counts_eras() -> None:
    assert {each.era_year(PartialDate(1985)) for each in (CN, TW, EN)} == {""}


def test_numbers_of_things_have_the_counter_of_the_language() -> None:
    things = ("people", "times", "months", "days", "years")
    assert [JA.count(6, what) for what in things] == ["6人", "6回", "6か月", "6日間", "6年"]
    assert [CN.count(6, what) for what in things] == ["6人", "6次", "6个月", "6天", "6年"]
    assert [TW.count(6, what) for what in things] == ["6人", "6次", "6個月", "6天", "6年"]
    assert [EN.count(6, what) for what in things] == ["6 people", "6 times", "6 months", "6 days", "6 years"]
    assert [EN.count(1, what) for what in things] == ["1 person", "once", "1 month", "1 day", "1 year"]


def test_thousands_are_parted_and_decimals_kept() -> None:
    assert JA.count(19032, "people") == "19,032人"
    assert JA.number(Decimal("297.80")) == "297.80"
    assert CN.square_kilometres(5402) == "5,402平方公里"
    assert EN.square_kilometres(5402) == JA.square_kilometres(5402) == "5,402 km²"


@pytest.mark.parametrize(
    ("value", "japanese", "mainland", "taiwan", "english"),
    [
        (9999, "9,999", "9,999", "9,999", "9,999"),
        (2_309_000, "230万9,000", "230.9万", "230萬9,000", "2.309 million"),
        (2_300_000, "230万", "230万", "230萬", "2.3 million"),
        (19_032, "1万9,032", "19,032", "1萬9,032", "19,032"),
        (120_000_000, "1億2,000万", "1.2亿", "1億2,000萬", "120 million"),
        (1_400_000_000, "14億", "14亿", "14億", "1.4 billion"),
        (-20_000, "−2万", "−2万", "−2萬", "−20,000"),
        (0, "0", "0", "0", "0"),
    ],
)
def test_large_numbers_are_written_by_the_habit_of_the_language_and_never_rounded(
    value: int, japanese: str, mainland: str, taiwan: str, english: str
) -> None:
    assert [each.large_number(value) for each in LANGUAGES.values()] == [japanese, mainland, taiwan, english]


def test_a_measure_has_the_unit_of_the_language() -> None:
    assert [each.measure(1450, "km") for each in LANGUAGES.values()] == [
        "1,450 km",
        "1,450公里",
        "1,450公里",
        "1,450 km",
    ]
    assert [each.measure(-9, "℃") for each in LANGUAGES.values()] == ["−9℃", "−9℃", "−9℃", "−9 °C"]
    assert [each.measure(3, "t") for each in LANGUAGES.values()] == ["3 t", "3吨", "3公噸", "3 t"]


def test_anniversaries_are_counted_in_years() -> None:
    assert [each.anniversary(40) for each in LANGUAGES.values()] == ["40周年", "40周年", "40週年", "40th anniversary"]
    assert [each.nth(40) for each in LANGUAGES.values()] == ["第40回", "第40届", "第40屆", "40th"]


def test_english_ordinals_follow_their_last_figures() -> None:
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 22, 53, 101, 111, 1002)
    assert " ".join(EN.nth(number) for number in numbers) == (
        "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 53rd 101st 111th 1,002nd"
    )


def test_a_party_tells_who_was_in_it() -> None:
    parts = [JA.part_of_party("小学生", 3), JA.part_of_party("大人", 3)]
    assert JA.with_aside(JA.count(6, "people"), JA.list(parts)) == "6人（小学生3人、大人3人）"
    parts = [EN.part_of_party("pupils", 3), EN.part_of_party("adults", 3)]
    assert EN.with_aside(EN.count(6, "people"), EN.list(parts)) == "6 people (3 pupils and 3 adults)"
    assert JA.with_aside("6人", "") == "6人"


def test_a_title_stands_behind_a_japanese_name_and_before_a_chinese_one() -> None:
    assert JA.person("澤泉昭吉", "会長") == "澤泉昭吉会長"
    assert CN.person("泽泉昭吉", "会长") == "会长泽泉昭吉"
    assert TW.person("澤泉昭吉", "會長") == "會長澤泉昭吉"
    assert EN.person("Kato", "Mayor") == "Kato, Mayor"
    assert {each.person("名", "") for each in LANGUAGES.values()} == {"名"}


def test_a_list_is_joined_with_the_enumeration_comma() -> None:
    assert CN.list(["站前", "西市", "老边"]) == "站前、西市、老边"
    assert JA.list([]) == EN.list([]) == ""
    assert EN.list(["Rumoi"]) == "Rumoi"
    assert EN.list(["Rumoi", "Yingkou", "Sapporo"]) == "Rumoi, Yingkou and Sapporo"
