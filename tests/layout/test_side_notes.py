"""Side notes: on the line of their call or the next free one, never over another or beyond the column, none lost."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from random import Random

import pytest

from brochure.drawing.geometry import Rect, Size
from brochure.layout.side_notes import above, begins, beside, lined_up
from brochure.layout.strip import Strip
from brochure.layout.type_area import TypeArea

FEED = 16.0
LEAD = 2.75
NOTE_FEED = 12.0
BLANK = 0.05 * FEED


def need(lines: int) -> float:
    """What a note of so many lines takes of the grid, from the head of the line it begins on."""
    return LEAD + lines * NOTE_FEED


def test_a_note_begins_on_the_line_of_its_call() -> None:
    assert begins([0, 5, 30], [need(2), need(4), need(1)], 40, FEED) == (0, 5, 30)


def test_a_note_waits_where_the_one_before_it_is_not_over() -> None:
    assert begins([0, 1, 2], [need(4), need(1), need(1)], 40, FEED) == (0, 4, 5)


def test_a_note_that_would_reach_below_the_foot_is_drawn_up_and_those_before_it_with_it() -> None:
    assert begins([39], [need(4)], 40, FEED) == (36,)
    assert begins([37, 38], [need(2), need(4)], 40, FEED) == (34, 36)


def test_what_finds_no_room_is_left_out_from_the_end() -> None:
    assert begins([0, 1, 2], [need(4), need(4), need(1)], 6, FEED) == (0,)
    assert begins([0], [need(9)], 6, FEED) == ()
    assert begins([], [], 6, FEED) == ()


def test_however_notes_are_called_none_stands_over_another_or_beyond_the_column() -> None:
    random = Random(5)
    for _ in range(2000):
        room = random.randint(1, 50)
        count = random.randint(0, 9)
        lines = sorted(random.randrange(room) for _ in range(count))
        needs = [need(random.randint(1, 6)) for _ in range(count)]
        starts = begins(lines, needs, room, FEED)
        ends = [start * FEED + each for start, each in zip(starts, needs, strict=False)]
        assert all(start >= 0 for start in starts)
        assert all(end <= room * FEED + 1e-6 for end in ends)
        assert all(end < after * FEED for end, after in zip(ends, starts[1:], strict=False))
        wanted = [max(0, line) for line in lines]
        if len(starts) == count and all(
            line * FEED + each + BLANK <= after * FEED
            for line, each, after in zip(wanted, needs, wanted[1:], strict=False)
        ):
            moved = [(start, line) for start, line in zip(starts, wanted, strict=True) if start != line]
            assert all(start < line for start, line in moved)  # only the foot moves what is not crowded
        if len(starts) < count:  # the next one would not fit even with all drawn up to the head
            spans = [ceil(round((each + BLANK) / FEED, 6)) for each in needs[: len(starts)]]
            assert sum(spans) + ceil(round(needs[len(starts)] / FEED, 6)) > room


def _line(*calls: int, keeps_next: bool = False) -> Strip:
    return Strip((), FEED, calls=calls, keeps_next=keeps_next)


def _note(call: int) -> tuple[Strip, ...]:
    return tuple(Strip((), NOTE_FEED) for _ in range(5 if call == 9 else 2))


def test_copy_and_notes_are_told_from_the_head_of_the_column() -> None:
    found = lined_up([_line(), _line(1), _line(), _line(2)], 10 * FEED, FEED, LEAD, _note, goes_on=False)
    assert found.count == 4
    assert [start for start, _ in found.notes] == [FEED + LEAD, 3 * FEED + LEAD]
    assert found.depth == 3 * FEED + LEAD + 2 * NOTE_FEED


def test_a_line_whose_note_finds_no_room_goes_on_with_it_where_there_is_another_column() -> None:
    copy = [_line(9), _line(), _line(1), _line()]
    stays = lined_up(copy, 4 * FEED, FEED, LEAD, _note, goes_on=False)
    assert (stays.count, len(stays.notes), len(stays.left)) == (4, 1, 1)
    goes = lined_up(copy, 4 * FEED, FEED, LEAD, _note, goes_on=True)
    assert (goes.count, len(goes.notes), goes.left) == (2, 1, ())
    kept = lined_up([_line(9), _line(keeps_next=True), _line(1), _line()], 4 * FEED, FEED, LEAD, _note, goes_on=True)
    assert kept.count == 1
    alone = lined_up([_line(9), _line()], 2 * FEED, FEED, LEAD, _note, goes_on=True)
    assert (alone.count, len(alone.left)) == (2, 1)  # longer than any column: told, not sent on for ever


def test_over_many_columns_every_line_and_every_note_is_set_once() -> None:
    random = Random(7)
    for _ in range(300):
        call, copy = 0, list[Strip]()
        for _ in range(random.randint(1, 60)):
            calls = random.choice([0, 0, 0, 1, 2])
            copy.append(_line(*range(call + 1, call + calls + 1)))
            call += calls
        rest, notes, columns = tuple(copy), 0, 0
        while rest:
            found = lined_up(rest, 12 * FEED, FEED, LEAD, lambda _: _note(1), goes_on=True)
            assert found.count
            assert found.left == ()
            assert all(start + len(note) * NOTE_FEED <= 12 * FEED for start, note in found.notes)
            assert all(one + len(note) * NOTE_FEED < other for (one, note), (other, _) in pairwise(found.notes))
            rest, notes, columns = rest[found.count :], notes + len(found.notes), columns + 1
        assert notes == call


@pytest.mark.parametrize("is_at_right", [True, False])
@pytest.mark.parametrize("characters", [25, 44, 52])
def test_copy_and_notes_share_a_box_without_touching(characters: int, is_at_right: bool) -> None:
    area = TypeArea(Size(600.0, 800.0), 9.5, characters, 40, FEED, 50.0, 60.0)
    box = Rect(50.0, 60.0, area.width, area.height)
    shared = beside(area, box, 7.5, 2.76, is_at_right)
    left, right = (shared.copy, shared.notes) if is_at_right else (shared.notes, shared.copy)
    assert (left.x, right.right) == (pytest.approx(box.x), pytest.approx(box.right))
    assert right.x - left.right >= 2 * area.size - 1e-6
    assert shared.copy.width / area.size == pytest.approx(round(shared.copy.width / area.size))
    assert shared.notes.width / 7.5 == pytest.approx(round(shared.notes.width / 7.5))


def test_notes_stand_above_vertical_copy_in_the_same_tier() -> None:
    area = TypeArea(Size(600.0, 800.0), 9.5, 44, 40, FEED, 50.0, 60.0)
    tier = Rect(50.0, 60.0, 400.0, 30 * 9.5)
    shared = above(area, tier, 7.5, NOTE_FEED)
    assert (shared.notes.y, shared.copy.bottom) == (tier.y, pytest.approx(tier.bottom))
    assert shared.copy.y - shared.notes.bottom >= area.size - 1e-6
    assert shared.copy.height / area.size == pytest.approx(round(shared.copy.height / area.size))
    assert shared.lead == pytest.approx((FEED - NOTE_FEED) / 2)
