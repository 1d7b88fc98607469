"""A coarse grid for each plate, painted over as the page is: what overprints adds, what knocks out replaces, each cell
by as much of it as is covered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import ceil, floor, hypot
from typing import TypeAlias

from msgspec import Struct

from brochure.preflight.coverage import Window, box_runs, polygon_runs
from brochure.preflight.geometry import MM, Box, Matrix
from brochure.preflight.outlines import Outline, polygons, polylines

CELL = 1.5 * MM
_SQUARE = 10  # cells: 15 mm, over which printers average (GWG 2022)
_MOST_CELLS = 2000  # along a side: an absurdly large page gets no finer grid than a poster
_MOST_STEPS = 5000  # along one straight line

Inks: TypeAlias = tuple[tuple[str, int], ...]
"""Plates and how much of each, 0 to 255."""


class Brush(Struct, frozen=True):
    """How ink goes down: leaving the other plates alone where it overprints, thinned, or darkening like a filter."""

    inks: Inks
    keeps_others: bool = False
    alpha: float = 1.0
    multiplies: bool = False


_STEPS = [bytes((value,)) for value in range(256)]


def inks_of(plates: Mapping[str, float]) -> Inks:
    """Shares of ink as steps."""
    return tuple((plate, round(255 * min(max(value, 0.0), 1.0))) for plate, value in plates.items())


class Grid:
    """The plates of one page within `area`, row 0 at the foot; each cell 0 to 255."""

    def __init__(self, area: Box) -> None:
        self.area = area
        self.columns = min(max(1, round(area.width / CELL)), _MOST_CELLS)
        self.rows = min(max(1, round(area.height / CELL)), _MOST_CELLS)
        self.plates: dict[str, bytearray] = {}

    def cells(self, box: Box) -> tuple[int, int, int, int]:
        """The cells whose middles lie in a box: first and end column, first and end row; at least one of each."""
        x, y = self.columns / max(self.area.width, 1e-6), self.rows / max(self.area.height, 1e-6)
        left, right = (box.left - self.area.left) * x, (box.right - self.area.left) * x
        low, high = (box.bottom - self.area.bottom) * y, (box.top - self.area.bottom) * y
        first, end = _span(left, right, self.columns)
        bottom, top = _span(low, high, self.rows)
        return first, end, bottom, top

    def fill(self, box: Box, brush: Brush, share: float = 1.0) -> None:
        """Paint a box: cells partly in it by the part, and all of them less where only a `share` of it has ink."""
        if box.is_empty or not box.touches(self.area):
            return
        targets = self._targets(brush)
        for rows, first, end, part in box_runs(self._window(box)):
            self._rows(rows, first, end, targets, brush, part * share)

    def fill_outline(self, outline: Outline, clip: Box, brush: Brush) -> None:
        """Paint what lies inside a path, each cell by the area covered."""
        window = self._window(clip)
        if window.left >= window.right or window.bottom >= window.top:
            return
        targets, columns = self._targets(brush), self.columns
        for row, first, end, share in polygon_runs(self._corners(outline), window, outline.is_even_odd):
            if end - first > 1 or brush.multiplies:
                self._rows((row,), first, end, targets, brush, share)
            else:
                place, alpha = row * columns + first, brush.alpha * share
                for cells, value in targets:
                    old = cells[place]
                    if old != value:
                        cells[place] = int(old + (value - old) * alpha + 0.5)

    def stroke(self, outline: Outline, width: float, clip: Box, brush: Brush) -> None:
        """Paint lines by the share of each cell they cover: their length in it, times their width."""
        x_scale, y_scale = self.columns / self.area.width, self.rows / self.area.height
        step, cell = 0.5 / x_scale, 1 / (x_scale * y_scale)
        first, end, bottom, top = self.cells(clip.meet(self.area))
        covered: dict[tuple[int, int], float] = {}
        from_left, from_foot = self.area.left, self.area.bottom
        for line in polylines(outline):
            for (x1, y1), (x2, y2) in pairwise(line):
                length = hypot(x2 - x1, y2 - y1)
                parts = max(1, min(ceil(length / step), _MOST_STEPS))
                share = length / parts * width / cell
                across, up = x2 - x1, y2 - y1
                for n in range(parts):
                    t = (n + 0.5) / parts
                    column = int((x1 + across * t - from_left) * x_scale)
                    row = int((y1 + up * t - from_foot) * y_scale)
                    if first <= column < end and bottom <= row < top:
                        covered[(column, row)] = covered.get((column, row), 0.0) + share
        targets = self._targets(brush)
        for (column, row), share in covered.items():
            place = row * self.columns + column
            alpha = brush.alpha * min(share, 1.0)
            for cells, value in targets:
                if alpha >= 0.999 and not brush.multiplies:
                    cells[place] = value
                else:
                    cells[place] = _mixed(cells[place], value, round(alpha * 50) / 50, brush.multiplies)

    def _window(self, box: Box) -> Window:
        """What of a box lies on the grid, in cells."""
        x, y = self.columns / max(self.area.width, 1e-6), self.rows / max(self.area.height, 1e-6)
        return Window(
            min(max((box.left - self.area.left) * x, 0.0), self.columns),
            min(max((box.bottom - self.area.bottom) * y, 0.0), self.rows),
            min(max((box.right - self.area.left) * x, 0.0), self.columns),
            min(max((box.top - self.area.bottom) * y, 0.0), self.rows),
        )

    def _targets(self, brush: Brush) -> list[tuple[bytearray, int]]:
        """The plates a brush changes and what it puts there; what knocks out clears the others."""
        painted = dict(brush.inks)
        for plate, value in painted.items():
            if value and plate not in self.plates:
                self.plates[plate] = bytearray(self.columns * self.rows)
        if brush.keeps_others or brush.multiplies:
            return [(cells, painted[plate]) for plate, cells in self.plates.items() if plate in painted]
        return [(cells, painted.get(plate, 0)) for plate, cells in self.plates.items()]

    def _rows(
        self,
        rows: Sequence[int],
        first: int,
        end: int,
        targets: list[tuple[bytearray, int]],
        brush: Brush,
        share: float,
    ) -> None:
        size, columns, alpha = end - first, self.columns, brush.alpha * share
        for cells, value in targets:
            if alpha >= 0.999 and not brush.multiplies:
                run = _STEPS[value] * size
                for row in rows:
                    start = row * columns + first
                    cells[start : start + size] = run
            elif size == 1 and not brush.multiplies:
                for row in rows:
                    start = row * columns + first
                    old = cells[start]
                    if old != value:
                        cells[start] = int(old + (value - old) * alpha + 0.5)
            else:
                table = _mixing(value, round(alpha * 50), brush.multiplies)
                for row in rows:
                    start = row * columns + first
                    cells[start : start + size] = cells[start : start + size].translate(table)

    def paint_blend(self, box: Box, place: Callable[[float, float], float], colours: Sequence[Inks]) -> None:
        """Paint each cell of a box with the colour of its middle: `place` says how far along `colours`, 0 to 1."""
        if box.is_empty or not box.touches(self.area):
            return
        first, end, bottom, top = self.cells(box)
        width, height = self.area.width / self.columns, self.area.height / self.rows
        across = [self.area.left + (column + 0.5) * width for column in range(first, end)]
        last = len(colours) - 1
        known = [dict(inks) for inks in colours]
        names = dict.fromkeys(plate for inks in colours for plate, _ in inks)
        steps = {plate: bytes(inks.get(plate, 0) for inks in known) for plate in names}
        for plate in steps:
            self.plates.setdefault(plate, bytearray(self.columns * self.rows))
        targets = [(cells, steps.get(plate, bytes(len(colours)))) for plate, cells in self.plates.items()]
        for row in range(bottom, top):
            y = self.area.bottom + (row + 0.5) * height
            places = [min(max(int(place(x, y) * last + 0.5), 0), last) for x in across]
            for cells, values in targets:
                start = row * self.columns + first
                cells[start : start + end - first] = bytes([values[n] for n in places])

    def paint_picture(
        self, box: Box, back: Matrix, size: tuple[int, int], plates: Mapping[str, bytes], brush: Brush
    ) -> None:
        """Paint what of a picture lies in a box: its thumbnail's pixels nearest to the cells' middles, top row first.
        `back` takes the page to the unit square the picture fills."""
        if box.is_empty or not box.touches(self.area):
            return
        first, end, bottom, top = self.cells(box)
        across, up = self.area.width / self.columns, self.area.height / self.rows
        xs = [self.area.left + (column + 0.5) * across for column in range(first, end)]
        ys = [self.area.bottom + (row + 0.5) * up for row in range(bottom, top)]
        if back.b == 0.0 == back.c:
            columns = [_pixel(back.a * x + back.e, size[0]) for x in xs]
            lines = [_pixel(1.0 - back.d * y - back.f, size[1]) * size[0] for y in ys]
            places = [[line + column for column in columns] for line in lines]
        else:
            places = [[_place(back.apply(x, y), size) for x in xs] for y in ys]
        for plate in {**self.plates, **plates}:
            values = plates.get(plate)
            if values is None and brush.keeps_others:
                continue
            cells = self.plates.setdefault(plate, bytearray(self.columns * self.rows))
            for row, line in enumerate(places, bottom):
                start = row * self.columns + first
                run = bytes([values[place] for place in line]) if values is not None else bytes(end - first)
                cells[start : start + end - first] = run

    def within(self, outlines: Sequence[Outline], box: Box, paint: Callable[[], None]) -> None:
        """Paint, and keep of it in each cell of a box the share that lies within every outline."""
        window = self._window(box)
        first, end, bottom, top = floor(window.left), ceil(window.right), floor(window.bottom), ceil(window.top)
        rows = [slice(row * self.columns + first, row * self.columns + end) for row in range(bottom, top)]
        before = {plate: [bytes(cells[row]) for row in rows] for plate, cells in self.plates.items()}
        paint()
        shares = [[1.0] * (end - first) for _ in rows]
        for outline in outlines:
            covered = self._covered(outline, first, end, bottom, top)
            shares = [[a * b for a, b in zip(*pair, strict=True)] for pair in zip(shares, covered, strict=True)]
        for plate, cells in self.plates.items():
            old = before.get(plate) or [bytes(end - first)] * len(rows)
            for row, was, kept in zip(rows, old, shares, strict=True):
                mixed = zip(was, cells[row], kept, strict=True)
                cells[row] = bytes([int(a + (b - a) * share + 0.5) for a, b, share in mixed])

    def _covered(self, outline: Outline, first: int, end: int, bottom: int, top: int) -> list[list[float]]:
        """How much of each cell of a part of the grid lies within an outline, row by row."""
        covered = [[0.0] * (end - first) for _ in range(bottom, top)]
        window = Window(first, bottom, end, top)
        for row, start, stop, share in polygon_runs(self._corners(outline), window, outline.is_even_odd):
            if bottom <= row < top:
                for column in range(start, min(stop, end)):
                    covered[row - bottom][column - first] = share
        return covered

    def _corners(self, outline: Outline) -> list[list[tuple[float, float]]]:
        """An outline's corners in cells."""
        x, y = self.columns / max(self.area.width, 1e-6), self.rows / max(self.area.height, 1e-6)
        return polygons(outline, Matrix(x, 0.0, 0.0, y, -self.area.left * x, -self.area.bottom * y))

    def mean(self) -> dict[str, float]:
        """How much of each ink there is on the average, 0 to 1."""
        return {plate: sum(cells) / len(cells) / 255 for plate, cells in self.plates.items()}

    def share(self, box: Box, plates: Callable[[str], bool], least: int = 25) -> float:
        """How much of a box has ink of at least `least` steps on any of the plates chosen, 0 to 1."""
        if box.is_empty or not box.touches(self.area):
            return 0.0
        first, end, bottom, top = self.cells(box)
        chosen = [cells for plate, cells in self.plates.items() if plates(plate)]
        if not chosen:
            return 0.0
        inked, table = 0, _threshold(least)
        for row in range(bottom, top):
            start = row * self.columns
            marks = 0
            for cells in chosen:
                marks |= int.from_bytes(cells[start + first : start + end].translate(table), "big")
            inked += marks.bit_count()
        return inked / ((end - first) * (top - bottom))

    def heaviest(self) -> tuple[float, Box]:
        """The most ink on the average of any 15 mm square (the whole page where that is smaller), and where."""
        if not self.plates:
            return 0.0, self.area
        totals = list(map(sum, zip(*self.plates.values(), strict=True)))
        wide, high = min(_SQUARE, self.columns), min(_SQUARE, self.rows)
        best, at = -1, (0, 0)
        columns = [0] * self.columns
        for row in range(self.rows):
            line = totals[row * self.columns : (row + 1) * self.columns]
            columns = [a + b for a, b in zip(columns, line, strict=True)]
            if row >= high:
                gone = totals[(row - high) * self.columns : (row - high + 1) * self.columns]
                columns = [a - b for a, b in zip(columns, gone, strict=True)]
            if row >= high - 1:
                sums = [0, *accumulate(columns)]
                most, column = max((b - a, n) for n, (a, b) in enumerate(zip(sums, sums[wide:], strict=False)))
                if most > best:
                    best, at = most, (column, row - high + 1)
        return best / (wide * high * 255), self._square(*at, wide, high)

    def peak(self) -> float:
        """The sum of every plate's own heaviest cell: no square can hold more."""
        return sum(max(cells) for cells in self.plates.values()) / 255

    def _square(self, column: int, row: int, wide: int, high: int) -> Box:
        width, height = self.area.width / self.columns, self.area.height / self.rows
        left, bottom = self.area.left + column * width, self.area.bottom + row * height
        return Box(left, bottom, left + wide * width, bottom + high * height)

    def used(self) -> Iterator[str]:
        """The plates with any ink on them."""
        return (plate for plate, cells in self.plates.items() if any(cells))


def _pixel(share: float, count: int) -> int:
    return min(max(int(share * count), 0), count - 1)


def _place(at: tuple[float, float], size: tuple[int, int]) -> int:
    return _pixel(1.0 - at[1], size[1]) * size[0] + _pixel(at[0], size[0])


def _span(low: float, high: float, count: int) -> tuple[int, int]:
    """Cells whose middles lie between; at least the one the middle lies in."""
    first, end = round(low), round(high)
    if end <= first:
        first = int((low + high) / 2)
        end = first + 1
    first = min(max(first, 0), count - 1)
    return first, min(max(end, first + 1), count)


@lru_cache
def _threshold(least: int) -> bytes:
    return bytes(step >= least for step in range(256))


@lru_cache(maxsize=4096)
def _mixing(value: int, alpha: int, multiplies: bool) -> bytes:
    """What becomes of each step of ink under a value thinned to `alpha` fiftieths."""
    return bytes(_mixed(old, value, alpha / 50, multiplies) for old in range(256))


def _mixed(old: int, value: int, share: float, multiplies: bool) -> int:
    """What becomes of a step of ink under a share of a value."""
    if multiplies:
        return round(255 - (255 - old) * (255 - value * share) / 255)
    return round(old + (value - old) * share)
