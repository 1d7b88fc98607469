"""What stands between the clusters of a stretch of copy, reckoned for all of it: for a word, for a logotype."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from brochure.typesetting.conventions import Reduction
from brochure.typesetting.spacing import LEAST_SPACE, MOST_SPACE, SPACE, Pairs, packed


class Gaps(Struct, frozen=True):
    """The gaps of a stretch, one fewer than it has clusters, in thousandths of its own em.

    `steps` from body to body, `partings`, packed `rooms`, where a line `may_end`, and the pen's `moves` that the font's
    own widths do not make; `roomy` are the gaps with a room.
    """

    steps: list[int]
    partings: list[int]
    rooms: list[int]
    may_end: bytes
    moves: tuple[tuple[int, int], ...]
    roomy: tuple[int, ...]


def gaps_of(codes: str, bodies: Sequence[int], pens: Sequence[int], offsets: Mapping[int, int], pairs: Pairs) -> Gaps:
    """The gaps between clusters of these codes and bodies; `pens` is what each moves the pen by itself, `offsets` where
    a glyph does not begin with its body."""
    steps, partings, rooms, may_end = list[int](), list[int](), list[int](), bytearray()
    moves, roomy = list[tuple[int, int]](), list[int]()
    for at in range(len(codes) - 1):
        pair = pairs[codes[at : at + 2]]
        room = room_of_space(bodies[at], 1.0) if codes[at] == SPACE else pair.rooms
        step = bodies[at] + pair.gap
        steps.append(step)
        partings.append(pair.parting)
        rooms.append(room)
        may_end.append(pair.may_end)
        if room or codes[at] == SPACE:
            roomy.append(at)
        move = step - pens[at]
        if offsets:
            move += offsets.get(at + 1, 0) - offsets.get(at, 0)
        if move:
            moves.append((at, move))
    return Gaps(steps, partings, rooms, bytes(may_end), tuple(moves), tuple(roomy))


def room_of_space(body: int, scale: float) -> int:
    """What a word space may give and take (a quarter to half an em), packed by steps."""
    less, more = max(0, round(body - LEAST_SPACE * scale)), max(0, round(MOST_SPACE * scale - body))
    return packed({Reduction.WORD_SPACE: less}, word_space=more)
