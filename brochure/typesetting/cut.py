"""A line cut from a galley, the measures of a paragraph's lines, the longest line that fits.

Lengths are thousandths of an em.
"""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct

from brochure.typesetting.conventions import Hanging
from brochure.typesetting.galley import Galley
from brochure.typesetting.spacing import SPACE, may_hang

_EM = 1000


class Cut(Struct, frozen=True, gc=False):
    """One line: clusters `first` to `end` (exclusive) of the galley.

    `end_gap` is what the last body keeps after it, `hung` how much of it stands beyond the measure; `is_forced` where
    the line ends though none may. `price` is what the line costs.
    """

    first: int
    end: int
    end_gap: int = 0
    hung: int = 0
    is_forced: bool = False
    price: float = 0.0


class Measures(Struct, frozen=True, gc=False):
    """The lengths of a paragraph's lines: the first, and all others."""

    head: int
    other: int

    def of(self, first: int) -> int:
        """The length of the line that begins with cluster `first`."""
        return self.head if first == 0 else self.other


def last_that_fits(galley: Galley, may_end: bytearray, first: int, measure: int, hanging: Hanging) -> Cut:
    """The longest line whose natural width fits; where no legal one does, as many clusters as fit, forced."""
    total = galley.total
    target = galley.edges[first] + measure
    end = min(bisect_right(galley.edges, target + _EM, first + 1), total)
    while end < total and galley.codes[end - 1] == SPACE:
        end += 1
    for at in range(end, first, -1):
        if not may_end[at] and at != total:
            continue
        over = galley.width(first, at) - measure
        if over <= 0:
            return Cut(first, at)
        last = galley.last(first, at)
        if (
            hanging is not Hanging.OFF
            and last >= first
            and may_hang(galley.codes[last])
            and over <= galley.bodies[last]
        ):
            return Cut(first, at, 0, galley.bodies[last])
    end = first + 1
    while end < total and galley.width(first, end + 1) <= measure:
        end += 1
    if end == total or may_end[end]:
        return Cut(first, end)
    return Cut(first, _least_harm(galley, first, end), is_forced=True)


def _least_harm(galley: Galley, first: int, end: int) -> int:
    """Where a line no longer than `end` is forced to end: where a looser level would let it, if it stays half full."""
    codes, edges = galley.codes, galley.edges
    least = (edges[first] + edges[end]) // 2
    for pairs in galley.pairs.looser():
        for at in range(end, first, -1):
            if edges[at] < least:
                break
            if pairs[codes[at - 1 : at + 1]].may_end:
                return at
    return end
