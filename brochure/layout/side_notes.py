"""Side notes: beside horizontal copy at the fore-edge (傍注), above vertical copy at the head (頭注).

A note begins on the line its call stands in, their first baselines one. Where the note before it is not over yet it
waits for the next free line of the grid; where the column would end before it does, it and those before it are drawn
up. Copy and notes share the type area, so that no word comes nearer to the trim than on any other page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from msgspec import Struct

from brochure.drawing.geometry import Rect
from brochure.layout.strip import Strip, height_of, how_many
from brochure.layout.type_area import TypeArea

_SHARE = 4  # the part of the characters of a line that notes and the gap before them are given: one in so many
_GAP = 2  # characters between copy and notes beside it
_HEAD_GAP = 1  # the same between copy and notes above it
_BETWEEN = 0.05  # of the grid's line feed: the least blank between one note and the line the next one begins on


class Shared(Struct, frozen=True):
    """A box parted between copy and its notes: the copy's part in whole characters, the notes' in whole ems of theirs.
    `lead` is how far below the head of a line of copy a note begins whose first baseline is that line's, in points; in
    vertical lines how far to the left of its right edge.
    """

    copy: Rect
    notes: Rect
    lead: float

    @property
    def head(self) -> float:
        """How far below the head of horizontal copy its column of notes begins."""
        return self.notes.y - self.copy.y


def beside(area: TypeArea, box: Rect, em: float, lead: float, is_at_right: bool) -> Shared:
    """A box of horizontal copy with a column of notes at one edge, whose type is `em` points."""
    characters = int(round(box.width / area.size, 6))
    given = characters // _SHARE
    width = int(given * area.size / em + 1e-6) * em
    measure = (characters - given - _GAP) * area.size
    copy = box._replace(x=box.x if is_at_right else box.right - measure, width=measure)
    return Shared(copy, box._replace(x=box.right - width if is_at_right else box.x, width=width), lead)


def above(area: TypeArea, tier: Rect, em: float, line_feed: float) -> Shared:
    """A tier of vertical copy with a strip of notes at its head, in lines `line_feed` points apart."""
    characters = int(round(tier.height / area.size, 6))
    given = characters // _SHARE
    height = int(given * area.size / em + 1e-6) * em
    length = (characters - given - _HEAD_GAP) * area.size
    copy = tier._replace(y=tier.bottom - length, height=length)
    return Shared(copy, tier._replace(height=height), (area.line_feed - line_feed) / 2)


class LinedUp(Struct, frozen=True):
    """How many strips of copy a column takes, its notes with how far from the head of theirs each begins, in points,
    and those that find no room; `over` is by how much all of them together are too long, in points.
    """

    count: int
    notes: tuple[tuple[float, tuple[Strip, ...]], ...]
    left: tuple[tuple[Strip, ...], ...] = ()
    over: float = 0.0

    @property
    def depth(self) -> float:
        """How deep the notes reach."""
        return max((start + height_of(strips) for start, strips in self.notes), default=0.0)


def lined_up(
    copy: Sequence[Strip],
    room: float,
    feed: float,
    lead: float,
    set_note: Callable[[int], tuple[Strip, ...]],
    goes_on: bool,
    head: float = 0.0,
) -> LinedUp:
    """The strips a column of `room` points takes and the notes called in them, set by their numbers; theirs begins
    `head` points below the copy's.

    Where another column follows (`goes_on`), a line whose note would find no room goes there with it.
    """
    count = how_many(copy, room)
    found = _lined_up(copy[:count], room, feed, lead, set_note, head)
    shorter = found
    while goes_on and shorter.left and shorter.count:
        first = _calls(copy[: shorter.count], feed)[len(shorter.notes)][2]
        shorter = _lined_up(copy[: how_many(copy[:first], room)], room, feed, lead, set_note, head)
    return shorter if shorter.count else found


def _lined_up(
    taken: Sequence[Strip],
    room: float,
    feed: float,
    lead: float,
    set_note: Callable[[int], tuple[Strip, ...]],
    head: float,
) -> LinedUp:
    calls = _calls(taken, feed)
    notes = [set_note(call) for call, _, _ in calls]
    needs = [lead + height_of(note) for note in notes]
    lines = max(0, int((room - head) / feed + 1e-6))
    starts = begins([max(0.0, line - head / feed) for _, line, _ in calls], needs, lines, feed)
    placed = tuple((start * feed + lead, note) for start, note in zip(starts, notes, strict=False))
    over = max(0, _taken_by(needs, feed) - lines) * feed
    return LinedUp(len(taken), placed, tuple(notes[len(starts) :]), over)


def begins(lines: Sequence[float], needs: Sequence[float], room: int, feed: float) -> tuple[float, ...]:
    """Where each note begins, of `room` lines of the grid in all, for where the lines of their calls do, counted in
    lines, and what each needs from the head of its first line, in points; as many, from the first, as have room.
    """
    spans = [_span(need, feed) for need in needs]
    ends = [ceil(need / feed - 1e-6) for need in needs]
    count, taken = 0, 0
    while count < len(lines) and taken + ends[count] <= room:
        taken += spans[count]
        count += 1
    starts: list[float] = []
    for number in range(count):
        starts.append(max(lines[number], starts[-1] + spans[number - 1] if starts else 0))
    least: float = room
    for number in range(count - 1, -1, -1):
        starts[number] = min(starts[number], least - (ends[number] if number == count - 1 else spans[number]))
        least = starts[number]
    return tuple(starts)


def _span(need: float, feed: float) -> int:
    """The lines of the grid from the one a note begins on to the first the next may begin on."""
    return ceil((need + _BETWEEN * feed) / feed - 1e-6)


def _taken_by(needs: Sequence[float], feed: float) -> int:
    """The lines of the grid notes take one after another."""
    return sum(_span(need, feed) for need in needs[:-1]) + sum(ceil(need / feed - 1e-6) for need in needs[-1:])


def _calls(taken: Sequence[Strip], feed: float) -> list[tuple[int, float, int]]:
    """Each call in a column: its number, where its line begins, counted in lines of the grid, and its strip's place."""
    found: list[tuple[int, float, int]] = []
    depth = 0.0
    for place, strip in enumerate(taken):
        depth += strip.space_before if place else 0.0
        found += [(call, depth / feed, place) for call in strip.calls]
        depth += strip.height
    return found
