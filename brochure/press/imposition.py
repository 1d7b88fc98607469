"""Imposition (面付け): which pages lie on a sheet, so that they follow one another when it is printed, folded and cut.

Layouts are said for a book bound at the left; one bound at the right has every sheet mirrored. Blank pages are added
where a way of folding needs more pages than there are, and are told.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from brochure.diagnostics import Report, UsageError, error, message, warning
from brochure.drawing.geometry import Size
from brochure.drawing.units import mm
from brochure.edition.edition import Edition
from brochure.edition.folds import FOLDS, Fold
from brochure.edition.papers import PAPERS
from brochure.edition.profiles import Profile
from brochure.layout.page import Book, NumberedPage
from brochure.press.orders import BODY, COVER, PAGES, SADDLE, SPREADS
from brochure.press.sheet import Cell, Furniture, Sheet, laid_out

_MILLED = mm(3)  # ground off each page at a glued spine

Grid = tuple[tuple[tuple[int, bool], ...], ...]
"""Rows of pages of one side of a sheet, by their number in the signature, and whether each stands on its head."""

# ISO 12637-4's usual folds: one fold, a right-angle fold, and the same after a first one down the middle.
_FOUR: tuple[Grid, Grid] = (
    (((4, False), (1, False)),),
    (((2, False), (3, False)),),
)
_EIGHT: tuple[Grid, Grid] = (
    (((5, True), (4, True)), ((8, False), (1, False))),
    (((3, True), (6, True)), ((2, False), (7, False))),
)
_SIXTEEN: tuple[Grid, Grid] = (
    (((5, True), (12, True), (9, True), (8, True)), ((4, False), (13, False), (16, False), (1, False))),
    (((7, True), (10, True), (11, True), (6, True)), ((2, False), (15, False), (14, False), (3, False))),
)
SIGNATURES: dict[str, tuple[Grid, Grid]] = {"signature-4": _FOUR, "signature-8": _EIGHT, "signature-16": _SIXTEEN}
"""The two sides of a signature's sheet, by its name."""

IMPOSITIONS = (PAGES, SPREADS, SADDLE, *SIGNATURES, COVER, BODY, *FOLDS)
"""Every way pages can be laid on sheets."""


class Binding(Struct, frozen=True):
    """What laying out asks of the binding: the spine's width and the paper's thickness in millimetres, and whether the
    spine is glued, so that each page is ground off at it."""

    spine_mm: float = 0.0
    paper_mm: float = 0.0
    is_glued: bool = False


def binding_of(edition: Edition, book: Book) -> Binding:
    """What laying an edition's pages on sheets needs to know of the paper and the spine."""
    body = sum(not page.page.is_cover for page in book.pages)
    paper = PAPERS[edition.paper].thickness_mm if edition.paper else 0.0
    return Binding(edition.spine(body), paper, is_glued=edition.binding == "perfect")


def imposed(
    book: Book, profile: Profile, way: str, binding: Binding, furniture: Furniture, report: Report
) -> tuple[Sheet, ...]:
    """The book's pages on sheets, in the order they are printed: front, back, front, back.

    Raises UsageError where the book has not the pages the way needs.
    """
    if way == PAGES:
        return _pages(book.pages, profile, furniture)
    if way == BODY:
        return _pages(tuple(page for page in book.pages if not page.page.is_cover), profile, furniture)
    if way == COVER:
        rows = _cover(book, mm(binding.spine_mm))
    elif way == SPREADS:
        rows = _spreads(book.pages)
    elif way == SADDLE:
        rows = _saddle(_filled(book.pages, 4, report), mm(binding.paper_mm))
    elif way in SIGNATURES:
        rows = _signatures(book.pages, SIGNATURES[way], mm(binding.paper_mm), report)
    else:
        rows = _folded(book, FOLDS[way])
    if book.binding_is_right:
        rows = [(label, tuple(_mirrored(row) for row in grid)) for label, grid in rows]
    gap = _MILLED if binding.is_glued and way in SIGNATURES else 0.0
    return tuple(laid_out(grid, profile, furniture, label, gap) for label, grid in rows)


_Sides = list[tuple[str, tuple[tuple[Cell, ...], ...]]]
"""Sides of sheets: what a viewer calls each, and its rows of cells."""


def _pages(pages: Sequence[NumberedPage], profile: Profile, furniture: Furniture) -> tuple[Sheet, ...]:
    return tuple(laid_out(((Cell(page, page.page.frame.size),),), profile, furniture, page.label) for page in pages)


def _spreads(pages: Sequence[NumberedPage]) -> _Sides:
    """What lies open before a reader: the first page alone at the right, then pairs."""
    size = pages[0].page.frame.size
    padded: list[NumberedPage | None] = [None, *pages]
    if len(padded) % 2:
        padded.append(None)
    pairs = zip(padded[0::2], padded[1::2], strict=True)
    return [(_label(pair), (_row(pair, size),)) for pair in pairs]


