"""The draughtsman's tools every motif shares: smooth curves, exact arcs, lenses, and the clipped scene."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import ceil, cos, hypot, pi, sin, tan
from typing import Any

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Group, Outline, Paint, Path, Placed, Segment, Shape, Stroke, rectangle
from brochure.drawing.geometry import IDENTITY, Size, Transform

HAIRLINE = 0.25  # points; no line of ours is thinner (print.md)

XY = tuple[float, float]

_Turns = tuple[float, tuple[XY, ...]]


def filled(path: Path | Outline, paint: Paint, is_even_odd: bool = False) -> Placed:
    """A filled shape in the frame's own axes."""
    return Placed(Shape(path, fill=paint, is_even_odd=is_even_odd))


def stroked(
    path: Path | Outline, colour: Colour, width: float, is_round: bool = True, dashes: tuple[float, ...] = ()
) -> Placed:
    """A stroked shape in the frame's own axes, never thinner than a hairline."""
    return Placed(Shape(path, stroke=Stroke(colour, max(width, HAIRLINE), dashes, is_round)))


def scene(size: Size, items: Iterable[Placed]) -> Frame:
    """A frame whose items are cut to its box."""
    box = rectangle(0.0, 0.0, size.width, size.height)
    return Frame(size, (Placed(Group(tuple(items), clip=box)),))


def grouped(items: Iterable[Placed], transform: Transform = IDENTITY, clip: Path = ()) -> Placed:
    """Items as one, moved by `transform` and cut to `clip`."""
    return Placed(Group(tuple(items), transform, clip))


def moved(path: Path, dx: float, dy: float) -> Path:
    """The path shifted."""
    return mapped(path, Transform(e=dx, f=dy))


def scaled(path: Any, factor: float) -> Path:
    """A path so many times as large; as `mapped`, in a third of the time."""
    return tuple([(step, *[length * factor for length in lengths]) for step, *lengths in path])


def mapped(path: Iterable[Segment], transform: Transform) -> Path:
    """The path under an affine map."""
    a, b, c, d, e, f = transform
    found: list[Segment] = []
    for segment in path:
        lengths: Any = segment[1:]
        points = zip(lengths[0::2], lengths[1::2], strict=True)
        found.append((segment[0], *[each for x, y in points for each in (a * x + c * y + e, b * x + d * y + f)]))
    return tuple(found)


def turned(angle: float, scale: float = 1.0, x: float = 0.0, y: float = 0.0) -> Transform:
    """Turn by `angle` radians (clockwise on the page), scale, then move to (x, y)."""
    c, s = cos(angle) * scale, sin(angle) * scale
    return Transform(c, s, -s, c, x, y)


def open_polygon(points: Iterable[XY]) -> Path:
    """The open path through the points."""
    (x, y), *rest = points
    return (("M", x, y), *[("L", x, y) for x, y in rest])


def smooth(points: Sequence[XY], is_closed: bool = False, tension: float = 1.0) -> Path:
    """A curve through the points (uniform Catmull-Rom as Béziers); `tension` 0 gives straight lines."""
    count = len(points)
    share = tension / 6

    def point(index: int) -> XY:
        return points[index % count] if is_closed else points[min(max(index, 0), count - 1)]

    path: list[Segment] = [("M", *points[0])]
    for index in range(count if is_closed else count - 1):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (point(index + step) for step in (-1, 0, 1, 2))
        path.append(
            (
                "C",
                x1 + (x2 - x0) * share,
                y1 + (y2 - y0) * share,
                x2 - (x3 - x1) * share,
                y2 - (y3 - y1) * share,
                x2,
                y2,
            )
        )
    return (*path, ("Z",)) if is_closed else tuple(path)


def below(edge: Path, size: Size) -> Path:
    """The area under a left-to-right edge, down to the foot of the box."""
    return (*edge, ("L", size.width, size.height), ("L", 0.0, size.height), ("Z",))


