"""Colours a press has no inks for, and the one that is on all plates."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.colour import ALL, Family, Paint
from brochure.preflight.document import Document
from brochure.preflight.facts import Drawn, Page
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.geometry import MM, Box
from brochure.preflight.limits import Limits

_LONGEST_MARK = 25 * MM  # marks are short; rules and frames of the artwork are longer


def painted(page: Page) -> Iterator[tuple[Box, Paint, str]]:
    """Everything on the paper that has a colour of its own: its box, its paint, its words if it has any."""
    for words in page.words:
        if words.paint is not None and page.shows(words):
            yield words.box, words.paint, words.text
    for drawn in page.drawn:
        if page.shows(drawn):
            for paint in (drawn.fill, drawn.stroke):
                if paint is not None:
                    yield drawn.box, paint, ""
    for placed in page.pictures:
        if placed.paint is not None and page.shows(placed):
            yield placed.box, placed.paint, ""


def _rgb(document: Document, limits: Limits) -> Iterator[Finding]:
    if limits.allows_rgb:
        return
    for page in document.pages:
        for box, paint, text in painted(page):
            if paint.space.is_rgb:
                yield error(message("words or drawings are in RGB"), page.number, box, words=text)
        for blend in page.blends:
            if blend.space is not None and blend.space.is_rgb and blend.box.touches(page.printed):
                yield error(message("a colour gradient is in RGB"), page.number, blend.box)


def _rgb_marks(document: Document, limits: Limits) -> Iterator[Finding]:
    """Marks outside the bleed are on the plates too, and must be on all of them."""
    if limits.allows_rgb:
        return
    for page in document.pages:
        for drawn in page.drawn:
            paints = [paint for paint in (drawn.fill, drawn.stroke) if paint is not None]
            if not page.shows(drawn) and any(paint.space.is_rgb for paint in paints):
                yield error(message("marks outside the page are in RGB"), page.number, drawn.box)
        for words in page.words:
            if words.paint is not None and words.paint.space.is_rgb and not page.shows(words):
                yield error(message("marks outside the page are in RGB"), page.number, words.box, words=words.text)


def _measured(document: Document, limits: Limits) -> Iterator[Finding]:
    """Lab, calibrated and ICC colours: the press's separation is left to whoever makes the plates."""
    if limits.allows_rgb:
        return
    is_strict = document.is_cmyk_only(limits.standard)
    for page in document.pages:
        spaces = [space for space in page.spaces if space.needs_no_device and not space.is_rgb]
        for space in spaces:
            inner = space.base if space.family in (Family.INDEXED, Family.PATTERN) and space.base else space
            if inner.family is Family.LAB:
                yield error(message("something is in Lab and not in inks"), page.number)
            elif inner.family is Family.ICC and inner.count == 4:
                made = error if is_strict else warning
                yield made(message("CMYK with a profile of its own: black text may be separated anew"), page.number)
            elif is_strict:
                yield error(message("a calibrated grey; PDF/X-1a takes only device colours"), page.number)


def _registration(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        marks = {id(drawn.stroke or drawn.fill) for drawn in page.drawn if is_mark(drawn, page)}
        for box, paint, text in painted(page):
            if paint.is_registration and id(paint) not in marks:
                yield error(message("the registration colour is used in the page itself"), page.number, box, words=text)
        for blend in page.blends:
            if blend.space is not None and ALL in blend.space.names and blend.box.touches(page.printed):
                yield error(message("the registration colour is used in the page itself"), page.number, blend.box)
        for placed in page.pictures:
            space = placed.pixels.space
            if space is not None and ALL in space.names and placed.box.touches(page.printed):
                yield error(message("the registration colour is used in the page itself"), page.number, placed.box)


def _marks(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for drawn in page.drawn:
            if is_mark(drawn, page):
                yield error(message("marks stand inside the bleed and will show after cutting"), page.number, drawn.box)


def is_mark(drawn: Drawn, page: Page) -> bool:
    """Whether a drawing is a cutter's mark that reaches into the bleed: a short, thin, upright line in a mark's colour,
    outside the trim, within the bleed."""
    trim, bleed = page.boxes.trim, page.boxes.bleed
    paint = drawn.stroke or drawn.fill
    if paint is None or paint.pattern or not (paint.is_registration or _is_mark_colour(paint)):
        return False
    thin, long = sorted((drawn.box.width, drawn.box.height))
    if thin > 1.5 or not 2.0 < long <= _LONGEST_MARK or drawn.is_in_pattern:
        return False
    inside = drawn.box.meet(bleed.grown(-0.5))
    is_in_bleed = not inside.is_empty and max(inside.width, inside.height) > 0.5
    is_off_page = drawn.box.meet(trim.grown(-0.3)).is_empty
    lies_on_edge = any(abs(place - edge) <= 0.6 for place, edge in _places(drawn.box, trim, bleed))
    return is_in_bleed and is_off_page and lies_on_edge


def _is_mark_colour(paint: Paint) -> bool:
    inks = paint.inks
    return paint.is_black or paint.space.is_rgb or (len(inks) >= 4 and all(value > 0.9 for value in inks.values()))


def _places(box: Box, trim: Box, bleed: Box) -> Iterator[tuple[float, float]]:
    """A thin line's place across itself, with each edge or middle a mark may point at."""
    if box.width <= box.height:
        x = (box.left + box.right) / 2
        yield from ((x, edge) for edge in (trim.left, trim.right, bleed.left, bleed.right))
        yield x, (trim.left + trim.right) / 2
    else:
        y = (box.bottom + box.top) / 2
        yield from ((y, edge) for edge in (trim.bottom, trim.top, bleed.bottom, bleed.top))
        yield y, (trim.bottom + trim.top) / 2


_TO_CMYK = message("convert it to CMYK or a spot ink in the program it was made with")
RULES = (
    Rule("colour.rgb", "GWG 2022 (CMYK); ISO 15930-1", _TO_CMYK, _rgb),
    Rule("colour.rgb-marks", "ISO 15930-7", message("draw marks in the registration colour"), _rgb_marks),
    Rule("colour.device-independent", "GWG 2022 (CMYK); ISO 15930-1", _TO_CMYK, _measured),
    Rule("colour.registration", "GWG 2022", message("use black, or a mixture within the ink limit"), _registration),
    Rule("marks.inside-bleed", "ISO 15930-7", message("move the marks outside the bleed"), _marks),
)
