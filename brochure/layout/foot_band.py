"""A drawing across the foot of a page, in what the copy above it leaves free."""

from __future__ import annotations

from brochure.drawing.geometry import Rect, Size
from brochure.layout.art.motifs import motif
from brochure.layout.composition import Composition
from brochure.layout.palette import Palette
from brochure.layout.type_area import TypeArea

_LEAST_LINES = 4  # a lower band looks like a mistake
_GAP_LINES = 1.5
_HIGH_PAGE = 40  # lines: on a higher page a band of ten would leave too much white above it


def set_foot_band(
    page: Composition,
    area: TypeArea,
    palette: Palette,
    box: Rect,
    depth: float,
    art: str,
    seed: int,
    bleed: float,
    most_lines: float = 0.0,
) -> None:
    """Draw motif `art` over the page's whole width and bleed, its foot a line above the foot of `box`.

    `depth` is where the copy ends, in points from the head of the page. Where less than four lines of the grid
    are free nothing is drawn: white is better than a sliver. `most_lines` 0 takes what the page's height asks for.
    """
    foot = box.bottom - area.line_feed
    most_lines = most_lines or (10 if area.lines <= _HIGH_PAGE else _HIGH_PAGE * 0.45)
    height = min(foot - depth - _GAP_LINES * area.line_feed, most_lines * area.line_feed)
    if not art or height < _LEAST_LINES * area.line_feed:
        return
    size = Size(area.trim.width + 2 * bleed, height)
    page.artwork(motif(art)(size, palette, seed), -bleed, foot - height)
