"""The band at a page's foot, where there is room for it."""

from brochure.drawing.geometry import Rect, Size
from brochure.drawing.units import mm
from brochure.layout.foot_band import foot_band
from brochure.layout.type_area import TypeArea

AREA = TypeArea(Size(mm(182), mm(257)), 10.0, 40, 36, 16.0, mm(18), mm(22))
BOX = Rect(50, 60, 400, 576)
FOOT = 60 + 576 - 16


def test_a_band_stands_below_short_copy_over_the_whole_width_and_its_bleed() -> None:
    band = foot_band(AREA, BOX, 300, mm(3))
    assert band is not None
    assert (band.x, band.right, band.bottom) == (-mm(3), mm(182) + mm(3), FOOT)
    assert band.y > 300


def test_there_is_none_where_four_lines_are_not_free() -> None:
    lowest = FOOT - 24 - 4 * 16
    assert foot_band(AREA, BOX, lowest, mm(3)) is not None
    assert foot_band(AREA, BOX, lowest + 1, mm(3)) is None
