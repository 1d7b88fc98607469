"""Items shaped by HarfBuzz, whole: glyphs, the clusters of characters they stand for, and how far the pen moves."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import cache
from sys import byteorder

import uharfbuzz

from brochure.typefaces.face import Face
from brochure.typesetting.itemise import Item, Kind

_LANGUAGES = {"ja": "ja", "zh_CN": "zh-cn", "zh_TW": "zh-tw", "en": "en"}


@dataclass(frozen=True, slots=True)
class Shaped:
    """An item's glyphs. Lengths in thousandths of an em of the item's own size.

    `ids` two bytes a glyph; `clusters` are the offsets in the item's text where clusters begin; `glyphs` the number of
    the first glyph of each, with the whole number at the end; `advances` what each cluster moves the pen by as shaped,
    `pens` by the font's own widths; `shifts` moves between glyphs inside a cluster (glyph number → thousandths).
    """

    ids: bytes
    clusters: list[int]
    glyphs: list[int]
    advances: list[int]
    pens: list[int]
    shifts: dict[int, int]


def shape(item: Item) -> Shaped:
    """Shape one item: script and language set, `kern` off in Han text, quotes full width where they are so."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(item.text)
    buffer.direction = "ltr"
    buffer.script = "Latn" if item.kind is Kind.LATIN else "Hani"
    buffer.language = _LANGUAGES.get(item.style.language, "en")
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    features: dict[str, bool | int] = dict(item.style.features)
    if item.kind is not Kind.LATIN:
        features["kern"] = False
    if item.kind is Kind.QUOTES:
        features["fwid"] = True
    uharfbuzz.shape(item.face.hb_font, buffer, features)  # pyright: ignore[reportArgumentType]
    return _read(item, buffer)


def _read(item: Item, buffer: uharfbuzz.Buffer) -> Shaped:
    infos = buffer.glyph_infos
    positions = buffer.glyph_positions
    assert positions is not None
    scale = 1000 / item.face.units_per_em
    numbers = [info.codepoint for info in infos]
    starts = [info.cluster for info in infos]
    moves = [round(position.x_advance * scale) for position in positions]
    width_of = _widths(item.face)
    widths = [width_of(number) for number in numbers] if item.kind is Kind.LATIN or item.style.features else moves
    if starts == list(range(len(item.text))):
        return Shaped(_bytes(numbers), starts, [*starts, len(starts)], moves, widths, {})
    return _clustered(numbers, starts, moves, widths, [round(position.x_offset * scale) for position in positions])


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
    return Shaped(_bytes(numbers), clusters, [*glyphs, len(numbers)], advances, pens, shifts)


def _bytes(numbers: list[int]) -> bytes:
    packed = array("H", numbers)
    if byteorder == "little":
        packed.byteswap()
    return packed.tobytes()


class _Widths(dict[int, int]):
    """The font's own widths in thousandths of an em, asked for once."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, glyph: int) -> int:
        width = self[glyph] = round(self._face.advance(glyph) * 1000 / self._face.units_per_em)
        return width


@cache
def _widths_of(face: Face) -> _Widths:
    return _Widths(face)


def _widths(face: Face):
    return _widths_of(face).__getitem__
