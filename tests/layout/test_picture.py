"""Photographs fill their places unstretched, cut about what matters in them."""

import pytest

from brochure.drawing.geometry import Rect, Size
from brochure.layout.picture import crop, cropped, resolution


def test_a_wide_picture_loses_its_sides_and_a_high_one_its_head_and_foot() -> None:
    assert crop((400, 200), Size(100, 100), (0.5, 0.5)) == Rect(0.25, 0.0, 0.5, 1.0)
    assert crop((200, 400), Size(100, 100), (0.5, 0.5)) == Rect(0.0, 0.25, 1.0, 0.5)


@pytest.mark.parametrize(("focus", "left"), [(0.0, 0.0), (0.3, 0.05), (1.0, 0.5)])
def test_the_focus_stays_as_near_the_middle_as_the_edges_allow(focus: float, left: float) -> None:
    assert crop((400, 200), Size(100, 100), (focus, 0.5)).x == pytest.approx(left)


def test_the_part_shown_has_the_shape_of_its_place() -> None:
    part = crop((3000, 2000), Size(160, 90), (0.2, 0.9))
    assert part.width * 3000 / (part.height * 2000) == pytest.approx(160 / 90)
    assert part.bottom <= 1.0


def test_resolution_is_that_of_the_part_shown() -> None:
    assert resolution((400, 200), Size(72, 72), (0.5, 0.5)) == pytest.approx(200)
    assert cropped("a.jpg", (400, 200), Size(72, 72), (0.5, 0.5)).size == Size(72, 72)
