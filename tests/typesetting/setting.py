"""Styles for tests of line composition, and where the bodies of a line stand."""

from __future__ import annotations

from functools import cache

from typefaces.shelf import shelf

from brochure.drawing.frame import Glyphs
from brochure.typefaces.library import TypefaceLibrary
from brochure.typesetting.compose import compose
from brochure.typesetting.conventions import GB, JIS, TAIWAN, Conventions
from brochure.typesetting.line import Composed, Line
from brochure.typesetting.paragraph import Alignment, ParagraphStyle, paragraph
from brochure.typesetting.text_style import TextStyle

EM = 10.0
_FAMILIES = {"ja": "ja-gothic", "zh_CN": "zh_CN-gothic", "zh_TW": "zh_CN-gothic", "en": "latin"}
_CONVENTIONS: dict[str, Conventions] = {"ja": JIS, "zh_CN": GB, "zh_TW": TAIWAN, "en": JIS}


@cache
def library() -> TypefaceLibrary:
    return shelf()


def style(language: str = "ja", alignment: Alignment = Alignment.JUSTIFIED, **changes: object) -> ParagraphStyle:
    text = TextStyle(library().chain(_FAMILIES[language]), EM, language)
    values: dict[str, object] = {"conventions": _CONVENTIONS[language], **changes}
    return ParagraphStyle(text, 16.0, alignment=alignment, **values)  # type: ignore[arg-type]


def composed(text: str, ems: float, language: str = "ja", **changes: object) -> Composed:
    return compose(paragraph(text, style(language, **changes)), ems * EM)  # type: ignore[arg-type]


def texts(text: str, ems: float, language: str = "ja", **changes: object) -> list[str]:
    return [line.text for line in composed(text, ems, language, **changes).lines]


def origins(line: Line) -> list[float]:
    """Where the origin of each glyph of a line stands, in em from the measure's left edge."""
    found: list[float] = []
    for placed in line.items:
        item = placed.item
        if not isinstance(item, Glyphs):
            continue
        face = library().by_key(item.face)
        shifts = dict(item.shifts)
        pen = placed.x
        for index in range(len(item.ids) // 2):
            pen += shifts.get(index, 0.0) * item.size / 1000
            found.append(round(pen / EM, 4))
            glyph = int.from_bytes(item.ids[2 * index : 2 * index + 2], "big")
            pen += face.advance(glyph) * item.size / face.units_per_em
    return found
