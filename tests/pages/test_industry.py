"""A city's work in two columns and its specialities in a table, each as the data has them."""

from __future__ import annotations

import pytest

from brochure.content.city import Speciality
from brochure.content.text import Text
from brochure.drawing.describe import describe
from brochure.drawing.structure import Role
from brochure.pages.industry.labels import SPECIALITIES
from pages.setting import (
    LANGUAGES,
    booklet,
    elements,
    in_order,
    lay,
    long,
    order,
    project,
    read_runs,
    setting,
    shipped,
    words,
)

CITY = project().booklet.cities["rumoi"]


def thing(name: str, text: str) -> Speciality:
    return Speciality(id="thing", name=Text(name), text=Text(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_industries_then_specialities_are_read_in_the_datas_order(language: str) -> None:
    def told(all_of_them: tuple[Speciality, ...]) -> list[str]:
        return [words(part, language) for each in all_of_them for part in (each.name, each.text)]

    heading = setting(language).say(SPECIALITIES)
    assert in_order(shipped("industry", language).copy, [*told(CITY.industries), heading, *told(CITY.specialities)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_industries_are_headings_and_specialities_heads_of_rows(language: str) -> None:
    page = shipped("industry", language).page
    headings = [words(each.name, language) for each in CITY.industries]
    assert [text for _, text in elements(page, Role.HEADING_2)] == [*headings, setting(language).say(SPECIALITIES)]
    heads = [text for _, text in elements(page, Role.TABLE_HEADER)]
    assert heads == [words(each.name, language) for each in CITY.specialities]


def test_the_opening_text_stands_before_the_industries() -> None:
    laid = lay(order("industry", text=Text("海の恵み、大地の恵み。")))
    assert laid.codes == []
    assert in_order(laid.copy, [words(order("industry").title), "海の恵み、大地の恵み。", "水産加工業"])


def test_the_page_follows_the_city_ordered() -> None:
    copy = lay(order("industry", city="yingkou")).copy
    assert "クラゲ" in copy
    assert "ウニ" not in copy


def test_a_name_changed_in_the_data_is_changed_on_the_page() -> None:
    laid = lay("industry", booklet=booklet(rumoi={"industries": (thing("漁業", "海で働きます。"),)}))
    assert "漁業海で働きます。" in laid.copy
    assert "土木業" not in laid.copy


@pytest.mark.parametrize(
    ("industries", "specialities", "headings"),
    [
        ((), (), []),
        ((), CITY.specialities[:1], ["まちの味と特産"]),
        (CITY.industries[:1], (), ["水産加工業"]),
        (CITY.industries[:1], CITY.specialities[:1], ["水産加工業", "まちの味と特産"]),
    ],
    ids=["nothing", "one speciality", "one industry", "one of each"],
)
def test_a_table_without_rows_has_no_heading(
    industries: tuple[Speciality, ...], specialities: tuple[Speciality, ...], headings: list[str]
) -> None:
    laid = lay("industry", booklet=booklet(rumoi={"industries": industries, "specialities": specialities}))
    assert laid.codes == []
    assert [text for _, text in elements(laid.page, Role.HEADING_2)] == headings


@pytest.mark.parametrize(
    "changes",
    [{"industries": (thing("海", "港。" * 2000),)}, {"specialities": (thing("海", "港。" * 4000),)}],
    ids=["an industry", "a speciality"],
)
def test_what_is_too_long_is_found_with_the_place_of_the_order(changes: dict[str, object]) -> None:
    laid = lay("industry", booklet=booklet(rumoi=changes))
    assert "pages.overset" in laid.codes
    assert {finding.span for finding in laid.findings} == {order("industry").span}


def test_an_opening_text_too_long_is_found() -> None:
    assert "pages.overset" in lay(order("industry", text=long())).codes


def test_the_drawing_at_the_foot_keeps_clear_of_the_table_and_gives_way_to_it() -> None:
    with_band, without = shipped("industry"), lay(order("industry", art=""))
    assert len(describe(with_band.page.frame)) > len(describe(without.page.frame))
    many = CITY.specialities * 3
    full = lay("industry", booklet=booklet(rumoi={"specialities": many}))
    plain = lay(order("industry", art=""), booklet=booklet(rumoi={"specialities": many}))
    assert describe(full.page.frame) == describe(plain.page.frame)
    lowest = max(at.y for at, _ in read_runs(with_band.page.frame.items))
    art = with_band.page.frame.items[-1].item
    assert "group" in describe(with_band.page.frame)
    (group,) = art.items  # type: ignore[union-attr]
    assert group.item.items[0].y > lowest + 16
