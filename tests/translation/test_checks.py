"""Rules about single translations: each sees its mistake, and leaves what is right alone."""

from __future__ import annotations

import pytest

from brochure.content.termbase import BoundTerm, Wording
from brochure.diagnostics import Span
from brochure.translation.catalogs import Catalog, CatalogEntry
from brochure.translation.checks import Knowledge, check_catalog
from brochure.translation.extract import SourceEntry, fields_of
from brochure.translation.termbase import termbase

HERE = Span("content/a.yaml", 1)


def codes(
    source: str,
    text: str,
    language: str = "zh_CN",
    *,
    is_label: bool = False,
    names: tuple[str, ...] = (),
    terms: tuple[BoundTerm, ...] = (),
    coverage: frozenset[int] | None = None,
    key: str = "k",
) -> list[str]:
    entry = SourceEntry(source, key, None if is_label else HERE, fields_of(source) if is_label else ())
    place = Span("locales/zh.po", 3, 1, 3, len(text) + 10)
    catalog = Catalog("locales/zh.po", {key: CatalogEntry(source, text, False, place)})
    known = Knowledge(language, names, termbase(terms, language), coverage)
    return [found.code for found in check_catalog(catalog, [entry], known)]


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
        ("札幌ドーム队", []),  # a name, written so in the data
        ("留萌·营口", []),
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


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("昭和60年10月5日に7名", "1985年10月5日，7人", []),
        ("平成元年", "1989年", []),
        ("二十周年", "20周年", []),
        ("20周年", "二十周年", []),
        ("来訪", "3人来访", ["translation.number"]),
        ("1990年4月17日に7名", "seven people on April 17, 1990", []),
        ("1990年4月17日", "May 17, 1990", ["translation.number"]),
        ("1991年5月と11月", "May and November 1991", []),
        ("三つの海", "3 seas", []),
        ("1992年10月5日と11月", "1992年5月10日和11月", ["translation.date"]),
        ("10月5日", "10月5号", []),
        ("4.5km、1,000人", "4.5公里，1000人", []),
        ("1992年", "1993年", ["translation.number"]),
    ],
)
def test_numbers_and_dates_are_those_of_the_source(source: str, text: str, found: list[str]) -> None:
    assert codes(source, text) == found


PORT = BoundTerm(
    id="port",
    source=("友好港湾",),
    unless=("友好港湾都市",),
    zh_CN=Wording(must=("友好港口",), must_not=("友好港", "友谊港")),
    zh_TW=Wording(must=("友好港",)),
)
NEVER = BoundTerm(id="never", zh_TW=Wording(must_not=("視頻", "信息")))


@pytest.mark.parametrize(
    ("source", "text", "language", "found"),
    [
        ("友好港湾に", "结为友好港口", "zh_CN", []),  # 友好港 in 友好港口 is the word that is wanted
        ("友好港湾に", "结为友谊港", "zh_CN", ["translation.term"] * 2),
        ("友好港湾に", "友好港口，即友好港", "zh_CN", ["translation.term"]),
        ("友好港湾に", "結為友好港", "zh_TW", []),
        ("友好港湾都市", "港口城市", "zh_CN", []),
        ("港", "港口", "zh_CN", []),
        ("動画", "視頻", "zh_TW", ["translation.term"]),
        ("動画", "影片", "zh_TW", []),
        ("友好{港湾|こうわん}に", "结为友好｜港口《gǎngkǒu》", "zh_CN", []),  # through readings
    ],
)
def test_words_that_are_bound_are_as_the_termbase_says(source: str, text: str, language: str, found: list[str]) -> None:
    assert codes(source, text, language, terms=(PORT, NEVER)) == found


def test_a_breach_of_a_term_is_told_with_the_cure() -> None:
    place = Span("p", 3)
    catalog = Catalog("p", {"k": CatalogEntry("友好港湾", "友谊港", False, place)})
    known = Knowledge("zh_CN", termbase=termbase([PORT], "zh_CN"))
    missing, forbidden = check_catalog(catalog, [SourceEntry("友好港湾", "k", HERE)], known)
    assert str(missing.message) == "“k”: “友好港湾” must be “友好港口”"
    assert str(forbidden.hints[0]) == "write “友好港口”"


