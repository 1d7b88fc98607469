"""What every page bears besides its own matter: the folio and the running head, at the foot by the fore-edge."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from brochure.drawing.frame import Frame, Placed, Shape, Tagged, rectangle
from brochure.drawing.structure import Role
from brochure.drawing.units import mm
from brochure.layout.page import NumberedPage
from brochure.layout.palette import Palette
from brochure.layout.text_block import Typesetter
from brochure.layout.type_area import TypeArea

_FOOT = mm(13)  # the folio's baseline above the lower trim: well outside the 5 mm printers ask for folios
_GAP = 9.0  # points between folio and running head, and between the heads of two languages


def furnished(
    pages: Sequence[NumberedPage],
    area: TypeArea,
    typesetter: Typesetter,
    palette: Palette,
    binding_is_right: bool,
    crowded: Callable[[NumberedPage], None],
) -> tuple[NumberedPage, ...]:
    """The pages with folio and running head drawn in; both are artifacts to a hearing reader. A head for which the
    page's width has no room is left out, and `crowded` told of its page.
    """
    return tuple(_furnished(page, area, typesetter, palette, binding_is_right, crowded) for page in pages)


def _furnished(
    page: NumberedPage,
    area: TypeArea,
    typesetter: Typesetter,
    palette: Palette,
    binding_is_right: bool,
    crowded: Callable[[NumberedPage], None],
) -> NumberedPage:
    if not page.page.has_folio:
        return page
    box = area.box(page.is_recto, binding_is_right)
    is_at_left = page.is_recto == binding_is_right
    folio = typesetter.label(str(page.number), "folio", is_artifact=True)
    heads = [typesetter.line(words, "running-head", is_artifact=True) for words in page.page.running_heads]
    baseline = area.trim.height - _FOOT
    top = baseline - typesetter.styles["folio"].baseline
    head_top = baseline - typesetter.styles["running-head"].baseline
    width = sum(head.size.width + _GAP for head in heads)
    if folio.size.width + width > box.width:
        crowded(page)
        heads, width = [], 0.0
    folio_x = box.x if is_at_left else box.right - folio.size.width
    head_x = box.x + folio.size.width + _GAP if is_at_left else folio_x - width
    placed = [
        head.placed(head_x + sum(h.size.width + _GAP for h in heads[:i]), head_top) for i, head in enumerate(heads)
    ]
    tick_x = 0.0 if is_at_left else area.trim.width
    drawn = (
        folio.placed(folio_x, top),
        *placed,
        Placed(Tagged(Role.ARTIFACT, (_tick(tick_x, baseline, is_at_left, palette),))),
    )
    frame = Frame(page.page.frame.size, page.page.frame.items + drawn)
    return replace(page, page=replace(page.page, frame=frame))


def _tick(x: float, baseline: float, is_at_left: bool, palette: Palette) -> Placed:
    """A small bar that runs off the fore-edge beside the folio, through the bleed."""
    length, bleed = mm(6), mm(3)
    left = x - bleed if is_at_left else x - length
    return Placed(Shape(rectangle(left, baseline - 3.4, length + bleed, 1.2), fill=palette.sea))
