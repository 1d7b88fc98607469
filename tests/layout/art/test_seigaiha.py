"""The geometry of the waves."""

from __future__ import annotations

from math import cos, degrees, hypot, pi, sin

import pytest

from brochure.drawing.geometry import Size
from brochure.layout.art.paths import arc
from brochure.layout.art.seigaiha import RINGS, visible_half_angle, wave_lines


@pytest.mark.parametrize("share", RINGS)
def test_arc_ends_where_the_covering_wave_begins(share: float) -> None:
    angle = visible_half_angle(share)
    x, y = share * sin(angle), -share * cos(angle)
    assert hypot(x - 1, y - 0.5) == pytest.approx(1.0) or angle == pytest.approx(pi / 2)


def test_outermost_arc_is_seen_for_sixty_and_a_half_degrees_either_side() -> None:
    # sin(t - 26.565°) = 1.25 / √5 = 0.5590, so t - 26.565° = 33.988°
    assert degrees(visible_half_angle(1.0)) == pytest.approx(60.553, abs=0.001)


@pytest.mark.parametrize("share", RINGS)
def test_every_point_of_an_arc_is_outside_the_waves_that_cover_it(share: float) -> None:
    for step in range(-50, 51):
        angle = visible_half_angle(share) * step / 50
        x, y = share * sin(angle), -share * cos(angle)
        for cx, cy in ((-1.0, 0.5), (1.0, 0.5), (0.0, 1.0)):
            assert hypot(x - cx, y - cy) >= 1.0 - 1e-9


def test_lines_reach_every_edge_of_the_box() -> None:
    size = Size(100.0, 60.0)
    ends = [segment[-2:] for segment in wave_lines(size, 10.0)]
    assert min(x for x, _ in ends) <= 0.0
    assert max(x for x, _ in ends) >= size.width
    assert min(y for _, y in ends) <= 0.0
    assert max(y for _, y in ends) >= size.height - 5.0


def test_arc_stays_on_its_circle() -> None:
    head, *curves = arc(0.0, 0.0, 100.0, 0.0, pi)
    x0, y0 = head[1:]
    for _, x1, y1, x2, y2, x3, y3 in curves:
        for t in (0.25, 0.5, 0.75):
            u = 1 - t
            x = u**3 * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t**3 * x3
            y = u**3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t**3 * y3
            assert hypot(x, y) == pytest.approx(100.0, abs=0.0005)
        x0, y0 = x3, y3
