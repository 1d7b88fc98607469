"""Sheets become a file: pages with their boxes, fonts, outline, labels, metadata. ReportLab's document writes it out.

Only ReportLab's object writer is used: its canvas begins every page with a font that is not embedded, and its pages
know no bleed. Equal input gives equal bytes: the file's identifier is drawn from its pages.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from brochure.drawing.frame import Picture, rectangle
from brochure.drawing.geometry import Point, Rect
from brochure.edition.profiles import Profile, Standard
from brochure.layout.page import Book
from brochure.pdf.canvas import KNOCK_OUT, OVERPRINT, Canvas, shading
from brochure.pdf.colours import ALL_PLATES, number, numbers
from brochure.pdf.conformance import screen_intent, shipped_profile, version
from brochure.pdf.finishing import linearised
from brochure.pdf.fonts import FontBook
from brochure.pdf.metadata import information, text_string, xmp
from brochure.pdf.outline import entries, page_labels, write_outline
from brochure.pdf.pictures import image_object
from brochure.pdf.structure import Outline, arranged, text_of
from brochure.pdf.structure_tree import TreeWriter
from brochure.pdf.tagging import Tagging
from brochure.press.sheet import Sheet
from brochure.typefaces.library import TypefaceLibrary

_LEVEL = 3  # deflate: 6 saves eight percent of the file and takes most of the time there is
_STATES = {
    KNOCK_OUT: "<< /Type /ExtGState /op false /OP false /OPM 0 >>",
    OVERPRINT: "<< /Type /ExtGState /op true /OP true /OPM 1 >>",
}
_ALL_PLATES = "[/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [1 1 1 1] >>]"


def write_pdf(
    book: Book,
    sheets: Sequence[Sheet],
    profile: Profile,
    library: TypefaceLibrary,
    pictures: Callable[[str], Path],
    when: datetime,
) -> bytes:
    """A book's sheets as a PDF for one profile.

    `pictures` gives the path of a picture's file; `when` is the date written into the file. Raises BrochureError
    where a picture cannot be read.
    """
    data = _Writer(book, sheets, profile, library, pictures, when).bytes()
    return linearised(data) if profile.standard is Standard.ACCESSIBLE else data


class _File(PDFDocument):
    """ReportLab's writer without its catalogue of standard fonts, with an identifier of our own."""

    def __init__(self, identifier: str, standard: Standard) -> None:
        super().__init__(invariant=1, pdfVersion=version(standard))  # pyright: ignore[reportUnknownMemberType]
        self.objectcounter = 0
        self.idToObjectNumberAndVersion = {}
        self.idToObject = {}
        self.numberToId = {}
        self._identifier = identifier

    def ID(self) -> bytes:  # ReportLab's spelling
        return f"\n[<{self._identifier}> <{self._identifier}>]\n".encode("ascii")


