"""Lines drawn with what lies between their signs: every body outlined, every gap filled by what was done to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brochure.drawing.colour import Colour, percent
from brochure.drawing.frame import Frame, Placed, Shape, Stroke, Tagged, rectangle
from brochure.drawing.frame import line as rule
from brochure.drawing.geometry import Point, Size
from brochure.drawing.structure import Role
from brochure.layout.type_area import IDEOGRAPHIC_ASCENT
from brochure.typesetting.account import Account, Character, accounts
from brochure.typesetting.compose import compose
from brochure.typesetting.paragraph import Paragraph, ParagraphStyle

_MARGIN = 2.0  # em around the lines
_BODY = Stroke(percent(0, 0, 0, 40), 0.25)
_MEASURE = Stroke(percent(0, 90, 80, 0), 0.5)
AS_ASKED, REDUCED, GROWN = percent(0, 0, 0, 18), percent(55, 10, 0, 0), percent(0, 30, 75, 0)
"""Gaps as the classes ask for them, those that gave, those that were added to."""


def drawn_accounts(copies: Sequence[Paragraph], measure: float) -> Frame:
    """Paragraphs of one style at a measure in points, one after another, with margins of two em.

    Bodies are outlined, gaps filled (`AS_ASKED`, `REDUCED`, `GROWN`); a red line marks the end of the measure.
    """
    style = copies[0].style
    lines = [
        pair for copy in copies for pair in zip(compose(copy, measure).lines, accounts(copy, measure), strict=True)
    ]
    margin, breadth = _MARGIN * style.text.size, len(lines) * style.line_feed
    size = Size(breadth, measure) if style.is_vertical else Size(measure, breadth)
    items: list[Placed] = []
    for number, (line, account) in enumerate(lines):
        head = _head(style, number, margin, size)
        items += _between(account, style, head)
        items += (placed.moved(*head) for placed in line.items)
    items.append(_end(style, margin, measure, size))
    return Frame(Size(size.width + 2 * margin, size.height + 2 * margin), tuple(items))


def _head(style: ParagraphStyle, number: int, margin: float, size: Size) -> Point:
    """Where a line's items stand from: the baseline's left end, or the head of the middle of a vertical line."""
    along = number * style.line_feed
    if style.is_vertical:
        return Point(margin + size.width - along - style.line_feed / 2, margin)
    return Point(margin, margin + along + style.line_feed / 2 + (IDEOGRAPHIC_ASCENT - 0.5) * style.text.size)


def _between(account: Account, style: ParagraphStyle, head: Point) -> Iterator[Placed]:
    for character in account.characters:
        if character.gap > 0.001:
            yield _box(style, head, character.x + character.body, character.gap, fill=_filled(character))
    for character in account.characters:
        yield _box(style, head, character.x, character.body, stroke=_BODY)


def _filled(character: Character) -> Colour:
    change = character.gap - character.natural
    return AS_ASKED if abs(change) < 0.001 else REDUCED if change < 0 else GROWN


def _box(
    style: ParagraphStyle,
    head: Point,
    start: float,
    length: float,
    fill: Colour | None = None,
    stroke: Stroke | None = None,
) -> Placed:
    em = style.text.size
    path = (
        rectangle(-em / 2, start, em, length)
        if style.is_vertical
        else rectangle(start, -IDEOGRAPHIC_ASCENT * em, length, em)
    )
    return Placed(Tagged(Role.ARTIFACT, (Placed(Shape(path, fill=fill, stroke=stroke)),)), head.x, head.y)


def _end(style: ParagraphStyle, margin: float, measure: float, size: Size) -> Placed:
    at = margin + measure
    path = (
        rule(margin, at, margin + size.width, at) if style.is_vertical else rule(at, margin, at, margin + size.height)
    )
    return Placed(Tagged(Role.ARTIFACT, (Placed(Shape(path, stroke=_MEASURE)),)))
