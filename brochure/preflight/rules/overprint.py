"""What prints over what lies below, and should not; what does not, and should."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.colour import Family, Paint
from brochure.preflight.document import Document
from brochure.preflight.facts import Page
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.geometry import Box
from brochure.preflight.limits import Limits

_MOSTLY = 0.5  # of the ground under words must be in colour
_SOME = 0.2  # of the ground under grey


def _overprinting(page: Page) -> Iterator[tuple[Box, Paint, str]]:
    for words in page.words:
        if words.overprints and words.paint is not None and page.shows(words):
            yield words.box, words.paint, words.text
    for drawn in page.drawn:
        if not page.shows(drawn):
            continue
        if drawn.fill is not None and drawn.fill_overprints:
            yield drawn.box, drawn.fill, ""
        if drawn.stroke is not None and drawn.stroke_overprints:
            yield drawn.box, drawn.stroke, ""


def _white(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for box, paint, text in _overprinting(page):
            if paint.is_white:
                yield error(message("white is set to overprint and will vanish"), page.number, box, words=text)


def _grey(document: Document, limits: Limits) -> Iterator[Finding]:
    """A tint of black takes on the colour it prints over; as DeviceGray it knocks out on one machine and not on another
    (only DeviceCMYK knows overprint mode 1, ISO 32000-1, 8.6.7)."""
    for page in document.pages:
        for box, paint, text in _overprinting(page):
            if paint.space.family is Family.GREY and not paint.is_white:
                what = message("grey or black overprints as DeviceGray: machines differ in what they make of that")
                yield warning(what, page.number, box, words=text)
        over = [(words.box, words.paint, words.keeps_others, words.on_colour, words.text) for words in page.words]
        over += [(drawn.box, drawn.fill, drawn.fill_overprints, drawn.on_colour, "") for drawn in page.drawn]
        for box, paint, overprints, on_colour, text in over:
            if paint is None or not overprints or on_colour <= _SOME or not box.touches(page.printed):
                continue
            if paint.is_grey and paint.space.family is not Family.GREY:
                what = message("grey overprints and takes on the colour below")
                yield warning(what, page.number, box, words=text)


def _black_words(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for words in page.words:
            if words.paint is None or words.keeps_others or words.is_in_pattern or not words.paint.is_black:
                continue
            if words.size < limits.black_text and words.on_colour > _MOSTLY and words.box.touches(page.printed):
                what = message("black text of {size} pt knocks out of the colour below", size=round(words.size, 1))
                yield warning(what, page.number, words.box, words=words.text)


def _black_lines(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for drawn in page.drawn:
            stroke = drawn.stroke
            if stroke is None or drawn.fill is not None or drawn.stroke_overprints or drawn.is_in_pattern:
                continue
            is_thin = drawn.width < limits.black_line and stroke.is_black
            if is_thin and drawn.on_colour > 0.8 and drawn.box.touches(page.printed):
                what = message("a black line of {width} pt knocks out of the colour below", width=round(drawn.width, 2))
                yield warning(what, page.number, drawn.box)


_OFF = message("switch overprinting off for it")
_ON = message("set it to overprint: misregister shows as a white edge")
RULES = (
    Rule("overprint.white", "GWG 2022", _OFF, _white),
    Rule("overprint.grey", "GWG 2022", _OFF, _grey),
    Rule("overprint.black-text", "GWG 2022", _ON, _black_words),
    Rule("overprint.black-line", "printers", _ON, _black_lines),
)
