"""The map of ties as a frame: the towns of Hokkaido, their partners across the sea, and a curve from each to each.

Hokkaido stands in its six tints and every curve in the deeper colour of its town's area. The partners' names stand by
their points; where a partner lies beyond the map its curve runs off the edge, with an arrow and the name there. The
towns lie too close for names: theirs stand in a column on the Pacific, each led to its point.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import hypot

from msgspec import Struct

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Path, Placed, circle, line, polygon, rectangle
from brochure.drawing.geometry import Point, Rect, Size
from brochure.layout.art.paths import HAIRLINE, filled, open_polygon, scene, stroked
from brochure.layout.label_placement import PlacedLabel, Placement, Wanted, crosses, place_labels
from brochure.layout.map import (
    HOKKAIDO_ISLANDS,
    MapPoint,
    SetLabel,
    box_about,
    graticule,
    outline,
    plate,
)
from brochure.layout.map_shapes import AREAS, contains, hokkaido_towns, northeast_asia
from brochure.layout.palette import Palette
from brochure.layout.projection import LambertConformal, Place, View, fitted

WINDOW = (Place(113.7, 40.2), Place(150.2, 44.0), Place(132.0, 47.3), Place(132.0, 34.2))
"""West, east, north and south of what is always shown; where the box is of another shape, more of it on two sides."""

WATERS = (
    ("japan-sea", Place(134.4, 39.0)),
    ("yellow-sea", Place(123.4, 35.9)),
    ("pacific", Place(144.0, 35.6)),
)

_CONE = LambertConformal(meridian=132.5, origin=40.0, southern=36.0, northern=45.0)
_INLAND = (*(Place(each, 26.0) for each in range(90, 111)), *(Place(each, 56.0) for each in range(110, 89, -1)))
"""What the data's western edge, 110 degrees, cuts off: land throughout, without a coast."""

_COLUMN_HEAD = Place(146.4, 42.6)  # the sea off Nemuro, south of the northern islands
_SEAM = 0.02  # degrees by which the inland reaches under the data
_EDGE = 6.0  # points between a word and the upper and lower edge
_RISE = 0.13  # how far a curve rises above its chord, in shares of the chord
_APART = 0.045  # by how much more each further curve to the same partner does
_PIECES = 48  # a curve is looked at in so many
_LINE, _CASING = 1.0, 2.8  # points: a casing this side of 0.3 mm would be a sliver between two inks
_PITCH = 1.15  # of a label's height, from one to the next in the column
_LEADER = 0.45  # of black

Curve = tuple[Point, Point, Point]
"""Start, handle and end of a quadratic curve."""


class TiesFrame(Struct, frozen=True):
    """The drawn map, where its names stand, and the keys of those without room and of the partners beyond its edge."""

    frame: Frame
    labels: tuple[PlacedLabel, ...]
    left_over: tuple[str, ...]
    beyond: tuple[str, ...]


class Tie(Struct, frozen=True):
    """A curve to draw, by the keys of its two points, and the area of Hokkaido its colour is of; "" for all of it."""

    start: str
    end: str
    area: str


