"""What a printer would say of a file just made, told so that its author can mend it.

The preflight knows pages and points; the author knows content keys and lines of YAML. Between them stands the frame:
it kept the key every word came from, so a finding's words lead back to the place they were written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from brochure.content.text import Text
from brochure.diagnostics import Diagnostic, Span
from brochure.drawing.frame import Placed, Tagged, text_of, walk
from brochure.edition.bindings import BINDINGS
from brochure.edition.edition import Edition
from brochure.edition.sizes import SIZES
from brochure.layout.page import Book, NumberedPage
from brochure.preflight.findings import Finding
from brochure.preflight.geometry import MM
from brochure.preflight.inspect import inspect
from brochure.preflight.limits import PRESS, Limits
from brochure.preflight.telling import diagnostics

_BLANK = "blank"  # the role of a page that was ordered blank


def limits_of(edition: Edition, book: Book, printer: Limits = PRESS) -> Limits:
    """A printer's limits with what this edition orders: its trim, its binding and side, the pages it leaves blank."""
    binding, trim = BINDINGS[edition.binding], SIZES[edition.size].size
    return replace(
        printer,
        trim_mm=(round(trim.width / MM, 1), round(trim.height / MM, 1)),
        binding=binding.name,
        signature=binding.signature,
        least_pages=binding.least,
        most_pages=binding.most,
        binding_is_right=book.binding_is_right,
        blank_pages=tuple(page.number for page in book.pages if page.page.role == _BLANK),
    )


def judged(data: bytes, file: str, limits: Limits, book: Book, texts: Iterable[Text]) -> Iterator[Diagnostic]:
    """What the preflight finds in a book's file, each finding at the author's place where its words have one."""
    inspection = inspect(data, limits)
    if not inspection.findings:
        return
    spans = {text.key: text.span for text in texts}
    placed = tuple(_placed(finding, book, spans) for finding in inspection.findings)
    yield from diagnostics(replace(inspection, findings=placed), file)


def _placed(finding: Finding, book: Book, spans: Mapping[str, Span]) -> Finding:
    """The finding with the place its words were written at; as it is where they have none."""
    words = finding.words.strip()
    if not words or not 0 < finding.page <= len(book.pages):
        return finding
    key = next((key for key in _keys(book.pages[finding.page - 1], words) if key in spans), "")
    return replace(finding, span=spans[key]) if key else finding


def _keys(page: NumberedPage, words: str) -> Iterator[str]:
    """The content keys of what is set on a page and holds these words, the shortest copy first."""
    found = [(copy, item.origin) for item, copy in _copies(page.page.frame.items) if words in copy]
    yield from (origin for _, origin in sorted(found, key=lambda each: len(each[0])))


def _copies(items: tuple[Placed, ...]) -> Iterator[tuple[Tagged, str]]:
    for placed in walk(items):
        if isinstance(placed.item, Tagged) and placed.item.origin:
            yield placed.item, text_of(placed.item.items)
