"""The type area: characters times lines, margins derived, columns of whole characters."""

from itertools import pairwise

import pytest

from brochure.drawing.geometry import Rect, Size
from brochure.drawing.units import mm
from brochure.layout.type_area import TypeArea

AREA = TypeArea(Size(mm(182), mm(257)), 10.0, 40, 36, 16.0, mm(18), mm(22), columns=2)


def test_the_area_is_characters_and_lines() -> None:
    assert AREA.width == 400
    assert AREA.height == 576
    assert AREA.inner + AREA.width + AREA.outer == pytest.approx(AREA.trim.width)
    assert AREA.head + AREA.height + AREA.foot == pytest.approx(AREA.trim.height)


def test_the_spine_is_at_the_left_of_a_recto() -> None:
    assert AREA.box(is_recto=True).x == pytest.approx(mm(18))
    assert AREA.box(is_recto=False).right == pytest.approx(AREA.trim.width - mm(18))


def test_a_book_bound_at_the_right_turns_over() -> None:
    assert AREA.box(True, binding_is_right=True) == AREA.box(False)


@pytest.mark.parametrize("columns", [1, 2, 3, 4])
def test_columns_are_whole_characters_wide_and_end_with_the_area(columns: int) -> None:
    boxes = AREA.column_boxes(Rect(0, 0, AREA.width, 100), columns)
    assert len(boxes) == columns
    assert all(box.width % 10 == 0 for box in boxes)
    assert boxes[-1].right == pytest.approx(AREA.width)
    assert all(right.x - left.right >= 20 for left, right in pairwise(boxes))


def test_rows_are_lines_of_the_grid() -> None:
    box = Rect(5, 7, 100, 320)
    assert AREA.rows(box, 2, 3) == Rect(5, 39, 100, 48)
    assert AREA.rows(box, 2) == Rect(5, 39, 100, 288)
    assert AREA.whole_lines(16.1) == 32
    assert AREA.whole_lines(16.0) == 16
