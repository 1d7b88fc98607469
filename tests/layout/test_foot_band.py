"""A drawing at a page's foot, where there is room for it."""

from brochure.drawing.geometry import Rect, Size
from brochure.drawing.units import mm
from brochure.layout.composition import Composition
from brochure.layout.foot_band import set_foot_band
from brochure.layout.type_area import TypeArea

from .art.pictures import HARBOUR

AREA = TypeArea(Size(mm(182), mm(257)), 10.0, 40, 36, 16.0, mm(18), mm(22))


def _drawn(depth: float, art: str = "snow") -> int:
    page = Composition(AREA.trim)
    set_foot_band(page, AREA, HARBOUR, Rect(50, 60, 400, 576), depth, art, 1, mm(3))
    return len(page.items)


def test_a_band_is_drawn_below_short_copy() -> None:
    assert _drawn(300) == 1


def test_nothing_is_drawn_where_four_lines_are_not_free() -> None:
    foot = 60 + 576 - 16
    assert _drawn(foot - 24 - 4 * 16) == 1
    assert _drawn(foot - 24 - 4 * 16 + 1) == 0


def test_nothing_is_drawn_where_nothing_is_ordered() -> None:
    assert _drawn(300, "") == 0
