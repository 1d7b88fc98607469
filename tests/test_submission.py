"""What a printer would say of a file just made leads back to the author's own lines."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from pdf.books import preset, profile

from brochure.content.dates import PartialDate
from brochure.content.text import Text
from brochure.diagnostics import Span
from brochure.drawing.colour import BLACK
from brochure.drawing.frame import Frame, Glyphs, Placed, Tagged
from brochure.drawing.geometry import Size
from brochure.drawing.structure import Role
from brochure.drawing.units import mm
from brochure.edition.edition import Edition
from brochure.layout.page import Book, NumberedPage, Page
from brochure.preflight.limits import Limits
from brochure.submission import judged, ordered_limits
from tests.preflight.files import made

_TINY = b"BT /F1 3 Tf 0 0 0 1 k 100 120 Td (Habour) Tj ET"


def _book(text: str, origin: str) -> Book:
    glyphs = Glyphs("face", 9.0, b"\0\1", text, 20.0, colour=BLACK)
    tagged = Tagged(Role.PARAGRAPH, (Placed(glyphs),), origin=origin)
    frame = Frame(Size(200, 300), (Placed(tagged, 10, 10),))
    page = NumberedPage(Page(frame, "background"), 1, "1", True)
    return Book("book", "Book", "en", (page,))


@pytest.mark.parametrize(
    ("way", "trim", "folds"),
    [
        ("roll-fold", (297.0, 210.0), ((97.0, 197.0), (100.0, 200.0))),
        ("z-fold", (297.0, 210.0), ((99.0, 198.0), (99.0, 198.0))),
        ("cover", (370.0, 257.0), ((182.0, 188.0),)),
        ("saddle-stitch", (364.0, 257.0), ()),
    ],
)
def test_sheets_are_judged_by_what_paper_and_fold_ask(
    way: str, trim: tuple[float, float], folds: tuple[tuple[float, ...], ...]
) -> None:
    size = "a4-landscape" if way.endswith("fold") else "b5"
    values: dict[str, Any] = {"id": "town", "size": size, "binding": "perfect", "spine_mm": 6.0, "languages": ("ja",)}
    edition = Edition(title=Text("町"), theme="shiosai", date=PartialDate(2026), pages=(), **values)
    page = Page(Frame(Size(mm(182), mm(257)), ()), "cover")
    book = Book("book", "Book", "ja", (NumberedPage(page, 1, "1", True),))
    found = ordered_limits(edition, book, preset(), profile("press"), way)
    width, height = found.trims_mm[0]
    assert (width, height) == (pytest.approx(trim[0]), pytest.approx(trim[1]))
    assert [tuple(round(each, 1) for each in row) for row in found.folds_mm] == list(folds)
    assert found.spine_mm == (6.0 if way == "cover" else None)


def test_words_of_a_sheet_are_looked_for_in_all_its_pages() -> None:
    book = _book("Old Habour town", "places.port.text")
    first = NumberedPage(Page(Frame(Size(200, 300), ()), "cover"), 1, "1", True)
    whole = replace(book, pages=(first, *book.pages))
    texts = [_text("places.port.text", 7)]
    (sheet,) = judged(made(_TINY), "book-press.pdf", Limits(), whole, texts, "cover")
    (page,) = judged(made(_TINY), "book-press.pdf", Limits(), whole, texts)
    assert (sheet.span, page.span) == (Span("content/places.yaml", 7), None)


def _text(key: str, line: int) -> Text:
    return Text("Habour", key, Span("content/places.yaml", line))


def test_a_finding_stands_at_the_line_its_words_were_written_on() -> None:
    book = _book("Old Habour town", "places.port.text")
    texts = [_text("places.other.text", 3), _text("places.port.text", 7)]
    (found,) = judged(made(_TINY), "book-press.pdf", Limits(), book, texts)
    assert (found.code, found.span) == ("preflight.text.tiny", Span("content/places.yaml", 7))


def test_a_finding_whose_words_nobody_wrote_has_no_line() -> None:
    (found,) = judged(made(_TINY), "book-press.pdf", Limits(), _book("Harbour", "places.port.text"), [])
    assert found.span is None
    assert "book-press.pdf" in str(found.hints[0])


def test_a_sound_file_has_nothing_told_of_it() -> None:
    assert not list(judged(made(), "book-press.pdf", Limits(), _book("Harbour", ""), []))
