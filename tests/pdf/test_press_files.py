"""Files for the press: what they promise, their boxes, their inks; nothing of the day or machine is in them."""

from __future__ import annotations

import pikepdf
import pytest
from msgspec.structs import replace

from brochure.drawing.colour import BLACK, Colour, percent
from brochure.drawing.frame import Glyphs, Placed, Shape, Stroke, line, rectangle
from brochure.drawing.units import mm
from pdf.books import book_of, opened, profile, words, written


def _box(colour: Colour) -> Placed:
    return Placed(Shape(rectangle(10, 10, 50, 50), fill=colour))


def _stream(file: pikepdf.Pdf) -> bytes:
    return file.pages[0].Contents.read_bytes()


def test_x4_and_archive_name_one_profile_in_one_file() -> None:
    file = opened(book_of((words("港"),)), profile("press"))
    pdfx, pdfa = file.Root.OutputIntents
    assert (pdfx.S, pdfa.S) == (pikepdf.Name.GTS_PDFX, pikepdf.Name.GTS_PDFA1)
    assert pdfx.DestOutputProfile.objgen == pdfa.DestOutputProfile.objgen
    assert pdfx.DestOutputProfile.read_bytes()[16:20] == b"CMYK"
    assert pdfx.OutputConditionIdentifier == "FOGRA39"
    metadata = file.Root.Metadata.read_bytes().decode()
    for said in ("PDF/X-4", "<pdfaid:conformance>U", "<pdf:Trapped>False", "xmpMM:RenditionClass>default"):
        assert said in metadata
    assert file.pdf_version == "1.6"
    assert str(file.docinfo.Trapped) == "/False"


def test_x1a_says_so_in_its_information_and_has_nothing_newer_than_pdf_1_3() -> None:
    file = opened(book_of((words("港"),)), profile("press", of="japan-x1a"))
    assert file.pdf_version == "1.3"
    assert str(file.docinfo.GTS_PDFXVersion) == "PDF/X-1:2001"
    assert str(file.docinfo.GTS_PDFXConformance) == "PDF/X-1a:2001"
    assert not {"/Metadata", "/Lang", "/MarkInfo"} & set(file.Root.keys())
    (intent,) = file.Root.OutputIntents
    assert intent.OutputConditionIdentifier == "JC200103"
    assert intent.RegistryName == "http://www.color.org"
    assert "/DestOutputProfile" not in intent


@pytest.mark.parametrize("medium", ["press", "press-x1a", "screen"])
def test_a_book_bound_at_the_right_says_so(medium: str) -> None:
    book = book_of((words("港"),))
    for is_right, direction in ((True, "/R2L"), (False, "/L2R")):
        file = opened(replace(book, binding_is_right=is_right), profile(medium))
        assert file.Root.ViewerPreferences.Direction == direction


@pytest.mark.parametrize("medium", ["press", "press-x1a", "screen", "proof"])
def test_equal_input_gives_equal_bytes(medium: str) -> None:
    assert written(book_of((words("港"),)), profile(medium)) == written(book_of((words("港"),)), profile(medium))


def test_dates_are_in_utc_and_the_same_in_both_places() -> None:
    file = opened(book_of((words("港"),)), profile("press"))
    assert str(file.docinfo.CreationDate) == "D:20261101000000Z"
    assert b"<xmp:CreateDate>2026-11-01T00:00:00Z<" in file.Root.Metadata.read_bytes()


def test_trim_bleed_and_sheet_lie_in_one_another() -> None:
    file = opened(book_of((words("港"),)), profile("press"))
    page = file.pages[0]
    boxes = {name: [float(edge) for edge in page[name]] for name in ("/TrimBox", "/BleedBox", "/MediaBox")}
    assert boxes["/TrimBox"][2] - boxes["/TrimBox"][0] == pytest.approx(200, abs=0.001)
    assert boxes["/TrimBox"][0] - boxes["/BleedBox"][0] == pytest.approx(mm(3), abs=0.001)
    assert boxes["/BleedBox"][0] - boxes["/MediaBox"][0] == pytest.approx(mm(10), abs=0.001)


def test_black_words_and_fine_lines_overprint_and_areas_spare_out() -> None:
    fine = Placed(Shape(line(0, 0, 9, 9), stroke=Stroke(BLACK, 1.9)))
    thick = Placed(Shape(line(0, 0, 9, 9), stroke=Stroke(BLACK, 2.0)))
    grey = words("港")
    assert isinstance(grey.item, Glyphs)
    grey = replace(grey, item=replace(grey.item, colour=BLACK.tint(0.7)))
    for item, state in (
        (words("港"), b"Over"),
        (grey, b"Knock"),
        (fine, b"Over"),
        (thick, b"Knock"),
        (_box(BLACK), b"Knock"),
    ):
        said = _stream(opened(book_of((_box(percent(50, 0, 0, 0)), item)), profile("press"))).partition(b"/All")[0]
        assert (said.rfind(b"/Over gs") > said.rfind(b"/Knock gs")) == (state == b"Over")


def test_a_large_black_area_has_other_inks_below_it_and_a_small_one_has_not() -> None:
    for size, inks in ((mm(20), b"0.6 0.4 0.4 1 k"), (mm(19.9), b"0 0 0 1 k")):
        area = Placed(Shape(rectangle(5, 5, size, 2 * size), fill=BLACK))
        assert inks in _stream(opened(book_of((area,)), profile("press"))).partition(b"/All")[0]
    grey = Placed(Shape(rectangle(5, 5, 150, 150), fill=BLACK.tint(0.5)))
    assert b"0 0 0 0.5 k" in _stream(opened(book_of((grey,)), profile("press")))


def test_marks_are_on_every_plate_and_nothing_else_is() -> None:
    said = _stream(opened(book_of((words("港"),)), profile("press")))
    assert b"/All CS 1 SCN" in said
    assert b" 1 1 1 1 K" not in said


def test_an_ink_of_its_own_is_a_plate_where_the_printer_has_it_and_a_mixture_elsewhere() -> None:
    sea = percent(100, 60, 0, 10, "sea", "DIC 182")
    assert sea.spot is not None
    with_plate = replace(profile("press"), spots=(sea.spot,))
    file = opened(book_of((_box(sea), _box(sea.tint(0.4)))), with_plate)
    assert b"/Spot1 cs 1 scn" in _stream(file)
    assert b"/Spot1 cs 0.4 scn" in _stream(file)
    space = file.pages[0].Resources.ColorSpace.Spot1
    assert str(space[1]) == "/DIC 182"
    assert [float(ink) for ink in space[3].C1] == [1, 0.6, 0, 0.1]
    assert b"1 0.6 0 0.1 k" in _stream(opened(book_of((_box(sea),)), profile("press")))


def test_no_page_of_a_press_file_bears_what_only_a_screen_needs() -> None:
    file = opened(book_of((words("港"),)), profile("press"))
    page = file.pages[0]
    assert not {"/Annots", "/StructParents", "/Tabs"} & set(page.keys())
