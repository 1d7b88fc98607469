"""The faces and styles lines are set in by the benchmarks of line composition, and where a line's glyphs stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from brochure.diagnostics import Report
from brochure.drawing.frame import Glyphs, Group, Placed, Tagged
from brochure.drawing.geometry import Transform
from brochure.theme.typefaces_reader import read_typefaces
from brochure.typefaces.library import TypefaceLibrary
from brochure.typesetting.conventions import GB, JIS, LATIN, TAIWAN, UNICODE, Conventions
from brochure.typesetting.line import Line
from brochure.typesetting.paragraph import Alignment, ParagraphStyle
from brochure.typesetting.text_style import TextStyle

ROOT = Path(__file__).resolve().parent.parent
EM = 10.0
FAMILIES = {"ja": "ja-gothic", "zh_CN": "zh_CN-gothic", "zh_TW": "zh_TW-gothic", "en": "latin", "und": "ja-gothic"}
CONVENTIONS = {"ja": JIS, "zh_CN": GB, "zh_TW": TAIWAN, "en": LATIN, "und": UNICODE}


@cache
def library() -> TypefaceLibrary:
    """The project's own fonts."""
    report = Report()
    found = read_typefaces(ROOT, report)
    report.raise_if_errors()
    return found


def style(
    language: str,
    alignment: Alignment = Alignment.START,
    conventions: Conventions | None = None,
    **changes: object,
) -> ParagraphStyle:
    """A paragraph style of ten points in a language's gothic and by its conventions."""
    text = TextStyle(library().chain(FAMILIES[language]), EM, language)
    rules = conventions or CONVENTIONS[language]
    return ParagraphStyle(text, 1.7 * EM, rules, alignment=alignment, **changes)  # type: ignore[arg-type]


class GlyphPlace(NamedTuple):
    """A glyph's copy and where its origin stands along the line from the measure's head, in em of ten points."""

    text: str
    along: float
    is_silent: bool


def glyph_places(line: Line) -> list[GlyphPlace]:
    """Every glyph of a line in the order it is drawn, from what is handed to the PDF writer."""
    return list(_places(line.items, 0.0, line.is_vertical))


def _places(items: tuple[Placed, ...], moved: float, is_vertical: bool) -> Iterator[GlyphPlace]:
    for placed in items:
        item = placed.item
        along = moved + (placed.y if is_vertical else placed.x)
        if isinstance(item, Glyphs):
            yield from _glyphs(item, along)
        elif isinstance(item, Tagged):
            yield from _places(item.items, along, is_vertical)
        elif isinstance(item, Group):
            is_turned = item.transform == Transform(0.0, 1.0, -1.0, 0.0)
            yield from _places(item.items, along, is_vertical and not is_turned)


def _glyphs(run: Glyphs, along: float) -> Iterator[GlyphPlace]:
    face = library().by_key(run.face)
    shifts = dict(run.shifts)
    texts = run.texts or tuple(run.text)
    for index in range(len(run.ids) // 2):
        along += shifts.get(index, 0.0) * run.size / 1000
        glyph = int.from_bytes(run.ids[2 * index : 2 * index + 2], "big")
        yield GlyphPlace(texts[index], along / EM, run.is_silent)
        units = -face.hb_font.get_glyph_v_advance(glyph) if run.is_vertical else face.advance(glyph)
        along += units * run.size / face.units_per_em
