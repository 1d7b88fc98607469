"""The coarse map of inks: what knocks out replaces, what overprints adds, and the heaviest 15 mm are found."""

from __future__ import annotations

import pytest

from brochure.preflight.geometry import MM, Box
from brochure.preflight.ink_map import Brush, InkMap, inks_of

_PAPER = Box(0, 0, 60 * MM, 60 * MM)
_HALF = Box(0, 0, 30 * MM, 60 * MM)


def _map() -> InkMap:
    inks = InkMap(_PAPER)
    inks.fill(_HALF, Brush(inks_of({"Cyan": 1.0, "Magenta": 1.0, "Yellow": 0.0, "Black": 0.0})))
    return inks


def _ink(inks: InkMap, box: Box) -> float:
    return round(sum(inks.share(box, plate.__eq__, 250) for plate in inks.plates), 2)


def test_what_knocks_out_replaces_what_lies_below() -> None:
    inks = _map()
    inks.fill(_HALF, Brush(inks_of({"Black": 1.0})))
    assert _ink(inks, _HALF) == 1.0


def test_what_overprints_adds_to_it() -> None:
    inks = _map()
    inks.fill(_HALF, Brush(inks_of({"Black": 1.0}), keeps_others=True))
    assert _ink(inks, _HALF) == 3.0


def test_the_heaviest_square_is_found_where_it_is() -> None:
    inks = _map()
    spot = Box(33 * MM, 33 * MM, 54 * MM, 54 * MM)
    inks.fill(spot, Brush(inks_of({"Cyan": 0.9, "Magenta": 0.9, "Yellow": 0.9, "Black": 0.9})))
    most, where = inks.heaviest()
    assert most == pytest.approx(3.6, abs=0.02)
    assert spot.grown(2).holds(where)


def test_a_square_half_covered_counts_half() -> None:
    inks = InkMap(_PAPER)
    inks.fill(Box(0, 0, 15 * MM, 7.5 * MM), Brush(inks_of({"Cyan": 1.0})))
    assert inks.heaviest()[0] == pytest.approx(0.5, abs=0.05)


def test_small_shapes_count_by_their_area() -> None:
    inks = InkMap(_PAPER)
    for row in range(10):
        for column in range(10):
            x, y = (column * 1.5 + 0.4) * MM, (row * 1.5 + 0.4) * MM
            inks.fill(Box(x, y, x + 0.75 * MM, y + 0.75 * MM), Brush(inks_of({"Black": 1.0})))
    assert inks.heaviest()[0] == pytest.approx(0.25, abs=0.03)


def test_polygons_are_filled_between_their_edges() -> None:
    inks = InkMap(_PAPER)
    triangle = [(0.0, 0.0), (60 * MM, 0.0), (0.0, 60 * MM)]
    inks.fill_polygons([triangle], _PAPER, Brush(inks_of({"Black": 1.0})))
    assert inks.share(_PAPER, "Black".__eq__) == pytest.approx(0.5, abs=0.03)


def test_multiplying_never_takes_ink_away() -> None:
    inks = _map()
    inks.fill(_HALF, Brush(inks_of({"Cyan": 0.5, "Yellow": 0.5}), multiplies=True))
    assert inks.share(_HALF, "Cyan".__eq__, 250) == 1.0
    assert inks.share(_HALF, "Magenta".__eq__, 250) == 1.0
    assert inks.share(_HALF, "Yellow".__eq__, 120) == 1.0
