"""What a printer would say of a file just made leads back to the author's own lines."""

from __future__ import annotations

from brochure.content.text import Text
from brochure.diagnostics import Span
from brochure.drawing.colour import BLACK
from brochure.drawing.frame import Frame, Glyphs, Placed, Tagged
from brochure.drawing.geometry import Point, Size
from brochure.drawing.structure import Role
from brochure.layout.page import Book, NumberedPage, Page
from brochure.preflight.limits import Limits
from brochure.submission import judged
from tests.preflight.files import made

_TINY = b"BT /F1 3 Tf 0 0 0 1 k 100 120 Td (Habour) Tj ET"


def _book(text: str, origin: str) -> Book:
    glyphs = Glyphs("face", 9.0, b"\0\1", text, 20.0, colour=BLACK)
    tagged = Tagged(Role.PARAGRAPH, (Placed(Point(0, 0), glyphs),), origin=origin)
    frame = Frame(Size(200, 300), (Placed(Point(10, 10), tagged),))
    page = NumberedPage(Page(frame, "background"), 1, "1", True)
    return Book("book", "Book", "en", (page,))


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
