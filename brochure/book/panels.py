"""Leaflets: pages that are the panels of a folded sheet, each as wide as the fold leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.drawing.geometry import Size
from brochure.drawing.units import mm
from brochure.edition.edition import Edition
from brochure.edition.sizes import SIZES
from brochure.layout.type_area import TypeArea

if TYPE_CHECKING:
    from brochure.edition.folds import Fold


def fold_of(edition: Edition) -> Fold | None:
    """How an edition is folded; None for a book or a flat sheet."""
    if edition.imposition == "pages":
        return None
    from brochure.edition.folds import FOLDS

    return FOLDS.get(edition.imposition)


def grid_of(edition: Edition) -> str:
    """The name of the theme's grid for an edition's pages: that of its size, or of the panels of a sheet folded so."""
    return f"{edition.size}-panel" if fold_of(edition) else edition.size


def trim_of(edition: Edition, number: int = 1) -> Size:
    """The size of a page after cutting and folding, in points; `number` counts the panels as they are read."""
    size, fold = SIZES[edition.size], fold_of(edition)
    if fold is None:
        return size.size
    widths = fold.widths_mm(size.width_mm)
    return Size(mm(widths[min(number, len(widths)) - 1]), mm(size.height_mm))


def on_panel(area: TypeArea, edition: Edition, number: int) -> TypeArea:
    """The type area on the panel of a number.

    What a panel is wider or narrower than the area was made for, its margins take where it is less than a character,
    half on each side; a flap or a double panel has a measure of its own, in whole characters, between equal margins.
    """
    trim = trim_of(edition, number)
    more = int((trim.width - 2 * area.inner - area.width) / area.size)
    if not more:
        return replace(area, trim=trim, inner=area.inner + (trim.width - area.trim.width) / 2)
    characters = max(area.characters + more, 1)
    return replace(area, trim=trim, characters=characters, inner=(trim.width - characters * area.size) / 2)
