"""Small books for tests: pages of items set without the line composer, written for a profile and opened again."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
from msgspec.structs import replace
from typefaces.shelf import shelf

from brochure.diagnostics import Report
from brochure.drawing.frame import Anchor, Frame, Item, Link, Placed, Tagged
from brochure.drawing.geometry import Size
from brochure.drawing.structure import Role
from brochure.edition.presets import Preset, read_preset
from brochure.edition.profiles import Profile, Standard, profile_of
from brochure.layout.page import Book, Bookmark, NumberedPage, Page
from brochure.pdf.document import write_pdf
from brochure.pdf.pictures import PictureShelf
from brochure.press.conditions import intent_of
from brochure.press.sheet import sheets
from brochure.store import Store
from pdf.typeset import glyphs

LIBRARY = shelf()
FACE = LIBRARY.face("ja-gothic", 400)
WHEN = datetime(2026, 11, 1, tzinfo=UTC)


def words(text: str, language: str = "ja", y: float = 40.0) -> Placed:
    return Placed(replace(glyphs(text, FACE, language), language=language), 20.0, y)


def tagged(role: Role, *inside: Placed | str, **more: str | int) -> Placed:
    """A tag around items, and around words given as bare strings."""
    items = tuple(words(each) if isinstance(each, str) else each for each in inside)
    return Placed(Tagged(role, items, **more))  # pyright: ignore[reportArgumentType]


def link(target: str) -> Placed:
    return Placed(Link(Size(50.0, 20.0), target))


def anchor(name: str) -> Placed:
    return Placed(Anchor(name))


def placed(item: Item) -> Placed:
    return Placed(item)


def book_of(*pages: tuple[Placed, ...], bookmarks: dict[int, tuple[Bookmark, ...]] | None = None, **more: str) -> Book:
    """A book of pages of 200 × 300 points; bookmarks by the number of their page."""
    numbered = tuple(
        NumberedPage(
            Page(Frame(Size(200.0, 300.0), items), "test", (bookmarks or {}).get(number, ())),
            number,
            str(number),
            number % 2 == 1,
        )
        for number, items in enumerate(pages, 1)
    )
    return Book("book-ja", more.pop("title", "本"), more.pop("language", "ja"), numbered, **more)  # pyright: ignore[reportArgumentType]


def preset(name: str = "standard") -> Preset:
    report = Report()
    found = read_preset(Path(), name, report)
    assert found is not None, report.ordered()
    return found


def profile(medium: str, of: str = "standard") -> Profile:
    """A medium's profile by a built-in preset."""
    chosen = preset(of)
    if not medium.startswith("press"):
        return profile_of(medium, chosen)
    standard = Standard(chosen.standard if medium == "press" else medium)
    return profile_of(medium, chosen, intent_of(chosen, standard, Path(), Report()))


def written(book: Book, profile: Profile, pictures: Path = Path(), kept: Store | None = None) -> bytes:
    shelf = PictureShelf(lambda name: pictures / name, kept)
    return write_pdf(book, sheets(book, profile), profile, LIBRARY, shelf, WHEN)


def opened(book: Book, profile: Profile, pictures: Path = Path()) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(written(book, profile, pictures)))
