"""What a printer would say of a file just made, told so that its author can mend it.

The preflight knows pages and points; the author knows content keys and lines of YAML. Between them stands the frame:
it kept the key every word came from, so a finding's words lead back to the place they were written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from msgspec.structs import replace

from brochure.content.text import Text
from brochure.diagnostics import Diagnostic, Span
from brochure.drawing.frame import Placed, Tagged, text_of, walk
from brochure.edition.bindings import BINDINGS
from brochure.edition.edition import Edition
from brochure.edition.folds import FOLDS, Fold
from brochure.edition.presets import Preset
from brochure.edition.profiles import Profile, Standard
from brochure.edition.sizes import SIZES
from brochure.layout.page import Book, NumberedPage
from brochure.preflight.findings import Finding
from brochure.preflight.geometry import MM
from brochure.preflight.inspect import Inspection, inspect
from brochure.preflight.limits import Limits
from brochure.preflight.telling import diagnostics
from brochure.press.imposition import binding_of
from brochure.press.orders import BODY, COVER, PAGES, SADDLE, SPREADS

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


def ordered_limits(edition: Edition, book: Book, preset: Preset, profile: Profile, way: str = PAGES) -> Limits:
    """A printing house's limits with what this edition orders: its trim, binding and side, blank pages, the
    languages that share the file; of sheets of several pages, what paper, cover and fold ask of their width.

    Reckoned from the order alone, never from the sheets that were laid out: these are what is judged.
    """
    limits = replace(
        printers_limits(preset, profile.standard),
        output_condition=profile.intent.condition if profile.intent else "",
        binding_is_right=book.binding_is_right,
        languages=edition.spoken(book.language),
    )
    if way == PAGES:
        return _of_pages(limits, edition, book)
    if way in FOLDS:
        return _of_leaflet(limits, edition, FOLDS[way], book.binding_is_right)
    width, height = (round(each / MM, 1) for each in book.pages[0].page.frame.size)
    if way == BODY:
        return replace(limits, trims_mm=((width, height),))
    if way == COVER:
        spine = binding_of(edition, book).spine_mm
        folds = (width, round(width + spine, 2)) if spine else (width,)
        trim = (round(2 * width + spine, 2), height)
        return replace(limits, trims_mm=(trim,), folds_mm=(folds,), spine_mm=spine or None)
    if way == SPREADS:
        return replace(limits, trims_mm=((2 * width, height),), binding=way, signature=1)
    sides = replace(limits, binding=way, signature=2, least_pages=2)
    return replace(sides, trims_mm=((2 * width, height),)) if way == SADDLE else sides


def _of_pages(limits: Limits, edition: Edition, book: Book) -> Limits:
    binding, sizes = BINDINGS[edition.binding], [page.page.frame.size for page in book.pages]
    trims = tuple((round(size.width / MM, 1), round(size.height / MM, 1)) for size in sizes)
    return replace(
        limits,
        trims_mm=trims if len(set(trims)) > 1 else trims[:1],
        binding=binding.name,
        signature=binding.signature,
        least_pages=binding.least,
        most_pages=binding.most,
        blank_pages=tuple(place for place, page in enumerate(book.pages, 1) if page.page.role == _BLANK),
    )


def _of_leaflet(limits: Limits, edition: Edition, fold: Fold, is_right: bool) -> Limits:
    """Two faces of one sheet, the folds of the one mirrored on the other."""
    size = SIZES[edition.size]
    widths = fold.widths_mm(size.width_mm)
    faces = [[widths[number - 1] for number in face] for face in (fold.outside, fold.inside)]
    folds = tuple(tuple(accumulate((face[::-1] if is_right else face)[:-1])) for face in faces)
    sides = replace(limits, binding=fold.name, signature=2, least_pages=2, most_pages=2)
    return replace(sides, trims_mm=((size.width_mm, size.height_mm),), folds_mm=folds)


def judged(
    data: bytes, file: str, limits: Limits, book: Book, texts: Iterable[Text], way: str = PAGES
) -> Iterator[Diagnostic]:
    """What the preflight finds in a book's file, each finding at the author's place where its words have one. Of sheets
    of several pages (`way`) the words are looked for in the whole book."""
    yield from diagnostics(inspected(data, limits, book, texts, way), file)


def inspected(data: bytes, limits: Limits, book: Book, texts: Iterable[Text], way: str = PAGES) -> Inspection:
    """The preflight of a book's file, each finding at the author's place where its words have one."""
    inspection = inspect(data, limits)
    if not inspection.findings:
        return inspection
    spans = {text.key: text.span for text in texts}
    placed = tuple(_placed(finding, book, spans, way == PAGES) for finding in inspection.findings)
    return replace(inspection, findings=placed)


def _placed(finding: Finding, book: Book, spans: Mapping[str, Span], is_by_page: bool) -> Finding:
    """The finding with the place its words were written at; as it is where they have none."""
    words = finding.words.strip()
    pages = book.pages[finding.page - 1 : finding.page] if is_by_page else book.pages
    if not words or finding.page < 1:
        return finding
    key = next((key for key in _keys(pages, words) if key in spans), "")
    return replace(finding, span=spans[key]) if key else finding


def _keys(pages: Iterable[NumberedPage], words: str) -> Iterator[str]:
    """The content keys of what is set on pages and holds these words, the shortest copy first."""
    copies = (each for page in pages for each in _copies(page.page.frame.items))
    found = [(copy, item.origin) for item, copy in copies if words in copy]
    yield from (origin for _, origin in sorted(found, key=lambda each: len(each[0])))


def _copies(items: tuple[Placed, ...]) -> Iterator[tuple[Tagged, str]]:
    for placed in walk(items):
        if isinstance(placed.item, Tagged) and placed.item.origin:
            yield placed.item, text_of(placed.item.items)
