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
from brochure.typesetting.conventions import Reduction
from brochure.typesetting.itemise import Item, Kind
from brochure.typesetting.shape import Shaped, shape
from brochure.typesetting.spacing import (
    HALF_SIGNS,
    LEAST_SPACE,
    MOST_SPACE,
    SPACE,
    Codes,
    Pairs,
    code,
    own_class,
    packed,
    spaced_class,
)

_EM = 1000
_MOST = 4096  # words remembered; a booklet has fewer

Key: TypeAlias = tuple[Face, str, str, Kind, bool, bool, tuple[tuple[str, int], ...]]


class SetItem(Struct, frozen=True):
    """What an item brings along, in thousandths of its own em; the arrays are one shorter than it has clusters.

    `codes`, `bodies` and `offsets` (cluster → glyph's move) of its clusters; between two of them: `steps` from body to
    body, `partings`, packed `rooms`, where a line `may_end`, and the pen's `moves`; `roomy` are the gaps with a room.
    """

    shaped: Shaped
    codes: str
    bodies: Sequence[int]
    offsets: dict[int, int]
    steps: Sequence[int]
    partings: Sequence[int]
    rooms: Sequence[int]
    may_end: bytes
    moves: tuple[tuple[int, int], ...]
    roomy: tuple[int, ...]


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


def room_of_space(body: int, scale: float) -> int:
    """What a word space may give and take (a quarter to half an em), packed by steps."""
    less, more = max(0, round(body - LEAST_SPACE * scale)), max(0, round(MOST_SPACE * scale - body))
    return packed({Reduction.WORD_SPACE: less}, word_space=more)


def _set(item: Item, codes_of: Codes, pairs: Pairs) -> SetItem:
    shaped = shape(item)
    codes, bodies, offsets = _as_shaped(item, shaped, codes_of)
    steps, partings, rooms, may_end = list[int](), list[int](), list[int](), bytearray()
    moves, roomy = list[tuple[int, int]](), list[int]()
    for at in range(len(codes) - 1):
        pair = pairs[codes[at : at + 2]]
        room = room_of_space(bodies[at], 1.0) if codes[at] == SPACE else pair.rooms
        steps.append(bodies[at] + pair.gap)
        partings.append(pair.parting)
        rooms.append(room)
        may_end.append(pair.may_end)
        if room or codes[at] == SPACE:
            roomy.append(at)
        move = steps[at] + offsets.get(at + 1, 0) - offsets.get(at, 0) - shaped.pens[at]
        if move:
            moves.append((at, move))
    return SetItem(shaped, codes, bodies, offsets, steps, partings, rooms, bytes(may_end), tuple(moves), tuple(roomy))


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
