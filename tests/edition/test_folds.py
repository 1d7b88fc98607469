"""Widths of a leaflet's panels and of a spine."""

from __future__ import annotations

import pytest

from brochure.edition.folds import FOLDS
from brochure.edition.papers import PAPERS, spine_mm


def test_the_panel_that_tucks_in_is_narrower_and_the_sheet_is_full() -> None:
    assert FOLDS["roll-fold"].widths_mm(297) == (100, 100, 100, 97, 97, 100)
    assert FOLDS["z-fold"].widths_mm(297) == (99,) * 6
    assert FOLDS["bi-fold"].widths_mm(420) == (210,) * 4


def test_gate_flaps_meet_in_the_middle_with_a_hair_between() -> None:
    widths = FOLDS["gate-fold"].widths_mm(420)
    assert widths == (104.5, 104.5, 104.5, 211, 104.5, 211)
    assert 1 <= widths[3] - widths[2] - widths[4] <= 4


@pytest.mark.parametrize("name", FOLDS)
@pytest.mark.parametrize("sheet", [210.0, 297.0, 364.0, 420.0])
def test_both_faces_fill_the_sheet_and_mirror_each_other(name: str, sheet: float) -> None:
    fold = FOLDS[name]
    widths = dict(enumerate(fold.widths_mm(sheet), 1))
    outside, inside = ([widths[panel] for panel in face] for face in (fold.outside, fold.inside))
    assert sum(outside) == pytest.approx(sheet)
    assert sum(inside) == pytest.approx(sheet)
    assert outside == inside[::-1]


def test_a_spine_is_half_the_pages_and_the_cover_twice() -> None:
    assert spine_mm(40, PAPERS["matt-110"], PAPERS["coated-180"]) == 3.0  # 20 × 0.13 + 2 × 0.18 = 2.96
    assert spine_mm(200, PAPERS["woodfree-70"]) == 10.0
