"""A picture's place: the author's photograph where one is ordered, cropped about its focus, else the page's drawing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from brochure.content.page_content import Mode
from brochure.content.records import Picture
from brochure.content.text import Text
from brochure.drawing.frame import Picture as Raster
from brochure.drawing.frame import Tagged, items_of, text_of, walk
from brochure.drawing.structure import Role
from brochure.layout.page import Page
from brochure.pages import PAGE_TYPES
from brochure.pages.modes import lay_out
from brochure.source.model import changed
from pages.setting import NUMBERS, bilingual, long, order, project, setting

PORT = Picture(
    id="port",
    file="port.jpg",
    credit=Text("編集部", "pictures.port.credit"),
    alternative=Text("朝の港", "pictures.port.alternative"),
)
WITH_PORT = replace(project().booklet, pictures={"port": PORT})
LARGE = {"port": (6000, 6000)}


def _laid(name: str, pixels: tuple[int, int] = LARGE["port"], **changes: object):
    content = order(name, **{"picture": "port", **changes})
    own = setting("ja", NUMBERS[name], booklet=WITH_PORT, pixels={"port": pixels})
    return lay_out(PAGE_TYPES[content.type], content, own), own


def _files(pages: tuple[Page, ...]) -> list[str]:
    items = (each.item for page in pages for each in walk(page.frame.items))
    return [item.file for item in items if isinstance(item, Raster)]


@pytest.mark.parametrize("name", ["cover", "contents", "rumoi", "yingkou", "industry", "back"])
def test_a_page_ordered_with_a_photograph_shows_it_once_in_the_place_of_its_drawing(name: str) -> None:
    pages, own = _laid(name)
    assert _files(pages) == ["port.jpg"]
    assert [each.code for each in own.report] == []
    described = [item for page in pages for item in items_of(page.frame.items, Tagged)]
    assert "朝の港" in [item.alternative for item in described if item.role is Role.FIGURE]


def test_a_city_brings_its_own_photograph_and_the_order_may_name_another() -> None:
    quay = changed(PORT, id="quay", file="quay.jpg")
    city = changed(WITH_PORT.cities["rumoi"], picture="quay")
    booklet = replace(WITH_PORT, cities={**WITH_PORT.cities, "rumoi": city}, pictures={"port": PORT, "quay": quay})
    own = setting("ja", 4, booklet=booklet, pixels={"port": (6000, 6000), "quay": (6000, 6000)})
    for named, shown in ((None, "quay.jpg"), ("port", "port.jpg")):
        content = order("rumoi", picture=named)
        assert _files(lay_out(PAGE_TYPES[content.type], content, own)) == [shown]


def test_a_photograph_the_copy_leaves_no_room_for_is_told_at_the_word_that_ordered_it() -> None:
    place = order("background").place_of("picture")
    booklet = replace(
        WITH_PORT,
        exchanges={
            name: changed(each, background=(changed(each.background[0], text=long(60)),))
            for name, each in WITH_PORT.exchanges.items()
        },
    )
    content = order("background", picture="port")
    own = setting("ja", 8, booklet=booklet, pixels=LARGE)
    assert _files(lay_out(PAGE_TYPES[content.type], content, own)) == []
    found = [each for each in own.report if each.code == "pages.picture-not-shown"]
    assert [dict(each.message.values) for each in found] == [{"page": "background", "picture": "port"}]
    assert found[0].span == place


def test_a_photograph_with_too_few_pixels_for_its_place_is_told() -> None:
    pages, own = _laid("cover", (800, 1100))
    assert _files(pages) == ["port.jpg"]
    assert [each.code for each in own.report] == ["pages.small-picture"]


def test_facing_languages_show_the_photograph_each_on_its_page() -> None:
    own = bilingual("ja", "zh_CN", number=6, booklet=WITH_PORT, pixels=LARGE)
    content = order("industry", picture="port", mode=Mode.FACING)
    assert _files(lay_out(PAGE_TYPES[content.type], content, own)) == ["port.jpg", "port.jpg"]


def test_the_colophon_names_whose_the_photographs_are_and_no_longer_says_there_are_none() -> None:
    content = order("colophon")
    own = setting("ja", 15, booklet=WITH_PORT)
    without = PAGE_TYPES["colophon"].lay_out(content, own)
    with_one = PAGE_TYPES["colophon"].lay_out(content, replace(own, photographs=("port.jpg",)))
    assert "写真は使っていません" in text_of(without[0].frame.items)
    copy = text_of(with_one[0].frame.items)
    assert "編集部" in copy
    assert "写真は使っていません" not in copy
