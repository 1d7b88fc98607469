"""Gradients as shadings (ISO 32000-1, 8.7.4.5)."""

from __future__ import annotations

from itertools import pairwise

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Gradient
from brochure.edition.profiles import Profile
from brochure.pdf.colours import components, numbers


def shading(gradient: Gradient, profile: Profile) -> str:
    """A gradient as a shading dictionary: axial, or radial where it has a radius."""
    space = f"/Device{profile.colours.value.upper()}"
    start, end = gradient.start, gradient.end
    if gradient.radius:
        kind, coordinates = 3, (*start, 0.0, *start, gradient.radius)
    else:
        kind, coordinates = 2, (*start, *end)
    return (
        f"<< /ShadingType {kind} /ColorSpace {space} /Coords [{numbers(tuple(coordinates))}] /Extend [true true]"
        f" /Function {_blend(gradient.stops, profile)} >>"
    )


def _blend(stops: tuple[tuple[float, Colour], ...], profile: Profile) -> str:
    pieces = [
        f"<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [{numbers(components(before, profile))}]"
        f" /C1 [{numbers(components(after, profile))}] >>"
        for (_, before), (_, after) in pairwise(stops)
    ]
    bounds = numbers(tuple(at for at, _ in stops[1:-1]))
    encode = " ".join(["0 1"] * len(pieces))
    return f"<< /FunctionType 3 /Domain [0 1] /Functions [{' '.join(pieces)}] /Bounds [{bounds}] /Encode [{encode}] >>"
