"""Columns filled with strips: nothing lost, no lawless end, a common foot."""

from hypothesis import given
from hypothesis import strategies as st

from brochure.drawing.frame import Placed, Shape, Tagged, rectangle
from brochure.drawing.geometry import Rect
from brochure.drawing.structure import Role
from brochure.layout.strip import Element, Strip, as_frame, fill, fill_columns, height_of, shares, stacked, with_space

LINE = (Placed(Shape(rectangle(0, 0, 10, 2))),)


def strip(height: float = 16.0, keeps: bool = False, space: float = 0.0, origin: str = "a") -> Strip:
    return Strip(LINE, height, Element(Role.PARAGRAPH, origin), space, keeps)


def test_a_box_takes_what_fits_and_hands_back_the_rest() -> None:
    filled = fill([strip()] * 5, Rect(0, 0, 100, 50))
    assert filled.depth == 48
    assert len(filled.rest) == 2


def test_no_end_after_what_keeps_to_its_next() -> None:
    filled = fill([strip(), strip(keeps=True), strip()], Rect(0, 0, 100, 40))
    assert filled.depth == 16
    assert len(filled.rest) == 2


def test_space_above_the_first_falls_away() -> None:
    strips = [strip(space=8.0), strip(space=8.0)]
    assert height_of(strips) == 40
    assert fill(strips, Rect(0, 0, 100, 40)).rest == ()


def test_balanced_columns_end_together() -> None:
    boxes = (Rect(0, 0, 40, 160), Rect(50, 0, 40, 160))
    filled = fill_columns([strip()] * 6, boxes, is_balanced=True)
    assert filled.depth == 48
    assert filled.rest == ()


def test_columns_that_cannot_take_all_say_so() -> None:
    boxes = (Rect(0, 0, 40, 32), Rect(50, 0, 40, 32))
    assert len(fill_columns([strip()] * 6, boxes, is_balanced=True).rest) == 2


def test_strips_of_one_element_are_one_element_again() -> None:
    placed = stacked([strip(origin="a"), strip(origin="a"), strip(origin="b")], 3.0, 5.0)
    tags = [each.item for each in placed if isinstance(each.item, Tagged)]
    assert [(tag.origin, len(tag.items)) for tag in tags] == [("a", 2), ("b", 1)]
    assert [(each.x, each.y) for tag in tags for each in tag.items] == [(3.0, 5.0), (3.0, 21.0), (3.0, 37.0)]


def test_a_frame_of_strips_is_as_high_as_they_are() -> None:
    assert as_frame([strip(), strip(space=4.0)], 70).size == (70, 36)


def test_space_is_put_above_the_first_only() -> None:
    assert [each.space_before for each in with_space([strip(), strip()], 9.0)] == [9.0, 0.0]
    assert with_space([], 9.0) == ()


@given(
    st.lists(st.tuples(st.integers(1, 60), st.booleans(), st.integers(0, 20)), max_size=30),
    st.lists(st.integers(10, 200), min_size=1, max_size=4),
    st.booleans(),
)
def test_nothing_is_lost_and_nothing_stands_below_its_box(
    orders: list[tuple[int, bool, int]], heights: list[int], is_balanced: bool
) -> None:
    strips = [strip(float(height), keeps, float(space)) for height, keeps, space in orders]
    boxes = [Rect(0.0, 0.0, 50.0, float(height)) for height in heights]
    taken = shares(strips, boxes, is_balanced)
    assert [each for share in taken for each in share] == strips
    for share, box in zip(taken, boxes, strict=False):
        assert height_of(share) <= box.height + 0.01
        assert not share or not share[-1].keeps_next
