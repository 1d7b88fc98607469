"""Slivers are found on the plates, and what only looks like one is left alone."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from brochure.preflight import ghostscript
from brochure.preflight.geometry import MM, Box
from brochure.preflight.inspect import judged
from brochure.preflight.limits import PRESS
from brochure.preflight.reader import read_document
from brochure.preflight.slivers import DPI, can_be_looked_for, slivers
from tests.preflight.files import made

_SIDE = 30  # mm
_PAGE = Box(0, 0, _SIDE * MM, _SIDE * MM)


def _plates(**drawn: list[tuple[float, ...]]) -> dict[str, Image.Image]:
    """Plates with solid polygons, their corners in millimetres from the upper left corner."""
    dots = round(_SIDE * DPI / 25.4)
    found: dict[str, Image.Image] = {}
    for plate, shapes in drawn.items():
        found[plate] = Image.new("L", (dots, dots))
        for corners in shapes:
            ImageDraw.Draw(found[plate]).polygon([each * DPI / 25.4 for each in corners], fill=255)
    return found


def _box(left: float, top: float, right: float, bottom: float) -> tuple[float, ...]:
    return left, top, right, top, right, bottom, left, bottom


def _found(**drawn: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    boxes = slivers(_plates(**drawn), _PAGE, _PAGE)
    return [tuple(round(each / MM, 1) for each in box) for box in boxes]


def test_a_thin_gap_between_two_inks_is_a_sliver_and_is_found_where_it_is() -> None:
    ((left, bottom, right, top),) = _found(Cyan=[_box(5, 5, 15, 20)], Magenta=[_box(15.2, 5, 25, 20)])
    assert (left, right) == pytest.approx((15.0, 15.2), abs=0.15)
    assert (bottom, top) == pytest.approx((10.0, 25.0), abs=0.3)


def test_so_is_one_between_two_mixtures() -> None:
    one, other = _box(5, 5, 15, 20), _box(15.2, 5, 25, 20)
    assert len(_found(Cyan=[one], Yellow=[other], Magenta=[other], Black=[one])) == 1


def test_and_one_that_lies_across() -> None:
    assert len(_found(Cyan=[(5, 5, 20, 20, 5, 20)], Magenta=[(5.25, 5, 20.25, 20, 20.25, 5)])) == 1


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("a wide gap", {"Cyan": [_box(5, 5, 15, 20)], "Magenta": [_box(15.5, 5, 25, 20)]}),
        ("a wide gap that lies across", {"Cyan": [(5, 5, 20, 20, 5, 20)], "Magenta": [(5.6, 5, 20.6, 20, 20.6, 5)]}),
        ("one ink on both sides", {"Black": [_box(5, 5, 15, 20), _box(15.2, 5, 25, 20)]}),
        ("one mixture on both sides", {ink: [_box(5, 5, 15, 20), _box(15.2, 5, 25, 20)] for ink in ("Cyan", "Yellow")}),
        ("an ink in common", {"Cyan": [_box(5, 5, 15, 20)], "Yellow": [_box(5, 5, 15, 20), _box(15.2, 5, 25, 20)],
                              "Magenta": [_box(15.2, 5, 25, 20)]}),
        ("a short gap", {"Cyan": [_box(5, 5, 15, 6)], "Magenta": [_box(15.2, 5, 25, 6)]}),
        ("areas that touch", {"Cyan": [_box(5, 5, 15, 20)], "Magenta": [_box(15, 5, 25, 20)]}),
        ("a gap with ink below", {"Cyan": [_box(5, 5, 15, 20)], "Magenta": [_box(15.2, 5, 25, 20)],
                                  "Yellow": [_box(0, 0, 30, 30)]}),
    ],
)  # fmt: skip
def test_what_is_none(name: str, drawn: dict[str, list[tuple[float, ...]]]) -> None:
    assert _found(**drawn) == []


def test_gaps_beyond_what_is_printed_do_not_count() -> None:
    plates = _plates(Cyan=[_box(5, 5, 15, 20)], Magenta=[_box(15.2, 5, 25, 20)])
    assert slivers(plates, _PAGE, Box(18 * MM, 0, 30 * MM, 30 * MM)) == ()


def test_a_page_without_plates_has_none() -> None:
    assert slivers({}, _PAGE, _PAGE) == ()


def test_posters_are_not_drawn_that_fine() -> None:
    assert can_be_looked_for(Box(0, 0, 317 * MM, 440 * MM))
    assert not can_be_looked_for(Box(0, 0, 594 * MM, 841 * MM))


_WHITE = b"0 0 0 0 k 50 140 140 120 re f "
_GAPS = {
    "a sliver": (_WHITE + b"1 0 0 0 k 60 150 60 100 re f 0 1 0 0 k 120.5 150 60 100 re f", [1]),
    "an overlap": (_WHITE + b"1 0 0 0 k 60 150 60 100 re f 0 1 0 0 k 119.5 150 60 100 re f", []),
}


@pytest.mark.skipif(not ghostscript.is_installed(), reason="Ghostscript is not installed")
@pytest.mark.parametrize("name", _GAPS)
def test_on_ghostscripts_plates_the_rule_finds_the_page(name: str) -> None:
    content, expected = _GAPS[name]
    data = made(content)
    document = read_document(data)
    for plates in ghostscript.fine_plates(data, DPI, [page.number for page in document.pages]):
        page = document.pages[plates.page - 1]
        page.slivers = slivers(plates.pictures, page.boxes.media, page.printed)
    found = [finding for finding in judged(document, PRESS) if finding.rule == "ink.sliver"]
    assert [finding.page for finding in found] == expected
    for finding in found:
        (box,) = finding.boxes
        assert (box.left, box.right) == pytest.approx((120, 120.5), abs=0.3)
