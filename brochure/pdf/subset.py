"""The part of a font a book uses, cut out with hb-subset in the form PDF embeds: a TrueType file or a bare CFF table.

Glyph numbers are kept (the font is padded with empty glyphs, which compress to little), so what layout put into a
frame goes into the content stream as it is. A variable font is pinned to the face's place on its axes on the way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from struct import unpack_from

import uharfbuzz

from brochure.typefaces.face import Face
from brochure.typefaces.sfnt import directory

_FLAGS = uharfbuzz.SubsetFlags
# Hints go: they serve low-resolution screens alone. Subroutines are written out: smaller once deflated (a quarter, on a
# thousand kanji) and twice as fast to cut. CID = glyph number in every CFF, or the codes in the page would mean others.
_HOW = (
    _FLAGS.RETAIN_GIDS
    | _FLAGS.NOTDEF_OUTLINE
    | _FLAGS.NO_HINTING
    | _FLAGS.DESUBROUTINIZE
    | _FLAGS.NO_LAYOUT_CLOSURE
    | _FLAGS.NO_BIDI_CLOSURE
)
_HOW_CFF = _HOW | _FLAGS.CFF_IDENTITY_CHARSET | _FLAGS.DOWNGRADE_CFF2

# What a viewer needs of a TrueType font embedded under a CIDToGIDMap: ISO 32000-1, 9.9, table 126.
_KEPT = {"glyf", "head", "hhea", "hmtx", "loca", "maxp", "CFF ", "CFF2"}
_VARIATION = {"fvar", "gvar", "avar", "cvar", "HVAR", "MVAR"}  # read when the axes are pinned, and gone after


@dataclass(frozen=True, slots=True)
class FontProgram:
    """The bytes to embed, which kind they are, and the box of all glyphs in thousandths of an em (l, b, r, t)."""

    data: bytes
    is_cff: bool
    box: tuple[int, int, int, int]


def subset(face: Face, glyphs: Iterable[int]) -> FontProgram:
    """The face with only these glyphs (and .notdef) drawn, each under its own number."""
    cut = uharfbuzz.SubsetInput()
    cut.flags = _HOW_CFF if face.is_cff else _HOW
    cut.glyph_set.update({0, *glyphs})
    cut.drop_table_tag_set.update(_number(tag) for tag in face.tables.keys() - _KEPT - _VARIATION)
    for tag, value in face.axes:
        cut.pin_axis_location(face.hb_face, tag, value)
    font = uharfbuzz.subset(face.hb_face, cut).blob.data
    tables = directory(font)
    box = unpack_from(">hhhh", font, tables["head"][0] + 36)
    left, bottom, right, top = (round(value * 1000 / face.units_per_em) for value in box)
    if face.is_cff:
        at, length = tables["CFF "]
        font = font[at : at + length]
    return FontProgram(font, face.is_cff, (left, bottom, right, top))


def _number(tag: str) -> int:
    return int.from_bytes(tag.encode("latin-1"), "big")
