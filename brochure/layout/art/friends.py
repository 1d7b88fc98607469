"""Two friends drawn for children: one in a cap of waves, one in a cap of lattice; and the bubbles they speak in."""

from __future__ import annotations

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Path, Placed, circle, ellipse, line
from brochure.drawing.geometry import Size
from brochure.layout.art.paths import filled, scene, stroked
from brochure.layout.palette import Palette

_SKIN = Colour(0.0, 0.12, 0.22, 0.0)


def friend(size: Size, palette: Palette, is_chinese: bool = False) -> Frame:
    """A child's head and shoulders in a box; the one from China wears vermilion and looks to the left."""
    unit = min(size.width, size.height) / 100
    tone = palette.vermilion if is_chinese else palette.sea
    hair = palette.sea_deep
    turn = -3.0 if is_chinese else 3.0
    items: list[Placed] = [
        filled(ellipse(50 * unit, 104 * unit, 38 * unit, 26 * unit), tone),
        filled(ellipse(50 * unit, 84 * unit, 11 * unit, 7 * unit), palette.paper),
        filled(circle(50 * unit, 50 * unit, 33 * unit), hair),
        filled(ellipse((50 + turn) * unit, 55 * unit, 28 * unit, 26 * unit), _SKIN),
        filled(_cap(unit), tone),
        *_pattern(unit, palette.paper, is_chinese),
        filled(ellipse(50 * unit, 35 * unit, 37 * unit, 4.2 * unit), palette.gold),
    ]
    if is_chinese:
        items += [filled(circle(x * unit, 62 * unit, 6 * unit), hair) for x in (17, 83)]
    for x in (39 + turn * 1.4, 61 + turn * 1.4):
        items.append(filled(ellipse(x * unit, 55 * unit, 2.6 * unit, 3.6 * unit), hair))
        items.append(filled(circle((x + 0.9) * unit, 53.6 * unit, 0.9 * unit), palette.paper))
    for x in (31 + turn * 1.6, 69 + turn * 1.6):
        items.append(filled(ellipse(x * unit, 63 * unit, 4.2 * unit, 2.6 * unit), palette.blossom))
    middle = (50 + turn * 1.5) * unit
    smile: Path = (
        ("M", middle - 6 * unit, 65 * unit),
        ("C", middle - 4 * unit, 70.5 * unit, middle + 4 * unit, 70.5 * unit, middle + 6 * unit, 65 * unit),
    )
    items.append(stroked(smile, hair, 1.5 * unit))
    return scene(size, items)


def _cap(unit: float) -> Path:
    """A round cap over the upper half of the head."""
    return (
        ("M", 15 * unit, 35 * unit),
        ("C", 16 * unit, 2 * unit, 84 * unit, 2 * unit, 85 * unit, 35 * unit),
        ("Z",),
    )


def _pattern(unit: float, colour: Colour, is_lattice: bool) -> list[Placed]:
    """Waves on one cap, lattice on the other."""
    if is_lattice:
        bars = [line(x * unit, 14 * unit, x * unit, 31 * unit) for x in (36, 50, 64)]
        bars += [line(28 * unit, y * unit, 72 * unit, y * unit) for y in (19, 26)]
        return [stroked(bar, colour, 1.2 * unit) for bar in bars]
    arcs: list[Placed] = []
    for row, y in enumerate((29, 21)):
        for x in range(30 + 6 * row, 76 - 6 * row, 12):
            arc: Path = (
                ("M", (x - 6) * unit, y * unit),
                ("C", (x - 5) * unit, (y - 8) * unit, (x + 5) * unit, (y - 8) * unit, (x + 6) * unit, y * unit),
            )
            arcs.append(stroked(arc, colour, 1.2 * unit))
    return arcs


def bubble(x: float, y: float, width: float, height: float, tail: float, is_right: bool) -> Path:
    """A speech bubble with round corners and a tail of a length to its speaker, at the left or at the right."""
    r, k = 9.0, 9.0 * 0.4477
    right, bottom = x + width, y + height
    path: list[tuple[str | float, ...]] = [
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - k, y, right, y + k, right, y + r),
    ]
    if is_right:
        path += [("L", right, y + 20), ("L", right + tail, y + 26), ("L", right, y + 34)]
    path += [
        ("L", right, bottom - r),
        ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + k, bottom, x, bottom - k, x, bottom - r),
    ]
    if not is_right:
        path += [("L", x, y + 34), ("L", x - tail, y + 26), ("L", x, y + 20)]
    path += [("L", x, y + r), ("C", x, y + k, x + k, y, x + r, y), ("Z",)]
    return tuple(path)  # type: ignore[return-value]