def map_of_ties(
    size: Size,
    palette: Palette,
    set_label: SetLabel,
    words: Mapping[str, str],
    towns: Sequence[MapPoint],
    partners: Sequence[MapPoint],
    ties: Sequence[Tie],
    margin: float,
) -> TiesFrame:
    """North-east Asia with `ties` from `towns` to `partners`, filling `size`; `words` are what points and waters are
    called. Words keep `margin` points from the left and the right edge, where the knife goes.

    Roles of labels: `place`, `sea`, and `number` for a partner whose name has no room.
    """
    view = fitted(_CONE, WINDOW, size)
    at = {each.key: view.at(each.place) for each in (*towns, *partners)}
    curves = _curves(ties, at)
    inner = Rect(0.0, 0.0, *size).inset(margin, _EDGE, margin, _EDGE)
    seen = {each.key: at[each.key] for each in partners if _holds(inner, at[each.key])}
    ends = {tie.end: _exit(curve, inner) for tie, curve in zip(ties, curves, strict=True) if tie.end not in seen}
    colours = [line_colour(palette, tie.area) for tie in ties]
    items = [
        filled(rectangle(0.0, 0.0, *size), palette.water),
        stroked(graticule(view), palette.paper, 0.4, is_round=False),
        *_land(view, palette),
    ]
    for curve, tie, colour in zip(curves, ties, colours, strict=True):
        items += [stroked(_path(curve), palette.paper, _CASING), stroked(_path(curve), colour, _LINE)]
        if tie.end in ends:
            items.append(_arrow(*ends[tie.end], colour))
    column = _column(towns, at, {each.key: set_label(words[each.key], "place") for each in towns}, view, inner)
    for label in column:
        foot = Point(label.box.x - 2.5, label.box.y + label.box.height / 2)
        items.append(stroked(line(*at[label.key], *foot), palette.ink.tint(_LEADER), HAIRLINE))
    for tie, colour in zip(ties, colours, strict=True):
        items += [filled(circle(*at[tie.start], 2.3), palette.paper), filled(circle(*at[tie.start], 1.7), colour)]
    for point in seen.values():
        items += [filled(circle(*point, 2.2), palette.paper), stroked(circle(*point, 2.2), palette.ink, 0.9)]
    items += [label.label.placed(label.box.x, label.box.y) for label in column]
    marks = {key: box_about(point, 3.0) for key, point in seen.items()}
    marks |= {key: box_about(point, 6.0) for key, (point, _) in ends.items()}
    marks = dict(sorted(marks.items(), key=lambda mark: mark[1].x))  # names go leftward: the leftmost choose first
    seas = [
        Wanted(key, set_label(words[key], "sea"), view.at(place), 0.0, is_centred=True)
        for key, place in WATERS
        if key in words and _holds(inner, view.at(place))
    ]
    taken = [*marks.values(), *(box_about(at[each.key], 3.0) for each in towns), *(label.box for label in column)]
    edges = tuple(edge for curve in curves for edge in pairwise(_points(curve)))
    placement = _placed(marks, words, set_label, seas, inner, taken, edges)
    for label in placement.placed:
        if label.key in marks and any(crosses(label.box, *edge) for edge in edges):
            items.append(plate(label.box, palette.land))
        items.append(label.label.placed(label.box.x, label.box.y))
    return TiesFrame(scene(size, items), (*column, *placement.placed), placement.left_over, tuple(sorted(ends)))


def _placed(
    marks: Mapping[str, Rect],
    words: Mapping[str, str],
    set_label: SetLabel,
    seas: Sequence[Wanted],
    inner: Rect,
    taken: Sequence[Rect],
    edges: Sequence[tuple[Point, Point]],
) -> Placement:
    """The partners' names beside their marks, then the seas'; a partner whose name finds no room has its number."""
    roles = dict.fromkeys(marks, "place")
    while True:
        wanted = [
            Wanted(key, set_label(words[key], roles[key]), _middle(mark), mark.width / 2 + 1.0, is_leftward=True)
            for key, mark in marks.items()
        ]
        placement = place_labels([*wanted, *seas], inner, taken, edges)
        crowded = [key for key in placement.left_over if roles.get(key) == "place"]
        if not crowded:
            return placement
        roles.update(dict.fromkeys(crowded, "number"))


def _middle(box: Rect) -> Point:
    return Point(box.x + box.width / 2, box.y + box.height / 2)


def line_colour(palette: Palette, area: str) -> Colour:
    """The colour of an area's curves: its tint made as strong as it goes, each ink in the same share; black for ""."""
    if area not in AREAS:
        return palette.ink.tint(0.8)
    tint = palette.areas[AREAS.index(area)]
    share = 0.92 / max(tint.inks)
    cyan, magenta, yellow, black = (round(min(1.0, ink * share), 4) for ink in tint.inks)
    return Colour(cyan, magenta, yellow, black)


def _land(view: View, palette: Palette) -> list[Placed]:
    """All land in one tint, Hokkaido's six areas each in its own; nothing on the continent but its coast."""
    plain: Path = polygon(tuple(view.at(Place(x + (_SEAM if x == 110 else 0.0), y)) for x, y in _INLAND))
    for ring in northeast_asia():
        if not any(contains(ring, place) for place in HOKKAIDO_ISLANDS):
            plain += polygon(tuple(view.at(place) for place in ring))
    land = hokkaido_towns()
    areas = (
        filled(outline([town for town in land.towns if town.area == area], land, view), palette.areas[index])
        for index, area in enumerate(AREAS)
    )
    return [filled(plain, palette.land), *areas]


