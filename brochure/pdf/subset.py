"""The part of a font a book uses, cut out with hb-subset in the form PDF embeds: a TrueType file or a bare CFF table.

What layout put into a frame goes into the content stream as it is: code = CID = the whole font's glyph number. A
TrueType subset keeps the numbers (padded with empty glyphs, which deflate to little); so does a CFF whose glyphs have
names. A CID-keyed CFF is cut down, and its charset says which number each glyph had. A variable font is pinned to the
face's place on its axes on the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from struct import unpack_from

import uharfbuzz
from msgspec import Struct

from brochure.pdf.cff import is_cid_keyed, with_charset
from brochure.typefaces.face import Face
from brochure.typefaces.sfnt import table

_FLAGS = uharfbuzz.SubsetFlags
# Hints go: they serve low-resolution screens alone. Subroutines are written out: smaller once deflated (a quarter, on a
# thousand kanji) and twice as fast to cut.
_HOW = (
    _FLAGS.NOTDEF_OUTLINE
    | _FLAGS.NO_HINTING
    | _FLAGS.DESUBROUTINIZE
    | _FLAGS.NO_LAYOUT_CLOSURE
    | _FLAGS.NO_BIDI_CLOSURE
    | _FLAGS.DOWNGRADE_CFF2
)

# What a viewer needs of a TrueType font embedded under a CIDToGIDMap: ISO 32000-1, 9.9, table 126.
_KEPT = {"glyf", "head", "hhea", "hmtx", "loca", "maxp", "CFF ", "CFF2"}
_VARIATION = {"fvar", "gvar", "avar", "cvar", "HVAR", "MVAR"}  # read when the axes are pinned, and gone after


class FontProgram(Struct, frozen=True):
    """The bytes to embed, which kind they are, and the box of all glyphs in thousandths of an em (l, b, r, t)."""

    data: bytes
    is_cff: bool
    box: tuple[int, int, int, int]


def subset(face: Face, texts: Mapping[int, str]) -> FontProgram:
    """The face with only these glyphs (and .notdef) drawn, each answering to its own number; `texts` says what they
    stand for."""
    characters = _characters(face, texts)
    kept = sorted({0, *texts})
    if face.is_cff:
        font, cff = _cut_cff(face, kept, characters)
        return FontProgram(cff, True, _box(font, face.units_per_em))
    font = _cut(face, kept, characters, _HOW | _FLAGS.RETAIN_GIDS)
    return FontProgram(font, False, _box(font, face.units_per_em))


def _characters(face: Face, texts: Mapping[int, str]) -> list[int]:
    """The characters that ask for just these glyphs; none where a glyph is not the first one its text has."""
    nominal = face.hb_font.get_nominal_glyph
    found = [(glyph, ord(text)) for glyph, text in texts.items() if len(text) == 1]
    if len(found) < len(texts) or any(nominal(character) != glyph for glyph, character in found):
        return []
    return [character for _, character in found]


def _cut_cff(face: Face, kept: list[int], characters: list[int]) -> tuple[bytes, bytes]:
    """The font and its CFF table."""
    font = _cut(face, kept, characters, _HOW)
    bare = table(font, "CFF ")
    if is_cid_keyed(bare):
        return font, with_charset(bare, kept[1:])
    font = _cut(face, kept, characters, _HOW | _FLAGS.RETAIN_GIDS)
    return font, table(font, "CFF ")


def _cut(face: Face, kept: list[int], characters: list[int], how: uharfbuzz.SubsetFlags) -> bytes:
    """The font with the glyphs that are kept. Asked for by their characters they are cut in half the time: where it is
    asked for glyphs, hb-subset gathers all characters of the face first."""
    cut = uharfbuzz.SubsetInput()
    cut.flags = how
    if characters:
        cut.unicode_set.update(characters)
    else:
        cut.glyph_set.update(kept)
    cut.drop_table_tag_set.update(_number(tag) for tag in face.tables.keys() - _KEPT - _VARIATION)
    for tag, value in face.axes:
        cut.pin_axis_location(face.hb_face, tag, value)
    font = uharfbuzz.subset(face.hb_face, cut)
    expected = len(kept) if not how & _FLAGS.RETAIN_GIDS else kept[-1] + 1
    if font.glyph_count != expected:
        raise ValueError(f"hb-subset gave {font.glyph_count} glyphs of {face.key}, not {expected}")
    return font.blob.data


def _box(font: bytes, em: int) -> tuple[int, int, int, int]:
    left, bottom, right, top = unpack_from(">hhhh", table(font, "head"), 36)
    per_em = 1000 / em
    return round(left * per_em), round(bottom * per_em), round(right * per_em), round(top * per_em)


def _number(tag: str) -> int:
    return int.from_bytes(tag.encode("latin-1"), "big")
