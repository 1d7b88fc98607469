"""Ornaments: once in the file, the same wherever they stand, and all a program needs to draw them with them."""

from __future__ import annotations

import pikepdf
import pytest
from msgspec.structs import replace

from brochure.drawing.colour import BLACK, Colour, Spot
from brochure.drawing.frame import Frame, Gradient, Group, Placed, Shape, Stroke, Tagged, line, rectangle
from brochure.drawing.geometry import Point, Size, Transform
from brochure.drawing.structure import Role
from brochure.edition.profiles import SCREEN
from brochure.pdf.fonts import FontBook
from brochure.pdf.ornaments import cast
from pdf.books import LIBRARY, book_of, opened, profile, tagged, words

SEA = Colour(1.0, 0.7, 0.2, 0.1)
SQUARE = Placed(Shape(rectangle(0.0, 0.0, 8.0, 8.0), fill=SEA), 1.0, 2.0)
BAR = Placed(Shape(line(0.0, 0.0, 8.0, 0.0), stroke=Stroke(BLACK, 0.5)))
FRAME = Frame(Size(10.0, 10.0), (SQUARE, BAR)).as_ornament()


def _group(frame: Frame) -> Group:
    group = frame.items[0].item
    assert isinstance(group, Group)
    return group


def _forms(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [each for each in file.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"]


def test_an_ornament_on_many_pages_is_in_the_file_once() -> None:
    pages = [(FRAME.placed(20.0 * number, 30.0), FRAME.placed(20.0, 60.0)) for number in range(1, 4)]
    with opened(book_of(*pages), SCREEN) as file:
        (form,) = _forms(file)
        assert [page.Resources.XObject.X1.objgen for page in file.pages] == [form.objgen] * 3
        stream = file.pages[1].Contents.read_bytes()
        assert stream.count(b"/X1 Do") == 2
        assert b"q 1 0 0 1 40 30 cm /X1 Do Q" in stream
        assert b"/Artifact BMC" in stream
        assert form.read_bytes().splitlines()[-1] == b"0.00 0.00 m 8.00 0.00 l S"


def test_ornaments_that_are_equal_are_one_whoever_drew_them() -> None:
    other = Frame(Size(10.0, 10.0), (SQUARE, BAR)).as_ornament()
    with opened(book_of((FRAME.placed(0.0, 0.0),), (other.placed(9.0, 9.0),)), SCREEN) as file:
        assert len(_forms(file)) == 1


def test_ornaments_that_differ_in_a_blend_alone_are_two() -> None:
    def blended(end: Colour) -> Frame:
        paint = Gradient(Point(0.0, 0.0), Point(8.0, 0.0), ((0.0, SEA), (1.0, end)))
        square = Placed(Shape(rectangle(0.0, 0.0, 8.0, 8.0), fill=paint))
        return Frame(Size(10.0, 10.0), (square,)).as_ornament()

    light, dark = (cast(_group(blended(end)), FontBook(LIBRARY), SCREEN) for end in (Colour(0.1, 0, 0, 0), BLACK))
    assert light.stream == dark.stream
    assert light.digest != dark.digest  # what is known by it is handed on and kept


def test_an_ornament_may_be_made_of_others() -> None:
    tile = Group((SQUARE,), is_ornament=True)
    rows = tuple(Placed(tile, 10.0 * number, 0.0) for number in range(4))
    with opened(book_of((Frame(Size(40.0, 10.0), rows).as_ornament().placed(0.0, 0.0), words("港"))), SCREEN) as file:
        inner, outer = sorted(_forms(file), key=lambda form: "/XObject" in form.Resources)
        assert outer.Resources.XObject.X1.objgen == inner.objgen
        assert outer.read_bytes().count(b"/X1 Do") == 4
        assert inner.read_bytes().count(b" f") == 1
        assert file.pages[0].Resources.XObject.X1.objgen == outer.objgen


def test_the_box_of_an_ornament_holds_its_lines_and_no_more_than_its_clip() -> None:
    fonts = FontBook(LIBRARY)
    box = cast(_group(FRAME), fonts, SCREEN).box
    assert (box.x, box.y, box.right, box.bottom) == (-2.5, -2.5, 10.5, 10.0)
    cut = Group((SQUARE, BAR), Transform(2.0, 0.0, 0.0, 2.0, 1.0, 1.0), clip=rectangle(0.0, 0.0, 4.0, 3.0))
    clipped = cast(_group(Frame(Size(9.0, 9.0), (Placed(cut, 5.0, 5.0),)).as_ornament()), fonts, SCREEN).box
    assert (clipped.x, clipped.y, clipped.right, clipped.bottom) == (6.0, 6.0, 14.0, 12.0)


def test_an_ornament_bears_its_own_colour_spaces_states_and_shadings() -> None:
    spot = Spot("DIC 156", (0.0, 0.6, 0.9, 0.0))
    blend = Gradient(Point(0.0, 0.0), Point(8.0, 0.0), ((0.0, SEA), (1.0, BLACK)))
    items = (
        Placed(Shape(rectangle(0.0, 0.0, 8.0, 8.0), fill=blend)),
        BAR,
        Placed(Shape(rectangle(0.0, 0.0, 4.0, 4.0), fill=Colour(*spot.inks, spot=spot))),
    )
    press = replace(profile("press"), spots=(spot,))
    with opened(book_of((Frame(Size(8.0, 8.0), items).as_ornament().placed(0.0, 0.0), words("港"))), press) as file:
        (form,) = _forms(file)
        assert {key: set(form.Resources[key].keys()) for key in form.Resources.keys()} == {  # noqa: SIM118
            "/ExtGState": {"/Over", "/Knock"},
            "/ColorSpace": {"/Spot1"},
            "/Shading": {"/S1"},
        }
        drawn = form.read_bytes()
        assert drawn.index(b"/Over gs") < drawn.index(b"/Knock gs") < drawn.index(b"/Spot1 cs")


def test_nothing_overprints_where_an_ornament_begins() -> None:
    with opened(book_of((words("港"), FRAME.placed(0.0, 0.0))), profile("press")) as file:
        stream = file.pages[0].Contents.read_bytes()
        assert b"/Over gs" in stream[: stream.index(b"/Knock gs")]
        assert b"/Knock gs\nq 1 0 0 1" in stream or b"/Knock gs\nq /X1" in stream


def test_a_figure_that_is_an_ornament_covers_it() -> None:
    figure = Placed(Tagged(Role.FIGURE, (FRAME.placed(20.0, 30.0),), alternative="square"))
    with opened(book_of((tagged(Role.PARAGRAPH, "港"), figure)), SCREEN) as file:
        found = file.Root.StructTreeRoot.K[0].K[1]
        assert found.S == "/Figure"
        assert [float(edge) for edge in found.A.BBox] == [17.5, 300.0 - 40.0, 30.5, 300.0 - 27.5]
        assert b"BDC\nq 1 0 0 1 20 30 cm /X1 Do Q\nEMC" in file.pages[0].Contents.read_bytes()


def test_an_ornament_is_of_shapes_alone() -> None:
    with pytest.raises(ValueError, match="shapes alone"):
        cast(_group(Frame(Size(9.0, 9.0), (words("港"),)).as_ornament()), FontBook(LIBRARY), SCREEN)
