"""Warichu (割注): a note within the line, in two lines of half its size.

A note is cut into columns, each of two characters that may come to stand one over the other, so that a line may end
within it: whatever columns a line holds are set as two lines of like length.
"""

from __future__ import annotations

from collections.abc import Sequence

from brochure.typefaces.coverage import clusters
from brochure.typesetting.character_classes import class_of
from brochure.typesetting.conventions import KinsokuLevel
from brochure.typesetting.kinsoku import may_part

SIZE = 0.5
"""The size of a note in shares of the copy around it."""
_MOVES = (0, 1, -1, 2)  # characters by which the second line may begin later or earlier than in the middle


def columns(starts: Sequence[int], edges: Sequence[int]) -> tuple[list[int], list[int]]:
    """Where each column begins in the note, and the columns' widths, from the note set in one line.

    `starts` and `edges` are the offsets and the places of the note's clusters and of its end, in thousandths of its em;
    widths are in thousandths of the em of the copy around it.
    """
    begins, widths = list[int](), list[int]()
    count = len(starts) - 1
    for first in range(0, count, 2):
        after = min(first + 2, count)
        begins.append(starts[first])
        wide = edges[after] - edges[first]
        widths.append(round(wide * SIZE if after - first == 1 else wide * SIZE / 2))
    return begins, widths


def halves(text: str) -> tuple[str, str]:
    """The two lines of a note or of a part of it, the first no shorter than the second but where one may not end there.

    Of the places near the middle the nearest is taken at which a line may end.
    """
    places = [at for at, _ in clusters(text)]
    if len(places) < 2:
        return text, ""
    middle = (len(places) + 1) // 2
    near = (middle + move for move in _MOVES if 0 < middle + move < len(places))
    number = next((number for number in near if _may_end(text, places[number])), middle)
    return text[: places[number]], text[places[number] :]


def _may_end(text: str, at: int) -> bool:
    return may_part(class_of(text[at - 1]), class_of(text[at]), KinsokuLevel.STRICT, is_relaxed=False)
