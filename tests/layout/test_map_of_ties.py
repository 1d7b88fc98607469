"""The map of ties: curves from town to partner, names that touch nothing, arrows where a partner lies beyond."""

from __future__ import annotations

from itertools import combinations

import pytest
from msgspec.structs import replace

from brochure.drawing.colour import contrast
from brochure.drawing.describe import fingerprint
from brochure.drawing.frame import Frame, Glyphs, Placed, text_of
from brochure.drawing.geometry import Rect, Size
from brochure.drawing.units import mm
from brochure.layout.label_placement import holds, overlaps
from brochure.layout.map import MapPoint
from brochure.layout.map_of_ties import Tie, line_colour, map_of_ties
from brochure.layout.map_shapes import AREAS
from brochure.layout.projection import Place

from .art.pictures import HARBOUR, colours, shapes

TOWNS = (
    MapPoint("Sapporo", Place(141.35, 42.99)),
    MapPoint("Rumoi", Place(141.69, 43.93)),
    MapPoint("Obihiro", Place(143.13, 42.77)),
    MapPoint("Tomakomai", Place(141.55, 42.66)),
    MapPoint("Chitose", Place(141.48, 42.82)),
    MapPoint("Hakodate", Place(140.93, 41.85)),
)
PARTNERS = (
    MapPoint("Shenyang", Place(123.43, 41.80)),
    MapPoint("Yingkou", Place(122.22, 40.67)),
    MapPoint("Chaoyang", Place(120.45, 41.57)),
    MapPoint("Qinhuangdao", Place(119.60, 39.91)),
    MapPoint("Tianjin", Place(117.20, 39.13)),
    MapPoint("Pengzhou", Place(103.96, 30.99)),
)
TIES = (
    Tie("Sapporo", "Shenyang", "道央"),
    Tie("Rumoi", "Yingkou", "道北"),
    Tie("Obihiro", "Chaoyang", "十勝"),
    Tie("Tomakomai", "Qinhuangdao", "道央"),
    Tie("Tomakomai", "Qinhuangdao", "道央"),
    Tie("Hakodate", "Tianjin", "道南"),
    Tie("Chitose", "Pengzhou", ""),
)
WATERS = ("japan-sea", "yellow-sea", "pacific")
WORDS = {each.key: each.key for each in (*TOWNS, *PARTNERS)} | {key: key for key in WATERS}
SIZES = {"A4": Size(mm(216), mm(134)), "JIS B5": Size(mm(188), mm(88)), "square": Size(mm(120), mm(110))}
MARGIN = mm(10)


def set_label(text: str, role: str) -> Frame:
    size = 7.0
    shown = "1" if role == "number" else text
    width = size * len(shown) * 0.6
    return Frame(Size(width, size), (Placed(Glyphs("face", size, b"", shown, width), 0.0, size * 0.88),))


def drawn(size: Size = SIZES["A4"], **changes: object):
    given = {"words": WORDS, "towns": TOWNS, "partners": PARTNERS, "ties": TIES, "set_label": set_label} | changes
    return map_of_ties(size, HARBOUR, margin=MARGIN, **given)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("size", SIZES.values(), ids=list(SIZES))
def test_names_touch_neither_each_other_nor_the_knife(size: Size) -> None:
    found = drawn(size)
    assert found.left_over == ()
    assert {label.key for label in found.labels} == set(WORDS)
    assert not any(overlaps(one.box, other.box) for one, other in combinations(found.labels, 2))
    within = Rect(MARGIN - 0.01, 0.0, size.width - 2 * MARGIN + 0.02, size.height)
    assert all(holds(within, label.box) for label in found.labels)


def test_every_tie_is_a_curve_in_the_colour_of_its_area() -> None:
    strokes = [shape.stroke for shape, _ in shapes(drawn().frame.items) if shape.stroke and shape.path[-1][0] == "C"]
    for area in ("道央", "道北", "十勝", "道南", ""):
        colour = line_colour(HARBOUR, area)
        assert sum(stroke.colour == colour for stroke in strokes) == sum(tie.area == area for tie in TIES), area


def test_curves_between_the_same_two_towns_lie_apart() -> None:
    colour = line_colour(HARBOUR, "道央")
    paths = [shape.path for shape, _ in shapes(drawn().frame.items) if shape.stroke and shape.stroke.colour == colour]
    assert len({str(path) for path in paths}) == len(paths) == 3


def test_a_curve_rises_to_the_north_of_the_straight_line() -> None:
    colour = line_colour(HARBOUR, "道北")
    (path,) = [s.path for s, _ in shapes(drawn().frame.items) if s.stroke and s.stroke.colour == colour]
    (_, x0, y0), (_, x1, y1, _, _, x3, y3) = path
    assert y1 < y0 + (y3 - y0) * (x1 - x0) / (x3 - x0) - 5.0  # the page's y grows downwards


def test_a_partner_beyond_the_map_has_an_arrow_and_its_name_at_the_edge() -> None:
    found = drawn()
    assert found.beyond == ("Pengzhou",)
    (label,) = [label for label in found.labels if label.key == "Pengzhou"]
    assert label.box.x < SIZES["A4"].width / 4
    assert drawn(ties=TIES[:-1], partners=PARTNERS[:-1]).beyond == ()


def test_leaders_of_the_towns_do_not_cross() -> None:
    tint = HARBOUR.ink.tint(0.45)
    found = [shape.path for shape, _ in shapes(drawn().frame.items) if shape.stroke and shape.stroke.colour == tint]
    assert len(found) == len(TOWNS)
    ends = [tuple((step[1], step[2]) for step in path) for path in found]
    for (a, b), (c, d) in combinations(ends, 2):
        assert not (_turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0)


def _turn(a: tuple[float, ...], b: tuple[float, ...], c: tuple[float, ...]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def test_a_name_without_room_gives_way_to_its_number() -> None:
    crowd = tuple(MapPoint(f"partner {each}", Place(121.0 + each / 50, 41.0)) for each in range(14))
    ties = tuple(Tie("Rumoi", each.key, "道北") for each in crowd)
    words = {each.key: each.key for each in (*TOWNS, *crowd)}
    found = drawn(partners=crowd, ties=ties, words=words, towns=TOWNS[1:2])
    assert "1" in text_of(found.frame.items).replace("partner 1", "")


def test_colours_of_the_areas_can_be_told_and_seen_on_land() -> None:
    found = [line_colour(HARBOUR, area) for area in (*AREAS, "")]
    for one, other in combinations(found, 2):
        assert sum(abs(a - b) for a, b in zip(one.srgb, other.srgb, strict=True)) > 0.2
    dark = [colour for colour in found if contrast(colour, HARBOUR.land) >= 1.5]
    assert len(dark) >= 6


def test_the_map_keeps_the_ink_limit_and_the_hairline_and_is_the_same_again() -> None:
    found = drawn()
    assert max(colour.total_ink for colour in colours(found.frame.items)) <= 3.0
    assert all(shape.stroke is None or shape.stroke.width >= 0.25 for shape, _ in shapes(found.frame.items))
    assert fingerprint(found.frame) == fingerprint(drawn().frame)


def test_sea_shows_in_the_colour_of_water_and_the_inland_west_of_the_data_is_land() -> None:
    wide = drawn(Size(mm(216), mm(80)))
    first, *others = [shape for shape, _ in shapes(wide.frame.items)]
    assert first.fill == HARBOUR.water
    assert replace(first, fill=None) != first
    land = next(shape for shape in others if shape.fill == HARBOUR.land)
    assert min(step[1] for step in land.path if len(step) == 3) < 0.0  # reaches beyond the left edge