def arc(x: float, y: float, radius: float, start: float, end: float, is_joined: bool = False) -> Path:
    """A circular arc about (x, y) from angle `start` to `end`, radians, 0 to the right, growing clockwise on the page.

    Béziers of at most 45 degrees: the error is under 1/200,000 of the radius. `is_joined` leads in with a line.
    """
    share, ((cos_a, sin_a), *others) = _turns(start, end)
    handle = share * radius
    ax, ay = x + radius * cos_a, y + radius * sin_a
    path: list[Segment] = [("L" if is_joined else "M", ax, ay)]
    for cos_b, sin_b in others:
        bx, by = x + radius * cos_b, y + radius * sin_b
        path.append(("C", ax - handle * sin_a, ay + handle * cos_a, bx + handle * sin_b, by - handle * cos_b, bx, by))
        cos_a, sin_a, ax, ay = cos_b, sin_b, bx, by
    return tuple(path)


@lru_cache(64)
def _turns(start: float, end: float) -> _Turns:
    """How long the handles of an arc's pieces are, as a share of its radius, and where the pieces meet."""
    pieces = max(1, ceil(abs(end - start) / (pi / 4) - 1e-9))
    step = (end - start) / pieces
    angles = [start + index * step for index in range(pieces + 1)]
    return 4 / 3 * tan(step / 4), tuple((cos(angle), sin(angle)) for angle in angles)


def lens(x: float, y: float, half_width: float, half_height: float, lean: float = 0.0) -> Path:
    """A glint on water: pointed at both ends, its crest moved by `lean` half widths."""
    left, right, crest = x - half_width, x + half_width, x + lean * half_width
    bow = half_width * 0.45
    return (
        ("M", left, y),
        ("C", left + bow, y, crest - bow, y - half_height, crest, y - half_height),
        ("C", crest + bow, y - half_height, right - bow, y, right, y),
        ("C", right - bow, y, crest + bow, y + half_height, crest, y + half_height),
        ("C", crest - bow, y + half_height, left + bow, y, left, y),
        ("Z",),
    )


_QUARTERS = ((1, 1), (-1, 1), (-1, -1), (1, -1))


def rounded_square(x: float, y: float, half: float, corner: float) -> Path | Outline:
    """A square about (x, y) whose corners are quarter circles of radius `corner` (`half` gives the circle itself)."""
    corner = min(max(corner, 0.0), half)
    if not corner:
        return (*open_polygon([(x + sx * half, y + sy * half) for sx, sy in _QUARTERS]), ("Z",))
    inner = half - corner
    lengths: list[float] = []
    for (sx, sy), (share, ((cos_a, sin_a), (cos_b, sin_b), (cos_c, sin_c))) in _corners():
        left, top, handle = x + sx * inner, y + sy * inner, share * corner
        ax, ay = left + corner * cos_a, top + corner * sin_a
        bx, by = left + corner * cos_b, top + corner * sin_b
        cx, cy = left + corner * cos_c, top + corner * sin_c
        lengths += (ax, ay, ax - handle * sin_a, ay + handle * cos_a, bx + handle * sin_b, by - handle * cos_b, bx, by)
        lengths += (bx - handle * sin_b, by + handle * cos_b, cx + handle * sin_c, cy - handle * cos_c, cx, cy)
    return Outline("MCCLCCLCCLCCZ", tuple(lengths))


@cache
def _corners() -> tuple[tuple[XY, tuple[float, tuple[XY, XY, XY]]], ...]:
    """Where the corners of a square are about its middle, in half sides, and the two halves of the arc about each."""
    found = [(at, _turns(place * pi / 2, place * pi / 2 + pi / 2)) for place, at in enumerate(_QUARTERS)]
    return tuple((at, (share, (one, two, three))) for at, (share, (one, two, three)) in found)


def length_of(points: Sequence[XY]) -> float:
    """The length of a broken line."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points))
