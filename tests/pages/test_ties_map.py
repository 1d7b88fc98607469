"""The map of ties: what may be printed, numbered by age, on the map and in the list alike."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import convert
from msgspec.structs import replace

from brochure.content.records import Location
from brochure.content.text import Text
from brochure.drawing.frame import text_of
from brochure.drawing.structure import Role
from brochure.pages.ties_map import PAGE_TYPE
from brochure.pages.ties_map.content import TiesMapContent
from brochure.pages.ties_map.spots import numbered, printed_ties, spots
from brochure.source.model import changed
from pages.setting import LANGUAGES, edition, elements, setting
from pages.test_catalogue import leniently


def laid(own: Any):
    return PAGE_TYPE.lay_out(convert({"id": "ties", "type": "ties-map", "title": Text("縁")}, TiesMapContent), own)[0]


def booklet_with(own: Any, **changes: Any) -> Any:
    """A setting whose booklet has some ties changed: `id=fields`."""
    ties = dict(own.booklet.ties)
    for name, fields in changes.items():
        key = name.replace("_", "-")
        ties[key] = changed(ties[key], **fields)
    return replace(own, booklet=replace(own.booklet, ties=ties))


def own(language: str = "ja", size: str = "a4") -> Any:
    return leniently(setting(language, number=3, edition=edition(size=size)))


def test_only_verified_ties_of_hokkaido_are_printed_the_oldest_first() -> None:
    found = printed_ties(setting().booklet.ties.values())
    assert len(found) == 12
    assert {"muroran-rizhao", "noboribetsu-guangzhou", "date-zhangzhou", "ota-yingkou"}.isdisjoint(t.id for t in found)
    assert [tie.date for tie in found] == sorted(tie.date for tie in found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["a4", "jis-b5"])
def test_every_printed_tie_stands_in_the_list_and_on_the_map(language: str, size: str) -> None:
    given = own(language, size)
    page = laid(given)
    assert list(given.report) == []
    heads = [text for _, text in elements(page, Role.TABLE_HEADER)]
    assert heads == [str(number) for number in range(1, 13)]
    copy = text_of(page.frame.items)
    for each in numbered(given):
        assert copy.count(each.tie.there.name.in_(language)) >= 2, each.tie.id  # on the map, in the list
        assert each.town.in_(language) in copy


def test_one_town_is_one_point_and_partners_that_lie_together_are_too() -> None:
    towns, partners, pairs = spots(numbered(own()), "ja")
    assert len(pairs) == 12
    by_name = {name: numbers for town in towns for name, numbers in town.lines.items()}
    assert by_name["苫小牧市"] == [3, 7]
    assert {frozenset(spot.lines) for spot in partners} >= {
        frozenset({"秦皇島港", "秦皇島市"}),
        frozenset({"黒竜江省", "ハルビン市"}),
    }


def test_a_curve_has_the_area_of_its_town_and_the_prefectures_own_has_none() -> None:
    areas = {each.tie.id: each.area for each in numbered(own())}
    assert areas["rumoi-port-yingkou-port"] == "道北"
    assert areas["obihiro-chaoyang"] == "十勝"
    assert areas["hokkaido-heilongjiang"] == ""


def test_a_tie_whose_place_nobody_wrote_down_is_told_and_still_listed() -> None:
    given = own()
    tie = given.booklet.ties["obihiro-chaoyang"]
    without = booklet_with(given, obihiro_chaoyang={"there": changed(tie.there, location=None)})
    page = laid(without)
    (finding,) = without.report
    assert finding.code == "pages.no-location"
    assert finding.span == tie.span
    assert "朝陽市" in str(finding.message)
    assert "朝陽市" in text_of(page.frame.items)


def test_arrows_are_spoken_of_where_there_are_some() -> None:
    given = own()
    assert "矢印" in text_of(laid(given).frame.items)
    near = Location(longitude=121.0, latitude=43.0)
    ties = given.booklet.ties
    moved = {key: {"there": changed(ties[key].there, location=near)} for key in ("ishikari-pengzhou", "akabira-miluo")}
    assert "矢印" not in text_of(laid(booklet_with(given, **moved)).frame.items)
