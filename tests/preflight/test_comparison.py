"""Two files side by side: pages, words and plates that differ, and only those."""

from __future__ import annotations

import shutil

import pytest

from brochure.preflight import ghostscript
from brochure.preflight.comparison import changes, is_black_only, plate_changes
from brochure.preflight.document import Document
from brochure.preflight.reader import read_document
from tests.preflight.broken import placed_resource, plain_picture, tiling_pattern
from tests.preflight.files import made

_GROUND = b"1 0.5 0 0 k 60 100 150 60 re f "
_OVER = b"/Over gs BT /F1 10 Tf 0 0 0 1 k 80 120 Td (%s) Tj ET "
_OUT = b"/Knock gs BT /F1 10 Tf 0 0 0 1 k 80 120 Td (%s) Tj ET "
_COLOUR = b"BT /F1 30 Tf 0 1 1 0 k 80 250 Td (%s) Tj ET "

needs_ghostscript = pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")


def _read(content: bytes = b"", **options: int) -> Document:
    return read_document(made(content, **options), has_plates=True)


def test_equal_files_have_no_changes() -> None:
    assert not list(changes(_read(_GROUND, pages=3), _read(_GROUND, pages=3)))


def test_a_changed_page_is_told_with_its_words_and_plates() -> None:
    (change,) = changes(_read(_COLOUR % b"Port", pages=3, bad=2), _read(_COLOUR % b"Ship", pages=3, bad=2))
    assert (change.before, change.after, change.gone, change.new) == (2, 2, ("Port",), ("Ship",))
    assert change.plates == ("Cyan", "Magenta", "Yellow")  # the ground has cyan, out of which it knocks


def test_a_page_put_in_between_moves_no_other() -> None:
    (change,) = changes(_read(_COLOUR % b"End", pages=3, bad=3), _read(_COLOUR % b"End", pages=4, bad=4))
    assert change.before == 0


_PAIRS = [
    (_GROUND + _OVER, ("Black",)),
    (_OVER, ("Black",)),
    (_OUT, ("Black", "Cyan", "Magenta", "Yellow")),  # knocks out of the clean page's ground, which has C and M
    (_COLOUR, ("Cyan", "Magenta", "Yellow")),
]


@pytest.mark.parametrize(("content", "plates"), _PAIRS)
def test_black_words_that_overprint_change_the_black_plate_alone(content: bytes, plates: tuple[str, ...]) -> None:
    found = list(plate_changes(_read(content % b"Port"), _read(content % b"Ship")))
    expected = set(plates) - ({"Yellow"} if content is _OUT else set())
    assert [set(change.plates) for change in found] == [expected]
    assert is_black_only(found[0].plates) == (plates == ("Black",))


@needs_ghostscript
@pytest.mark.parametrize("content", [pair[0] for pair in _PAIRS])
def test_our_reckoning_of_plates_is_ghostscripts(content: bytes) -> None:
    files = [made(content % word) for word in (b"Port", b"Ship")]
    (one,), (other,) = (list(ghostscript.plates(file)) for file in files)
    (change,) = plate_changes(*(read_document(file, has_plates=True) for file in files))
    assert set(change.plates) == set(ghostscript.different_plates(one, other))


_TILE = placed_resource("Pattern", "T1", tiling_pattern(b"0 1 1 0 k 0 0 5 10 re f"))
_INKED = {
    "areas": (b"0.9 0.7 0.4 0.2 k 80 150 120 120 re f /Over gs 0 0 0 0.5 k 80 150 60 120 re f",),
    "a clip": (b"q 80 150 m 200 150 l 140 190 l h W n 0.9 0.7 0.4 0.2 k 60 130 160 140 re f Q",),
    "a pattern": (b"/Pattern cs /T1 scn 80 150 120 120 re f", _TILE),
    "a picture turned": (b"q 60 60 -60 60 140 150 cm /P1 Do Q", plain_picture(90, 60)),
}


@needs_ghostscript
@pytest.mark.parametrize("name", _INKED)
def test_our_estimate_of_ink_is_ghostscripts(name: str) -> None:
    content, *changes = _INKED[name]
    data = made(content, *changes, pages=2, bad=2)
    page = read_document(data).pages[1]
    _, plates = ghostscript.plates(data, ghostscript.MEASURING)
    exact, where = ghostscript.ink_map(plates, page.boxes.media, page.printed).grid.heaviest()
    assert page.inks is not None
    estimate, about = page.inks.grid.heaviest()
    assert estimate == pytest.approx(exact, abs=0.03)
    assert about.touches(where)
