"""Charts as frames: mirrored bars by year, and lanes of dots by kind, in the theme's colours.

Words and figures are set by the caller (`SetLabel`, as in map.py), in the roles `axis` (years), `value` (figures at
bars and lanes), `series` (what the bars are), `lane` (a lane's name) and `event` (a marked year). Every unit is drawn
as a mark of its own, so a reader can count what the figure says. Lengths in points, y down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeAlias

from msgspec import Struct

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Path, Placed, circle, line, rectangle
from brochure.drawing.geometry import Size
from brochure.layout.art.marks import mark
from brochure.layout.art.paths import filled, stroked
from brochure.layout.palette import Palette

SetLabel: TypeAlias = Callable[[str, str], Frame]

_AXIS_WIDTH = 0.5
_GRID_WIDTH = 0.25
_ROOM = 3.0  # between a label and what it names


class Drafting(Struct, frozen=True):
    """What every chart is drawn with: the colours, and who sets its words."""

    palette: Palette
    set_label: SetLabel


class YearCount(Struct, frozen=True):
    """How many above and below the axis in one year."""

    year: int
    above: int
    below: int


class Lane(Struct, frozen=True):
    """One kind's events: its name, the kind its mark is drawn by, and the year of each event (fractions are months)."""

    name: str
    kind: str
    years: tuple[float, ...]


def mirrored_bars(
    size: Size,
    drafting: Drafting,
    counts: Sequence[YearCount],
    names: tuple[str, str],
    marked: Sequence[tuple[int, str]] = (),
) -> Frame:
    """Bars up and down from an axis of years, each unit a block, each bar with its figure.

    `counts` in the order of years; a year that is missing is an empty place. `names` are set at the left above and
    below. `marked` years get a dashed line from the axis up and their words at its head. Years are lettered every five.
    """
    palette, set_label = drafting.palette, drafting.set_label
    first, last = counts[0].year, counts[-1].year
    step = size.width / (last - first + 1)
    band = set_label("0", "axis").size.height + 2 * _ROOM
    figure = set_label("0", "value").size.height + _ROOM
    heads = [(year, set_label(words, "event")) for year, words in marked]
    titles = [set_label(name, "series") for name in names]
    head = max((label.size.height + _ROOM for _, label in heads), default=0.0)
    most_above = max(max(each.above for each in counts), 1)
    most_below = max(max(each.below for each in counts), 1)
    unit = (size.height - band - 2 * figure - head) / (most_above + most_below)
    top = head + figure + most_above * unit  # the axis band's upper edge
    foot = top + band

    def centre(year: int) -> float:
        return (year - first + 0.5) * step

    items: list[Placed] = []
    tallest = {each.year: top - each.above * unit - (figure if each.above else 0.0) for each in counts}
    for year, label in heads:
        x, end = centre(year), tallest.get(year, top)
        items.append(stroked(line(x, label.size.height + 1.0, x, end), palette.rule, 0.4, False, (1.5, 1.5)))
        items.append(label.placed(min(max(x - label.size.width / 2, 0.0), size.width - label.size.width), 0.0))
    for each in counts:
        x = centre(each.year)
        items += _bar(x, top, step, -unit, each.above, palette.sea, drafting)
        items += _bar(x, foot, step, unit, each.below, palette.vermilion, drafting)
    items += _year_axis(first, last, top, band, size.width, drafting)
    items.append(titles[0].placed(0.0, head))
    items.append(titles[1].placed(0.0, size.height - titles[1].size.height))
    return Frame(size, tuple(items))


def _bar(
    x: float, base: float, step: float, unit: float, count: int, colour: Colour, drafting: Drafting
) -> list[Placed]:
    """A bar of `count` blocks from its base, `unit` high each (negative: upwards), and its figure beyond its end."""
    if not count:
        return []
    width, gap = step * 0.64, min(1.0, abs(unit) * 0.12)
    blocks: Path = ()
    for block in range(count):
        near = base + unit * block  # the first block meets the axis: a hair of paper between two inks is a sliver
        far = near + unit + (gap if unit < 0 else -gap)
        blocks += rectangle(x - width / 2, min(near, far), width, abs(unit) - gap)
    label = drafting.set_label(str(count), "value")
    end = base + unit * count
    y = end - _ROOM / 2 - label.size.height if unit < 0 else end + _ROOM / 2
    return [filled(blocks, colour), label.placed(x - label.size.width / 2, y)]


