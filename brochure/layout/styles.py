"""Text styles resolved for one language: what a theme orders, ready to compose with."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from brochure.drawing.colour import Colour
from brochure.drawing.structure import Role
from brochure.layout.type_area import IDEOGRAPHIC_ASCENT
from brochure.typesetting.paragraph import Alignment, ParagraphStyle
from brochure.typesetting.text_style import TextStyle


class Readings(StrEnum):
    """Which of the readings an author wrote are printed: all, none, or each word's first in a text."""

    ALL = "all"
    NONE = "none"
    FIRST = "first"


class Style(Struct, frozen=True):
    """A paragraph style in its place on the grid.

    `lines` is how many lines of the grid the whole paragraph takes (行取り), 0 where it takes what it needs;
    `grid_feed` is the grid's own line feed. `baseline` is where a line's baseline stands below the head of its line,
    in points. `strong` is what strong words are set in, `readings` which ruby is printed, `ruby_size` how large in
    shares of the text's size.
    """

    name: str
    paragraph: ParagraphStyle
    baseline: float
    grid_feed: float
    lines: int = 0
    space_before: float = 0.0
    role: Role = Role.PARAGRAPH
    strong: TextStyle | None = None
    readings: Readings = Readings.ALL
    ruby_size: float = 0.5  # half as large as its base (JLReq 3.3.3)

    @property
    def size(self) -> float:
        """The body size in points."""
        return self.paragraph.text.size

    @property
    def line_feed(self) -> float:
        """The distance of its baselines in points."""
        return self.paragraph.line_feed

    def otherwise(self, alignment: Alignment | None = None, colour: Colour | None = None) -> Style:
        """The same style, aligned or coloured otherwise where asked."""
        style = self
        if alignment is not None:
            style = replace(style, paragraph=replace(style.paragraph, alignment=alignment))
        if colour is not None:
            text = replace(style.paragraph.text, colour=colour)
            strong = replace(style.strong, colour=colour) if style.strong else None
            style = replace(style, paragraph=replace(style.paragraph, text=text), strong=strong)
        return style


def centred_baseline(size: float, line_feed: float) -> float:
    """Where the baseline stands when a body of `size` is centred in `line_feed`, in points from the line's head."""
    return (line_feed - size) / 2 + IDEOGRAPHIC_ASCENT * size


class StyleSheet(Struct, frozen=True):
    """The styles of a theme for one language, by name."""

    styles: Mapping[str, Style]

    def __getitem__(self, name: str) -> Style:
        return self.styles[name]
