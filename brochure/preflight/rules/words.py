"""Words: large enough to print and read, in inks that register, and away from the knife."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.document import Document
from brochure.preflight.facts import Page, Words
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.geometry import MM
from brochure.preflight.limits import Limits

_TOLERANCE = 0.05  # points: sizes come through matrices
_NEAR = 0.3 * MM  # the letters' own box is an estimate
_DISPLAY = 48.0  # points: larger letters may be cut off on purpose
_FOLIO = re.compile(r"[\s\-–—―・·|/.]*[0-9０-９]{1,4}[\s\-–—―・·|/.]*")
_BIG_GLYPH = re.compile(r"\S")


def set_words(page: Page) -> Iterator[Words]:
    """The words with ink that stand on the paper; those in a pattern's cell have no place."""
    area = page.printed
    return (
        words
        for words in page.words
        if words.paint is not None
        and not words.is_in_pattern
        and words.box.touches(area)
        and _BIG_GLYPH.search(words.text)
    )


def _tiny(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for words in set_words(page):
            if 0 < words.size < limits.least_text - _TOLERANCE:
                what = message(
                    "text of {size} pt; {least} pt is the least", size=round(words.size, 1), least=limits.least_text
                )
                yield error(what, page.number, words.box, words=words.text)


def _many_inks(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for words in set_words(page):
            paint = words.paint
            if paint is None or paint.pattern or paint.is_registration or paint.space.is_rgb:
                continue
            if paint.ink_count > 1 and words.size < limits.least_open_text - _TOLERANCE:
                what = message(
                    "text of {size} pt in {count} inks: they never fit quite",
                    size=round(words.size, 1),
                    count=paint.ink_count,
                )
                yield warning(what, page.number, words.box, words=words.text)


def _white(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for words in set_words(page):
            is_white = words.paint is not None and words.paint.is_white
            if is_white and words.on_ink > 0.5 and words.size < limits.least_open_text - _TOLERANCE:
                what = message("white text of {size} pt fills in when printed", size=round(words.size, 1))
                yield warning(what, page.number, words.box, words=words.text)


def _rich_black(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for words in set_words(page):
            is_rich = words.paint is not None and words.paint.is_rich_black
            if is_rich and words.size < limits.black_text - _TOLERANCE:
                what = message("text of {size} pt in rich black", size=round(words.size, 1))
                yield error(what, page.number, words.box, words=words.text)


def _safe(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        trim = page.boxes.trim
        for words in set_words(page):
            margin = limits.folio_mm if _FOLIO.fullmatch(words.text) else limits.safe_mm
            if words.size >= _DISPLAY or trim.grown(_NEAR - margin * MM).holds(words.box):
                continue
            if not words.box.touches(trim):
                what = message("text lies outside the page and is cut off")
            elif not trim.holds(words.box, _NEAR):
                what = message("text crosses the edge of the page and is cut")
            elif _FOLIO.fullmatch(words.text):
                what = message("the folio is nearer than {margin} mm to the edge", margin=margin)
            else:
                what = message("text is nearer than {margin} mm to the edge", margin=margin)
            yield warning(what, page.number, words.box, words=words.text)


_BLACK_ALONE = message("set it in black alone")
_INWARDS = message("move it inwards: the knife may be off by a millimetre or two")
RULES = (
    Rule("text.tiny", "printers", message("set it larger"), _tiny),
    Rule("text.multi-ink", "GWG 2022; printers", message("set it larger, or in one ink"), _many_inks),
    Rule("text.white", "printers", message("set it larger or bolder, or in black on a light ground"), _white),
    Rule("text.rich-black", "GWG 2022; printers", _BLACK_ALONE, _rich_black),
    Rule("text.safe-area", "printers", _INWARDS, _safe),
)
