"""The timeline's signs."""

from __future__ import annotations

import pytest

from brochure.drawing.describe import describe
from brochure.layout.art.marks import MARKS, mark

from .pictures import HARBOUR, shapes

KINDS = {
    "delegation-out",
    "delegation-in",
    "agreement",
    "ceremony",
    "trainees",
    "staff",
    "exhibition",
    "sports",
    "organisation",
    "renaming",
    "building",
    "other",
}


def test_every_kind_of_the_timeline_has_a_sign() -> None:
    assert set(MARKS) == KINDS


def test_signs_differ_in_shape_when_all_are_black() -> None:
    drawn = {kind: describe(mark(kind, 8.0, HARBOUR, HARBOUR.ink)) for kind in MARKS}
    assert len(set(drawn.values())) == len(KINDS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_sign_stays_in_its_square(kind: str) -> None:
    frame = mark(kind, 8.0, HARBOUR)
    assert frame.size == (8.0, 8.0)
    for shape, _ in shapes(frame.items):
        numbers = [each for step in shape.path for each in step[1:]]
        assert min(numbers) >= 0.0
        assert max(numbers) <= 8.0
        assert shape.stroke is None or shape.stroke.width >= 0.25


def test_unknown_kind_gets_the_sign_of_other() -> None:
    assert mark("picnic", 8.0, HARBOUR) == mark("other", 8.0, HARBOUR)
