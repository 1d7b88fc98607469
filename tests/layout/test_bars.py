"""Bars and stairs: lengths in one scale, figures at their ends."""

from __future__ import annotations

from itertools import pairwise

import pytest

from brochure.drawing.frame import Frame, Glyphs, Placed, text_of
from brochure.drawing.geometry import Size
from brochure.layout.bars import Bar, stacked_bars, steps
from brochure.layout.chart import Drafting

from .art.pictures import HARBOUR, shapes

COLOURS = (HARBOUR.sea, HARBOUR.sunset, HARBOUR.gold)
SIZE = Size(400.0, 90.0)


def set_label(text: str, role: str) -> Frame:
    width = 5.0 * len(text)
    return Frame(Size(width, 8.0), (Placed(Glyphs("face", 8.0, b"", text, width), 0.0, 7.0),))


DRAFTING = Drafting(HARBOUR, set_label)


def _widths(frame: Frame, colour: object) -> list[float]:
    found = [shape.path for shape, _ in shapes(frame.items) if shape.fill == colour]
    return [max(step[1] for step in path if len(step) == 3) - path[0][1] for path in found]


def test_parts_are_drawn_in_one_scale_for_all_bars() -> None:
    frame = stacked_bars(SIZE, DRAFTING, [Bar("a", (10, 20, 5)), Bar("b", (5, 0, 10))], COLOURS)
    (first, second), (middle,), (third, fourth) = (_widths(frame, colour) for colour in COLOURS)
    assert first == pytest.approx(2 * second)
    assert middle == pytest.approx(2 * first)
    assert fourth == pytest.approx(2 * third)
    assert text_of(frame.items) == "a35b15"


def test_the_longest_bar_and_its_sum_stay_in_the_box() -> None:
    for widest in (0.0, 80.0):
        frame = stacked_bars(SIZE, DRAFTING, [Bar("name", (100, 20, 5)), Bar("b", (1, 1, 1))], COLOURS, widest)
        ends = [step[1] for shape, _ in shapes(frame.items) for step in shape.path if len(step) == 3]
        assert max(ends) <= SIZE.width - len("125") * 5.0
        assert min(ends) >= max(widest, 20.0)


def test_bars_of_nothing_are_no_error() -> None:
    assert text_of(stacked_bars(SIZE, DRAFTING, [Bar("a", (0, 0, 0))], COLOURS).items) == "a0"


def test_a_stair_says_every_sum_and_every_fifth_year() -> None:
    frame = steps(SIZE, DRAFTING, [(1982, 1), (1985, 3), (1991, 4)])
    assert text_of(frame.items) == "13419851990"


def test_steps_are_as_high_as_they_grow() -> None:
    frame = steps(SIZE, DRAFTING, [(1982, 1), (1985, 3), (1991, 4)])
    (path,) = [s.path for s, _ in shapes(frame.items) if s.stroke and s.stroke.colour == HARBOUR.sea]
    levels = [step[2] for step in path if len(step) == 3][::2]
    first, second, third = (one - other for one, other in pairwise(levels))
    assert second == pytest.approx(2 * first)
    assert third == pytest.approx(first)
