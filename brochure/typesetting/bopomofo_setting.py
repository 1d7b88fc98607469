"""Bopomofo set beside its characters: letters in a column, the tone at their side."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from brochure.drawing.frame import Placed
from brochure.drawing.geometry import Point
from brochure.typesetting.bopomofo import BopomofoColumn, Ink, bopomofo_column, letter_size, letters_and_tone
from brochure.typesetting.itemise import Item
from brochure.typesetting.placing import IDEOGRAPHIC_ASCENT, Placing
from brochure.typesetting.ruby_setting import RubyPlace
from brochure.typesetting.shape import ink_of, shape_text
from brochure.typesetting.silent import silent

_EM = 1000


def bopomofo(line: Placing, place: RubyPlace) -> Iterator[Placed]:
    """The column of one character's reading, to its right whichever way the line runs."""
    item = place.readings[0].item
    letters, tone = letters_and_tone(item.text)
    size = line.runs[item.run].style.size
    column = bopomofo_column(len(letters), tone, letter_size(size))
    along = line.points(line.edge(place.first))
    corner = Point(size / 2, along)
    if not line.style.is_vertical:
        corner = Point(along + line.points(place.bases[0]), -IDEOGRAPHIC_ASCENT * size)
    for letter, at in zip(letters, column.letters, strict=True):
        yield _letter(item, column, letter, at, corner, size)
    if tone:
        yield _tone(item, column, tone, corner, size)


def _letter(item: Item, column: BopomofoColumn, letter: str, at: tuple[int, int], corner: Point, size: float) -> Placed:
    """A letter in the form it has in a vertical column (ㄧ lies)."""
    small = replace(item.style, size=size * column.letter_size / _EM)
    drawn = replace(item, style=small, text=letter, is_vertical=True)
    glyphs = silent(drawn, shape_text(letter, drawn), small.size)
    return Placed(glyphs, corner.x + at[0] * size / _EM + small.size / 2, corner.y + at[1] * size / _EM)


def _tone(item: Item, column: BopomofoColumn, tone: str, corner: Point, size: float) -> Placed:
    small = replace(item.style, size=size * column.tone_size / _EM)
    face = item.style.faces.face_for(tone)
    drawn = replace(item, style=small, text=tone, face=face, is_vertical=False)
    shaped = shape_text(tone, drawn)
    ink = ink_of(drawn, shaped)
    x, y = column.tone_origin(Ink(ink.left, ink.bottom, ink.right, ink.top))
    glyphs = silent(drawn, shaped, sum(shaped.advances) * small.size / _EM)
    return Placed(glyphs, corner.x + x * size / _EM, corner.y + y * size / _EM)
