"""The page's boxes: where it is cut, how far it reaches beyond, and whether the artwork does."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.colour import Paint
from brochure.preflight.document import Document
from brochure.preflight.facts import Boxes, Page
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.geometry import MM, Box
from brochure.preflight.grid import CELL
from brochure.preflight.limits import Limits

_TOLERANCE = 0.1 * MM
_AT_TRIM = 0.35 * MM  # an edge this near to the trim was meant to be at it
_LONG = 3 * MM  # along the trim: shorter things at the edge are drawings, not grounds
_STRIP = 0.5  # how much of the bleed beside an edge must be bare paper


def _trim(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        if not {"TrimBox", "ArtBox"} & page.boxes.written:
            yield error(message("the page does not say where it is cut: it has no TrimBox"), page.number)
        elif {"TrimBox", "ArtBox"} <= page.boxes.written and document.claim:
            yield error(message("the page has a TrimBox and an ArtBox; PDF/X takes one of them"), page.number)


def _no_bleed_box(document: Document, limits: Limits) -> Iterator[Finding]:
    """Artwork goes on beyond the trim, and nobody says how far it is meant to."""
    for page in document.pages:
        boxes = page.boxes
        if "BleedBox" in boxes.written or "TrimBox" not in boxes.written:
            continue
        reaching = [box for box, _ in _grounds(page) if _reached(box, boxes.trim) and not boxes.trim.holds(box, 1.0)]
        if reaching:
            yield warning(message("the page does not say how far its bleed reaches: it has no BleedBox"), page.number)


def _media(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        if "MediaBox" not in page.boxes.written:
            yield error(message("the page has no size: it has no MediaBox"), page.number)


def _nested(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        boxes = page.boxes
        for inner, outer in _wrong(boxes):
            what = message("the {inner} reaches beyond the {outer}", inner=inner, outer=outer)
            yield error(what, page.number, boxes.trim if inner == "TrimBox" else boxes.bleed)


def _wrong(boxes: Boxes) -> Iterator[tuple[str, str]]:
    """Each box that is not within the one it must be within (ISO 32000-1, 14.11.2.1); only those that are written."""
    written = boxes.written
    if "BleedBox" in written and not boxes.bleed.holds(boxes.trim, _TOLERANCE):
        yield "TrimBox", "BleedBox"
    elif not boxes.media.holds(boxes.trim, _TOLERANCE):
        yield "TrimBox", "MediaBox"
    if "BleedBox" in written and not boxes.media.holds(boxes.bleed, _TOLERANCE):
        yield "BleedBox", "MediaBox"
    if "CropBox" in written and not boxes.crop.holds(boxes.trim, _TOLERANCE):
        yield "TrimBox", "CropBox"
    elif "CropBox" in written and "BleedBox" in written and not boxes.crop.holds(boxes.bleed, _TOLERANCE):
        yield "BleedBox", "CropBox"


def _empty(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for name, box in (("MediaBox", page.boxes.media), ("TrimBox", page.boxes.trim), ("BleedBox", page.boxes.bleed)):
            if name in page.boxes.written and (box.width < 1 or box.height < 1):
                yield error(message("the {name} has no area", name=name), page.number)


def _bleed(document: Document, limits: Limits) -> Iterator[Finding]:
    """Less bleed than asked for, on a page with something that reaches its edge."""
    for page in document.pages:
        trim, bleed = page.boxes.trim, page.boxes.bleed.meet(page.boxes.media)
        room = min(trim.left - bleed.left, trim.bottom - bleed.bottom, bleed.right - trim.right, bleed.top - trim.top)
        wanted = limits.bleed_mm * MM / page.user_unit
        if {"TrimBox", "ArtBox"} & page.boxes.written and -_TOLERANCE <= room < wanted - _TOLERANCE:
            at_edge = [box for box, _ in _grounds(page) if _reached(box, trim)]
            if at_edge:
                what = message(
                    "{room} mm of bleed; {wanted} mm are wanted",
                    room=round(max(room, 0.0) * page.user_unit / MM, 1),
                    wanted=limits.bleed_mm,
                )
                yield error(what, page.number, *at_edge)


def _reached(box: Box, trim: Box) -> bool:
    """Whether something comes to an edge of the page, and is long enough there to be a ground."""
    is_long = box.meet(trim).width >= _LONG or box.meet(trim).height >= _LONG
    return is_long and not trim.grown(-_AT_TRIM).holds(box)


def _grounds(page: Page) -> Iterator[tuple[Box, bool]]:
    """What has straight edges and colour: boxes, pictures, blends; and whether it is a picture."""
    for drawn in page.drawn:
        paint = drawn.fill
        if paint is not None and not drawn.is_in_pattern and drawn.is_rectangle and _shows(paint):
            yield drawn.box, False
    for placed in page.pictures:
        if placed.is_upright and not placed.is_in_pattern and (placed.paint is None or _shows(placed.paint)):
            yield placed.box, True
    yield from ((blend.box, False) for blend in page.blends)


def _shows(paint: Paint) -> bool:
    return bool(paint.pattern) or not paint.is_white


def _stops(document: Document, limits: Limits) -> Iterator[Finding]:
    """Grounds and pictures that end at the trim, or before the bleed does: white shows where the cut is off."""
    for page in document.pages:
        if not {"TrimBox", "ArtBox"} & page.boxes.written:
            continue
        trim = page.boxes.trim
        wanted = limits.bleed_mm * MM / page.user_unit
        for box, is_picture in _grounds(page):
            for strip, beyond in _short_edges(box, trim, wanted):
                is_bare = page.inks is None or page.inks.share_here(_clear(strip), lambda _: True, 5) < _STRIP
                if is_bare or (is_picture and beyond < _AT_TRIM):
                    yield error(
                        message("artwork stops at the cut instead of reaching into the bleed"), page.number, box
                    )
                    break


def _clear(strip: Box) -> Box:
    """The middle of a strip, as far as it has one: the cells at its edges have some of the ink beside it."""
    return strip.grown(-min(CELL / 2, strip.width / 4, strip.height / 4))


def _short_edges(box: Box, trim: Box, bleed: float) -> Iterator[tuple[Box, float]]:
    """For each edge that ends at the trim or short of the bleed: the strip that stays bare, and how far it got."""
    across, up = box.meet(trim).width, box.meet(trim).height
    edges = (
        (trim.left - box.left, up, Box(trim.left - bleed, box.bottom, min(box.left, trim.left), box.top)),
        (box.right - trim.right, up, Box(max(box.right, trim.right), box.bottom, trim.right + bleed, box.top)),
        (trim.bottom - box.bottom, across, Box(box.left, trim.bottom - bleed, box.right, min(box.bottom, trim.bottom))),
        (box.top - trim.top, across, Box(box.left, max(box.top, trim.top), box.right, trim.top + bleed)),
    )
    for beyond, length, strip in edges:
        least = _LONG if beyond <= _AT_TRIM else 4 * _LONG
        if -_AT_TRIM <= beyond < bleed - 2 * _AT_TRIM and length >= least:
            yield strip, beyond


def _unit(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        if page.user_unit != 1.0:
            what = message("the page is scaled by a user unit of {unit}", unit=page.user_unit)
            yield warning(what, page.number)


_SET = message("set the page boxes in the program the PDF comes from: trim, and 3 mm more for the bleed")
RULES = (
    Rule("box.media", "ISO 32000-1, 7.7.3.3", _SET, _media),
    Rule("box.trim", "ISO 15930-7; GWG 2022", _SET, _trim),
    Rule("box.bleed", "GWG 2022; printers", _SET, _no_bleed_box),
    Rule("box.nested", "ISO 15930-7; ISO 32000-1, 14.11.2", _SET, _nested),
    Rule("box.empty", "ISO 32000-1, 7.9.5", _SET, _empty),
    Rule("box.user-unit", "GWG 2022", message("write the page at its own size"), _unit),
    Rule("bleed.room", "printers (3 mm)", _SET, _bleed),
    Rule("bleed.art-stops", "printers (3 mm)", message("draw it 3 mm beyond the cut"), _stops),
)
