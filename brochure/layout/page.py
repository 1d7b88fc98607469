"""A page as a page type hands it over, and as the book numbers it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from brochure.drawing.frame import Frame, text_of
from brochure.layout.text_block import Words


class Side(StrEnum):
    """Which side of a spread a page wants: its own choice or the reader's."""

    ANY = "any"
    RECTO = "recto"
    VERSO = "verso"


class Bookmark(Struct, frozen=True):
    """An entry of the outline: its words, how deep it stands (1 the highest), and the anchor it leads to."""

    title: str
    level: int
    anchor: str


class Page(Struct, frozen=True):
    """One page before it has a number.

    `frame` has the size of the trim; items may reach `bleed` points beyond it on each side. `role` is the page type's
    name. `running_heads` is what the furniture prints, in the page's languages; `has_folio` whether it prints the
    number. `order` is the id of the page in the edition file. `copy_depth` is how deep the copy over a band of art
    reaches, 0 where there is none.
    """

    frame: Frame
    role: str
    bookmarks: tuple[Bookmark, ...] = ()
    running_heads: tuple[Words, ...] = ()
    has_folio: bool = True
    side: Side = Side.ANY
    order: str = ""
    copy_depth: float = 0.0

    @property
    def running_head(self) -> str:
        """The running head in the language that leads."""
        return self.running_heads[0].text if self.running_heads else ""

    @property
    def copy(self) -> str:
        """The words on it that an index goes by; "" on a page that is no matter of the book."""
        return text_of(self.frame.items) if self.is_indexed else ""

    @property
    def is_cover(self) -> bool:
        """Whether it is one of the cover's four pages (表1–表4), which a bound book has on a sheet of their own."""
        return self.role in COVERS

    @property
    def is_indexed(self) -> bool:
        """Whether it tells of something an index would lead to: covers and lists of the book's own do not."""
        return not self.is_cover and self.role not in ("half_title", "contents", "index", "colophon", "blank")

    @property
    def is_spine(self) -> bool:
        """Whether it is the spine (背), which the cover's sheet bears too, and which is no page of the book."""
        return self.role == SPINE


SPINE = "spine"
"""The role of the back of a bound book."""

COVERS = frozenset({"cover", "inside_cover", "back_cover"})
"""The roles of the pages that are printed on the cover's sheet."""


class NumberedPage(Struct, frozen=True):
    """A page in its place in the book: number counts from 1, label is what a viewer shows (`表紙`, `3`)."""

    page: Page
    number: int
    label: str
    is_recto: bool


class Book(Struct, frozen=True):
    """All pages in reading order, with what the file says of itself.

    `name` is the file's stem in ASCII (`rumoi-ja`), `language` a BCP 47 tag, `binding_is_right` whether the spine is at
    the right (vertical books). `titles` are the title in other languages, by their BCP 47 tags. Every frame has the
    trim's size but that of the `spine`, which is none of the pages: it is as wide as the book is thick.
    """

    name: str
    title: str
    language: str
    pages: tuple[NumberedPage, ...]
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    binding_is_right: bool = False
    titles: tuple[tuple[str, str], ...] = ()
    spine: Page | None = None
