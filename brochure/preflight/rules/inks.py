"""Too much ink on the paper, and too many inks in small things."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.geometry import MM
from brochure.preflight.limits import Limits

_STEP = 0.02  # the map's own rounding


def _total(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        inks = page.inks
        if inks is None or not inks.may_exceed(limits.ink_limit + _STEP):
            continue
        most, where = inks.grid.heaviest()
        if most > limits.ink_limit + _STEP:
            what = message(
                "ink of {ink} %, on the average of 15 mm square; the most is {limit} %",
                ink=round(most * 100),
                limit=round(limits.ink_limit * 100),
            )
            yield error(what, page.number, where)


def _solid_areas(document: Document, limits: Limits) -> Iterator[Finding]:
    """Areas of four full inks: what designers make by taking the registration swatch's values."""
    for page in document.pages:
        for drawn in page.drawn:
            fill = drawn.fill
            if fill is None or fill.pattern or fill.is_registration or not drawn.box.touches(page.printed):
                continue
            is_area = min(drawn.box.width, drawn.box.height) > 4 * MM
            if is_area and fill.total > max(limits.ink_limit, 3.6) + 0.01:
                what = message("an area whose ink is {ink} %", ink=round(fill.total * 100))
                yield warning(what, page.number, drawn.box)


def _slivers(document: Document, limits: Limits) -> Iterator[Finding]:
    """Bare gaps of 0.25 mm or less, 3 mm long or longer, between areas that have no ink in common: a plate out of
    register closes them at one place and widens them at another. They are looked for on Ghostscript's plates, at
    600 dpi (`slivers.py`); where nobody asked for these, none is found."""
    for page in document.pages:
        for box in page.slivers:
            what = message("a bare gap of a quarter of a millimetre or less between two colours")
            yield warning(what, page.number, box)


_LESS = message("take cyan, magenta and yellow back; black alone, or C60 M40 Y40 K100 for areas, is dark enough")
_WIDER = message("let the colours overlap, or part them by more")
RULES = (
    Rule("ink.limit", "GWG 2022", _LESS, _total),
    Rule("ink.solid", "printers", _LESS, _solid_areas),
    Rule("ink.sliver", "printers", _WIDER, _slivers),
)
