"""Lines too thin to print."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.document import Document
from brochure.preflight.facts import Drawn
from brochure.preflight.findings import Finding, Rule, error
from brochure.preflight.limits import Limits

_TOLERANCE = 0.01  # points
_LONG = 4.0  # points: shorter slivers are parts of drawings, not lines


def _hairlines(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for drawn in page.drawn:
            if not page.shows(drawn):
                continue
            width = _width(drawn)
            if width is not None and width * page.user_unit < limits.least_line - _TOLERANCE:
                what = message(
                    "a line of {width} pt; {least} pt is the least", width=round(width, 2), least=limits.least_line
                )
                yield error(what, page.number, drawn.box)


def _width(drawn: Drawn) -> float | None:
    """How thick a line is: a stroke's width, or that of a box filled so thin that it is one; None for no line."""
    if drawn.stroke is not None:
        if drawn.fill is not None and drawn.width > 0 and _same(drawn):
            return None
        return None if drawn.stroke.is_white and drawn.fill is None else drawn.width
    long = max(drawn.box.width, drawn.box.height)
    is_sliver = drawn.is_rectangle and drawn.fill is not None and not drawn.fill.is_white and long >= _LONG
    return drawn.width if is_sliver else None


def _same(drawn: Drawn) -> bool:
    """Whether the outline only thickens the area it goes around."""
    return drawn.fill is not None and drawn.stroke is not None and drawn.fill.inks == drawn.stroke.inks


RULES = (Rule("line.hairline", "GWG 2022; printers (0.25 pt)", message("draw it thicker"), _hairlines),)
