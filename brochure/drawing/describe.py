"""A frame as stable text: what tests compare and what a page's fingerprint is taken of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import assert_never

from brochure.drawing.colour import Colour
from brochure.drawing.frame import (
    Anchor,
    Frame,
    Glyphs,
    Gradient,
    Group,
    Link,
    Paint,
    Picture,
    Placed,
    Segment,
    Shape,
    Stroke,
    Tagged,
)
from brochure.drawing.geometry import IDENTITY


def describe(frame: Frame) -> str:
    """The frame as indented lines, one an item, lengths in points to two places."""
    head = f"frame {_number(frame.size.width)} x {_number(frame.size.height)}"
    return "\n".join([head, *_lines(frame.items, 1)]) + "\n"


def fingerprint(frame: Frame) -> str:
    """Sixteen hexadecimal digits that change when anything drawn changes."""
    return sha256(describe(frame).encode()).hexdigest()[:16]


def _lines(items: tuple[Placed, ...], depth: int) -> Iterator[str]:
    for placed in items:
        item = placed.item
        head = f"{'  ' * depth}({_number(placed.x)}, {_number(placed.y)}) "
        match item:
            case Glyphs():
                yield head + _glyphs(item)
            case Shape():
                parts = [f"shape {_path(item.path)}"]
                if item.fill is not None:
                    parts.append(f"fill {_paint(item.fill)}{' even-odd' if item.is_even_odd else ''}")
                if item.stroke is not None:
                    parts.append(_stroke(item.stroke))
                yield head + " ".join(parts)
            case Picture():
                crop = " ".join(_number(share) for share in item.crop)
                yield head + f"picture {item.file} {_number(item.size.width)} x {_number(item.size.height)} crop {crop}"
            case Link():
                yield head + f"link {item.target} {_number(item.size.width)} x {_number(item.size.height)}"
            case Anchor():
                yield head + f"anchor {item.name}" + (f" says {item.says!r}" if item.says else "")
            case Group():
                turned = "" if item.transform == IDENTITY else " by " + " ".join(map(_number, item.transform))
                clipped = f" clip {_path(item.clip)}" if item.clip else ""
                said = f" said “{item.said}”" if item.said else ""
                yield head + "group" + turned + clipped + said
                yield from _lines(item.items, depth + 1)
            case Tagged():
                facts = (("lang", item.language), ("from", item.origin), ("alt", item.alternative))
                yield head + item.role + "".join(f" {name} {value!r}" for name, value in facts if value)
                yield from _lines(item.items, depth + 1)
            case _:
                assert_never(item)


def _glyphs(item: Glyphs) -> str:
    shifts = " ".join(f"{index}:{_number(shift)}" for index, shift in item.shifts)
    return (
        f"glyphs {item.text!r} {item.face} {_number(item.size)} wide {_number(item.width)} {_colour(item.colour)}"
        + f" ids {item.ids.hex()}"
        + (f" shifts {shifts}" if shifts else "")
        + (f" lang {item.language}" if item.language else "")
        + (" vertical" if item.is_vertical else "")
    )


def _path(path: Iterable[Segment]) -> str:
    return " ".join(step if isinstance(step, str) else _number(step) for segment in path for step in segment)


def _paint(paint: Paint) -> str:
    if isinstance(paint, Colour):
        return _colour(paint)
    stops = " ".join(f"{_number(at)}:{_colour(colour)}" for at, colour in paint.stops)
    return f"gradient {_points(paint)} {stops}"


def _points(paint: Gradient) -> str:
    return " ".join(map(_number, (*paint.start, *paint.end, paint.radius)))


def _stroke(stroke: Stroke) -> str:
    dashes = f" dashes {' '.join(map(_number, stroke.dashes))}" if stroke.dashes else ""
    return f"stroke {_number(stroke.width)} {_colour(stroke.colour)}{dashes}{' round' if stroke.is_round else ''}"


def _colour(colour: Colour) -> str:
    return "c{:g} m{:g} y{:g} k{:g}".format(*tuple(round(100 * ink, 2) for ink in colour.inks))


def _number(value: float) -> str:
    return f"{round(value, 2) + 0.0:g}"
