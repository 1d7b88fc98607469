"""The pages together: how many, how large, which way up, and what their streams ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.limits import Limits

_SIZE_TOLERANCE = 0.5  # mm
_LEAST_BOOK = 24  # pages a glued spine needs; thinner books are folded sheets


def _count(document: Document, limits: Limits) -> Iterator[Finding]:
    pages = len(document.pages)
    if limits.signature:
        wrong = (
            pages % limits.signature or pages < limits.least_pages or (limits.most_pages and pages > limits.most_pages)
        )
        if wrong:
            yield error(
                message(
                    "{pages} pages cannot be bound as {binding}: it takes multiples of {signature}, {least} to {most}",
                    pages=pages,
                    binding=limits.binding,
                    signature=limits.signature,
                    least=limits.least_pages,
                    most=limits.most_pages,
                )
            )
    elif pages > 2 and pages % 2:
        yield warning(message("{pages} pages: a leaf has two, one page is missing", pages=pages))
    elif pages > 4 and pages % 4 and pages < _LEAST_BOOK:
        yield warning(message("{pages} pages: folded sheets make 4, 8, 12 …", pages=pages))


def _none(document: Document, limits: Limits) -> Iterator[Finding]:
    if not document.pages:
        yield error(message("the file has no pages"))


def _rotated(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        if page.rotation:
            yield warning(message("the page is turned by {degrees}°", degrees=page.rotation), page.number)


def _sizes(document: Document, limits: Limits) -> Iterator[Finding]:
    """Pages of several sizes, where not several were ordered: the panels of a leaflet."""
    if len(set(limits.trims_mm)) > 1:
        return
    sizes = [(round(page.size_mm[0], 1), round(page.size_mm[1], 1)) for page in document.pages]
    if not sizes:
        return
    (width, height), _ = Counter(sizes).most_common(1)[0]
    for page, (wide, high) in zip(document.pages, sizes, strict=True):
        if abs(wide - width) > _SIZE_TOLERANCE or abs(high - height) > _SIZE_TOLERANCE:
            what = message(
                "the page is {wide} × {high} mm, the others {width} × {height} mm",
                wide=wide,
                high=high,
                width=width,
                height=height,
            )
            yield error(what, page.number)


def _ordered_size(document: Document, limits: Limits) -> Iterator[Finding]:
    if not limits.trims_mm:
        return
    for page in document.pages:
        width, height = limits.trims_mm[min(page.number, len(limits.trims_mm)) - 1]
        wide, high = page.size_mm
        if abs(wide - width) > _SIZE_TOLERANCE or abs(high - height) > _SIZE_TOLERANCE:
            what = message(
                "the page is {wide} × {high} mm; {width} × {height} mm were ordered",
                wide=round(wide, 1),
                high=round(high, 1),
                width=width,
                height=height,
            )
            yield error(what, page.number)


def _direction(document: Document, limits: Limits) -> Iterator[Finding]:
    """Bound on the right the file says so; and lines that run down ask for it."""
    if len(document.pages) < 3:
        return
    is_right = document.direction == "R2L"
    vertical = sum(len(words.text) for page in document.pages for words in page.words if words.font.is_vertical)
    total = sum(len(words.text) for page in document.pages for words in page.words)
    wanted = limits.binding_is_right
    if wanted is None and total and vertical > total / 2:
        wanted = True
    if wanted is not None and wanted != is_right:
        side = message("the book is bound on the right, and the file does not say so (/Direction /R2L)")
        other = message("the file says it is bound on the right, and it is bound on the left")
        yield warning(side if wanted else other)


def _blank(document: Document, limits: Limits) -> Iterator[Finding]:
    if limits.blank_pages is None:
        return
    for page in document.pages:
        if page.is_blank and page.number not in limits.blank_pages:
            yield error(message("the page is blank, and nobody said it should be"), page.number)


def _missing(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for kind, name in sorted(page.missing):
            what = message("the page uses “{name}” ({kind}), which is not in the file", name=name, kind=kind)
            yield error(what, page.number)


def _broken(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        if page.is_torn:
            yield error(message("the page’s drawing cannot be read to its end"), page.number)
        elif page.broken:
            what = message("the page’s drawing has mistakes: {first}", first=page.broken[0])
            yield error(what, page.number)


def _postscript(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        if "PostScript" in page.states:
            yield error(message("the page has PostScript in it"), page.number)


def _device_settings(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for word in sorted(page.states & _SETTINGS):
            what = message("the page changes the machine’s own settings ({setting})", setting=word)
            yield warning(what, page.number)


_SETTINGS = {"transfer function", "halftone", "black generation", "undercolour removal"}
_AGAIN = message("write the PDF anew from the program it was made with")
_ADD = message("add or take away pages; covers and blanks count")
_LEAVE = message("leave screening and curves to the printer")
RULES = (
    Rule("page.none", "ISO 32000-1, 7.7.3", _AGAIN, _none),
    Rule("page.count", "printers", _ADD, _count),
    Rule("page.rotated", "GWG 2022", message("turn the page in the program it was made with"), _rotated),
    Rule("page.sizes", "GWG 2022", message("make all pages of one file the same size"), _sizes),
    Rule("page.ordered-size", "printers", message("make the pages as large as ordered"), _ordered_size),
    Rule("page.direction", "ISO 32000-1, 12.2", message("set the binding side in the PDF’s properties"), _direction),
    Rule("page.blank", "printers", message("fill it, or declare it blank"), _blank),
    Rule("page.missing-resource", "ISO 32000-1, 7.8.3", _AGAIN, _missing),
    Rule("page.broken", "ISO 32000-1, 7.8.2", _AGAIN, _broken),
    Rule("page.postscript", "ISO 15930-7; ISO 15930-1", _AGAIN, _postscript),
    Rule(
        "page.device-settings",
        "ISO 15930-7; GWG 2022",
        message("leave screening and curves to the printer"),
        _device_settings,
    ),
)
