"""Paths as operators: the same whichever way a path is told."""

from __future__ import annotations

import pytest

from brochure.drawing.frame import Outline, Path, circle, polygon
from brochure.pdf.paths import bounds, written

PATHS = [circle(5.0, 6.0, 4.0), (*polygon(((0.0, 1.0), (2.5, 3.0), (4.0, 0.0))), *circle(1.0, 1.0, 0.5))]


def _outline(path: Path) -> Outline:
    steps = "".join(str(segment[0]) for segment in path)
    return Outline(steps, tuple(float(each) for segment in path for each in segment[1:]))


@pytest.mark.parametrize("path", PATHS)
def test_an_outline_is_the_path_of_its_segments(path: Path) -> None:
    assert tuple(_outline(path)) == path


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("place", [(0.0, 0.0), (3.25, 0.0), (-1.5, 7.0)])
def test_an_outline_is_written_and_measured_as_its_segments_are(path: Path, place: tuple[float, float]) -> None:
    assert written(_outline(path), *place) == written(path, *place)
    assert bounds(_outline(path)) == bounds(path)
