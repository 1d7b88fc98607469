"""Parallel columns: paragraphs begin together on the grid, and nothing is lost where a column ends."""

from __future__ import annotations

import pytest

from brochure.drawing.frame import Group, Placed, Tagged
from brochure.drawing.geometry import Rect
from brochure.layout.parallel_text import fill_rows, paragraphs_of, rows_of
from brochure.layout.strip import Element, Strip
from layout.setting import typesetter

FEED = 16.0
BOXES = (Rect(50, 100, 200, 10 * FEED), Rect(270, 100, 200, 10 * FEED))


def paragraph(number: int, lines: int, origin: str = "a", space: float = 0.0, keeps: bool = False) -> list[Strip]:
    element = Element(origin=origin, number=number)
    return [
        Strip(
            (), FEED, element, space if not line else 0.0, keeps or (line == 0 and lines > 1) or (0 < line == lines - 2)
        )
        for line in range(lines)
    ]


def column(*lines: int, origin: str = "a") -> list[Strip]:
    return [strip for number, count in enumerate(lines) for strip in paragraph(number, count, origin)]


def tops(items: tuple[Placed, ...], left: bool) -> list[float]:
    """Where each paragraph of a column begins."""
    found = []
    for placed in items:
        item = placed.item
        assert isinstance(item, Tagged)
        lines = [each for each in item.items if isinstance(each.item, Group)]
        if (lines[0].x == BOXES[0].x) == left:
            found.append((lines[0].y, len(lines)))
    return [top for top, _ in found]


def test_paragraphs_of_both_languages_begin_on_the_same_line() -> None:
    filled = fill_rows(rows_of((column(3, 2, 1), column(2, 3, 1, origin="b"))), BOXES, FEED)
    assert tops(filled.items, True) == tops(filled.items, False) == [100, 148, 196]
    assert (filled.depth, filled.rest) == (7 * FEED, ())


def test_each_column_is_read_as_a_whole() -> None:
    filled = fill_rows(rows_of((column(1, 1), column(1, 1, origin="b"))), BOXES, FEED)
    assert [each.item.origin for each in filled.items if isinstance(each.item, Tagged)] == ["a", "a", "b", "b"]


def test_a_row_that_does_not_fit_is_parted_and_goes_on_together() -> None:
    rows = rows_of((column(8, 6), column(7, 5, origin="b")))
    first = fill_rows(rows, BOXES, FEED)
    (over,) = first.rest
    assert [len(cell) for cell in over] == [4, 3]
    second = fill_rows(first.rest, BOXES, FEED)
    assert second.rest == ()
    assert tops(second.items, True) == tops(second.items, False) == [100]


def test_a_row_of_which_one_language_could_not_keep_two_lines_moves_as_a_whole() -> None:
    rows = rows_of((column(8, 3), column(8, 6, origin="b")))
    assert [len(cell) for cell in fill_rows(rows, BOXES, FEED).rest[0]] == [3, 6]


def test_a_heading_does_not_end_a_page() -> None:
    heading = [Strip((), 2 * FEED, Element(origin=o, number=9), keeps_next=True) for o in "ab"]
    rows = (
        *rows_of((column(8), column(8, origin="b"))),
        (heading[:1], heading[1:]),
        *rows_of((column(2), column(2, origin="b"))),
    )
    filled = fill_rows([tuple(tuple(cell) for cell in row) for row in rows], BOXES, FEED)
    assert len(filled.rest) == 2


def test_a_language_with_fewer_paragraphs_has_empty_cells() -> None:
    strips = column(2, 2)
    assert paragraphs_of(strips) == 2
    rows = rows_of((strips, column(1, origin="b")))
    assert rows[1][1] == ()
    assert fill_rows(rows, BOXES, FEED).rest == ()


@pytest.mark.parametrize("space", [0.0, FEED])
def test_room_above_a_paragraph_falls_away_at_the_head_only(space: float) -> None:
    spaced = [*column(1), *paragraph(1, 1, space=space)]
    filled = fill_rows(rows_of((spaced, spaced)), BOXES, FEED)
    assert tops(filled.items, True) == [100, 116 + space]


def test_lines_are_never_lost_whatever_the_height() -> None:
    rows = rows_of((column(5, 7, 3, 9), column(4, 6, 2, 8, origin="b")))
    for lines in range(3, 30):
        boxes = tuple(box._replace(height=lines * FEED) for box in BOXES)
        rest, kept = rows, 0
        while rest:
            filled = fill_rows(rest, boxes, FEED)
            if not filled.items:
                break
            kept += sum(len(each.item.items) for each in filled.items if isinstance(each.item, Tagged))
            rest = filled.rest
        kept += sum(len(cell) for row in rest for cell in row)
        assert kept == 24 + 20


def test_composed_paragraphs_are_told_apart() -> None:
    setter = typesetter()
    from brochure.layout.text_block import Words

    strips = setter.text(Words("港の町。\n\n海の町。", "k"), "cell", 60.0)
    assert paragraphs_of(strips) == 2