def _curves(ties: Sequence[Tie], at: Mapping[str, Point]) -> list[Curve]:
    """One curve a tie, bowed to the north as the shortest way over the globe is; those to one partner one above
    another.
    """
    seen: Counter[str] = Counter()
    found: list[Curve] = []
    for tie in ties:
        start, end = at[tie.start], at[tie.end]
        rise = 2 * (_RISE + _APART * seen[tie.end])
        seen[tie.end] += 1
        dx, dy = end.x - start.x, end.y - start.y
        found.append((start, Point((start.x + end.x) / 2 - rise * dy, (start.y + end.y) / 2 + rise * dx), end))
    return found


def _path(curve: Curve) -> Path:
    """The quadratic curve as a cubic one."""
    (x0, y0), (x1, y1), (x2, y2) = curve
    first, second = ((x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3), ((x2 + 2 * x1) / 3, (y2 + 2 * y1) / 3)
    return (("M", x0, y0), ("C", *first, *second, x2, y2))


def _points(curve: Curve) -> tuple[Point, ...]:
    (x0, y0), (x1, y1), (x2, y2) = curve
    shares = ((1 - t, t) for t in (each / _PIECES for each in range(_PIECES + 1)))
    return tuple(
        Point(s * s * x0 + 2 * s * t * x1 + t * t * x2, s * s * y0 + 2 * s * t * y1 + t * t * y2) for s, t in shares
    )


def _holds(box: Rect, point: Point) -> bool:
    return box.x <= point.x <= box.right and box.y <= point.y <= box.bottom


def _exit(curve: Curve, inner: Rect) -> tuple[Point, Point]:
    """The last point of a curve that a box still holds, and the one before it."""
    points = _points(curve)
    last = max((index for index, point in enumerate(points) if _holds(inner, point)), default=1)
    return points[max(last, 1)], points[max(last, 1) - 1]


def _arrow(tip: Point, before: Point, colour: Colour) -> Placed:
    """A chevron at the tip, open to where the curve comes from."""
    length = hypot(tip.x - before.x, tip.y - before.y) or 1.0
    x, y = (tip.x - before.x) / length, (tip.y - before.y) / length
    wings = [(tip.x - 4.5 * x - side * 2.7 * y, tip.y - 4.5 * y + side * 2.7 * x) for side in (1, -1)]
    return stroked(open_polygon((wings[0], tip, wings[1])), colour, 1.2)


def _column(
    towns: Sequence[MapPoint], at: Mapping[str, Point], labels: Mapping[str, Frame], view: View, inner: Rect
) -> tuple[PlacedLabel, ...]:
    """The towns' names one under another, flush at their left, in the order in which no leader crosses another."""
    left = inner.right - max(label.size.width for label in labels.values())
    head = view.at(_COLUMN_HEAD).y
    pitch = _PITCH * max(label.size.height for label in labels.values())
    spots = [Point(left, head + pitch * (row + 0.5)) for row in range(len(towns))]
    order = _untangled([each.key for each in sorted(towns, key=lambda each: at[each.key].y)], at, spots)
    return tuple(
        PlacedLabel(key, labels[key], Rect(spot.x, spot.y - labels[key].size.height / 2, *labels[key].size))
        for key, spot in zip(order, spots, strict=True)
    )


def _untangled(order: list[str], at: Mapping[str, Point], spots: Sequence[Point]) -> list[str]:
    """The keys so ordered that the leaders to the spots are shortest together: then no two of them cross."""

    def length(key: str, spot: Point) -> float:
        return hypot(at[key].x - spot.x, at[key].y - spot.y)

    is_shorter = True
    while is_shorter:
        is_shorter = False
        for one in range(len(order)):
            for other in range(one + 1, len(order)):
                now = length(order[one], spots[one]) + length(order[other], spots[other])
                if length(order[other], spots[one]) + length(order[one], spots[other]) < now - 1e-6:
                    order[one], order[other] = order[other], order[one]
                    is_shorter = True
    return order
