"""Blends that look alike on screen and on press: the stops are divided ink by ink, so no space between is guessed."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Gradient
from brochure.drawing.geometry import Point

Stops = Sequence[tuple[float, Colour]]

_PARTS = 4  # parts each stretch between two stops is divided into


def blended(stops: Stops) -> Callable[[float], Colour]:
    """A function from 0 to 1 that mixes the stops ink by ink."""

    def colour(at: float) -> Colour:
        for (start, one), (end, other) in itertools.pairwise(stops):
            if at <= end:
                return one.mixed(other, min(max((at - start) / (end - start), 0.0), 1.0))
        return stops[-1][1]

    return colour


def divided(stops: Stops) -> tuple[tuple[float, Colour], ...]:
    """The same blend with more stops, for an output that mixes in another space than ink."""
    colour = blended(stops)
    places = [
        round(start + (end - start) * part / _PARTS, 4)
        for (start, _), (end, _) in itertools.pairwise(stops)
        for part in range(_PARTS)
    ]
    return tuple((at, colour(at)) for at in (*places, stops[-1][0]))


def falling(top: float, bottom: float, stops: Stops) -> Gradient:
    """A blend from y = `top` down to y = `bottom`."""
    return Gradient(Point(0.0, top), Point(0.0, bottom), divided(stops))


def spreading(x: float, y: float, radius: float, stops: Stops) -> Gradient:
    """A blend from (x, y) outward to `radius`."""
    return Gradient(Point(x, y), Point(x, y), divided(stops), radius)
