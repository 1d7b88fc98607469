"""The charts: counts become blocks, years stand in their places, nothing leaves the box."""

from __future__ import annotations

import pytest

from brochure.drawing.describe import fingerprint
from brochure.drawing.frame import Frame, Glyphs, Placed, Shape, items_of, text_of
from brochure.drawing.geometry import Size
from brochure.layout.art.marks import mark
from brochure.layout.chart import Drafting, Lane, YearCount, dot_lanes, mirrored_bars

from .art.pictures import HARBOUR, colours, shapes

SIZE = Size(420.0, 190.0)
COUNTS = tuple(YearCount(year, {2000: 2, 1990: 1}.get(year, 0), {1985: 1}.get(year, 0)) for year in range(1980, 2011))


def set_label(text: str, role: str) -> Frame:
    glyphs = Glyphs(role, 7.0, b"", text, 4.0 * len(text))
    return Frame(Size(4.0 * len(text), 7.0), (Placed(glyphs, 0.0, 6.0),))


DRAFTING = Drafting(HARBOUR, set_label)


def blocks(frame: Frame, colour: object) -> list[list[float]]:
    """The lefts of the blocks of each bar in a colour."""
    bars = [shape for shape, _ in shapes(frame.items) if shape.fill == colour]
    return [[float(step[1]) for step in bar.path if step[0] == "M"] for bar in bars]


def test_every_delegation_is_a_block() -> None:
    frame = mirrored_bars(SIZE, DRAFTING, COUNTS, ("out", "in"))
    assert [len(bar) for bar in blocks(frame, HARBOUR.sea)] == [1, 2]
    assert [len(bar) for bar in blocks(frame, HARBOUR.vermilion)] == [1]


def test_a_bar_stands_over_its_year() -> None:
    frame = mirrored_bars(SIZE, DRAFTING, COUNTS, ("out", "in"))
    step = SIZE.width / 31
    ((left,), _) = blocks(frame, HARBOUR.sea)
    assert left + step * 0.32 == pytest.approx((1990 - 1980 + 0.5) * step)


def test_years_are_lettered_every_five_and_bars_carry_their_figure() -> None:
    frame = mirrored_bars(SIZE, DRAFTING, COUNTS, ("out", "in"), [(1990, "signed")])
    assert text_of(frame.items) == "signed" + "1" + "1" + "2" + "1980198519901995200020052010" + "outin"


def test_chart_stays_in_its_box() -> None:
    lanes = [Lane("out", "delegation-out", (1980.0, 2000.3, 2000.8)), Lane("signed", "agreement", (1990.3,))]
    for frame in (
        mirrored_bars(SIZE, DRAFTING, COUNTS, ("out", "in"), [(1980, "first voyage"), (2010, "twenty years")]),
        dot_lanes(SIZE, DRAFTING, lanes, 1980, 2010),
    ):
        for placed in frame.items:
            item, x, y = placed.item, placed.x, placed.y
            if isinstance(item, Shape):
                numbers = [each for step in item.path for each in step[1:]]
                assert min(numbers) >= -0.01
                assert max(x + each for each in numbers[::2]) <= SIZE.width + 0.01
                assert max(y + each for each in numbers[1::2]) <= SIZE.height + 0.01
            else:
                assert 0.0 <= x <= SIZE.width
                assert -0.01 <= y <= SIZE.height


def test_a_year_without_an_entry_leaves_its_place_empty() -> None:
    sparse = tuple(each for each in COUNTS if each.year in (1980, 1990, 2010))
    one = blocks(mirrored_bars(SIZE, DRAFTING, sparse, ("out", "in")), HARBOUR.sea)
    other = blocks(mirrored_bars(SIZE, DRAFTING, COUNTS, ("out", "in")), HARBOUR.sea)
    assert one[0] == pytest.approx(other[0])


def test_each_event_has_its_mark_and_each_lane_its_total() -> None:
    lane = Lane("staff", "staff", (1991.0, 1991.5, 2001.0))
    frame = dot_lanes(SIZE, DRAFTING, [lane], 1980, 2010)
    heads = sum(shape.fill == HARBOUR.sea for shape, _ in shapes(frame.items))
    assert heads == 3 * len(items_of(mark("staff", 8.0, HARBOUR).items, Shape))
    assert "3" in text_of(frame.items)


def test_charts_keep_the_ink_limit_and_the_hairline() -> None:
    frame = mirrored_bars(SIZE, DRAFTING, COUNTS, ("out", "in"))
    assert max(colour.total_ink for colour in colours(frame.items)) <= 3.0
    assert all(shape.stroke is None or shape.stroke.width >= 0.25 for shape, _ in shapes(frame.items))


def test_same_chart_twice_is_the_same() -> None:
    one, other = (mirrored_bars(SIZE, DRAFTING, COUNTS, ("out", "in")) for _ in range(2))
    assert fingerprint(one) == fingerprint(other)


def test_bars_meet_the_axis_without_a_hair_of_paper_between_two_inks() -> None:
    frame = mirrored_bars(SIZE, DRAFTING, COUNTS, ("out", "in"))
    axis = [shape for shape, _ in shapes(frame.items) if shape.stroke is not None and not shape.stroke.dashes][:2]
    top, foot = (float(line.path[0][2]) for line in axis)
    for colour, edge, nearest in ((HARBOUR.sea, top, max), (HARBOUR.vermilion, foot, min)):
        bars = [shape for shape, _ in shapes(frame.items) if shape.fill == colour]
        assert bars
        for bar in bars:
            assert nearest(float(step[2]) for step in bar.path if len(step) > 2) == pytest.approx(edge)
