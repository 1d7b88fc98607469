"""Items shaped: glyphs, the clusters of characters they stand for, and how far the pen moves."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from sys import byteorder

from msgspec import Struct
from msgspec.structs import replace

from brochure.typefaces.face import Face
from brochure.typesetting.itemise import Item, Kind
from brochure.typesetting.type_case import shaped_buffer, type_case


class Shaped(Struct, frozen=True):
    """An item's glyphs. Lengths in thousandths of an em of the item's own size.

    `ids` two bytes a glyph; `clusters` are the offsets in the item's text where clusters begin; `glyphs` the number of
    the first glyph of each, with the whole number at the end; `advances` what each cluster moves the pen by as shaped,
    `pens` by the font's own widths; `shifts` moves between glyphs inside a cluster (glyph number → thousandths).
    """

    ids: bytes
    clusters: Sequence[int]
    glyphs: Sequence[int]
    advances: list[int]
    pens: list[int]
    shifts: dict[int, int]


def picked(item: Item) -> bytes | None:
    """The glyphs of an item all of whose characters are in its face's case: one an em for each; else None."""
    if item.kind is not Kind.HAN or item.style.features:
        return None
    case = type_case(item.face, item.style.language, item.is_vertical)
    return case.sorts(item.text) if case is not None else None


def shape(item: Item) -> Shaped:
    """Shape one item: `kern` off in Han text, quotes full width where they are so."""
    features: dict[str, bool | int] = dict(item.style.features)
    if item.kind is not Kind.LATIN:
        features["kern"] = False
    if item.kind is Kind.QUOTES:
        features["fwid"] = True
    script = "Latn" if item.kind in (Kind.LATIN, Kind.ACROSS) else "Hani"
    buffer = shaped_buffer(item.face, item.text, item.style.language, script, item.is_vertical, features)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    assert positions is not None
    scale = 1000 / item.face.units_per_em
    numbers = [info.codepoint for info in infos]
    starts = [info.cluster for info in infos]
    if item.is_vertical:
        moves = [round(-position.y_advance * scale) for position in positions]
        width_of = _downs(item.face)
        offsets = [0] * len(numbers)
    else:
        moves = [round(position.x_advance * scale) for position in positions]
        width_of = _widths(item.face)
        offsets = [round(position.x_offset * scale) for position in positions]
    has_own = item.kind in (Kind.LATIN, Kind.ACROSS) or item.is_vertical or bool(item.style.features)
    widths = [width_of[number] for number in numbers] if has_own else moves
    if starts == list(range(len(item.text))):
        return Shaped(glyph_bytes(numbers), starts, range(len(starts) + 1), moves, widths, {})
    return _clustered(numbers, starts, moves, widths, offsets)


def _clustered(
    numbers: list[int], starts: list[int], moves: list[int], widths: list[int], offsets: list[int]
) -> Shaped:
    """The general case: clusters of several characters or several glyphs."""
    clusters: list[int] = []
    glyphs: list[int] = []
    advances: list[int] = []
    pens: list[int] = []
    shifts: dict[int, int] = {}
    for index, start in enumerate(starts):
        if not clusters or start != clusters[-1]:
            clusters.append(start)
            glyphs.append(index)
            advances.append(0)
            pens.append(0)
        wanted = advances[-1] + offsets[index]
        if index > glyphs[-1] and wanted != pens[-1]:
            shifts[index] = wanted - pens[-1]
            pens[-1] = wanted
        advances[-1] += moves[index]
        pens[-1] += widths[index]
    if clusters:
        clusters[0] = 0  # what was taken away at the head belongs to what follows
    return Shaped(glyph_bytes(numbers), clusters, [*glyphs, len(numbers)], advances, pens, shifts)


def glyph_bytes(numbers: list[int]) -> bytes:
    """Glyph numbers as two bytes each, the big end first."""
    packed = array("H", numbers)
    if byteorder == "little":
        packed.byteswap()
    return packed.tobytes()


class _Advances(dict[int, int]):
    """The font's own advances in thousandths of an em, asked for once."""

    def __init__(self, face: Face, is_vertical: bool) -> None:
        super().__init__()
        self._face = face
        self._is_vertical = is_vertical

    def __missing__(self, glyph: int) -> int:
        face = self._face
        units = -face.hb_font.get_glyph_v_advance(glyph) if self._is_vertical else face.advance(glyph)
        width = self[glyph] = round(units * 1000 / face.units_per_em)
        return width


@cache
def _widths(face: Face) -> _Advances:
    return _Advances(face, False)


@cache
def _downs(face: Face) -> _Advances:
    return _Advances(face, True)


def shape_text(text: str, like: Item) -> Shaped:
    """Other copy shaped as an item is: a hyphen at a line's end, the lines of a note."""
    return shape(replace(like, text=text))


class Ink(Struct, frozen=True):
    """What a sign blackens, in thousandths of its em: from its origin right, from its baseline up."""

    left: int
    bottom: int
    right: int
    top: int


def ink_of(item: Item, shaped: Shaped) -> Ink:
    """What the first glyph of an item blackens; the whole em where the face does not say."""
    extents = item.face.hb_font.get_glyph_extents(int.from_bytes(shaped.ids[:2], "big"))
    if extents is None:
        return Ink(0, 0, 1000, 1000)
    scale = 1000 / item.face.units_per_em
    left, top = round(extents.x_bearing * scale), round(extents.y_bearing * scale)
    return Ink(left, top + round(extents.height * scale), left + round(extents.width * scale), top)
