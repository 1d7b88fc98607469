"""Labels find room, or are returned."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from brochure.drawing.frame import Frame
from brochure.drawing.geometry import Point, Rect, Size
from brochure.layout.label_placement import Wanted, crosses, holds, overlaps, place_labels

BOX = Rect(0.0, 0.0, 200.0, 120.0)


def wanted(key: str, x: float, y: float, width: float = 30.0) -> Wanted:
    return Wanted(key, Frame(Size(width, 10.0)), Point(x, y), 4.0)


def test_a_lone_label_stands_to_the_right_of_its_point() -> None:
    (label,) = place_labels([wanted("a", 50, 50)], BOX, []).placed
    assert label.box == Rect(54.0, 45.0, 30.0, 10.0)


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    (label,) = place_labels([wanted("a", 190, 50)], BOX, []).placed
    assert label.box == Rect(156.0, 45.0, 30.0, 10.0)


def test_it_steps_aside_from_a_line() -> None:
    (label,) = place_labels([wanted("a", 50, 50)], BOX, [], [(Point(50, 50), Point(100, 50))]).placed
    assert not crosses(label.box, Point(50, 50), Point(100, 50))


def test_what_finds_no_room_is_left_over() -> None:
    placement = place_labels([wanted("a", 50, 50, 300.0)], BOX, [])
    assert placement.left_over == ("a",)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 120)), max_size=20))
def test_labels_never_touch_each_other_or_leave_the_box(points: list[tuple[int, int]]) -> None:
    placement = place_labels([wanted(str(at), x, y) for at, (x, y) in enumerate(points)], BOX, [])
    assert all(holds(BOX, label.box) for label in placement.placed)
    assert not any(overlaps(one.box, other.box) for one, other in combinations(placement.placed, 2))
    assert len(placement.placed) + len(placement.left_over) == len(points)
