"""Waves at one end, lattice at the other."""

from __future__ import annotations

from brochure.drawing.frame import Group, Path
from brochure.layout.art.meeting_band import corner_share, meeting_band
from brochure.layout.art.paths import rounded_square

from .pictures import BAND, HARBOUR


def _kinds(path: Path) -> set[str]:
    return {str(step[0]) for step in path}


def test_left_end_is_circles_and_right_end_squares() -> None:
    assert corner_share(0.0) == 1.0
    assert corner_share(1.0) == 0.0
    assert "C" in _kinds(rounded_square(0.0, 0.0, 10.0, 10.0))
    assert _kinds(rounded_square(0.0, 0.0, 10.0, 0.0)) == {"M", "L", "Z"}


def test_each_figure_is_drawn_once_for_all_rows() -> None:
    (_, *rows) = meeting_band(BAND, HARBOUR).items[0].item.items
    figures = [placed.item for placed in rows]
    assert all(isinstance(each, Group) and each.is_ornament for each in figures)
    assert len({id(each) for each in figures}) * 4 < len(figures)


def test_corners_tighten_steadily() -> None:
    shares = [corner_share(step / 20) for step in range(21)]
    assert shares == sorted(shares, reverse=True)
