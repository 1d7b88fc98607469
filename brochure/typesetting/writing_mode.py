"""Which way lines run, and how a character stands in a vertical one (UAX #50)."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from functools import cache

from brochure.typesetting.tables import orientations


class WritingMode(StrEnum):
    """Lines from left to right, one under the other; or from top to bottom, each to the left of the one before."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


_STANDS_BY_FORM = frozenset("—―…‥⋯〜～～ー‐–°′″")
"""Rotated by UAX #50 or by habit, but drawn upright by a vertical form of the typeface's own."""


@cache
def is_upright(character: str) -> bool:
    """Whether a character stands upright in a vertical line, or has a form of its own for it (U, Tu, Tr)."""
    if character in _STANDS_BY_FORM:
        return True
    firsts, lasts = orientations()
    code = f"{ord(character):06X}"
    at = bisect_right(firsts, code) - 1
    return at >= 0 and code <= lasts[at]