@pytest.mark.parametrize(
    ("source", "language", "text", "found"),
    [
        ("人口はおよそ230万人", "en", "About 2.3 million people", []),
        ("人口はおよそ230万人", "en", "About 230 million people", ["translation.number"]),
        ("人口はおよそ230万人", "zh_CN", "人口约230万", []),
        ("2万4千人の町", "en", "A town of 24 thousand", ["translation.number"]),
    ],
)
def test_large_numbers_are_compared_written_out(source: str, language: str, text: str, found: list[str]) -> None:
    assert [each for each in codes(source, text, language) if each == "translation.number"] == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("zh_CN", "他说“港口”。", []),
        ("zh_CN", "他说「港口」。", ["translation.punctuation"]),
        ("zh_TW", "他說「港口」。", []),
        ("zh_TW", "他說“港口”。", ["translation.punctuation"]),
        ("zh_CN", "留萌,营口。", ["translation.punctuation"]),
        ("zh_CN", "留萌 营口。", ["translation.punctuation"]),
        ("zh_CN", "约230万(2020年)。", ["translation.punctuation"]),
        ("zh_CN", "港口…营口。", ["translation.punctuation"]),
        ("zh_CN", "港口……营口。", []),
        ("zh_CN", "留萌・营口。", ["translation.punctuation"]),
        ("zh_CN", "面积3.5平方公里，RUMOI port。", []),
        ("en", "Rumoi，Yingkou.", ["translation.punctuation"]),
        ("en", "Rumoi (Hokkaido), Yingkou.", []),
        ("zh_CN", "为何是留萌？", []),
        ("zh_CN", "留萌", ["translation.full-stop"]),
    ],
)
def test_signs_are_the_languages_own(language: str, text: str, found: list[str]) -> None:
    assert [code for code in codes("日本海に面した港です。", text, language) if code != "translation.number"] == found


def test_a_headline_without_a_full_stop_gets_none() -> None:
    assert codes("訪問", "访问。") == ["translation.full-stop"]


def test_a_translation_fits_its_slot_or_is_not_much_longer_than_its_source() -> None:
    assert codes("港", "港" * 11) == []
    assert codes("港", "港" * 12) == ["translation.too-long"]
    assert codes("港" * 30, "港" * 54) == []
    assert codes("港", "港" * 24, key="editions.x.pages.y.kicker") == []
    assert codes("港", "港" * 25, key="editions.x.pages.y.kicker") == ["translation.too-long"]
    assert codes("港" * 30, "port " * 20, "en") == []  # narrow letters are half as wide


def test_every_character_is_one_the_typefaces_have() -> None:
    has = frozenset(map(ord, "港口"))
    assert codes("港", "港口", coverage=has) == []
    assert codes("港", "港𠮷", coverage=has) == ["translation.no-glyph"]


def test_paragraphs_are_not_run_together() -> None:
    assert codes("一\n\n二", "一二") == ["translation.paragraphs"]


def test_no_note_is_lost_and_none_is_added() -> None:
    assert codes("港{note:海の港。}の", "港口{note:海边的港口。}的") == []
    assert codes("港{note:海の港。}の", "港口的") == ["translation.notes"]
    assert codes("港の", "港口{note:海边的港口。}的") == ["translation.notes"]
    assert codes("港{note:海。}と海{note:港。}", "港口{note:海。}和海") == ["translation.notes"]
    assert codes("{strong:港}の", "{strong:港口}的") == []


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("1990年。", []),
        ("1909年。", ["translation.number"]),
        ("1990年の。", ["translation.kana"]),
        ("1990年的黒海。", ["translation.script"]),
        ("1990年,港口。", ["translation.punctuation"]),
        ("1990年，友谊港。", ["translation.term"]),
    ],
)
def test_what_is_noted_is_looked_at_like_the_copy(note: str, found: list[str]) -> None:
    term = BoundTerm(id="port", zh_CN=Wording(must_not=("友谊港",)))
    assert codes("港{note:1990年。}", f"港口{{note:{note}}}", terms=(term,)) == found
    assert codes("港{note:10月5日。}", "港口{note:5月10日。}") == ["translation.date"]


def test_the_place_is_that_of_the_word() -> None:
    text = "留萌の港"
    place = Span("p", 3, 1, 3, len(text) + 10)
    catalog = Catalog("p", {"k": CatalogEntry("港", text, False, place)})
    (found,) = check_catalog(catalog, [SourceEntry("港", "k", HERE)], Knowledge("zh_CN"))
    assert found.span is not None
    assert (found.span.column, found.span.end_column) == (11, 12)  # msgstr " is eight characters, then 留萌


@pytest.mark.parametrize("text", ["｜留萌港", "{strong:留萌港", "{strng:留萌港}", "｜留萌港《Liú|méng》"])
def test_marks_in_a_translation_are_looked_at(text: str) -> None:
    assert codes("港", text) == ["translation.reading"]


def test_marks_in_a_translation_are_no_words_of_it() -> None:
    assert codes("{link:1990年|#timeline}の港", "{link:1990年|#timeline}的｜港《gǎng》") == []
