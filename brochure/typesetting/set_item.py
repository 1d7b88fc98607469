"""An item shaped by HarfBuzz as the galley holds it: a word, a number, signs with marks. The same one is set once.

Years, numbers and Latin names come back again and again in a booklet; what is known of one never depends on what stands
beside it, but for the gaps at its two ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, cast

from msgspec import Struct

from brochure.typefaces.face import Face
from brochure.typesetting.character_classes import INSEPARABLE, WESTERN
from brochure.typesetting.gaps import Gaps, gaps_of
from brochure.typesetting.itemise import Item, Kind
from brochure.typesetting.shape import Shaped, shape
from brochure.typesetting.spacing import HALF_SIGNS, Codes, Pairs, code, own_class, spaced_class

_EM = 1000
_MOST = 4096  # words remembered; a booklet has fewer

Key: TypeAlias = tuple[Face, str, str, Kind, bool, bool, tuple[tuple[str, int], ...]]


class SetItem(Struct, frozen=True):
    """What an item brings along, in thousandths of its own em: `codes`, `bodies` and `offsets` (cluster → glyph's move)
    of its clusters, and the gaps between them.
    """

    shaped: Shaped
    codes: str
    bodies: Sequence[int]
    offsets: dict[int, int]
    gaps: Gaps


def set_item(item: Item, codes_of: Codes, pairs: Pairs, is_vertical: bool) -> SetItem:
    """The item set; remembered with the pairs it was set by."""
    style = item.style
    key: Key = (item.face, item.text, style.language, item.kind, item.is_vertical, is_vertical, style.features)
    known: dict[Key, SetItem] = cast("dict[Key, SetItem]", pairs.known)
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST:
            known.clear()
        found = known[key] = _set(item, codes_of, pairs)
    return found


def _set(item: Item, codes_of: Codes, pairs: Pairs) -> SetItem:
    shaped = shape(item)
    codes, bodies, offsets = _as_shaped(item, shaped, codes_of)
    return SetItem(shaped, codes, bodies, offsets, gaps_of(codes, bodies, shaped.pens, offsets, pairs))


def _as_shaped(item: Item, shaped: Shaped, codes_of: Codes) -> tuple[str, list[int], dict[int, int]]:
    """Codes, body widths and glyph offsets of an item shaped by HarfBuzz, in thousandths of its own em."""
    codes = [codes_of[ord(item.text[at])] for at in shaped.clusters]
    widths, moved = list(shaped.advances), dict[int, int]()
    ends = [*shaped.clusters[1:], len(item.text)]
    for index, each in enumerate(codes):
        if spaced_class(each) == INSEPARABLE and item.kind is Kind.HAN:
            whole = _EM * (ends[index] - shaped.clusters[index])  # …… and —— are two ems whatever the font has
            if not item.is_vertical:
                moved[index] = (whole - widths[index]) // 2
            widths[index] = whole
        elif (move := HALF_SIGNS.get(each)) is not None:
            if widths[index] != _EM:
                codes[index] = code(own_class(each), WESTERN)  # set narrow by the font: a Western sign
                continue
            widths[index] = _EM // 2
            if move:
                moved[index] = move
    return "".join(codes), widths, moved