def _year_axis(first: int, last: int, top: float, band: float, width: float, drafting: Drafting) -> list[Placed]:
    """The band of years between the bars: a line on each side, a tick a year, figures every fifth year."""
    rule, step = drafting.palette.rule, width / (last - first + 1)
    items = [
        stroked(line(0.0, top, width, top), rule, _AXIS_WIDTH, is_round=False),
        stroked(line(0.0, top + band, width, top + band), rule, _AXIS_WIDTH, is_round=False),
    ]
    for year in range(first, last + 1):
        x = (year - first + 0.5) * step
        if year % 5 == 0:
            label = drafting.set_label(str(year), "axis")
            at = min(max(x - label.size.width / 2, 0.0), width - label.size.width)
            items.append(label.placed(at, top + (band - label.size.height) / 2))
        else:
            items.append(filled(circle(x, top + band / 2, 0.5), rule))
    return items


def dot_lanes(
    size: Size, drafting: Drafting, lanes: Sequence[Lane], first: int, last: int, least_left: float = 0.0
) -> Frame:
    """A lane a kind, each event its mark at its year; the lane's name at the left, how many at the right.

    `first` and `last` are the years the lanes run over, both included; the names get `least_left` points at least.
    Decades are ruled and lettered above. Marks of one year stand above each other, as small as they must to fit the
    lane, never under 3 points.
    """
    set_label = drafting.set_label
    names = [set_label(lane.name, "lane") for lane in lanes]
    totals = [set_label(str(len(lane.years)), "value") for lane in lanes]
    left = max(least_left, *(label.size.width for label in names)) + 3 * _ROOM
    right = size.width - max(label.size.width for label in totals) - 2 * _ROOM
    head = set_label("0", "axis").size.height + 2 * _ROOM
    height = (size.height - head) / len(lanes)
    step = (right - left) / (last - first + 1)
    items = _decades(size, drafting, left, right, first, last, head)
    for index, lane in enumerate(lanes):
        y = head + height * (index + 0.5)
        items.append(names[index].placed(0.0, y - names[index].size.height / 2))
        items.append(totals[index].placed(size.width - totals[index].size.width, y - totals[index].size.height / 2))
        items.append(
            stroked(line(left, y + height / 2, right, y + height / 2), drafting.palette.rule, _GRID_WIDTH, False)
        )
        items += _dots(lane, left, y, step, height, first, drafting)
    return Frame(size, tuple(items))


def _decades(
    size: Size, drafting: Drafting, left: float, right: float, first: int, last: int, head: float
) -> list[Placed]:
    palette = drafting.palette
    items: list[Placed] = [stroked(line(left, head, right, head), palette.rule, _AXIS_WIDTH, is_round=False)]
    step = (right - left) / (last - first + 1)
    for year in range(first, last + 1):
        if year % 10 == 0:
            x = left + (year - first) * step
            label = drafting.set_label(str(year), "axis")
            items.append(stroked(line(x, head - _ROOM, x, size.height), palette.rule, _GRID_WIDTH, is_round=False))
            items.append(label.placed(min(x + 1.5, size.width - label.size.width), head - _ROOM - label.size.height))
    return items


def _dots(
    lane: Lane, left: float, y: float, step: float, height: float, first: int, drafting: Drafting
) -> list[Placed]:
    years = Counter(int(year) for year in lane.years)
    items: list[Placed] = []
    for year in sorted(years):
        side = max(3.0, min(step * 0.94, (height - 2.0) / years[year], 9.0))
        x = left + (year - first + 0.5) * step
        start = y - side * years[year] / 2
        for at in range(years[year]):
            sign = mark(lane.kind, side * 0.94, drafting.palette)
            items.append(sign.placed(x - side * 0.47, start + at * side + side * 0.03))
    return items
