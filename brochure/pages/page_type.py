"""The one door behind which every page type stands, and what it is given to set its pages with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from brochure.content.booklet import Booklet
from brochure.content.fields import ANNIVERSARY, DATE, NAME, TIE, YEARS, fields_in, filled
from brochure.content.marks import Piece, said_in
from brochure.content.names import Names
from brochure.content.page_content import Mode, PageContent
from brochure.content.text import Text
from brochure.diagnostics import Report, error, message, warning
from brochure.drawing.frame import Frame, text_of
from brochure.drawing.geometry import Rect, Size
from brochure.edition.edition import Edition
from brochure.languages.language import Language
from brochure.layout.composition import Composition
from brochure.layout.page import Bookmark, Page, Side
from brochure.layout.page_title import Heading, set_page_title
from brochure.layout.palette import Palette
from brochure.layout.strip import Strip, with_space
from brochure.layout.text_block import NO_WORDS, Said, Typesetter, Words
from brochure.layout.type_area import TypeArea
from brochure.pages.room import lines_outside
from brochure.translation.labels import Label
from brochure.translation.manuscript import Manuscript


class Setting(Struct, frozen=True):
    """What a page is set with, in one language of one edition. `pages` is what the author ordered, in order; `bleed` is
    how far art reaches beyond the trim, in points.

    `references` are the page numbers of anchors, `copy` the words on each page where a page of the edition searches
    them, and `photographs` the files of the author's pictures, all empty on the first pass; `number` is the page's own
    number; `typeface_credits` name the typefaces the language is set in; `pixels` are the sizes of the author's
    photographs by their ids.

    In a bilingual edition `mode` says how the languages stand on this page, and `companions` are the same setting in
    each of the other languages; `voices` are all of them. `stride` is how many pages on the next page of the same
    language is.

    Where two pages face each other with the same copy, `is_half` says so: a drawing that goes from edge to edge runs
    across both, the half that is the page's own on each. `bands` collects how high their foot bands are, and
    `most_band`, unless 0, keeps them as low as the lower one; both in points. `spine` is how thick the bound book is,
    in points, None on the first pass.

    `twins` are the same setting in the languages whose files share its plates, `depths` how deep the copy over a band
    of art reaches on the pages of an order, by its id, in the language that needs most.
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
    copy: tuple[str, ...] = ()
    photographs: tuple[str, ...] = ()
    pixels: Mapping[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    mode: Mode = Mode.SINGLE
    stride: int = 1
    companions: tuple[Setting, ...] = ()
    twins: tuple[Setting, ...] = ()
    depths: Mapping[str, float] = field(default_factory=dict[str, float])
    is_half: bool = False
    bands: list[float] = field(default_factory=list[float])
    most_band: float = 0.0
    spine: float | None = None

    @property
    def sharing(self) -> tuple[Setting, ...]:
        """This setting and those of the languages whose files share its plates, each as this page is set."""
        at = {"number": self.number, "area": self.area, "references": self.references}
        return (self, *(replace(each, **at) for each in self.twins))

    @property
    def voices(self) -> tuple[Setting, ...]:
        """This setting once a language, the leading one first: each with the page's number and references."""
        if not self.companions and self.mode is Mode.SINGLE:
            return (self,)
        known = {"references": self.references, "copy": self.copy, "photographs": self.photographs}
        own = {"number": self.number, **known}
        others = (replace(each, stride=self.stride, **own) for each in self.companions)
        return (replace(self, companions=(), mode=Mode.SINGLE), *others)

    def name(self, names: Names, key: str = "") -> Words:
        """A proper name as the setting's language writes it."""
        return Words(names.in_(self.language.tag), key, self.language.tag)

    def following(self, pages: int) -> Setting:
        """The same setting some pages on."""
        return replace(self, number=self.number + pages * self.stride)

    def each(self, words: Callable[[Setting], Words]) -> tuple[Words, ...]:
        """What `words` gives in every language of the page, the empty left out; what is written alike is said once."""
        found: dict[str, Words] = {}
        for each in map(words, self.voices):
            if each:
                found.setdefault(each.text, each)
        return tuple(found.values())

    def all_words(self, text: Text | None) -> tuple[Words, ...]:
        """An author's text in every language of the page."""
        return self.each(lambda voice: voice.words(text))

    def all_labels(self, label: Label, **values: str | int) -> tuple[Words, ...]:
        """One of the program's own words in every language of the page."""
        return self.each(lambda voice: voice.label(label, **values))

    def stacked(self, words: tuple[Words, ...], style: str, measure: float, gap: float = 0.0) -> tuple[Strip, ...]:
        """Words of several languages one under the other in one style, `gap` points between them."""
        return tuple(
            strip
            for number, each in enumerate(words)
            for strip in with_space(self.typesetter.text(each, style, measure), gap if number else 0.0)
        )

    def beside(self, words: tuple[Words, ...], style: str, gap: float = 4.0) -> Frame:
        """One line of words in several languages one behind the other, as a frame of its natural width."""
        frames = [self.typesetter.line(each, style) for each in words]
        lefts = [sum(frame.size.width + gap for frame in frames[:index]) for index in range(len(frames))]
        width = max(0.0, sum(frame.size.width + gap for frame in frames) - gap)
        size = Size(width, max((frame.size.height for frame in frames), default=0.0))
        return Frame(size, tuple(frame.placed(x, 0.0) for frame, x in zip(frames, lefts, strict=True)))

    def stacked_label(self, words: tuple[Words, ...], style: str) -> Frame:
        """One line a language, one under the other, as a frame of its natural width: what maps and charts are given."""
        frames = [self.typesetter.line(each, style) for each in words]
        tops = [sum(frame.size.height for frame in frames[:index]) for index in range(len(frames))]
        size = Size(max((f.size.width for f in frames), default=0.0), sum(f.size.height for f in frames))
        return Frame(
            size, tuple(f.placed((size.width - f.size.width) / 2, y) for f, y in zip(frames, tops, strict=True))
        )

    def words(self, text: Text | None) -> Words:
        """An author's text in the setting's language."""
        if text is None:
            return NO_WORDS
        copy = self.manuscript.read(text, self.language.tag)
        if not copy.pieces and "{" not in copy.text:
            return Words(copy.text, copy.key, copy.language)
        said = said_in(copy.pieces) if copy.pieces else copy.text
        fields = fields_in(said) if "{" in said else frozenset[str]()
        if not fields:
            return Words(copy.text, copy.key, copy.language, copy.pieces)
        values = {**self._named(text, fields), **(self._reckoned(text) if fields - {NAME} else {})}
        pieces = tuple(_filled(piece, values) for piece in copy.pieces)
        return Words(filled(copy.text, values), copy.key, copy.language, pieces)

    def _named(self, text: Text, fields: frozenset[str]) -> dict[str, str]:
        """The name copy of a group of pages is about; an error at the text where it is of no group."""
        if NAME not in fields:
            return {}
        if text.about is None:
            what = message("“{key}” says {{name}}, and its page is of no group", key=text.key)
            self.report.add(error("pages.no-name", what, text.span, message("write the name itself")))
            return {}
        return {NAME: text.about.in_(self.language.tag)}

    def _reckoned(self, text: Text) -> dict[str, str]:
        """The values of the fields in copy; an error at the text where the edition keeps no exchange's anniversary."""
        exchange = self.booklet.exchanges.get(self.edition.exchange or "")
        if exchange is None:
            what = message("“{key}” has a field, and the edition names no exchange to reckon from", key=text.key)
            cure = message("write exchange: … into the edition, or the words themselves in the place of the field")
            self.report.add(error("pages.nothing-to-reckon", what, text.span, cure))
            return {}
        from brochure.content.figures import years_since  # few editions ask for it

        years = years_since(exchange.tie.date, self.edition.date)
        return {
            YEARS: self.language.number(years),
            ANNIVERSARY: self.language.anniversary(years),
            TIE: self.language.date(exchange.tie.date),
            DATE: self.language.date(self.edition.date),
        }

    def say(self, label: Label, **values: str | int) -> str:
        """One of the program's own words in the setting's language; it knows its key wherever it is set alone."""
        return Said(self.manuscript.say(label, self.language.tag, **values), label.key)

    def label(self, label: Label, **values: str | int) -> Words:
        """The same, as words to be set."""
        return Words(self.say(label, **values), label.key, self.language.tag)

    def box(self, offset: int = 0) -> Rect:
        """The type area of this page, or of the page `offset` pages on in the same language."""
        return self.area.box((self.number + offset * self.stride) % 2 == 1, self.binding_is_right)

    def has_fore_edge_at_right(self, offset: int = 0) -> bool:
        """Whether this page, or the page `offset` pages on, has its fore-edge at the right, its spine at the left."""
        return ((self.number + offset * self.stride) % 2 == 1) != self.binding_is_right

    def columns(self, box: Rect, wanted: int = 0) -> tuple[Rect, ...]:
        """The columns of a box: one a language where these stand side by side, else `wanted` or the area's own."""
        return self.area.column_boxes(box, len(self.voices) if self.mode is Mode.PARALLEL else wanted)

    def begin(self) -> Composition:
        """An empty page of the trim's size."""
        return Composition(self.area.trim)

    def title(self, page: Composition, content: PageContent, box: Rect) -> Rect:
        """Set the page's title and kicker in its languages; returns what is left of the box below."""
        headings = [Heading(voice.words(content.title), voice.words(content.kicker)) for voice in self.voices]
        columns = self.columns(box) if self.mode is Mode.PARALLEL else ()
        return set_page_title(page, self.typesetter, self.palette, self.area, box, headings, content.id, columns)

    def finish(self, page: Composition, content: PageContent, role: str, offset: int = 0) -> Page:
        """The page, `offset` pages on from the first of its order, with its running head and its folio; the first bears
        the bookmark. Words that stand outside the type area are reported.
        """
        frame = page.finish()
        outside = lines_outside(frame, self.box(offset), self.area.size)
        if outside:
            self._no_room(len(outside), content, offset=offset)
        titles = self.each(lambda voice: voice.words(content.bookmark or content.title))
        heads = tuple(
            [replace(each, text=each.text.replace("\n", "")) if "\n" in each.text else each for each in titles]
        )
        bookmarks = () if offset else (Bookmark("／".join(head.text for head in heads), 1, content.id),)
        return Page(frame, role, bookmarks, running_heads=heads, order=content.id, copy_depth=page.copy_depth)

    def overset(self, rest: tuple[Strip, ...], content: PageContent) -> None:
        """Report strips that found no room, language by language, from the first text of which something is left over:
        nothing is lost silently, and nothing is shrunk to fit.
        """
        for language, strips in _by_language(rest).items():
            origin = strips[0].element.origin
            height = sum(strip.height for strip in strips)
            lines = int(-(-height // self.area.line_feed))
            characters = sum(len(text_of(strip.items)) for strip in strips)
            self._no_room(lines, content, origin, language, characters)

    def _no_room(
        self,
        lines: int,
        content: PageContent,
        origin: str = "",
        language: str = "",
        characters: int = 0,
        offset: int = 0,
    ) -> None:
        tag = language or self.language.tag
        cure = (
            message("cut about {characters} characters, from “{key}” on", characters=characters, key=origin)
            if characters and origin
            else message("shorten the text, or give the page more pages in the edition file")
        )
        found = error(
            "pages.overset",
            message(
                "the copy of page “{page}” is too long in {language}: {lines} lines found no room",
                page=content.id,
                language=tag,
                lines=lines,
            ),
            content.span,
            cure,
            message("it stands on {places}", places=message("the spine"))
            if content.type == "spine"
            else message("it is p.{number}", number=self.number + offset * self.stride),
        )
        place = self.manuscript.span_of(origin) if origin else None
        first = message("the first words without room are these")
        self.report.add(replace(found, related=((place, first),)) if place else found)

    def underset(self, share: float, least: float, characters: int, content: PageContent) -> None:
        """Report copy that leaves more of its room empty than the page type allows, with how much there should be.

        `share` is what it fills of its room and `least` what it should, 0 to 1; `characters` is its length.
        """
        if not characters or share >= least:
            return
        wanted = max(1, round(characters * least / max(share, 0.01)) - characters)
        self.report.add(
            warning(
                "pages.underset",
                message(
                    "the copy of page “{page}” is short in {language}: of its room it fills {share} %",
                    page=content.id,
                    language=self.language.tag,
                    share=round(100 * share),
                ),
                content.span,
                message("add about {characters} characters, or take another page type", characters=wanted),
            )
        )


def _filled(piece: Piece, values: dict[str, str]) -> Piece:
    """A piece, and what is noted at it, with the values of its fields."""
    return replace(piece, base=filled(piece.base, values), note=tuple(_filled(each, values) for each in piece.note))


def _by_language(strips: Sequence[Strip]) -> dict[str, list[Strip]]:
    """Strips by the language of their copy, in order."""
    found: dict[str, list[Strip]] = {}
    for strip in strips:
        found.setdefault(strip.element.language, []).append(strip)
    return found


def spoken_together(voices: Sequence[Setting]) -> Setting:
    """The settings of the languages of one file as one: the first leads, and each knows who sets the others' words."""
    typesetters = {voice.language.tag: voice.typesetter for voice in voices}
    for voice in voices:
        voice.typesetter.others.update({tag: each for tag, each in typesetters.items() if tag != voice.language.tag})
    return replace(voices[0], companions=tuple(voices[1:]))


TITLE_STYLES = ("kicker", "title", "title-parallel", "title-stacked")
"""The styles `Setting.title` sets a page's head in, in whichever mode: no page type declares them of its own."""

NOTE_STYLES = ("footnote", "side-note")
"""The styles notes are set in on a page of prose, where an author writes any: no page type declares them either."""


class PageType(Struct, frozen=True):
    """A kind of page: the name an edition file orders it by, what the author writes for it, and how it is set.

    `lay_out` returns as many pages as `least` to `most` allow. `refers` marks types that print other pages' numbers and
    are therefore set once more when all numbers are known; one that `searches` is then given the words on every page,
    one that `lists` asks for nothing but the numbers listed pages begin on, which may be told ahead.
    `labels` are the program's own words the pages print.
    `modes` are the ways it can set the languages of a bilingual edition, the one it is best in first. `least_fill` is
    the share of its pages' lines that its words must stand on, which with the room itself is its length budget; 0 where
    records and not copy make the length. `styles` are the theme's
    text styles it sets words in.
    """

    name: str
    content: type[PageContent]
    lay_out: Callable[[Any, Setting], tuple[Page, ...]]
    least: int = 1
    most: int = 1
    side: Side = Side.ANY
    refers: bool = False
    searches: bool = False
    lists: bool = False
    labels: tuple[Label, ...] = ()
    modes: tuple[Mode, ...] = (Mode.FACING,)
    least_fill: float = 0.0
    styles: tuple[str, ...] = ()
