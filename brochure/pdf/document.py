"""Sheets become a file: pages with their boxes and resources, what is pressed on them, and what the catalog says.

Equal input gives equal bytes: the file's identifier is drawn from its pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from itertools import repeat
from typing import TypeAlias

from msgspec.structs import replace

from brochure.drawing.frame import Gradient, Picture
from brochure.drawing.geometry import Point, Rect, Size
from brochure.edition.profiles import ColourModel, OutputIntent, Profile, Standard
from brochure.layout.page import Book, Bookmark
from brochure.pdf.cid_font import cut_of
from brochure.pdf.colours import number, numbers, spaces
from brochure.pdf.conformance import (
    SCREEN_INTENT,
    identification,
    information_entries,
    output_intents,
    version,
)
from brochure.pdf.file import PdfFile, pairs
from brochure.pdf.fonts import FontBook, Use
from brochure.pdf.forme import Ambiguous, Forme, drawn
from brochure.pdf.fount import Cut, Foundry, Fount
from brochure.pdf.linear import LinearFile
from brochure.pdf.metadata import information, text_string, xmp
from brochure.pdf.ornaments import Ornament, all_in
from brochure.pdf.outline import entries, page_labels, write_outline
from brochure.pdf.paths import upright
from brochure.pdf.pictures import PictureShelf, write_picture
from brochure.pdf.state import KNOCK_OUT, OVERPRINT, THIN
from brochure.pdf.structure_tree import Tree, begins, likely_number
from brochure.press.conditions import SRGB, shipped_profile
from brochure.press.sheet import Sheet
from brochure.store import Store
from brochure.typefaces.library import TypefaceLibrary

_STATES = {
    KNOCK_OUT: "<< /Type /ExtGState /op false /OP false /OPM 0 >>",
    OVERPRINT: "<< /Type /ExtGState /op true /OP true /OPM 1 >>",
}
_LONG = 300  # sheets of a book whose structure, deflated, is worth being known again
_THIN = "<< /Type /ExtGState /ca 0.2 /CA 0.2 >>"

Shown: TypeAlias = Picture | Ornament
"""What a page shows by its name."""

Again: TypeAlias = Callable[[int, Ambiguous], Forme]
"""Draws the forme of the sheet of an index once more, for a book with these ambiguous glyphs."""


def write_pdf(
    book: Book,
    sheets: Sequence[Sheet],
    profile: Profile,
    library: TypefaceLibrary,
    pictures: PictureShelf,
    when: datetime,
    formes: Sequence[Forme] = (),
    again: Again | None = None,
    foundry: Foundry | None = None,
) -> bytes:
    """A book's sheets as a PDF for one profile. `formes` are the sheets drawn, where they have been, and `again` draws
    one once more. A `foundry` cuts the founts while all else is written; without one they are cut after that.

    `pictures` finds the author's pictures; `when` is the date written into the file. Raises BrochureError where a
    picture cannot be read.
    """
    if profile.standard is Standard.ACCESSIBLE:
        profile = replace(profile, intent=OutputIntent(*SCREEN_INTENT, "", shipped_profile(SRGB)))

    def draw(index: int, ambiguous: Ambiguous = frozenset()) -> Forme:
        number = likely_number(index, len(sheets))
        return drawn(sheets[index], profile, library, book.language, ambiguous, number)

    fonts = FontBook(library)
    made = _settled(formes or [draw(index) for index in range(len(sheets))], fonts, again or draw)
    founts = fonts.founts()
    cuts = (foundry or _here(library, pictures.kept))(founts)
    return _Writer(book, sheets, profile, made, fonts, pictures, when).bytes(founts, cuts)


def _here(library: TypefaceLibrary, kept: Store | None) -> Foundry:
    """A foundry that does not begin before it is waited for."""
    return lambda founts: lambda: [cut_of(library.by_key(fount.face), fount, kept) for fount in founts]


def _settled(formes: Sequence[Forme], fonts: FontBook, again: Again) -> list[Forme]:
    """The formes as the book has them, their glyphs taken in: those on which a glyph stands that has several texts in
    the book are drawn again."""
    for forme in formes:
        fonts.take(forme.sorts)
    ambiguous = fonts.ambiguous
    return [forme if forme.fits(ambiguous) else again(index, ambiguous) for index, forme in enumerate(formes)]


class _Writer:
    def __init__(
        self,
        book: Book,
        sheets: Sequence[Sheet],
        profile: Profile,
        formes: Sequence[Forme],
        fonts: FontBook,
        pictures: PictureShelf,
        when: datetime,
    ) -> None:
        self._book = book
        self._sheets = sheets
        self._profile = profile
        self._shelf = pictures
        self._when = when
        self._is_tagged = profile.standard is Standard.ACCESSIBLE
        self._fonts = fonts
        self._formes = formes
        shown = dict.fromkeys(picture for forme in formes for picture in forme.pictures)
        self._picture_names = {picture: f"P{place}" for place, picture in enumerate(shown, 1)}
        self._art = {id(each): each for forme in formes for each in forme.ornaments}  # much the same ones everywhere
        self._ornaments = tuple(dict.fromkeys(all_in(self._art.values())))
        self._anchors: dict[str, tuple[int, Point]] = {}
        for index, forme in enumerate(formes):
            for name, at in forme.anchors.items():
                self._anchors.setdefault(name, (index, at))
        self._identifier = self._identified()
        self._file = (LinearFile if self._is_tagged else PdfFile)(version(profile.standard))
        self._boxes: dict[tuple[Size, Rect, Rect], str] = {}
        self._named: dict[tuple[object, ...], str] = {}
        self._pages = [self._file.reserve(f"page.{index}") for index in range(len(sheets))]
        self._bookmarks = [(index, bookmark) for index, sheet in enumerate(sheets) for bookmark in _bookmarks(sheet)]
        self._links = self._written_links() if profile.colours is ColourModel.RGB else {}

    def bytes(self, founts: Sequence[Fount], cuts: Callable[[], Sequence[Cut]]) -> bytes:
        """Every object in a settled order, then the file. Founts are blank at first, which says what mentions what:
        what they are cut into is waited for last."""
        file = self._file
        catalog = self._catalog()
        fonts = self._fonts.write(file, founts, repeat(Cut(), len(founts)))
        shown: dict[Shown, str] = {
            each: write_picture(file, name, each, self._shelf, self._profile)
            for each, name in self._picture_names.items()
        }
        for place, each in enumerate(self._ornaments, 1):
            shown[each] = self._ornament(f"X{place}", each, shown)
        art = {number: shown[each] for number, each in self._art.items()}  # told apart by their numbers, which is fast
        for index, sheet in enumerate(self._sheets):
            file.put(f"page.{index}", self._page(index, sheet, fonts, shown, art))
        kids = " ".join(self._pages)
        file.put("pages", f"<< /Type /Pages /Count {len(self._pages)} /Kids [{kids}] >>")
        file.put("catalog", catalog)
        file.put("information", information(self._book, self._when, information_entries(self._profile.standard)))
        if isinstance(file, LinearFile):
            self._pack_structure(file)
        self._fonts.write(file, founts, cuts())
        return file.bytes(self._identifier)

    def _identified(self) -> str:
        digest = sha256()
        intent = self._profile.intent
        told = {boxes: repr(boxes) for boxes in {(sheet.size, sheet.trim, sheet.bleed) for sheet in self._sheets}}
        boxes = ", ".join([told[sheet.size, sheet.trim, sheet.bleed] for sheet in self._sheets])
        parts = (
            *(forme.digest for forme in self._formes),
            *(each.digest for each in self._ornaments),
            xmp(self._book, self._when),
            self._profile.name.encode(),
            f"[{boxes}]".encode(),
        )
        for part in (*parts, intent.profile if intent else b""):
            digest.update(sha256(part).digest())
        return digest.hexdigest()[:32].upper()

    def _page(
        self,
        index: int,
        sheet: Sheet,
        fonts: Mapping[Use, str],
        shown: Mapping[Shown, str],
        art: Mapping[int, str],
    ) -> str:
        forme = self._formes[index]
        resources = self._resources(forme, bool(sheet.stamp), fonts, shown, art)
        if self._is_tagged and not index:
            resources = self._file.put("resources", resources)
        contents = self._file.deflated(f"content.{index}", "", forme.stream)
        parts = [self._opening(sheet), f"/Resources {resources}", f"/Contents {contents}"]
        if forme.pictures and self._profile.standard in (Standard.ACCESSIBLE, Standard.X4):
            parts.append(f"/Group << /S /Transparency /CS /Device{self._profile.colours.value.upper()} >>")
        if forme.links:
            links = (self._links.get((index, place)) for place in range(len(forme.links)))
            told = [mention for mention in links if mention]
            if told:
                parts.append(f"/Annots [{' '.join(told)}]")
        if self._is_tagged:
            parts.append(f"/StructParents {index} /Tabs /S")
        parts.append(">>")
        return "\n".join(parts)

    def _opening(self, sheet: Sheet) -> str:
        """How a page begins: what most pages have in common."""
        key = sheet.size, sheet.bleed, sheet.trim
        found = self._boxes.get(key)
        if found is None:
            size, bleed, trim = key
            found = self._boxes[key] = (
                f"<< /Type /Page\n/Parent {self._file.reserve('pages')}\n"
                f"/MediaBox [0 0 {number(size.width)} {number(size.height)}]\n"
                f"/BleedBox [{upright(bleed, size.height)}]\n/TrimBox [{upright(trim, size.height)}]"
            )
        return found

    def _resources(
        self,
        forme: Forme,
        has_stamp: bool,
        fonts: Mapping[Use, str],
        shown: Mapping[Shown, str],
        art: Mapping[int, str],
    ) -> str:
        """What a page is drawn with; many pages are drawn with the same."""
        drawn = tuple([art[id(each)] for each in forme.ornaments])
        key = (*forme.fonts.values(), forme.spaces, forme.gradients, forme.pictures, drawn, has_stamp)
        found = self._named.get(key)
        if found is None:
            named = {name: fonts[use] for name, use in forme.fonts.items()}
            parts = [f"/Font << {pairs(named)} >>", *self._paints(forme.spaces, forme.gradients, has_stamp)]
            objects = {f"P{place}": shown[each] for place, each in enumerate(forme.pictures, 1)}
            objects |= {f"X{place}": mention for place, mention in enumerate(drawn, 1)}
            if objects:
                parts.append(f"/XObject << {pairs(objects)} >>")
            found = self._named[key] = f"<< {' '.join(parts)} >>"
        return found

    def _paints(self, names: Sequence[str], gradients: Sequence[Gradient], has_stamp: bool = False) -> Iterator[str]:
        """What paint needs of a resource dictionary: graphics states, colour spaces, shadings."""
        states = dict(_STATES) if self._profile.overprints else {}
        if has_stamp:
            states[THIN] = _THIN
        if states:
            written = {name: self._file.put(f"state.{name}", state) for name, state in states.items()}
            yield f"/ExtGState << {pairs(written)} >>"
        found = spaces(self._profile)
        used = {name: self._file.put(f"space.{name}", found[name]) for name in names}
        if used:
            yield f"/ColorSpace << {pairs(used)} >>"
        if gradients:
            from brochure.pdf.shadings import shading

            shadings = {f"S{place}": shading(each, self._profile) for place, each in enumerate(gradients, 1)}
            yield f"/Shading << {pairs(shadings)} >>"

    def _ornament(self, name: str, ornament: Ornament, shown: Mapping[Shown, str]) -> str:
        box = ornament.box
        corners = numbers((box.x, box.y, box.right, box.bottom))
        parts = [*self._paints(ornament.spaces, ornament.gradients)]
        if ornament.ornaments:
            inner = {f"X{place}": shown[each] for place, each in enumerate(ornament.ornaments, 1)}
            parts.append(f"/XObject << {pairs(inner)} >>")
        entries = f"/Type /XObject /Subtype /Form /BBox [{corners}] /Resources << {' '.join(parts)} >> "
        return self._file.deflated(name, entries, ornament.stream)

    def _written_links(self) -> dict[tuple[int, int], str]:
        """The annotations by sheet and number; what leads nowhere in this book is left out."""
        titles = {name: says for forme in self._formes for name, says in forme.says.items()}
        titles |= {bookmark.anchor: bookmark.title for _, bookmark in self._bookmarks}
        found: dict[tuple[int, int], str] = {}
        for index, (forme, sheet) in enumerate(zip(self._formes, self._sheets, strict=True)):
            for place, link in enumerate(forme.links):
                annotation = self._link(link.target, link.box, sheet)
                if not annotation:
                    continue
                said = _title(titles, link.target)
                more = f" /Contents {text_string(said or '→')}"
                if self._is_tagged:
                    more += f" /StructParent {len(self._sheets) + len(found)}"
                found[index, place] = self._file.put(f"link.{index}.{place}", f"{annotation}{more} >>")
        return found

    def _link(self, target: str, box: Rect, sheet: Sheet) -> str:
        """A link annotation without a border, still open; nothing where the anchor is not in this book."""
        if target.startswith("#"):
            destination = self._destination(target[1:])
            if not destination:
                return ""
            leads = f"/Dest {destination}"
        else:
            leads = f"/A << /S /URI /URI {text_string(target)} >>"
        place = upright(box, sheet.size.height)
        return f"<< /Type /Annot /Subtype /Link /Rect [{place}] /Border [0 0 0] /F 4 {leads}"

    def _destination(self, anchor: str) -> str:
        found = self._anchors.get(anchor)
        if found is None:
            return ""
        index, at = found
        top = self._sheets[index].size.height - at.y
        return f"[{self._pages[index]} /XYZ {number(at.x)} {number(top)} null]"

    def _catalog(self) -> str:
        """The catalog; PDF 1.3 (X-1a) knows no language, no structure, no metadata stream."""
        book, file, standard = self._book, self._file, self._profile.standard
        parts = ["/Type /Catalog", f"/Pages {file.reserve('pages')}"]
        leads = [(each, self._destination(each.anchor) or f"[{self._pages[at]} /Fit]") for at, each in self._bookmarks]
        if leads:
            parts.append(f"/Outlines {write_outline(entries(leads), file.reserve, file.put)} /PageMode /UseOutlines")
        parts.append(f"/PageLabels {page_labels([sheet.name for sheet in self._sheets])}")
        parts.append(output_intents(standard, self._profile.intent, self._colour_profile))
        direction = " /Direction /R2L" if book.binding_is_right else " /Direction /L2R"
        if standard is Standard.X1A:
            return f"<< {' '.join([*parts, f'/ViewerPreferences <<{direction} >> /PageLayout /TwoColumnRight'])} >>"
        parts.append(f"/Lang {text_string(book.language)} /ViewerPreferences << /DisplayDocTitle true{direction} >>")
        parts.append("/PageLayout /SinglePage" if len(self._sheets[0].placements) > 1 else "/PageLayout /TwoPageRight")
        if self._is_tagged:
            parts.append(f"/StructTreeRoot {file.reserve('structure')} /MarkInfo << /Marked true >>")
        metadata = xmp(book, self._when, identification(standard, self._identifier))
        parts.append(f"/Metadata {file.raw_stream('metadata', '/Type /Metadata /Subtype /XML ', metadata)}")
        return f"<< {' '.join(parts)} >>"

    def _pack_structure(self, file: LinearFile) -> None:
        """The structure tree, packed: what the sheets tell a reader who hears them."""
        recitals = [
            (forme.recital, [*_bookmarks(sheet)]) for forme, sheet in zip(self._formes, self._sheets, strict=True)
        ]
        tree = Tree([(each, bookmarks) for each, bookmarks in recitals if each])
        pages = [f"page.{index}" for index in range(len(self._sheets))]
        names = {key: f"link.{key[0]}.{key[1]}" for key in self._links}
        held = [names[key] for key in tree.links if key in names]
        first = 0

        def numbers(least: int) -> tuple[int, int]:
            nonlocal first
            first = begins(len(pages), least)
            return first, first + tree.room

        file.settle(pages, "resources", "outline", held, tree.streams, numbers)
        links = {key: file.reserve(name) for key, name in names.items()}
        mentions = [file.reserve(name) for name in pages]
        if self._shelf.kept is None or len(pages) < _LONG:
            file.pack([*tree.packed(first, mentions, links)])
            return
        from brochure.pdf.known_streams import KnownStreams

        book = self._book
        known = KnownStreams.of(self._shelf.kept, book.title, book.language, self._profile.name)
        file.pack([*tree.packed(first, mentions, links, known.made)])
        known.keep()

    def _colour_profile(self, data: bytes) -> str:
        channels = 4 if data[16:20] == b"CMYK" else 3
        return self._file.stream("icc", f"/N {channels} ", data)


def _bookmarks(sheet: Sheet) -> Iterator[Bookmark]:
    return (bookmark for page in sheet.pages for bookmark in page.page.bookmarks)


def _title(titles: Mapping[str, str], target: str) -> str:
    """What a link says of itself: the title it leads to, else the address."""
    return titles.get(target[1:], "") if target.startswith("#") else target
