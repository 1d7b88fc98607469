"""The maps: shapes, credit, route, labels."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from itertools import combinations, pairwise

import pytest

from brochure.drawing.describe import fingerprint
from brochure.drawing.frame import Frame, Glyphs, Placed, text_of
from brochure.drawing.geometry import Rect, Size
from brochure.drawing.units import mm
from brochure.layout.label_placement import holds, overlaps
from brochure.layout.map import POINTS, SEA_ROUTE, WATERS, hokkaido, locator_map
from brochure.layout.map_shapes import (
    AREAS,
    JMA_CREDIT,
    NATURAL_EARTH_CREDIT,
    contains,
    hokkaido_towns,
    northeast_asia,
)
from brochure.layout.projection import Place

from .art.pictures import HARBOUR, colours, shapes

WORDS = {each.key: each.key for each in POINTS} | {key: key for key, _ in WATERS}
SUBPREFECTURES = [
    "空知",
    "石狩",
    "後志",
    "胆振",
    "日高",
    "渡島",
    "檜山",
    "上川",
    "留萌",
    "宗谷",
    "オホーツク",
    "十勝",
    "釧路",
    "根室",
]
SIZES = (Size(mm(150), mm(100)), Size(mm(80), mm(76)), Size(mm(188), mm(95)))


def set_label(text: str, role: str) -> Frame:
    size = {"place-major": 10.0, "town": 9.0}.get(role, 7.0)
    glyphs = Glyphs("face", size, b"", text, size * len(text) * 0.6)
    return Frame(Size(size * len(text) * 0.6, size), (Placed(glyphs, 0.0, size * 0.88),))


@pytest.mark.parametrize("size", SIZES)
def test_labels_of_the_locator_map_touch_neither_each_other_nor_the_edge(size: Size) -> None:
    labels = locator_map(size, HARBOUR, set_label, WORDS).labels
    assert {"rumoi", "yingkou"} <= {label.key for label in labels}
    assert not any(overlaps(one.box, other.box) for one, other in combinations(labels, 2))
    assert all(holds(Rect(0.0, 0.0, *size), label.box) for label in labels)


@pytest.mark.parametrize("size", SIZES)
def test_every_word_is_either_on_the_map_or_left_over(size: Size) -> None:
    drawn = locator_map(size, HARBOUR, set_label, WORDS)
    assert {label.key for label in drawn.labels} | set(drawn.left_over) == set(WORDS)
    assert text_of(drawn.frame.items) == "".join(label.key for label in drawn.labels)


def test_sea_route_keeps_to_the_sea() -> None:
    rings = northeast_asia()
    for (x1, y1), (x2, y2) in pairwise(SEA_ROUTE[1:]):
        for step in range(1, 20):
            place = Place(x1 + (x2 - x1) * step / 20, y1 + (y2 - y1) * step / 20)
            assert not any(contains(ring, place) for ring in rings), place


def test_sea_route_joins_the_two_ports() -> None:
    rumoi, yingkou = (each.place for each in POINTS if each.is_major)
    assert SEA_ROUTE[0] == pytest.approx(rumoi, abs=0.1)
    assert SEA_ROUTE[-1] == pytest.approx(yingkou, abs=0.4)


def test_cities_stand_on_land() -> None:
    for each in POINTS:
        if each.key not in ("rumoi", "yingkou"):  # ports: on the very shore
            assert any(contains(ring, each.place) for ring in northeast_asia()), each.key


def test_hokkaido_has_179_municipalities_and_the_four_islands() -> None:
    towns = hokkaido_towns().towns
    assert len({town.code for town in towns} - {"hoppo"}) == 179
    assert next(town for town in towns if town.code == "hoppo").subprefecture == "根室"
    assert {town.area for town in towns} == set(AREAS)
    counts = Counter(town.area for town in towns if town.code != "hoppo")
    assert [counts[area] for area in AREAS] == [70, 18, 41, 18, 19, 13]


def test_every_ring_of_hokkaido_is_closed() -> None:
    land = hokkaido_towns()
    for town in land.towns:
        for ring in town.rings:
            places = land.ring(ring)
            assert places[0] == pytest.approx(places[-1]), town.name


def test_rumoi_lies_in_rumoi() -> None:
    land = hokkaido_towns()
    rumoi = next(town for town in land.towns if town.name == "留萌市")
    assert any(contains(land.ring(ring), Place(141.66, 43.93)) for ring in rumoi.rings)


def test_labels_of_hokkaido_find_room_at_page_width() -> None:
    words = {name: name for name in (*SUBPREFECTURES, "留萌市")}
    size = Size(mm(150), mm(120))
    drawn = hokkaido(size, HARBOUR, set_label, words)
    assert drawn.left_over == ()
    assert len(drawn.labels) == 15
    assert not any(overlaps(one.box, other.box) for one, other in combinations(drawn.labels, 2))


def test_highlighted_town_alone_is_vermilion() -> None:
    drawn = hokkaido(Size(mm(100), mm(80)), HARBOUR, set_label, {}, highlight=("留萌市",))
    assert sum(shape.fill == HARBOUR.vermilion for shape, _ in shapes(drawn.frame.items)) == 1


def test_a_town_that_is_not_in_hokkaido_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        hokkaido(Size(200.0, 160.0), HARBOUR, set_label, {}, highlight=("横浜市",))


def test_maps_keep_the_ink_limit_and_the_hairline() -> None:
    for drawn in (
        locator_map(SIZES[0], HARBOUR, set_label, WORDS),
        hokkaido(Size(mm(60), mm(48)), HARBOUR, set_label, {}),
    ):
        assert max(colour.total_ink for colour in colours(drawn.frame.items)) <= 3.0
        assert all(shape.stroke is None or shape.stroke.width >= 0.25 for shape, _ in shapes(drawn.frame.items))


def test_same_map_twice_is_the_same() -> None:
    one, other = (locator_map(SIZES[0], HARBOUR, set_label, WORDS).frame for _ in range(2))
    assert fingerprint(one) == fingerprint(other)


def test_credits_stand_beside_the_data_and_in_it() -> None:
    folder = files("brochure.layout") / "map_data"
    credits = (folder / "CREDITS.md").read_text(encoding="utf-8")
    assert JMA_CREDIT in credits
    assert NATURAL_EARTH_CREDIT in credits
    assert JMA_CREDIT in (folder / "hokkaido.json").read_text(encoding="utf-8")
    assert "Natural Earth" in (folder / "northeast_asia.json").read_text(encoding="utf-8")


def test_data_files_are_small() -> None:
    folder = files("brochure.layout") / "map_data"
    sizes = [len((folder / name).read_bytes()) for name in ("hokkaido.json", "northeast_asia.json")]
    assert sum(sizes) < 200_000
