"""トンボ: the marks a printer cuts and registers by, all of them outside the bleed.

Corner marks are the Japanese double pair: the inner one shows the trim, the outer one the bleed; where they cross lies
the bleed's corner. Centre marks stand at the middle of each edge. Lines are 0.1 mm in the registration colour.
"""

from __future__ import annotations

from brochure.drawing.colour import REGISTRATION
from brochure.drawing.frame import Path, Placed, Shape, Stroke, line
from brochure.drawing.geometry import Point, Rect
from brochure.drawing.units import mm

LINE_WIDTH = mm(0.1)
_LENGTH = mm(8)  # from the bleed outwards
_CENTRE_BAR = mm(10)  # half the bar across a centre mark
_CENTRE_OFFSET = mm(3)  # where the bar crosses, from the bleed outwards
_STROKE = Stroke(REGISTRATION, LINE_WIDTH)
_HERE = Point(0.0, 0.0)


def marks(trim: Rect, bleed: float) -> tuple[Placed, ...]:
    """Corner and centre marks around a trim with `bleed` points of bleed on every side, in the sheet's axes."""
    paths = [path for x_side in (-1, 1) for y_side in (-1, 1) for path in _corner(trim, bleed, x_side, y_side)]
    paths += _centres(trim, bleed)
    return tuple(Placed(_HERE, Shape(path, stroke=_STROKE)) for path in paths)


def _corner(trim: Rect, bleed: float, x_side: int, y_side: int) -> tuple[Path, Path]:
    """The two L of a corner. Along the bleed's edge they run half a line's width outside it."""
    x = trim.x if x_side < 0 else trim.right
    y = trim.y if y_side < 0 else trim.bottom
    edge = bleed + LINE_WIDTH / 2
    far = bleed + _LENGTH
    inner: Path = (
        ("M", x + x_side * far, y),
        ("L", x + x_side * edge, y),
        ("L", x + x_side * edge, y + y_side * far),
    )
    outer: Path = (
        ("M", x + x_side * far, y + y_side * edge),
        ("L", x, y + y_side * edge),
        ("L", x, y + y_side * far),
    )
    return inner, outer


def _centres(trim: Rect, bleed: float) -> list[Path]:
    across, down = trim.x + trim.width / 2, trim.y + trim.height / 2
    near, bar, far = bleed + LINE_WIDTH / 2, bleed + _CENTRE_OFFSET, bleed + _LENGTH
    paths: list[Path] = []
    for edge, side in ((trim.y, -1), (trim.bottom, 1)):
        paths.append(line(across, edge + side * near, across, edge + side * far))
        paths.append(line(across - _CENTRE_BAR, edge + side * bar, across + _CENTRE_BAR, edge + side * bar))
    for edge, side in ((trim.x, -1), (trim.right, 1)):
        paths.append(line(edge + side * near, down, edge + side * far, down))
        paths.append(line(edge + side * bar, down - _CENTRE_BAR, edge + side * bar, down + _CENTRE_BAR))
    return paths
