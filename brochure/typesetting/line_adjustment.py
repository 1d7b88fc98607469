"""What each gap of a line gives or takes, step by step, in whole thousandths of an em that add up exactly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import sub

from brochure.typesetting.cut import Cut
from brochure.typesetting.galley import Galley
from brochure.typesetting.paragraph import Alignment, LastLine, ParagraphStyle
from brochure.typesetting.spacing import APART, MASK


def stands_at_start(style: ParagraphStyle, cut: Cut, total: int) -> bool:
    """Whether a line that is shorter than its measure is left so, at the measure's head; `total` clusters in all."""
    if style.alignment is not Alignment.JUSTIFIED:
        return style.alignment is Alignment.START
    return style.last_line is LastLine.START if cut.end == total else cut.is_forced


def taken_up(galley: Galley, style: ParagraphStyle, cut: Cut, last: int, slack: int) -> tuple[dict[int, int], int]:
    """What is added to the gaps of a line that ends with `last`, and how far the whole is moved."""
    alignment = style.alignment
    if alignment is Alignment.SPREAD:
        return spread(cut.first, last, slack), 0
    if alignment is Alignment.JUSTIFIED:
        is_last = cut.end == galley.total
        if slack < 0 or not (is_last or cut.is_forced) or (is_last and style.last_line is LastLine.JUSTIFIED):
            return adjusted(galley, cut.first, last, slack), 0
        alignment = Alignment(style.last_line.value) if is_last else Alignment.START
    if alignment is Alignment.CENTRE:
        return {}, slack // 2
    return {}, slack if alignment is Alignment.END else 0


def adjusted(galley: Galley, first: int, last: int, slack: int) -> dict[int, int]:
    """What to add to the gap after each cluster (sparse) so that the line from `first` to `last` grows by `slack`.

    Negative slack reduces. Where there is nothing to grow the result is empty and the line stays short.
    """
    deltas: dict[int, int] = {}
    if slack < 0:
        _by_steps(deltas, galley, first, last, -slack, galley.steps, -1)
        return deltas
    need = _by_steps(deltas, galley, first, last, slack, galley.growth, 1)
    if not need:
        return deltas
    rooms = galley.rooms
    room = rooms[last] - rooms[first] >> APART
    if room:
        used = min(need, room)
        shares = [both >> APART for both in map(sub, rooms[first + 1 : last + 1], rooms[first:last])]
        if 0 in shares:
            places = [at for at, share in enumerate(shares, first) if share]
            shares = [share for share in shares if share]
        else:
            places = range(first, last)
        _share(deltas, places, shares, used, room, 1)
        need -= used
    if need:
        places = galley.even_gaps(first, last)
        _share(deltas, places, [1] * len(places), need, len(places), 1)
    return deltas


def spread(first: int, last: int, slack: int) -> dict[int, int]:
    """The slack shared evenly by all gaps (均等割り)."""
    deltas: dict[int, int] = {}
    _share(deltas, range(first, last), [1] * (last - first), slack, last - first, 1)
    return deltas


def _by_steps(
    deltas: dict[int, int], galley: Galley, first: int, last: int, need: int, shifts: Sequence[int], sign: int
) -> int:
    """Share out by packed steps, one exhausted before the next; returns what is still needed."""
    rooms = galley.rooms
    packed = rooms[last] - rooms[first]
    if not packed:
        return need
    roomy = galley.roomy
    places = roomy[bisect_left(roomy, first) : bisect_left(roomy, last)]
    for shift in shifts:
        if not need:
            break
        room = packed >> shift & MASK
        if room:
            used = min(need, room)
            shares = [(rooms[at + 1] - rooms[at]) >> shift & MASK for at in places]
            _share(deltas, places, shares, used, room, sign)
            need -= used
    return need


def _share(
    deltas: dict[int, int], places: Sequence[int], shares: Sequence[int], used: int, room: int, sign: int
) -> None:
    """Share `used` out in proportion to the shares, which add up to `room`."""
    count = len(places)
    if count and shares[0] * count == room and min(shares) == max(shares):
        if not deltas and used >= count:
            given = [sign * (used * number // count) for number in range(count + 1)]
            deltas.update(zip(places, map(sub, given[1:], given), strict=True))
            return
        given = 0
        for number, at in enumerate(places, 1):
            wanted = used * number // count - given
            if wanted:
                given += wanted
                deltas[at] = deltas.get(at, 0) + sign * wanted
        return
    seen = given = 0
    for at, share in zip(places, shares, strict=True):
        if share:
            seen += share
            wanted = used * seen // room - given
            if wanted:
                given += wanted
                deltas[at] = deltas.get(at, 0) + sign * wanted
