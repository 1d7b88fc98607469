"""How much of each cell of a grid lies within outlines: exact areas, edge by edge.

Each edge leaves, in the cells it goes through, how far it rises there and how much of the cell lies to the right of it;
sums from left to right along a row are then the areas. Lengths are in cells, from the grid's lower left corner. What
lies within twice counts once by the winding number and not at all by the even-odd rule (ISO 32000-1, 8.5.3.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor
from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[float, float]
Run: TypeAlias = tuple[int, int, int, float]
"""Cells of a row, from one column to before another, of which the same share is covered."""
_LEAST = 0.004  # of a cell: a step of ink
_NEARLY = 1.0 - _LEAST
_BITS = 16
_WIDEST = 1 << _BITS  # cells in a row, at most


class Window(NamedTuple):
    """What of the grid is open to be painted, in cells."""

    left: float
    bottom: float
    right: float
    top: float


def box_runs(window: Window) -> Iterator[tuple[range, int, int, float]]:
    """The rows, columns and share of a box: its inside whole, its edges by what they cover."""
    for rows, low in _spans(window.bottom, window.top):
        for columns, across in _spans(window.left, window.right):
            if low * across >= _LEAST:
                yield rows, columns.start, columns.stop, low * across


def _spans(low: float, high: float) -> Iterator[tuple[range, float]]:
    """Cells along one axis, and how much of each lies between."""
    first, last = floor(low), floor(high)
    if first == last:
        yield range(first, first + 1), high - low
        return
    if low > first:
        yield range(first, first + 1), first + 1 - low
        first += 1
    if last > first:
        yield range(first, last), 1.0
    if high > last:
        yield range(last, last + 1), high - last


def polygon_runs(polygons: Sequence[Sequence[Point]], window: Window, is_even_odd: bool) -> Iterator[Run]:
    """The cells within closed outlines and the window, row by row. Edges within one cell, which most are, are added
    up on the spot."""
    left, bottom, right, top = window
    rises: dict[int, float] = {}  # by row and column in one number
    covers: dict[int, float] = {}
    for polygon in polygons:
        x1, y1 = polygon[-1]
        row1, column1 = int(y1), int(x1)
        for x2, y2 in polygon:
            row2, column2 = int(y2), int(x2)
            if y1 != y2:
                is_short = row1 == row2 and column1 == column2
                if is_short and left <= x1 <= right and left <= x2 <= right and bottom <= y1 <= top and y2 <= top:
                    cell = row1 * _WIDEST + column1
                    rise = y2 - y1
                    if cell in rises:
                        rises[cell] += rise
                        covers[cell] += rise * (column1 + 1 - (x1 + x2) / 2)
                    else:
                        rises[cell] = rise
                        covers[cell] = rise * (column1 + 1 - (x1 + x2) / 2)
                else:
                    _rise(rises, covers, (x1, y1), (x2, y2), window)
            x1, y1, row1, column1 = x2, y2, row2, column2
    return _summed(rises, covers, is_even_odd)


def _rise(rises: dict[int, float], covers: dict[int, float], start: Point, stop: Point, window: Window) -> None:
    """Leave an edge's marks in the cells it goes through; beyond the window's sides it runs along them."""
    (x1, y1), (x2, y2) = start, stop
    sign = 1.0
    if y1 > y2:
        x1, y1, x2, y2, sign = x2, y2, x1, y1, -1.0
    left, bottom, right, top = window
    y, high = y1 if y1 > bottom else bottom, y2 if y2 < top else top
    if y >= high:
        return
    slope = (x2 - x1) / (y2 - y1)
    row = int(y)
    one = x1 + (y - y1) * slope
    one = left if one < left else right if one > right else one
    while y < high:
        up = row + 1.0 if row + 1.0 < high else high
        over = x1 + (up - y1) * slope
        over = left if over < left else right if over > right else over
        rise, place, column, last = (up - y) * sign, row * _WIDEST, int(one), int(over)
        if column == last:
            cell = place + column
            rises[cell] = rises.get(cell, 0.0) + rise
            covers[cell] = covers.get(cell, 0.0) + rise * (column + 1 - (one + over) / 2)
        else:
            x, end = (one, over) if one < over else (over, one)
            steep, column = rise / (end - x), int(x)
            while x < end:
                edge = column + 1.0 if column + 1.0 < end else end
                cell, part = place + column, (edge - x) * steep
                rises[cell] = rises.get(cell, 0.0) + part
                covers[cell] = covers.get(cell, 0.0) + part * (column + 1 - (x + edge) / 2)
                x = edge
                column += 1
        one, y = over, up
        row += 1


def _summed(rises: dict[int, float], covers: dict[int, float], is_even_odd: bool) -> Iterator[Run]:
    """Each row's cells from left to right: those marked, and the runs between them."""
    total, before, now = 0.0, 0, -1
    for cell in sorted(rises):
        row, column = cell >> _BITS, cell & _WIDEST - 1
        if row != now:
            total, now = 0.0, row
        elif column > before and not -_LEAST < total < _LEAST:
            yield row, before, column, _within(total, is_even_odd)
        share = _within(total + covers[cell], is_even_odd)
        if share >= _LEAST:
            yield row, column, column + 1, share
        total += rises[cell]
        before = column + 1


def _within(turns: float, is_even_odd: bool) -> float:
    """The share of a cell that is inside, of how often an outline goes about it."""
    turns = abs(turns)
    if is_even_odd and turns > 1.0:
        turns %= 2.0
        turns = min(turns, 2.0 - turns)
    return 1.0 if turns >= _NEARLY else turns
