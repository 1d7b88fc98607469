"""A stretch of a galley that comes from one item."""

from __future__ import annotations

from dataclasses import dataclass

from brochure.typesetting.itemise import Item
from brochure.typesetting.shape import Shaped


@dataclass(frozen=True, slots=True)
class Segment:
    """The clusters `first` to `end` (exclusive) that come from one item; `scale` is its size in ems of the paragraph.

    `shaped` is None where the glyphs were picked from the case, one for each character, an em wide.
    """

    first: int
    end: int
    item: Item
    ids: bytes
    shaped: Shaped | None
    scale: float
