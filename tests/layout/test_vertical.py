"""Vertical setting: tiers of whole characters, lines from right to left, and what is read off them in order."""

from __future__ import annotations

import pytest

from brochure.drawing.frame import Glyphs, Group, Placed, Tagged, text_of
from brochure.drawing.geometry import Point, Rect, Size
from brochure.layout.text_block import Typesetter, Words
from brochure.layout.type_area import TypeArea
from brochure.layout.vertical import fill_tiers, lines_in, side_by_side, tiers, upright
from layout.setting import FEED, typesetter

AREA = TypeArea(Size(500.0, 700.0), 10.0, 40, 36, FEED, 50.0, 60.0)
BOX = Rect(50.0, 60.0, 400.0, 576.0)
COPY = "留萌は日本海の東の岸、営口は渤海の奥にある。二つの港のあいだには三つの海が続いている。"


@pytest.fixture
def setter() -> Typesetter:
    return Typesetter(typesetter().styles, "ja")


def test_a_tier_is_whole_characters_deep_and_whole_lines_broad() -> None:
    upper, lower = tiers(AREA, BOX, 2)
    assert (upper.height, lower.height) == (270.0, 270.0)  # (57 characters - 2 between) ÷ 2 = 27
    assert lower.bottom == BOX.bottom
    assert upper.width == lines_in(AREA, BOX.width) * FEED == 25 * FEED
    assert upper.right == BOX.right + (FEED - 10.0) / 2  # the first line's body is flush with the type area


def test_lines_go_from_right_to_left_on_the_grid(setter: Typesetter) -> None:
    strips = setter.text(Words(COPY), upright(setter.styles["body"]), 100.0)
    filled = fill_tiers(strips, tiers(AREA, BOX, 2))
    middles = sorted((at.x for at, run in _runs(filled.items) if isinstance(run, Glyphs)), reverse=True)
    assert middles[0] == BOX.right - 10.0 / 2
    assert all((middles[0] - middle) % FEED == pytest.approx(0.0) for middle in middles)
    assert text_of(filled.items) == COPY
    assert not filled.rest


def test_a_full_tier_hands_on_to_the_next_and_the_last_hands_back(setter: Typesetter) -> None:
    strips = setter.text(Words(COPY * 12), upright(setter.styles["body"]), 100.0)
    boxes = [Rect(0.0, 0.0, 10 * FEED, 100.0), Rect(0.0, 150.0, 10 * FEED, 100.0)]
    filled = fill_tiers(strips, boxes)
    lines = {(round(at.x, 2), at.y > 120) for at, _ in _runs(filled.items)}
    assert sum(not is_lower for _, is_lower in lines) == 10
    assert [box.width for box in filled.free] == [0.0, 0.0]
    assert text_of(filled.items) + "".join(text_of(strip.items) for strip in filled.rest) == COPY * 12


def test_a_heading_takes_whole_lines_and_does_not_end_a_tier(setter: Typesetter) -> None:
    heading = setter.text(Words("港から港へ"), upright(setter.styles["heading"]), 200.0)
    body = setter.text(Words(COPY), upright(setter.styles["body"]), 100.0)
    assert [strip.height for strip in heading] == [2 * FEED]
    filled = fill_tiers((*heading, *body), [Rect(0.0, 0.0, 2 * FEED, 100.0), Rect(0.0, 0.0, 20 * FEED, 100.0)])
    assert filled.free[0].width == 2 * FEED
    tags = [each.item for each in filled.items if isinstance(each.item, Tagged)]
    (tag,) = [each for each in tags if "港から港へ" in text_of(each.items)]
    (middle,) = {at.x for at, _ in _runs(tag.items)}
    assert middle == 20 * FEED - FEED  # centred in the two lines it takes


def test_a_paragraph_is_one_element_in_each_tier(setter: Typesetter) -> None:
    strips = setter.text(Words(COPY), upright(setter.styles["body"]), 100.0)
    (placed,) = side_by_side(strips, 300.0, 20.0)
    assert isinstance(placed.item, Tagged)
    assert text_of((placed,)) == COPY


def _runs(items: tuple[Placed, ...], x: float = 0.0, y: float = 0.0) -> list[tuple[Point, object]]:
    found: list[tuple[Point, object]] = []
    for placed in items:
        item = placed.item
        here = Point(x + placed.x, y + placed.y)
        if isinstance(item, Tagged | Group):
            found += _runs(item.items, *here)
        else:
            found.append((here, item))
    return found


def _said(items: tuple[Placed, ...]) -> list[str]:
    """What groups are read as."""
    inside = [each.item for each in items if isinstance(each.item, Group | Tagged)]
    found = [item.said for item in inside if isinstance(item, Group) and item.said]
    return found + [said for item in inside for said in _said(item.items)]


def test_a_long_number_stands_upright_and_is_one_word_a_short_one_lies_across(setter: Typesetter) -> None:
    strips = setter.text(Words("港は1990年4月17日に"), upright(setter.styles["body"]), 40.0)
    assert text_of(strips[0].items) == "港は"  # 1990 is not parted
    runs = [run for strip in strips for _, run in _runs(strip.items) if isinstance(run, Glyphs)]
    assert all(run.is_vertical for run in runs)
    assert [said for strip in strips for said in _said(strip.items)] == ["17"]
    assert text_of(tuple(item for strip in strips for item in strip.items)) == "港は1990年4月17日に"
