"""The locator map: where the two cities of an exchange lie, how far apart, in words a reader can check."""

from __future__ import annotations

from itertools import pairwise
from math import acos, cos, radians, sin

import pytest

from brochure.content.city import City
from brochure.content.names import Names
from brochure.content.records import Location
from brochure.content.text import Text
from brochure.drawing.frame import text_of
from brochure.drawing.structure import Role
from brochure.layout.map_shapes import NATURAL_EARTH_CREDIT
from brochure.pages.locator_map.layout import distance_km
from pages.setting import (
    LANGUAGES,
    booklet,
    elements,
    figures,
    in_order,
    lay,
    long,
    order,
    project,
    read_runs,
    shipped,
    words,
)

CITIES = [project().booklet.cities[name] for name in ("rumoi", "yingkou")]


def by_cosines(one: Location, other: Location) -> float:
    """The great circle by the law of cosines: another way than the page's."""
    a, b = radians(one.latitude), radians(other.latitude)
    return 6371.0 * acos(sin(a) * sin(b) + cos(a) * cos(b) * cos(radians(one.longitude - other.longitude)))


def place(city: City) -> Location:
    assert city.location is not None
    return city.location


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_then_map_then_positions_then_credit_are_read(language: str) -> None:
    copy = shipped("map", language).copy
    parts = [words(order("map").text, language)]
    for city in CITIES:
        parts += [city.name.in_(language), f"{place(city).latitude:.1f}", f"{place(city).longitude:.1f}"]
    assert in_order(copy, [*parts, NATURAL_EARTH_CREDIT])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_names_both_cities_on_itself_and_in_its_alternative_text(language: str) -> None:
    (figure,) = figures(shipped("map", language).page)
    for city in CITIES:
        assert city.name.in_(language) in figure.alternative
        assert city.name.in_(language) in text_of(figure.items)


@pytest.mark.parametrize(
    ("language", "names"), [("ja", "日本海 瀋陽 東京"), ("zh_CN", "日本海 沈阳 东京"), ("zh_TW", "日本海 瀋陽 東京")]
)
def test_places_on_the_map_are_written_in_the_language(language: str, names: str) -> None:
    (figure,) = figures(shipped("map", language).page)
    for name in names.split():
        assert name in text_of(figure.items)


@pytest.mark.parametrize(("language", "said"), [("ja", "1,600km"), ("zh_CN", "1,600公里"), ("zh_TW", "1,600公里")])
def test_the_distance_is_the_great_circle_rounded_to_hundreds(language: str, said: str) -> None:
    first, second = (place(city) for city in CITIES)
    assert round(by_cosines(first, second) / 100) * 100 == 1600
    assert said in shipped("map", language).copy


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((141.6, 43.9), (122.2, 40.7)),
        ((0.0, 0.0), (0.0, 90.0)),
        ((139.7, 35.7), (116.4, 39.9)),
        ((179.0, 5.0), (-179.0, 5.0)),
    ],
)
def test_distances_agree_with_another_formula(one: tuple[float, float], other: tuple[float, float]) -> None:
    first, second = (Location(longitude=x, latitude=y) for x, y in (one, other))
    assert distance_km(first, second) == round(by_cosines(first, second) / 100) * 100
    assert distance_km(first, second) == distance_km(second, first)
    assert distance_km(first, first) == 0


def test_the_page_follows_the_data() -> None:
    moved = booklet(yingkou={"location": Location(longitude=121.4, latitude=31.2), "above": None})
    copy = lay(order("map", text=Text("港から港へ。")), booklet=moved).copy
    assert in_order(copy, ["港から港へ。", "留萌市", "営口市", "31.2", "121.4"])
    assert "1,600" not in copy
    assert "中国遼寧省" not in copy


def test_a_city_renamed_is_renamed_on_the_map_below_it_and_in_its_alternative_text() -> None:
    name = Names(ja="港町", zh_CN="港町", zh_TW="港町")
    laid = lay("map", booklet=booklet(yingkou={"name": name}))
    assert laid.copy.count("港町") == 2
    assert "港町" in figures(laid.page)[0].alternative


@pytest.mark.parametrize("missing", [("rumoi",), ("yingkou",), ("rumoi", "yingkou")])
def test_a_city_without_a_place_is_found_at_the_city_and_the_page_stands_empty(missing: tuple[str, ...]) -> None:
    laid = lay("map", booklet=booklet(**{name: {"location": None} for name in missing}))
    assert laid.codes == ["pages.no-location"] * len(missing)
    assert [each.span.file if each.span else "" for each in laid.findings] == [
        f"content/cities/{name}.yaml" for name in missing
    ]
    assert len(laid.pages) == 1


def test_a_map_without_a_text_is_a_page() -> None:
    laid = lay(order("map", text=None, kicker=None))
    assert laid.codes == []
    assert laid.copy.startswith("海をはさんで向かいあう")


def test_the_map_bleeds_at_both_sides_and_its_words_keep_from_the_knife() -> None:
    laid = shipped("map")
    (figure,) = figures(laid.page)
    assert figure.items[0].x == -laid.setting.bleed
    for _, run in read_runs(figure.items):
        assert run.width < laid.setting.area.trim.width
    xs = [(spot.x, spot.x + run.width) for spot, run in read_runs(figure.items)]
    assert min(left for left, _ in xs) > 10
    assert max(right for _, right in xs) < laid.setting.area.trim.width - 10


def test_a_text_too_long_is_found_with_its_place() -> None:
    laid = lay(order("map", text=long(60)))
    assert laid.codes == ["pages.overset"]
    assert laid.findings[0].span == order("map").span


def test_the_captions_never_stand_on_one_another() -> None:
    for times in (1, 4, 8):
        laid = lay(order("map", text=long(times)))
        captions = [text for _, text in elements(laid.page, Role.CAPTION)]
        assert len(captions) >= 1
        lines = sorted({at.y for at, run in read_runs(laid.page.frame.items) if run.size == 7.5})
        assert all(below - above >= 11.9 for above, below in pairwise(lines))
