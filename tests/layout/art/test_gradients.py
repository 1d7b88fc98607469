"""Blends are mixed ink by ink."""

from __future__ import annotations

from brochure.drawing.colour import Colour
from brochure.layout.art.gradients import blended, divided

STOPS = ((0.0, Colour(1.0, 0.0, 0.0, 0.0)), (0.5, Colour(0.0, 0.0, 0.0, 0.0)), (1.0, Colour(0.0, 0.0, 0.8, 0.0)))


def test_half_way_between_two_stops_is_half_of_each_ink() -> None:
    assert blended(STOPS)(0.25).inks == (0.5, 0.0, 0.0, 0.0)
    assert blended(STOPS)(0.75).inks == (0.0, 0.0, 0.4, 0.0)


def test_dividing_keeps_the_ends_and_the_stops() -> None:
    parts = dict(divided(STOPS))
    assert all(parts[at].inks == colour.inks for at, colour in STOPS)
    assert len(parts) == 9  # two stretches of four, and the end
