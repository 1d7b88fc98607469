"""The type area as a Japanese designer orders it: characters × lines × line feed (基本版面), margins derived.

W3C JLReq 2.4 (kihon-hanmen) and 2.5 (elements placed against it).
"""

from __future__ import annotations

from msgspec import Struct

from brochure.drawing.geometry import Rect, Size

IDEOGRAPHIC_ASCENT = 0.88  # em from the head of the body (仮想ボディ) down to the baseline, in the Noto CJK families


class TypeArea(Struct, frozen=True):
    """A page's kihon-hanmen: `characters` of `size` points a line, `lines` at `line_feed` points, and where it stands.

    `inner` is the margin at the spine and `head` the margin above, in points; the fore-edge and the foot are what
    remains. `columns` columns are parted by `column_gap` characters; each is a whole number of characters wide.
    """

    trim: Size
    size: float
    characters: int
    lines: int
    line_feed: float
    inner: float
    head: float
    columns: int = 1
    column_gap: int = 2

    @property
    def width(self) -> float:
        """The measure of the whole area."""
        return self.characters * self.size

    @property
    def height(self) -> float:
        """The height of all lines, the last line's own gap included."""
        return self.lines * self.line_feed

    @property
    def outer(self) -> float:
        """The margin at the fore-edge."""
        return self.trim.width - self.inner - self.width

    @property
    def foot(self) -> float:
        """The margin below."""
        return self.trim.height - self.head - self.height

    @property
    def baseline(self) -> float:
        """How far below the head of its line a body baseline stands: the body centred in the line feed."""
        return (self.line_feed - self.size) / 2 + IDEOGRAPHIC_ASCENT * self.size

    def box(self, is_recto: bool, binding_is_right: bool = False) -> Rect:
        """The area on a page; a recto of a book bound at the left has its spine at the left."""
        spine_is_left = is_recto != binding_is_right
        left = self.inner if spine_is_left else self.outer
        return Rect(left, self.head, self.width, self.height)

    def column_boxes(self, box: Rect, columns: int = 0) -> tuple[Rect, ...]:
        """The columns of a box of this area, left to right; `columns` 0 takes the area's own number.

        What does not divide into whole characters goes to the gaps.
        """
        count = columns or self.columns
        if count == 1:
            return (box,)
        held = int(round(box.width / self.size, 6))
        measure = (held - (count - 1) * self.column_gap) // count * self.size
        gap = (box.width - count * measure) / (count - 1)
        return tuple(Rect(box.x + i * (measure + gap), box.y, measure, box.height) for i in range(count))

    def rows(self, box: Rect, first: float, count: float = 0) -> Rect:
        """The part of a box from line `first` (0 the highest) on, `count` lines deep, or to its foot."""
        top = box.y + first * self.line_feed
        return Rect(box.x, top, box.width, count * self.line_feed if count else box.bottom - top)

    def whole_lines(self, height: float) -> float:
        """The height of the fewest whole lines that hold `height`."""
        return -(-round(height, 4) // self.line_feed) * self.line_feed
