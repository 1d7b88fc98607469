"""The colophon: who made the booklet, when, from what sources, in what typefaces; nothing of it typed by hand."""

from __future__ import annotations

import pytest
from shipped.booklet import book, text_of_page

from brochure.content.dates import PartialDate
from brochure.content.exchange import Citizens, Source
from brochure.content.text import Text
from brochure.drawing.structure import Role
from brochure.layout.map_shapes import NATURAL_EARTH_CREDIT
from brochure.pages.colophon import labels
from pages.setting import (
    LANGUAGES,
    Laid,
    booklet,
    edition,
    elements,
    exchange,
    in_order,
    joined,
    lay,
    long,
    order,
    read_runs,
    setting,
    shipped,
    words,
)


def row(laid: Laid, label: str) -> str:
    """The value of the row with a label."""
    rows = [text for _, text in elements(laid.page, Role.TABLE_ROW)]
    found = [text.removeprefix(label) for text in rows if text.startswith(label)]
    return found[0] if found else ""


def say(label: object, language: str) -> str:
    return setting(language).say(label)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_is_named_on_a_line_of_its_own(language: str) -> None:
    laid = shipped("colophon", language)
    names = [words(source.name, language) for source in exchange().sources]
    assert len(names) == 2
    assert row(laid, say(labels.SOURCES, language)) == "".join(names)
    lines: dict[float, str] = {}
    for at, run in read_runs(laid.page.frame.items):
        lines[at.y] = lines.get(at.y, "") + run.text
    for name in names:
        assert [
            line for line in lines.values() if line.removeprefix(say(labels.SOURCES, language)).startswith(name[:9])
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_maps_and_typefaces_have_their_credits(language: str) -> None:
    laid = lay("colophon", language, typeface_credits=("Harbour Gothic", "Harbour Ming"))
    assert row(laid, say(labels.MAPS, language)) == NATURAL_EARTH_CREDIT
    assert row(laid, say(labels.TYPEFACES, language)) == setting(language).language.list(
        ["Harbour Gothic", "Harbour Ming"]
    )
    assert row(laid, say(labels.DRAWINGS, language)) == say(labels.DRAWN, language)


@pytest.mark.parametrize(("language", "side"), [("ja", "JP"), ("zh_CN", "SC"), ("zh_TW", "TC")])
def test_in_a_book_the_typefaces_are_those_the_language_is_set_in(language: str, side: str) -> None:
    printed = text_of_page(15, language)
    assert f"Noto Sans {side}" in printed
    assert f"Noto Serif {side}" in printed
    assert book(language)[0].pages[14].page.role == "colophon"


@pytest.mark.parametrize(("language", "own"), [("ja", "日本語"), ("zh_CN", "简体中文"), ("zh_TW", "繁體中文")])
def test_title_date_and_language_are_the_edition_s(language: str, own: str) -> None:
    laid = shipped("colophon", language)
    assert row(laid, say(labels.TITLE, language)) == joined(words(edition().title, language))
    assert row(laid, say(labels.DATE, language)) == "2026年11月"
    assert row(laid, say(labels.LANGUAGE, language)) == own


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_until_when_the_entries_reach(language: str) -> None:
    last, latest = (
        max(each.date for each in entries) for entries in (exchange().timeline, exchange().citizens.entries)
    )
    assert (last.parts, latest.year) == ((2010, 7), 2012)
    value = row(shipped("colophon", language), say(labels.FIGURES, language))
    assert in_order(value, ["2010年7月", "2012年"])
    assert len(value.split("。")) == 3


def test_the_rows_follow_the_data() -> None:
    source = Source(id="sea", name=Text("海の記録"))
    data = booklet({"sources": (source,), "timeline": exchange().timeline[:3]})
    made = edition(title=Text("二つの\n港"), publisher=Text("留萌市"), date=PartialDate(2030, 4, 17))
    laid = lay("colophon", booklet=data, edition=made)
    expected = {"書名": "二つの港", "編集": "2030年4月17日", "発行": "留萌市", "資料": "海の記録", "組版": "brochure"}
    assert {label: row(laid, label) for label in expected} == expected
    assert "1983年7月まで" in row(laid, "数字")


def test_what_is_not_known_has_no_row() -> None:
    assert row(shipped("colophon"), "発行") == ""
    laid = lay("colophon", booklet=booklet({"sources": ()}), typeface_credits=())
    heads = [text for _, text in elements(laid.page, Role.TABLE_HEADER)]
    assert heads == ["書名", "編集", "言語", "数字", "地図", "図版", "組版"]


@pytest.mark.parametrize(
    "changes", [{"timeline": ()}, {"citizens": Citizens()}, {"timeline": (), "citizens": Citizens()}]
)
def test_an_exchange_without_entries_has_a_colophon(changes: dict[str, object]) -> None:
    laid = lay("colophon", booklet=booklet(changes))
    assert laid.codes == []
    assert row(laid, "数字") == ""
    assert row(laid, "資料") != ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sample_says_so_and_another_does_not(language: str) -> None:
    note = joined(say(labels.SAMPLE, language))
    assert note in shipped("colophon", language).copy
    assert note not in lay("colophon", language, edition=edition(is_sample=False)).copy


@pytest.mark.parametrize("language", LANGUAGES)
def test_closing_words_then_the_note_then_the_table_are_read(language: str) -> None:
    parts = [words(order("colophon").title, language), words(order("colophon").text, language)]
    parts += [joined(say(label, language)) for label in (labels.SAMPLE, labels.TITLE, labels.SOFTWARE)]
    assert in_order(shipped("colophon", language).copy, parts)
    assert lay(order("colophon", text=None), language).codes == []


@pytest.mark.parametrize("sources", [0, 1, 8])
def test_the_table_ends_at_the_foot_of_the_type_area(sources: int) -> None:
    many = tuple(Source(id=f"s{number}", name=Text(f"資料{number}")) for number in range(sources))
    laid = lay("colophon", booklet=booklet({"sources": many}))
    lowest = max(at.y for at, _ in read_runs(laid.page.frame.items))
    assert lowest == pytest.approx(max(at.y for at, _ in read_runs(shipped("colophon").page.frame.items)))


def test_closing_words_too_long_are_found_and_keep_off_the_table() -> None:
    laid = lay(order("colophon", text=long()))
    (finding,) = laid.findings
    assert (finding.code, finding.span) == ("pages.overset", order("colophon").span)
    text = max(at.y for at, run in read_runs(laid.page.frame.items) if run.size == 9.5)
    note = min(at.y for at, run in read_runs(laid.page.frame.items) if run.size == 7.5)
    assert text < note


def test_a_table_too_long_is_found_and_keeps_off_the_title() -> None:
    many = tuple(Source(id=f"s{number}", name=Text(f"資料{number}")) for number in range(60))
    laid = lay("colophon", booklet=booklet({"sources": many}))
    assert "pages.overset" in laid.codes
    assert {finding.span for finding in laid.findings} == {order("colophon").span}