class _Writer:
    def __init__(
        self,
        book: Book,
        sheets: Sequence[Sheet],
        profile: Profile,
        library: TypefaceLibrary,
        pictures: Callable[[str], Path],
        when: datetime,
    ) -> None:
        self._book = book
        self._sheets = sheets
        self._profile = profile
        self._pictures = pictures
        self._when = when
        self._fonts = FontBook(library)
        for sheet in sheets:
            self._fonts.gather(sheet.page.page.frame.items)
        self._picture_names: dict[Picture, str] = {}
        self._is_tagged = profile.standard is Standard.ACCESSIBLE
        self._canvases = [self._drawn(index, sheet) for index, sheet in enumerate(sheets)]
        self._streams = [canvas.stream() for canvas in self._canvases]
        self._file: Any = _File(self._identifier(), profile.standard)  # ReportLab has no types
        self._pages = [self._reserve(f"page.{index}") for index in range(len(sheets))]
        self._bookmarks = [bookmark for sheet in sheets for bookmark in sheet.page.page.bookmarks]
        self._links = self._written_links()

    def bytes(self) -> bytes:
        """Every object in a settled order, then the file."""
        catalog = self._catalog()
        fonts = {name: self._mention(reference) for name, reference in self._fonts.write(self._file).items()}
        images = {
            name: self._put(f"picture.{name}", image_object(each, self._pictures(each.file), self._profile))
            for each, name in self._picture_names.items()
        }
        for index, sheet in enumerate(self._sheets):
            self._put(f"page.{index}", self._page(index, sheet, fonts, images))
        kids = " ".join(self._pages)
        self._put("pages", f"<< /Type /Pages /Count {len(self._pages)} /Kids [{kids}] >>")
        self._put("catalog", catalog)
        self._put("information", information(self._book, self._when))
        self._file.Catalog = PDFObjectReference("catalog")
        self._file.info = PDFObjectReference("information")
        return self._file.format()

    def _drawn(self, index: int, sheet: Sheet) -> Canvas:
        canvas = Canvas(self._profile, self._fonts, self._fonts.ambiguous, sheet.size.height, self._picture_name)
        if self._is_tagged:
            canvas.tags = Tagging(index, canvas.operators, self._book.language)
        origin = Point(sheet.trim.x, sheet.trim.y)
        canvas.draw(sheet.page.page.frame.items, origin, rectangle(*sheet.bleed) if sheet.marks else ())
        canvas.draw(sheet.marks, Point(0.0, 0.0))
        return canvas

    def _picture_name(self, picture: Picture) -> str:
        return self._picture_names.setdefault(picture, f"P{len(self._picture_names) + 1}")

    def _identifier(self) -> str:
        digest = sha256()
        metadata = xmp(self._book, self._when, self._profile.standard)
        for part in (*self._streams, metadata, self._profile.name.encode()):
            digest.update(sha256(part).digest())
        return digest.hexdigest()[:32].upper()

    def _page(self, index: int, sheet: Sheet, fonts: dict[str, str], images: dict[str, str]) -> str:
        canvas = self._canvases[index]
        parts = [
            "<< /Type /Page",
            f"/Parent {self._reserve('pages')}",
            f"/MediaBox [0 0 {number(sheet.size.width)} {number(sheet.size.height)}]",
            f"/BleedBox [{self._rectangle(sheet.bleed, sheet)}]",
            f"/TrimBox [{self._rectangle(sheet.trim, sheet)}]",
            f"/Resources {self._resources(index, canvas, fonts, images)}",
            f"/Contents {self._stream(f'content.{index}', '', self._streams[index])}",
        ]
        links = [mention for (at, _), mention in self._links.items() if at == index]
        if links:
            parts.append(f"/Annots [{' '.join(links)}]")
        if self._is_tagged:
            parts.append(f"/StructParents {index} /Tabs /S")
        return "\n".join([*parts, ">>"])

    def _resources(self, index: int, canvas: Canvas, fonts: dict[str, str], images: dict[str, str]) -> str:
        named = {name: value for name, value in fonts.items() if f"/{name} ".encode() in self._streams[index]}
        parts = [f"/Font << {_pairs(named)} >>"]
        if self._profile.overprints:
            states = {name: self._put(f"state.{name}", state) for name, state in _STATES.items()}
            parts.append(f"/ExtGState << {_pairs(states)} >>")
        if self._profile.has_marks:
            parts.append(f"/ColorSpace << /{ALL_PLATES} {self._put('all-plates', _ALL_PLATES)} >>")
        if canvas.gradients:
            shadings = {f"S{number}": shading(each, self._profile) for number, each in enumerate(canvas.gradients, 1)}
            parts.append(f"/Shading << {_pairs(shadings)} >>")
        if canvas.pictures:
            parts.append(f"/XObject << {_pairs({name: images[name] for name in sorted(canvas.pictures)})} >>")
        return f"<< {' '.join(parts)} >>"

    def _written_links(self) -> dict[tuple[int, int], str]:
        """The annotations by sheet and number; what leads nowhere in this book is left out."""
        titles = {bookmark.anchor: bookmark.title for bookmark in self._bookmarks}
        found: dict[tuple[int, int], str] = {}
        for index, (canvas, sheet) in enumerate(zip(self._canvases, self._sheets, strict=True)):
            for place, link in enumerate(canvas.links):
                annotation = self._link(link.target, link.box, sheet)
                if not annotation:
                    continue
                said = text_of(titles, link.target)
                entries = f" /Contents {text_string(said or '→')}"
                if self._is_tagged:
                    entries += f" /StructParent {len(self._sheets) + len(found)}"
                found[index, place] = self._put(f"link.{index}.{place}", f"{annotation}{entries} >>")
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
        place = self._rectangle(box, sheet)
        return f"<< /Type /Annot /Subtype /Link /Rect [{place}] /Border [0 0 0] /F 4 {leads}"

    def _destination(self, anchor: str) -> str:
        for index, canvas in enumerate(self._canvases):
            if anchor in canvas.anchors:
                at = canvas.anchors[anchor]
                top = self._sheets[index].size.height - at.y
                return f"[{self._pages[index]} /XYZ {number(at.x)} {number(top)} null]"
        return ""

    def _catalog(self) -> str:
        book = self._book
        bookmarks = [
            (bookmark, self._destination(bookmark.anchor) or f"[{self._pages[index]} /Fit]")
            for index, sheet in enumerate(self._sheets)
            for bookmark in sheet.page.page.bookmarks
        ]
        parts = ["/Type /Catalog", f"/Pages {self._reserve('pages')}", f"/Lang {text_string(book.language)}"]
        if bookmarks:
            outline = write_outline(entries(bookmarks), self._reserve, self._put)
            parts.append(f"/Outlines {outline} /PageMode /UseOutlines")
        parts.append(f"/PageLabels {page_labels([sheet.page for sheet in self._sheets])}")
        direction = " /Direction /R2L" if book.binding_is_right else ""
        parts.append(f"/ViewerPreferences << /DisplayDocTitle true{direction} >>")
        parts.append("/PageLayout /TwoPageRight")
        if self._is_tagged:
            parts.append(f"/StructTreeRoot {self._structure()} /MarkInfo << /Marked true >>")
            parts.append(f"/OutputIntents [{screen_intent(self._colour_profile('sRGB2014.icc', 3))}]")
        metadata = xmp(book, self._when, self._profile.standard)
        head = f"<< /Type /Metadata /Subtype /XML /Length {len(metadata)} >>\nstream\n".encode("ascii")
        written = self._put("metadata", head + metadata + b"\nendstream\n")
        parts.append(f"/Metadata {written}")
        return f"<< {' '.join(parts)} >>"

    def _structure(self) -> str:
        """The structure tree: what the sheets' parts are to a reader who hears them."""
        outline = Outline()
        for canvas, sheet in zip(self._canvases, self._sheets, strict=True):
            if canvas.tags is not None:
                outline.add(canvas.tags.root.inside, sheet.page.page.bookmarks)

        def rectangle(index: int, box: Rect) -> str:
            return self._rectangle(box, self._sheets[index])

        writer = TreeWriter(self._put, self._reserve, self._pages, self._links, rectangle, self._book.language)
        return writer.write(arranged(outline.document))

    def _colour_profile(self, name: str, channels: int) -> str:
        return self._stream(f"icc.{name}", f"/N {channels} ", shipped_profile(name))

    def _rectangle(self, box: Rect, sheet: Sheet) -> str:
        """A box of the sheet (y down) as PDF has it: left, bottom, right, top."""
        height = sheet.size.height
        return numbers((box.x, height - box.bottom, box.right, height - box.y))

    def _stream(self, name: str, entries: str, data: bytes) -> str:
        packed = zlib.compress(data, _LEVEL)
        head = f"<< {entries}/Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode("ascii")
        return self._put(name, head + packed + b"\nendstream\n")

    def _put(self, name: str, what: str | bytes) -> str:
        """An object under a name of its own; put twice, it is written once. Gives the mention of it."""
        mention = self._reserve(name)
        self._file.idToObject[name] = what.encode("ascii") if isinstance(what, str) else what
        return mention

    def _reserve(self, name: str) -> str:
        """The mention of an object that may be yet to come."""
        if name in self._file.idToObject:
            return self._mention(PDFObjectReference(name))
        return self._mention(self._file.Reference(b"null", name))

    def _mention(self, reference: Any) -> str:
        return reference.format(self._file).decode("ascii")


def _pairs(values: dict[str, str]) -> str:
    return " ".join(f"/{name} {value}" for name, value in values.items())
