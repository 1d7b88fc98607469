"""Footnotes (脚注): the notes called in a column stand at its foot, under a short rule, on the page of their call.

A column gives up whole lines of the grid to its notes, no more than the calls that still stand in it need: a line whose
note would find no room goes to the next column with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brochure.drawing.geometry import Rect
from brochure.layout.strip import Strip, height_of

RULE = 0.3  # of the column's measure: how long the rule above notes is


def shortened(
    boxes: Sequence[Rect],
    feed: float,
    calls_in: Callable[[Sequence[Rect]], Sequence[Sequence[int]]],
    set_notes: Callable[[int, Sequence[int]], tuple[Strip, ...]],
) -> tuple[tuple[Rect, ...], tuple[tuple[Strip, ...], ...]]:
    """The boxes less what their notes take, and the notes of each as strips.

    `calls_in` tells the calls that stand in each of some boxes, `set_notes` sets those of a box by its number.
    """
    given = [0] * len(boxes)
    while True:
        free = tuple(
            box._replace(height=max(0.0, box.height - lines * feed)) for box, lines in zip(boxes, given, strict=True)
        )
        notes = tuple(set_notes(number, calls) for number, calls in enumerate(calls_in(free)))
        wanted = [lines_of(strips, feed) for strips in notes]
        if all(want <= have for want, have in zip(wanted, given, strict=True)):
            return free, notes
        given = [have + (want > have) for want, have in zip(wanted, given, strict=True)]


def lines_of(notes: Sequence[Strip], feed: float) -> int:
    """The lines of the grid notes take, the one their rule stands in with them."""
    return 1 + int(-(-round(height_of(notes), 3) // feed)) if notes else 0
