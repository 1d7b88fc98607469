"""The band across the foot of a page, in what the copy above it leaves free."""

from __future__ import annotations

from brochure.drawing.geometry import Rect
from brochure.layout.type_area import TypeArea

_LEAST_LINES = 4  # a lower band looks like a mistake
_GAP_LINES = 1.5
_HIGH_PAGE = 40  # lines: on a higher page a band of ten would leave too much white above it


def foot_band(area: TypeArea, box: Rect, depth: float, bleed: float, most_lines: float = 0.0) -> Rect | None:
    """The band over the page's whole width and bleed, its foot a line above the foot of `box`; None where less than
    four lines of the grid are free: white is better than a sliver.

    `depth` is where the copy ends, in points from the head of the page. `most_lines` 0 takes what the page's height
    asks for.
    """
    foot = box.bottom - area.line_feed
    most_lines = most_lines or (10 if area.lines <= _HIGH_PAGE else _HIGH_PAGE * 0.45)
    height = min(foot - depth - _GAP_LINES * area.line_feed, most_lines * area.line_feed)
    if height < _LEAST_LINES * area.line_feed:
        return None
    return Rect(-bleed, foot - height, area.trim.width + 2 * bleed, height)