def _saddle(pages: Sequence[NumberedPage | None], thickness: float) -> _Sides:
    """Sheets laid into one another. Each inner one is pushed out by the paper around it and would lose at the fore-edge
    what it is pushed: its pages move towards the spine by as much (creep)."""
    count = len(pages)
    size = _size(pages)
    sides: _Sides = []
    for number in range(count // 4):
        front = pages[count - 1 - 2 * number], pages[2 * number]
        back = pages[2 * number + 1], pages[count - 2 - 2 * number]
        for name, pair in (("a", front), ("b", back)):
            sides.append((f"{number + 1}{name}", (_row(pair, size, creep=number * thickness),)))
    return sides


def _signatures(pages: Sequence[NumberedPage], sheet: tuple[Grid, Grid], thickness: float, report: Report) -> _Sides:
    """Sheets folded into signatures. A leaf within others moves towards the spine by the paper around it, as the
    sheets of a booklet do."""
    each = sum(len(row) for side in sheet for row in side)
    filled = _filled(pages, each, report)
    size = _size(filled)
    sides: _Sides = []
    for number, start in enumerate(range(0, len(filled), each), 1):
        for name, grid in zip("ab", sheet, strict=True):
            rows = tuple(
                tuple(
                    Cell(
                        filled[start + page - 1],
                        size,
                        is_joined=place % 2 == 1,
                        is_turned=is_turned,
                        shift=(min(page, each + 1 - page) - 1) // 2 * (-thickness if place % 2 else thickness),
                    )
                    for place, (page, is_turned) in enumerate(row)
                )
                for row in grid
            )
            sides.append((f"{number}{name}", rows))
    return sides


def _cover(book: Book, spine: float) -> _Sides:
    """The cover's two sides: 表4, spine and 表1 outside; 表2 and 表3 inside where they bear anything."""
    covers = [page for page in book.pages if page.page.is_cover]
    fronts = [page for page in covers if page.page.role == "cover"]
    backs = [page for page in covers if page.page.role == "back_cover"]
    if not fronts or not backs:
        what = message("“{name}” has no front and back cover to lay on one sheet", name=book.name)
        raise UsageError(
            [error("press.no-cover", what, None, message("order a page of type cover and one of back-cover"))]
        )
    size = fronts[0].page.frame.size
    back = NumberedPage(book.spine, 0, "", is_recto=False) if book.spine else None
    middle = Cell(back, Size(spine, size.height), is_joined=True)
    outside = Cell(backs[-1], size), *((middle,) if spine else ()), Cell(fronts[0], size, is_joined=True)
    sides: _Sides = [("cover-outside", (outside,))]
    inner = [page for page in covers if page.page.role == "inside_cover"]
    if inner:
        blank = (Cell(None, middle.size, is_joined=True),) if spine else ()
        last = inner[1] if len(inner) > 1 else None
        sides.append(("cover-inside", ((Cell(inner[0], size), *blank, Cell(last, size, is_joined=True)),)))
    return sides


def _folded(book: Book, fold: Fold) -> _Sides:
    """A leaflet's two faces, its panels as wide as their pages are."""
    if len(book.pages) != fold.panels:
        what = message(
            "a {fold} has {panels} panels, not {pages}", fold=fold.name, panels=fold.panels, pages=len(book.pages)
        )
        raise UsageError([error("press.panels", what, None, message("order as many pages as there are panels"))])
    sides: _Sides = []
    for name, face in (("outside", fold.outside), ("inside", fold.inside)):
        panels = [book.pages[number - 1] for number in face]
        row = tuple(Cell(page, page.page.frame.size, is_joined=place > 0) for place, page in enumerate(panels))
        sides.append((name, (row,)))
    return sides


def _filled(pages: Sequence[NumberedPage], signature: int, report: Report) -> list[NumberedPage | None]:
    """The pages up to whole signatures: blank ones before the last page, which stays outside; they are told."""
    missing = -len(pages) % signature
    if not missing:
        return list(pages)
    report.add(
        warning(
            "press.blank-pages",
            message("blank pages before the last one: {count}", count=missing),
            None,
            message(
                "a sheet takes {signature} pages; order so many more if they should bear something", signature=signature
            ),
        )
    )
    return [*pages[:-1], *[None] * missing, pages[-1]]


def _row(pair: tuple[NumberedPage | None, NumberedPage | None], size: Size, creep: float = 0.0) -> tuple[Cell, ...]:
    return Cell(pair[0], size, shift=creep), Cell(pair[1], size, is_joined=True, shift=-creep)


def _mirrored(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row as it lies in a book bound at the other side: from right to left, joined where it was."""
    turned = row[::-1]
    joins = [False, *(cell.is_joined for cell in row[:0:-1])]
    return tuple(
        Cell(cell.page, cell.size, is_joined, cell.is_turned, -cell.shift)
        for cell, is_joined in zip(turned, joins, strict=True)
    )


def _size(pages: Sequence[NumberedPage | None]) -> Size:
    return next(page.page.frame.size for page in pages if page is not None)


def _label(pages: Sequence[NumberedPage | None]) -> str:
    return "-".join(page.label for page in pages if page is not None)
