"""The one door behind which every page type stands, and what it is given to set its pages with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from brochure.content.booklet import Booklet
from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.diagnostics import Report, error, message
from brochure.drawing.geometry import Rect
from brochure.edition.edition import Edition
from brochure.languages.language import Language
from brochure.layout.composition import Composition
from brochure.layout.foot_band import set_foot_band
from brochure.layout.page import Bookmark, Page, Side
from brochure.layout.page_title import set_page_title
from brochure.layout.palette import Palette
from brochure.layout.strip import Strip
from brochure.layout.text_block import NO_WORDS, Typesetter, Words
from brochure.layout.type_area import TypeArea
from brochure.pages.art import art_name
from brochure.pages.room import lines_outside
from brochure.translation.labels import Label
from brochure.translation.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page is set with, in one language of one edition. `pages` is what the author ordered, in order; `bleed` is
    how far art reaches beyond the trim, in points.

    `references` are the page numbers of anchors, empty on the first pass; `number` is the page's own number;
    `typeface_credits` name the typefaces the language is set in.
    """

    language: Language
    booklet: Booklet
    edition: Edition
    pages: tuple[PageContent, ...]
    manuscript: Manuscript
    palette: Palette
    typesetter: Typesetter
    area: TypeArea
    bleed: float
    report: Report
    number: int = 1
    binding_is_right: bool = False
    typeface_credits: tuple[str, ...] = ()
    references: Mapping[str, int] = field(default_factory=dict[str, int])

    def words(self, text: Text | None) -> Words:
        """An author's text in the setting's language."""
        if text is None:
            return NO_WORDS
        copy = self.manuscript.read(text, self.language.tag)
        return Words(copy.text, copy.key, copy.language, copy.pieces)

    def say(self, label: Label, **values: str | int) -> str:
        """One of the program's own words in the setting's language."""
        return self.manuscript.say(label, self.language.tag, **values)

    def label(self, label: Label, **values: str | int) -> Words:
        """The same, as words to be set."""
        return Words(self.say(label, **values), label.key, self.language.tag)

    def box(self, offset: int = 0) -> Rect:
        """The type area of this page, or of the page `offset` pages on."""
        return self.area.box((self.number + offset) % 2 == 1, self.binding_is_right)

    def begin(self) -> Composition:
        """An empty page of the trim's size."""
        return Composition(self.area.trim)

    def title(self, page: Composition, content: PageContent, box: Rect) -> Rect:
        """Set the page's title and kicker; returns what is left of the box below."""
        return set_page_title(
            page,
            self.typesetter,
            self.palette,
            self.area,
            box,
            self.words(content.title),
            self.words(content.kicker),
            content.id,
        )

    def foot_band(self, page: Composition, content: PageContent, box: Rect, depth: float, art: str = "") -> None:
        """Draw the page's own motif, or another, across its foot where the copy, down to `depth`, leaves room."""
        name = art_name(art or content.art)
        set_foot_band(page, self.area, self.palette, box, depth, name, content.seed, self.bleed)

    def finish(self, page: Composition, content: PageContent, role: str, offset: int = 0) -> Page:
        """The page, `offset` pages on from the first of its order, with its running head and its folio; the first bears
        the bookmark. Words that stand outside the type area are reported.
        """
        frame = page.finish()
        outside = lines_outside(frame, self.box(offset), self.area.size)
        if outside:
            self._no_room(len(outside), content)
        title = self.words(content.bookmark or content.title).text.replace("\n", "")
        bookmarks = () if offset else (Bookmark(title, 1, content.id),)
        return Page(frame, role, bookmarks, running_head=title)

    def overset(self, rest: tuple[Strip, ...], content: PageContent) -> None:
        """Report strips that found no room: nothing is lost silently, and nothing is shrunk to fit."""
        if rest:
            self._no_room(int(-(-sum(strip.height for strip in rest) // self.area.line_feed)), content)

    def _no_room(self, lines: int, content: PageContent) -> None:
        self.report.add(
            error(
                "pages.overset",
                message(
                    "the copy of page “{page}” is too long in {language}: {lines} lines found no room",
                    page=content.id,
                    language=self.language.tag,
                    lines=lines,
                ),
                content.span,
                message("shorten the text, or give the page more pages in the edition file"),
            )
        )


@dataclass(frozen=True, slots=True)
class PageType:
    """A kind of page: the name an edition file orders it by, what the author writes for it, and how it is set.

    `lay_out` returns as many pages as `least` to `most` allow. `refers` marks types that print other pages' numbers and
    are therefore set once more when all numbers are known. `labels` are the program's own words the pages print.
    """

    name: str
    content: type[PageContent]
    lay_out: Callable[[Any, Setting], tuple[Page, ...]]
    least: int = 1
    most: int = 1
    side: Side = Side.ANY
    refers: bool = False
    labels: tuple[Label, ...] = ()
