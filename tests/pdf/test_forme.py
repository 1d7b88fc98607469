"""Formes: a sheet is drawn alone as it is drawn in its book, and a glyph of two texts in a book is told on each."""

from __future__ import annotations

import pickle

import pikepdf
import pytest
from msgspec.structs import replace

from brochure.drawing.frame import Placed
from brochure.drawing.structure import Role
from brochure.edition.profiles import SCREEN
from brochure.layout.page import Book
from brochure.pdf.forme import Forme, drawn
from brochure.press.sheet import sheets
from pdf.books import FACE, LIBRARY, anchor, book_of, link, opened, tagged, words
from pdf.typeset import glyphs


def _as(text: str) -> Placed:
    """The glyph of 港 standing for another text."""
    run = glyphs("港", FACE, "ja")
    return replace(words("港"), item=replace(run, text=text, texts=() if len(text) == 1 else (text,)))


def _formes(book: Book) -> list[Forme]:
    return [drawn(sheet, SCREEN, LIBRARY, book.language) for sheet in sheets(book, SCREEN)]


def _told(book: Book) -> list[tuple[str, ...]]:
    """The texts each page says in so many words."""
    with opened(book, SCREEN) as file:
        return [
            tuple(
                bytes(each.operands[1].ActualText).decode("utf-16")
                for each in pikepdf.parse_content_stream(page)
                if str(each.operator) == "BDC" and "/ActualText" in each.operands[1]
            )
            for page in file.pages
        ]


def test_a_forme_does_not_depend_on_the_pages_before_it() -> None:
    pages = (words("港"), anchor("here")), (words("船と海"), link("#here")), (tagged(Role.PARAGRAPH, "汽船"),)
    alone = drawn(sheets(book_of(*pages), SCREEN)[2], SCREEN, LIBRARY, "ja")
    assert _formes(book_of(*pages))[2] == alone
    assert _formes(book_of(pages[2], pages[0]))[0] == alone


def test_a_forme_is_plain_data() -> None:
    book = book_of((tagged(Role.PARAGRAPH, "汽船"), link("https://example.org/"), anchor("a"), _as("みなと")))
    for forme in _formes(book):
        assert pickle.loads(pickle.dumps(forme)) == forme


@pytest.mark.parametrize("other", ["湊", "みなと", ""])
def test_a_glyph_that_stands_for_two_texts_in_a_book_is_told_on_every_page_that_bears_it(other: str) -> None:
    pages = (words("港"),), (words("船"),), (_as(other),)
    assert _told(book_of(*pages[:2])) == [(), ()]
    assert _told(book_of(*pages)) == [("港",), (), (other,)]


def test_a_forme_says_whether_it_is_drawn_as_its_book_asks() -> None:
    book = book_of((words("港"),), (words("船"),))
    one, other = _formes(book)
    glyph = int.from_bytes(glyphs("港", FACE, "ja").ids, "big")
    asked = {(FACE.key, glyph)}
    assert one.fits(())
    assert not one.fits(asked)
    assert other.fits(asked)
    again = drawn(sheets(book, SCREEN)[0], SCREEN, LIBRARY, "ja", asked)
    assert again.fits(asked)
    assert not again.fits(())
    assert again.stream != one.stream
