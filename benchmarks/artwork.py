"""Our drawings as SVG and as PDF, for documents of other programs: the bands of the pages, the signs of the timeline.

What a drawing repeats (the rows of the band) is written once in either and used again.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pikepdf
from msgspec.structs import replace

from benchmarks.page_measures import BAND_DEPTH, LATTICE_DEPTH, MARK, MM, TRIM
from brochure.diagnostics import Report
from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Group, Placed, Shape
from brochure.drawing.frame import Path as Outline
from brochure.drawing.geometry import Point, Rect, Size
from brochure.layout.art.lattice import lattice
from brochure.layout.art.marks import MARKS, mark
from brochure.layout.art.meeting_band import meeting_band
from brochure.layout.art.paths import moved
from brochure.theme.reader import read_theme

ROOT = Path(__file__).parent.parent
THEME = "harbour"
_BLEED = 3 * MM
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}  # of SVG, of PDF


class Drawing(NamedTuple):
    """A frame and the part of it that is shown, both in points."""

    frame: Frame
    shown: Rect


def drawings() -> dict[str, Drawing]:
    """The band at the head of a profile, the band under the contents and the sign of each kind of entry, by name."""
    theme = read_theme(ROOT, THEME, Report())
    assert theme is not None
    palette = theme.palette
    width = TRIM[0] + 2 * _BLEED
    head = lattice(Size(width, LATTICE_DEPTH + _BLEED), palette)
    foot = meeting_band(Size(width, BAND_DEPTH + _BLEED), palette)
    return {
        "lattice": Drawing(head, Rect(_BLEED, _BLEED, TRIM[0], LATTICE_DEPTH)),
        "band": Drawing(foot, Rect(_BLEED, 0.0, TRIM[0], BAND_DEPTH)),
        "band-tile": _tile(foot),
        **{kind: Drawing(mark(kind, MARK, palette), Rect(0.0, 0.0, MARK, MARK)) for kind in MARKS},
    }


def _tile(band: Frame) -> Drawing:
    """What a band repeats downwards: two rows, and of those around them what reaches into them."""
    shapes = tuple(_shapes(band.items, 0.0, 0.0))
    rows = sorted({placed.y for placed in shapes if placed.y != 0.0})
    period = rows[2] - rows[0]
    near = tuple(placed for placed in shapes if period < placed.y < 4 * period)
    return Drawing(Frame(band.size, near), Rect(_BLEED, 2 * period, TRIM[0], period))


def write_artwork(folder: Path) -> None:
    """Write every drawing into a folder, as `NAME.svg` and `NAME.pdf`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in drawings().items():
        (folder / f"{name}.svg").write_text(svg(drawing), "utf-8")
        with pdf(drawing) as file:
            file.save(folder / f"{name}.pdf")


def svg(drawing: Drawing) -> str:
    """A drawing as an SVG file."""
    parts: dict[tuple[Shape, ...], str] = {}
    uses: list[str] = []
    for at, shapes in _parts(drawing.frame):
        name = parts.setdefault(shapes, f"part-{len(parts)}")
        uses.append(f'<use href="#{name}" x="{_number(at.x)}" y="{_number(at.y)}"/>')
    defined = (f'<g id="{name}">\n' + "\n".join(map(_svg_path, shapes)) + "\n</g>" for shapes, name in parts.items())
    x, y, width, height = map(_number, drawing.shown)
    size = f'width="{width}pt" height="{height}pt" viewBox="{x} {y} {width} {height}"'
    body = "\n".join(("<defs>", *defined, "</defs>", *uses))
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{body}\n</svg>\n'


def pdf(drawing: Drawing) -> pikepdf.Pdf:
    """A drawing as a PDF file of one page."""
    file = pikepdf.new()
    parts: dict[tuple[Shape, ...], str] = {}
    resources = pikepdf.Dictionary()
    uses: list[str] = []
    for at, shapes in _parts(drawing.frame):
        if shapes not in parts:
            parts[shapes] = name = f"/Part{len(parts)}"
            form = file.make_stream("".join(map(_pdf_path, shapes)).encode())
            form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            form.BBox = [-TRIM[0], -TRIM[1], 2 * TRIM[0], 2 * TRIM[1]]
            resources[name] = form
        uses.append(f"q 1 0 0 1 {_number(at.x)} {_number(at.y)} cm {parts[shapes]} Do Q\n")
    x, y, width, height = drawing.shown
    page = file.add_blank_page(page_size=(width, height))
    page.Resources = pikepdf.Dictionary(XObject=resources)
    axes = f"1 0 0 -1 {_number(-x)} {_number(y + height)} cm\n"
    page.Contents = file.make_stream((axes + "".join(uses)).encode())
    return file


def _parts(frame: Frame) -> Iterator[tuple[Point, tuple[Shape, ...]]]:
    """The shapes of a frame, those in a row that stand at one height together."""
    for y, shapes in groupby(_shapes(frame.items, 0.0, 0.0), key=lambda placed: placed.y):
        yield Point(0.0, y), tuple(_at(placed.item, placed.x) for placed in shapes if isinstance(placed.item, Shape))


def _at(shape: Shape, x: float) -> Shape:
    return replace(shape, path=moved(tuple(shape.path), x, 0.0)) if x else shape


def _shapes(items: tuple[Placed, ...], x: float, y: float) -> Iterator[Placed]:
    for placed in items:
        if isinstance(placed.item, Group):
            yield from _shapes(placed.item.items, x + placed.x, y + placed.y)
        else:
            yield placed.moved(x, y)


def _svg_path(shape: Shape) -> str:
    steps = (str(operator) + " ".join(map(_number, map(float, values))) for operator, *values in shape.path)
    fill = on_screen(_plain(shape)) if shape.fill else "none"
    rule = ' fill-rule="evenodd"' if shape.is_even_odd else ""
    line = shape.stroke
    stroke = f' stroke="{on_screen(line.colour)}" stroke-width="{_number(line.width)}"' if line else ""
    return f'<path d="{"".join(steps)}" fill="{fill}"{rule}{stroke}/>'


def _pdf_path(shape: Shape) -> str:
    outline = _pdf_outline(shape.path)
    if shape.stroke:
        return f"{_inks(shape.stroke.colour)} RG {_number(shape.stroke.width)} w {outline} S\n"
    return f"{_inks(_plain(shape))} rg {outline} {'f*' if shape.is_even_odd else 'f'}\n"


def _pdf_outline(path: Outline) -> str:
    return " ".join(" ".join((*map(_number, map(float, v)), _OPERATORS[str(o)])) for o, *v in path)


def _plain(shape: Shape) -> Colour:
    assert isinstance(shape.fill, Colour), "a blend"
    return shape.fill


def _inks(colour: Colour) -> str:
    return " ".join(map(_number, colour.srgb))


def on_screen(colour: Colour) -> str:
    """A colour as the screen shows it: `#204f84`."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour.srgb)


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
