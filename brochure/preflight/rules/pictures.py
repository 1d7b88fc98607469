"""Pictures: their resolution where they are placed, their colours, and whether their data are sound."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.colour import BLACK, CYAN, MAGENTA, YELLOW
from brochure.preflight.document import Document
from brochure.preflight.facts import Page, Placed
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.images import Pixels
from brochure.preflight.limits import Limits

_TOLERANCE = 0.5  # ppi: sizes are rounded on the way
_TINY = 6.0  # points: specks whose resolution nobody sees


def seen(page: Page) -> Iterator[Placed]:
    """The pictures on the paper."""
    return (placed for placed in page.pictures if page.shows(placed))


def _resolution(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for placed in seen(page):
            pixels = placed.pixels
            is_speck = max(placed.box.width, placed.box.height) < _TINY
            if placed.ppi <= 0 or pixels.is_flat or is_speck or (pixels.width == 1 or pixels.height == 1):
                continue
            least, wanted = (
                (limits.least_line_art_ppi, limits.wanted_line_art_ppi)
                if pixels.is_line_art
                else (limits.least_ppi, limits.wanted_ppi)
            )
            if placed.ppi < wanted - _TOLERANCE:
                made = error if placed.ppi < least - _TOLERANCE else warning
                if pixels.is_line_art:
                    what = message("line art has {ppi} ppi; 1200 is wanted", ppi=round(placed.ppi))
                else:
                    what = message("a picture has {ppi} ppi; 350 is wanted", ppi=round(placed.ppi))
                yield made(what, page.number, placed.box)


def _rgb(document: Document, limits: Limits) -> Iterator[Finding]:
    if limits.allows_rgb:
        return
    for page in document.pages:
        for placed in seen(page):
            if placed.pixels.space is not None and placed.pixels.space.is_rgb:
                yield error(message("a picture is in RGB"), page.number, placed.box)


def _inverted(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for placed in seen(page):
            if _looks_inverted(placed.pixels):
                yield error(message("a CMYK picture looks like its own negative"), page.number, placed.box)


def _looks_inverted(pixels: Pixels) -> bool:
    """Whether a JPEG's inks are what no separation gives: more than any press takes in part, or black everywhere with
    colours under it. Photoshop writes CMYK JPEGs inverted, and the PDF must say so (/Decode [1 0 …])."""
    small, jpeg = pixels.thumbnail, pixels.jpeg
    if small is None or jpeg is None or jpeg.components != 4 or BLACK not in small.plates:
        return False
    plates = [small.plates.get(ink, b"") for ink in (CYAN, MAGENTA, YELLOW, BLACK)]
    if not all(plates):
        return False
    count = len(plates[0])
    heavy = sum(sum(inks) > 3.45 * 255 for inks in zip(*plates, strict=True)) / count
    black = sum(plates[3]) / count / 255
    colours = sum(sum(plate) for plate in plates[:3]) / count / 255
    return heavy > 0.05 or (black > 0.85 and colours > 0.35)


def _turned(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for placed in seen(page):
            jpeg = placed.pixels.jpeg
            if jpeg is not None and jpeg.orientation != 1:
                what = message("a photograph’s EXIF says it is to be turned, and PDF does not heed that")
                yield warning(what, page.number, placed.box)


def _damaged(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for placed in page.pictures:
            problem = placed.pixels.problem
            if problem == "damaged":
                yield error(message("a picture’s data are cut off or cannot be unpacked"), page.number, placed.box)
            elif problem:
                what = message("a picture’s data are not of the size or kind the file says they are")
                yield error(what, page.number, placed.box)


def _alternates(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for placed in page.pictures:
            if placed.pixels.has_alternates:
                yield error(
                    message("a picture has an alternate one that may be printed instead"), page.number, placed.box
                )


def _opi(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        boxes = [placed.box for placed in page.pictures if placed.pixels.has_opi]
        if boxes or "OPI" in page.states:
            yield error(message("a picture is a stand-in that a server should replace (OPI)"), page.number, *boxes)


def _packing(document: Document, limits: Limits) -> Iterator[Finding]:
    """JPEG 2000, JBIG2 and 16 bits came after the PDF 1.3 of PDF/X-1a."""
    if not document.is_cmyk_only(limits.standard):
        return
    for page in document.pages:
        for placed in page.pictures:
            pixels = placed.pixels
            if {"/JPXDecode", "/JBIG2Decode"} & {*pixels.filters} or pixels.bits == 16:
                what = message("a picture is packed in a way PDF/X-1a does not know")
                yield error(what, page.number, placed.box)


_SHARPER = message("place a larger original, or the picture smaller")
_SAVE = message("open it in a picture program and save it again")
_CONVERT = message("convert the picture to CMYK with the printer’s profile")
_DECODE = message("let the PDF say /Decode [1 0 1 0 1 0 1 0], or save the picture as TIFF")
RULES = (
    Rule("image.resolution", "GWG 2022 (149/224, 549/799 ppi)", _SHARPER, _resolution),
    Rule("image.rgb", "GWG 2022 (CMYK); ISO 15930-1", _CONVERT, _rgb),
    Rule("image.inverted", "ISO 32000-1, 7.4.8", _DECODE, _inverted),
    Rule("image.exif-rotated", "ISO 32000-1, 7.4.8", message("turn the picture itself and save it"), _turned),
    Rule("image.damaged", "ISO 32000-1, 8.9.5", _SAVE, _damaged),
    Rule("image.alternates", "ISO 15930-7; ISO 15930-1", _SAVE, _alternates),
    Rule("image.opi", "ISO 15930-7; ISO 15930-1", message("place the picture itself"), _opi),
    Rule("image.packing", "ISO 15930-1 (PDF 1.3)", _SAVE, _packing),
)
