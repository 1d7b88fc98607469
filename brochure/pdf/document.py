"""Sheets become a file: pages with their boxes and resources, what is pressed on them, and what the catalog says.

Equal input gives equal bytes: the file's identifier is drawn from its pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from brochure.drawing.frame import Picture, rectangle
from brochure.drawing.geometry import Point, Rect
from brochure.edition.profiles import ColourModel, OutputIntent, Profile, Standard
from brochure.layout.page import Book, Bookmark
from brochure.pdf.canvas import KNOCK_OUT, OVERPRINT, THIN, Canvas, shading
from brochure.pdf.colours import number, numbers, spaces
from brochure.pdf.conformance import (
    SCREEN_INTENT,
    identification,
    information_entries,
    output_intents,
    version,
)
from brochure.pdf.file import PdfFile, pairs
from brochure.pdf.fonts import FontBook
from brochure.pdf.linear import LinearFile
from brochure.pdf.metadata import information, text_string, xmp
from brochure.pdf.outline import entries, page_labels, write_outline
from brochure.pdf.pictures import PictureShelf, write_picture
from brochure.pdf.structure import Outline, arranged, pressed_in, text_of
from brochure.pdf.structure_tree import TreeWriter, count_of
from brochure.pdf.tagging import Tagging
from brochure.press.conditions import SRGB, shipped_profile
from brochure.press.sheet import Sheet, origin
from brochure.typefaces.library import TypefaceLibrary

_STATES = {
    KNOCK_OUT: "<< /Type /ExtGState /op false /OP false /OPM 0 >>",
    OVERPRINT: "<< /Type /ExtGState /op true /OP true /OPM 1 >>",
}
_THIN = "<< /Type /ExtGState /ca 0.2 /CA 0.2 >>"


def write_pdf(
    book: Book,
    sheets: Sequence[Sheet],
    profile: Profile,
    library: TypefaceLibrary,
    pictures: PictureShelf,
    when: datetime,
) -> bytes:
    """A book's sheets as a PDF for one profile.

    `pictures` finds the author's pictures; `when` is the date written into the file. Raises BrochureError where a
    picture cannot be read.
    """
    if profile.standard is Standard.ACCESSIBLE:
        profile = replace(profile, intent=OutputIntent(*SCREEN_INTENT, "", shipped_profile(SRGB)))
    return _Writer(book, sheets, profile, library, pictures, when).bytes()


class _Writer:
    def __init__(
        self,
        book: Book,
        sheets: Sequence[Sheet],
        profile: Profile,
        library: TypefaceLibrary,
        pictures: PictureShelf,
        when: datetime,
    ) -> None:
        self._book = book
        self._sheets = sheets
        self._profile = profile
        self._shelf = pictures
        self._when = when
        self._fonts = FontBook(library)
        for sheet in sheets:
            for placement in sheet.placements:
                self._fonts.gather(placement.page.page.frame.items)
            self._fonts.gather((*sheet.marks, *sheet.stamp))
        self._picture_names: dict[Picture, str] = {}
        self._is_tagged = profile.standard is Standard.ACCESSIBLE
        self._canvases = [self._drawn(index, sheet) for index, sheet in enumerate(sheets)]
        self._streams = [canvas.stream() for canvas in self._canvases]
        self._identifier = self._identified()
        self._file = (LinearFile if self._is_tagged else PdfFile)(version(profile.standard))
        self._pages = [self._file.reserve(f"page.{index}") for index in range(len(sheets))]
        self._bookmarks = [
            (index, bookmark)
            for index, sheet in enumerate(sheets)
            for page in sheet.pages
            for bookmark in page.page.bookmarks
        ]
        self._links = self._written_links() if profile.colours is ColourModel.RGB else {}

    def bytes(self) -> bytes:
        """Every object in a settled order, then the file."""
        file = self._file
        catalog = self._catalog()
        fonts = self._fonts.write(file)
        images = {
            name: write_picture(file, name, each, self._shelf, self._profile)
            for each, name in self._picture_names.items()
        }
        for index, sheet in enumerate(self._sheets):
            file.put(f"page.{index}", self._page(index, sheet, fonts, images))
        kids = " ".join(self._pages)
        file.put("pages", f"<< /Type /Pages /Count {len(self._pages)} /Kids [{kids}] >>")
        file.put("catalog", catalog)
        file.put("information", information(self._book, self._when, information_entries(self._profile.standard)))
        if isinstance(file, LinearFile):
            self._pack_structure(file)
        return file.bytes(self._identifier)

    def _drawn(self, index: int, sheet: Sheet) -> Canvas:
        canvas = Canvas(self._profile, self._fonts, self._fonts.ambiguous, sheet.size.height, self._picture_name)
        if self._is_tagged:
            canvas.tags = Tagging(index, canvas.operators, self._book.language)
        for placement in sheet.placements:
            is_cut = bool(sheet.marks) or len(sheet.placements) > 1
            clip = rectangle(*placement.shown) if is_cut else ()
            canvas.draw(placement.page.page.frame.items, origin(placement), clip, placement.is_turned)
        canvas.draw(sheet.marks, Point(0.0, 0.0))
        if sheet.stamp:
            canvas.draw_thinly(sheet.stamp)
        return canvas

    def _picture_name(self, picture: Picture) -> str:
        return self._picture_names.setdefault(picture, f"P{len(self._picture_names) + 1}")

    def _identified(self) -> str:
        digest = sha256()
        intent = self._profile.intent
        boxes = [(sheet.size, sheet.trim, sheet.bleed) for sheet in self._sheets]
        parts = (*self._streams, xmp(self._book, self._when), self._profile.name.encode(), repr(boxes).encode())
        for part in (*parts, intent.profile if intent else b""):
            digest.update(sha256(part).digest())
        return digest.hexdigest()[:32].upper()

    def _page(self, index: int, sheet: Sheet, fonts: Mapping[str, str], images: dict[str, str]) -> str:
        canvas = self._canvases[index]
        resources = self._resources(index, canvas, fonts, images)
        if self._is_tagged and not index:
            resources = self._file.put("resources", resources)
        parts = [
            "<< /Type /Page",
            f"/Parent {self._file.reserve('pages')}",
            f"/MediaBox [0 0 {number(sheet.size.width)} {number(sheet.size.height)}]",
            f"/BleedBox [{self._rectangle(sheet.bleed, sheet)}]",
            f"/TrimBox [{self._rectangle(sheet.trim, sheet)}]",
            f"/Resources {resources}",
            f"/Contents {self._file.stream(f'content.{index}', '', self._streams[index])}",
        ]
        if canvas.pictures and self._profile.standard in (Standard.ACCESSIBLE, Standard.X4):
            parts.append(f"/Group << /S /Transparency /CS /Device{self._profile.colours.value.upper()} >>")
        links = [mention for (at, _), mention in self._links.items() if at == index]
        if links:
            parts.append(f"/Annots [{' '.join(links)}]")
        if self._is_tagged:
            parts.append(f"/StructParents {index} /Tabs /S")
        return "\n".join([*parts, ">>"])

    def _resources(self, index: int, canvas: Canvas, fonts: Mapping[str, str], images: dict[str, str]) -> str:
        stream = self._streams[index]
        named = {name: value for name, value in fonts.items() if f"/{name} ".encode() in stream}
        parts = [f"/Font << {pairs(named)} >>"]
        states = dict(_STATES) if self._profile.overprints else {}
        if self._sheets[index].stamp:
            states[THIN] = _THIN
        if states:
            written = {name: self._file.put(f"state.{name}", state) for name, state in states.items()}
            parts.append(f"/ExtGState << {pairs(written)} >>")
        found = spaces(self._profile)
        used = {name: self._file.put(f"space.{name}", found[name]) for name in found if f"/{name} ".encode() in stream}
        if used:
            parts.append(f"/ColorSpace << {pairs(used)} >>")
        if canvas.gradients:
            shadings = {f"S{place}": shading(each, self._profile) for place, each in enumerate(canvas.gradients, 1)}
            parts.append(f"/Shading << {pairs(shadings)} >>")
        if canvas.pictures:
            parts.append(f"/XObject << {pairs({name: images[name] for name in sorted(canvas.pictures)})} >>")
        return f"<< {' '.join(parts)} >>"

    def _written_links(self) -> dict[tuple[int, int], str]:
        """The annotations by sheet and number; what leads nowhere in this book is left out."""
        titles = {name: says for canvas in self._canvases for name, says in canvas.says.items()}
        titles |= {bookmark.anchor: bookmark.title for _, bookmark in self._bookmarks}
        found: dict[tuple[int, int], str] = {}
        for index, (canvas, sheet) in enumerate(zip(self._canvases, self._sheets, strict=True)):
            for place, link in enumerate(canvas.links):
                annotation = self._link(link.target, link.box, sheet)
                if not annotation:
                    continue
                said = text_of(titles, link.target)
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
        """The structure tree, packed: what the sheets' parts are to a reader who hears them."""
        outline = Outline()
        for canvas, sheet in zip(self._canvases, self._sheets, strict=True):
            marks: list[Bookmark] = [each for page in sheet.pages for each in page.page.bookmarks]
            if canvas.tags is not None:
                outline.add(canvas.tags.root.inside, marks)
        document = arranged(outline.document)

        def box(index: int, rect: Rect) -> str:
            return self._rectangle(rect, self._sheets[index])

        pages = [f"page.{index}" for index in range(len(self._sheets))]
        names = {key: f"link.{key[0]}.{key[1]}" for key in self._links}
        held = [names[key] for key in pressed_in(document) if key in names]
        first = file.settle(pages, "resources", "outline", held, count_of(document, len(pages)))
        links = {key: file.reserve(name) for key, name in names.items()}
        tree = TreeWriter(first, [file.reserve(name) for name in pages], links, box, self._book.language)
        file.pack(tree.objects(document))

    def _colour_profile(self, data: bytes) -> str:
        channels = 4 if data[16:20] == b"CMYK" else 3
        return self._file.stream("icc", f"/N {channels} ", data)

    def _rectangle(self, box: Rect, sheet: Sheet) -> str:
        """A box of the sheet (y down) as PDF has it: left, bottom, right, top."""
        height = sheet.size.height
        return numbers((box.x, height - box.bottom, box.right, height - box.y))
