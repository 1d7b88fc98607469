"""QR codes a telephone can read: large enough, in one ink, with light around them."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.codes import codes, disturbed
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, Rule, error
from brochure.preflight.geometry import MM
from brochure.preflight.limits import Limits


def _small(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for code in codes(page):
            size = code.box.width * page.user_unit / MM
            if size < limits.least_code_mm - 0.05:
                what = message(
                    "the QR code is {size} mm wide; {least} mm is the least",
                    size=round(size, 1),
                    least=limits.least_code_mm,
                )
                yield error(what, page.number, code.box)


def _many_inks(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for code in codes(page):
            if code.inks > 1:
                what = message("the QR code is printed in {count} inks: misregister blurs it", count=code.inks)
                yield error(what, page.number, code.box)


def _quiet_zone(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for code in codes(page):
            if disturbed(code, page):
                yield error(message("the QR code has no quiet zone of four modules"), page.number, code.box)


RULES = (
    Rule("code.size", "ISO/IEC 18004; printers (10 mm)", message("make it larger"), _small),
    Rule("code.inks", "printers", message("print it in black alone"), _many_inks),
    Rule("code.quiet-zone", "ISO/IEC 18004, 6.3.8", message("leave light about it, four modules wide"), _quiet_zone),
)
