"""トンボ: the marks a printer cuts, folds and registers by, all of them outside the bleed.

Corner marks are the Japanese double pair: the inner one shows the trim, the outer one the bleed; where they cross lies
the bleed's corner. Or one pair of lines at the trim, as Chinese and Western printers draw them. Centre marks stand at
the middle of each edge, fold marks above and below each fold. Lines are 0.1 mm in the registration colour.
"""

from __future__ import annotations

from brochure.drawing.colour import REGISTRATION
from brochure.drawing.frame import Path, Placed, Shape, Stroke, circle, line
from brochure.drawing.geometry import Rect
from brochure.drawing.units import mm
from brochure.edition.presets import MarksStyle

LINE_WIDTH = mm(0.1)
_LENGTH = mm(8)  # from the bleed outwards
_CENTRE_BAR = mm(10)  # half the bar across a centre mark
_CENTRE_OFFSET = mm(3)  # where the bar crosses, from the bleed outwards
_FOLD_LENGTH = mm(6)
_STROKE = Stroke(REGISTRATION, LINE_WIDTH)
_FOLD_STROKE = Stroke(REGISTRATION, LINE_WIDTH, (mm(1.5), mm(0.8)))


def marks(
    trim: Rect, bleed: float, style: MarksStyle = MarksStyle.JAPANESE, folds: tuple[float, ...] = ()
) -> tuple[Placed, ...]:
    """Marks around a trim with `bleed` points of bleed on every side, in the sheet's axes; `folds` are the x of the
    folds."""
    corner = _corner if style is MarksStyle.JAPANESE else _crop
    paths = [path for x_side in (-1, 1) for y_side in (-1, 1) for path in corner(trim, bleed, x_side, y_side)]
    paths += _centres(trim, bleed, folds) if style is MarksStyle.JAPANESE else _targets(trim, bleed, folds)
    return (
        *(Placed(Shape(path, stroke=_STROKE)) for path in paths),
        *(Placed(Shape(path, stroke=_FOLD_STROKE)) for path in _folds(trim, bleed, folds)),
    )


def _corner(trim: Rect, bleed: float, x_side: int, y_side: int) -> tuple[Path, ...]:
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


def _crop(trim: Rect, bleed: float, x_side: int, y_side: int) -> tuple[Path, ...]:
    """A line on each side of a corner, at the trim."""
    x = trim.x if x_side < 0 else trim.right
    y = trim.y if y_side < 0 else trim.bottom
    near, far = bleed + LINE_WIDTH, bleed + _LENGTH
    return line(x + x_side * near, y, x + x_side * far, y), line(x, y + y_side * near, x, y + y_side * far)


def _centres(trim: Rect, bleed: float, folds: tuple[float, ...]) -> list[Path]:
    across, down = trim.x + trim.width / 2, trim.y + trim.height / 2
    near, bar, far = bleed + LINE_WIDTH / 2, bleed + _CENTRE_OFFSET, bleed + _LENGTH
    paths: list[Path] = []
    for edge, side in ((trim.y, -1), (trim.bottom, 1)):
        if not _is_at(across, folds):  # a fold's own mark stands there
            paths.append(line(across, edge + side * near, across, edge + side * far))
        paths.append(line(across - _CENTRE_BAR, edge + side * bar, across + _CENTRE_BAR, edge + side * bar))
    for edge, side in ((trim.x, -1), (trim.right, 1)):
        paths.append(line(edge + side * near, down, edge + side * far, down))
        paths.append(line(edge + side * bar, down - _CENTRE_BAR, edge + side * bar, down + _CENTRE_BAR))
    return paths


def _targets(trim: Rect, bleed: float, folds: tuple[float, ...]) -> list[Path]:
    """A cross in a ring at the middle of each edge."""
    across, down = trim.x + trim.width / 2, trim.y + trim.height / 2
    away, arm, ring = bleed + mm(5), mm(3), mm(1.5)
    centres = [(trim.x - away, down), (trim.right + away, down)]
    if not _is_at(across, folds):
        centres += [(across, trim.y - away), (across, trim.bottom + away)]
    paths: list[Path] = []
    for x, y in centres:
        paths += [line(x - arm, y, x + arm, y), line(x, y - arm, x, y + arm), circle(x, y, ring)]
    return paths


def _folds(trim: Rect, bleed: float, folds: tuple[float, ...]) -> list[Path]:
    """A dashed line above and below each fold."""
    near, far = bleed + LINE_WIDTH, bleed + _FOLD_LENGTH
    return [
        line(x, edge + side * near, x, edge + side * far)
        for x in folds
        for edge, side in ((trim.y, -1), (trim.bottom, 1))
    ]


def _is_at(x: float, folds: tuple[float, ...]) -> bool:
    return any(abs(x - fold) < 0.5 for fold in folds)
