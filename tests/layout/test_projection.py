"""Lambert's conic against Snyder's worked example and the sphere's own measures."""

from __future__ import annotations

from math import cos, pi, radians

import pytest

from brochure.drawing.geometry import Size
from brochure.layout.projection import LambertConformal, Place, fitted

SNYDER = LambertConformal(meridian=-96.0, origin=23.0, southern=33.0, northern=45.0)


def test_snyders_worked_example() -> None:
    # USGS PP 1395, appendix A, Lambert conformal conic (sphere), p. 295: 35 N, 75 W on a globe of radius 1
    x, y = SNYDER.project(Place(-75.0, 35.0))
    assert x == pytest.approx(0.2966785, abs=1e-7)
    assert y == pytest.approx(0.2462112, abs=1e-7)


def test_origin_is_nought() -> None:
    assert SNYDER.project(Place(-96.0, 23.0)) == pytest.approx((0.0, 0.0))


@pytest.mark.parametrize("parallel", [33.0, 45.0])
def test_standard_parallels_keep_their_length(parallel: float) -> None:
    one, other = SNYDER.project(Place(-96.05, parallel)), SNYDER.project(Place(-95.95, parallel))
    assert other.x - one.x == pytest.approx(radians(0.1) * cos(radians(parallel)), rel=1e-6)


def test_meridian_is_upright_and_y_grows_downwards_in_a_view() -> None:
    view = fitted(SNYDER, (Place(-100.0, 30.0), Place(-92.0, 45.0)), Size(100.0, 100.0))
    south, north = view.at(Place(-96.0, 30.0)), view.at(Place(-96.0, 45.0))
    assert south.x == pytest.approx(north.x)
    assert north.y < south.y


def test_fitted_places_stand_inside_the_margin() -> None:
    places = (Place(-110.0, 30.0), Place(-80.0, 45.0), Place(-96.0, 29.0))
    view = fitted(SNYDER, places, Size(200.0, 90.0), margin=5.0)
    for place in places:
        x, y = view.at(place)
        assert 5.0 - 1e-9 <= x <= 195.0 + 1e-9
        assert 5.0 - 1e-9 <= y <= 85.0 + 1e-9


def test_a_quarter_of_the_globe_is_no_surprise() -> None:
    assert LambertConformal(0.0, 40.0, 39.999, 40.001).project(Place(0.0, 50.0)).y == pytest.approx(pi / 18, rel=0.01)
