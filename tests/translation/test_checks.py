"""Rules about single translations: each sees its mistake, and leaves what is right alone."""

from __future__ import annotations

import pytest

from brochure.diagnostics import Span
from brochure.translation.catalogs import Catalog, CatalogEntry
from brochure.translation.checks import check_catalog
from brochure.translation.extract import SourceEntry, fields_of

HERE = Span("content/a.yaml", 1)


def codes(
    source: str, text: str, language: str = "zh_CN", *, is_label: bool = False, names: tuple[str, ...] = ()
) -> list[str]:
    entry = SourceEntry(source, "k", None if is_label else HERE, fields_of(source) if is_label else ())
    place = Span("locales/zh.po", 3, 1, 3, len(text) + 10)
    catalog = Catalog("locales/zh.po", {"k": CatalogEntry(source, text, False, place)})
    return [found.code for found in check_catalog(catalog, [entry], language, names)]


def test_a_good_translation_is_left_alone() -> None:
    assert codes("1990年、留萌港と", "1990年，留萌港") == []
    assert codes("団長 {name}", "团长 {name}", is_label=True) == []


@pytest.mark.parametrize("text", ["团长", "团长 {nome}", "团长 {name} {name", "团长 {name} {x}"])
def test_fields_are_those_of_the_source(text: str) -> None:
    assert codes("団長 {name}", text, is_label=True) == ["translation.fields"]


def test_braces_in_an_authors_text_are_readings_and_no_fields() -> None:
    assert codes("{留萌|るもい}の港", "留萌港") == []


def test_blank_is_no_translation() -> None:
    assert "translation.blank" in codes("港", "　")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("留萌の港", ["translation.kana"]),
        ("歌集“ふるさと”", []),
        ("歌集「ふるさと」", []),
        ("札幌ドーム队", []),  # a name, written so in the data
        ("留萌・营口", []),  # the middle dot is no kana
    ],
)
def test_kana_stands_in_chinese_only_in_names_and_quotes(text: str, found: list[str]) -> None:
    assert codes("港", text, names=("札幌ドーム",)) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("zh_CN", "營口", ["translation.script"]),
        ("zh_CN", "图书館", ["translation.script"]),
        ("zh_CN", "瞭望鲱鱼", []),
        ("zh_TW", "营口", ["translation.script"]),
        ("zh_TW", "営口", ["translation.script"]),
        ("zh_TW", "營口的鮁魚圈", []),
    ],
)
def test_each_side_of_the_strait_prints_its_own_characters(language: str, text: str, found: list[str]) -> None:
    assert codes("営口", text, language) == found


def test_numbers_are_kept_whatever_their_width_and_commas() -> None:
    assert codes("１,２３４人が来た", "来了1234人") == []
    assert codes("7名", "9名") == ["translation.number"]


def test_paragraphs_are_not_run_together() -> None:
    assert codes("一\n\n二", "一二") == ["translation.paragraphs"]


def test_the_place_is_that_of_the_word() -> None:
    text = "留萌の港"
    place = Span("p", 3, 1, 3, len(text) + 10)
    catalog = Catalog("p", {"k": CatalogEntry("港", text, False, place)})
    (found,) = check_catalog(catalog, [SourceEntry("港", "k", HERE)], "zh_CN")
    assert found.span is not None
    assert (found.span.column, found.span.end_column) == (11, 12)  # msgstr " is eight characters, then 留萌


@pytest.mark.parametrize("text", ["｜留萌港", "{strong:留萌港", "{strng:留萌港}", "｜留萌港《Liú|méng》"])
def test_marks_in_a_translation_are_looked_at(text: str) -> None:
    assert codes("港", text) == ["translation.reading"]


def test_marks_in_a_translation_are_no_words_of_it() -> None:
    assert codes("{link:1990年|#timeline}の港", "{link:1990年|#timeline}的｜港《gǎng》") == []
