"""How numbers are written into streams."""

import pytest

from brochure.pdf.colours import Remembered, number, numbers


@pytest.mark.parametrize(
    ("value", "written"),
    [(12.5, "12.5"), (3.0, "3"), (100, "100"), (0.00001, "0"), (-0.00001, "0"), (-1.23456, "-1.2346")],
)
def test_a_number_is_as_short_as_four_decimals_let_it_be(value: float, written: str) -> None:
    assert [number(value), number(value)] == [written, written]
    assert numbers((value, 7.0)) == f"{written} 7"


def test_no_more_numbers_are_remembered_than_are_wanted() -> None:
    asked: list[float] = []

    def write(value: float) -> str:
        asked.append(value)
        return str(value)

    said = Remembered(write, 2).__getitem__
    assert [said(value) for value in (1.0, 2.0, 1.0, 3.0, 1.0)] == ["1.0", "2.0", "1.0", "3.0", "1.0"]
    assert asked == [1.0, 2.0, 3.0, 1.0]
