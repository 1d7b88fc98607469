"""Bars and steps as frames: what whole things are made of, and how a number has grown. Words as in chart.py."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Path, Placed, line, rectangle
from brochure.drawing.geometry import Size
from brochure.layout.art.paths import filled, open_polygon, stroked
from brochure.layout.chart import Drafting

_ROOM = 4.0  # points between a label and what it names
_THICK = 0.55  # of a row: the bar


class Bar(Struct, frozen=True):
    """A row: its name, and its parts in the order of the colours."""

    name: str
    parts: tuple[int, ...]


def stacked_bars(
    size: Size, drafting: Drafting, bars: Sequence[Bar], colours: Sequence[Colour], widest: float = 0.0
) -> Frame:
    """Bars from the left, their parts one after another in one scale for all, each bar's sum at its end.

    `widest` is room for the names, in points, where another language's are wider. Roles: `series`, `value`.
    """
    set_label, row = drafting.set_label, size.height / len(bars)
    names = [set_label(bar.name, "series") for bar in bars]
    sums = [set_label(str(sum(bar.parts)), "value") for bar in bars]
    left = max((widest, *(name.size.width for name in names))) + 2 * _ROOM
    right = max(each.size.width for each in sums) + 2 * _ROOM
    unit = (size.width - left - right) / max(1, *(sum(bar.parts) for bar in bars))
    items: list[Placed] = []
    for number, (bar, name, total) in enumerate(zip(bars, names, sums, strict=True)):
        middle = (number + 0.5) * row
        items.append(name.placed(0.0, middle - name.size.height / 2))
        x = left
        for part, colour in zip(bar.parts, colours, strict=True):
            if part:
                items.append(filled(rectangle(x, middle - row * _THICK / 2, part * unit, row * _THICK), colour))
            x += part * unit
        items.append(total.placed(x + _ROOM, middle - total.size.height / 2))
    return Frame(size, tuple(items))


def steps(size: Size, drafting: Drafting, totals: Sequence[tuple[int, int]]) -> Frame:
    """A number that has grown, as a stair from the first year to the last, each step with its sum; a tick a year, the
    years lettered every five. Roles: `axis`, `value`.
    """
    palette, set_label = drafting.palette, drafting.set_label
    first, last, most = totals[0][0], totals[-1][0], totals[-1][1]
    band = set_label("0", "axis").size.height + _ROOM
    head = set_label("0", "value").size.height + _ROOM
    foot = size.height - band
    step, unit = size.width / (last - first + 2), (foot - head) / most
    points: list[tuple[float, float]] = [(0.0, foot)]
    items: list[Placed] = []
    for year, total in totals:
        x, y = (year - first + 0.5) * step, foot - total * unit
        points += [(x, points[-1][1]), (x, y)]
        label = set_label(str(total), "value")
        items.append(label.placed(x + 2.0, y - label.size.height))
    points.append((size.width, points[-1][1]))
    area: Path = (*open_polygon(points), ("L", size.width, foot), ("Z",))
    ticks = [
        stroked(line((y - first + 0.5) * step, foot, (y - first + 0.5) * step, foot + 2.0), palette.rule, 0.3)
        for y in range(first, last + 1)
    ]
    for year in range(first + -first % 5, last + 1, 5):
        label = set_label(str(year), "axis")
        items.append(label.placed((year - first + 0.5) * step - label.size.width / 2, foot + _ROOM))
    stair = [filled(area, palette.tint_cool), stroked(open_polygon(points), palette.sea, 1.2)]
    axis = stroked(line(0.0, foot, size.width, foot), palette.rule, 0.5)
    return Frame(size, (*stair, axis, *ticks, *items))
