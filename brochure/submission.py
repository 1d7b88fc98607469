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
from brochure.edition.presets import Preset
from brochure.edition.profiles import Profile, Standard
from brochure.layout.page import Book, NumberedPage
from brochure.preflight.findings import Finding
from brochure.preflight.geometry import MM
from brochure.preflight.inspect import inspect
from brochure.preflight.limits import Limits
from brochure.preflight.telling import diagnostics

_BLANK = "blank"  # the role of a page that was ordered blank
_NORMS = {Standard.X4: "PDF/X-4", Standard.X1A: "PDF/X-1a:2001"}


def printers_limits(preset: Preset, standard: Standard | None = None) -> Limits:
    """A printing house's preset as the preflight's numbers; `standard` is the norm ordered instead of the preset's."""
    ordered = standard or Standard(preset.standard)
    return Limits(
        name=preset.id,
        standard=_NORMS.get(ordered, ""),
        output_condition=preset.output.condition,
        bleed_mm=preset.bleed_mm,
        safe_mm=preset.safe_area_mm,
        folio_mm=preset.folio_safe_mm,
        least_ppi=preset.resolution.error,
        wanted_ppi=preset.resolution.warning,
        ink_limit=preset.ink_limit / 100,
        least_line=preset.least.line_pt,
        least_text=preset.least.text_pt,
        least_open_text=preset.least.reversed_text_pt,
        spots=preset.spots,
    )


def ordered_limits(edition: Edition, book: Book, preset: Preset, profile: Profile) -> Limits:
    """A printing house's limits with what this edition orders: trim, binding and its side, blank pages, and the
    languages that share the file."""
    binding, trim = BINDINGS[edition.binding], book.pages[0].page.frame.size
    return replace(
        printers_limits(preset, profile.standard),
        trim_mm=(round(trim.width / MM, 1), round(trim.height / MM, 1)),
        binding=binding.name,
        signature=binding.signature,
        least_pages=binding.least,
        most_pages=binding.most,
        binding_is_right=book.binding_is_right,
        blank_pages=tuple(page.number for page in book.pages if page.page.role == _BLANK),
        languages=edition.spoken(book.language),
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
