"""Lattices are exact and fill their box."""

from __future__ import annotations

import pytest

from brochure.layout.art.lattice import Lattice, fret_cell, lattice, lattice_module, steps_cell

from .pictures import BAND, COVER, HARBOUR, SQUARE, shapes


@pytest.mark.parametrize("size", [COVER, BAND, SQUARE])
def test_modules_divide_the_width_without_remainder(size: tuple[float, float]) -> None:
    count = size[0] / lattice_module(size)
    assert count == pytest.approx(round(count))


@pytest.mark.parametrize("is_odd", [False, True])
def test_bars_run_along_the_axes_only(is_odd: bool) -> None:
    for cell in (fret_cell, steps_cell):
        at = (0.0, 0.0)
        for kind, x, y in cell(10.0, 20.0, 16.0, is_odd):
            assert kind == "M" or x == pytest.approx(at[0]) or y == pytest.approx(at[1])
            at = (x, y)


def test_cracks_of_the_ice_stay_in_the_box() -> None:
    for shape, _ in shapes(lattice(SQUARE, HARBOUR, 5, kind=Lattice.ICE).items):
        for step in shape.path:
            if len(step) == 3:
                assert -0.001 <= step[1] <= SQUARE.width + 0.001
                assert -0.001 <= step[2] <= SQUARE.height + 0.001
