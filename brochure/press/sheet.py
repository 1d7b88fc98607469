"""A sheet: how large the paper is, which pages lie on it and how, and what stands around them."""

from __future__ import annotations

from math import atan2, cos, hypot, sin
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brochure.drawing.frame import Frame, Group, Placed
from brochure.drawing.geometry import Point, Rect, Size, Transform
from brochure.edition.profiles import Profile
from brochure.layout.page import Book, NumberedPage

if TYPE_CHECKING:
    from brochure.press.slug import Slug

_STAMP = 0.62  # of a page's diagonal: how long the words across it are


class Placement(Struct, frozen=True):
    """A page on a sheet. `trim` is where its trim lies, `shown` what of it and its bleed is printed, in the sheet's
    axes; a turned page stands on its head."""

    page: NumberedPage
    trim: Rect
    shown: Rect
    is_turned: bool = False


class Sheet(Struct, frozen=True):
    """One side of a sheet. `trim` and `bleed` are boxes on it; `marks` are in its own axes, outside the bleed; `stamp`
    is printed over all of it, thinly. `label` is what a viewer calls it where it holds more than one page.
    """

    placements: tuple[Placement, ...]
    size: Size
    trim: Rect
    bleed: Rect
    marks: tuple[Placed, ...] = ()
    stamp: tuple[Placed, ...] = ()
    folds: tuple[float, ...] = ()
    label: str = ""

    @property
    def pages(self) -> tuple[NumberedPage, ...]:
        """The pages on the sheet, as they lie."""
        return tuple(placement.page for placement in self.placements)

    @property
    def name(self) -> str:
        """What a viewer calls the sheet: its own label, or its page's."""
        return self.label or (self.pages[0].label if self.pages else "")


class Furniture(Struct, frozen=True):
    """What is drawn on every sheet besides its pages and marks: the slug, and the words across each page of a proof."""

    slug: Slug | None = None
    stamp: Frame | None = None


PLAIN = Furniture()


def sheets(book: Book, profile: Profile, furniture: Furniture = PLAIN) -> tuple[Sheet, ...]:
    """A sheet for each page, in reading order, as the profile has it."""
    found: list[Sheet] = []
    alike: dict[Size, Sheet] = {}  # without marks, pages of a size lie alike
    for page in book.pages:
        size = page.page.frame.size
        like = alike.get(size)
        if like is None:
            found.append(laid_out(((Cell(page, size),),), profile, furniture, page.label))
            if not profile.has_marks:
                alike[size] = found[-1]
        else:
            placements = (replace(like.placements[0], page=page),)
            found.append(replace(like, placements=placements, label=page.label))
    return tuple(found)


def laid_out(
    rows: tuple[tuple[Cell, ...], ...], profile: Profile, furniture: Furniture, label: str, gap: float = 0.0
) -> Sheet:
    """A sheet of cells side by side and one under another, marks around the whole.

    Between two rows heads meet and are cut apart, with a bleed on each side. `gap` is what is milled off each page at a
    glued spine. Cells of a row have the same height.
    """
    margin = profile.bleed + profile.slug
    top = margin
    placements: list[Placement] = []
    folds: list[float] = []
    right = margin
    for number, row in enumerate(rows):
        top += 2 * profile.bleed if number else 0.0
        left = margin
        for place, cell in enumerate(row):
            if place and not cell.is_joined:
                left += 2 * profile.bleed
            elif place:
                left += 2 * gap
            if place and number == 0:
                folds.append(left - (gap if cell.is_joined else profile.bleed))
            box = Rect(left, top, *cell.size)
            after = row[place + 1] if place + 1 < len(row) and row[place + 1].is_joined else None
            before = row[place - 1] if cell.is_joined else None
            if cell.page is not None:
                reach = tuple(_reach(cell, other, profile.bleed, gap) for other in (before, after))
                placements.append(_placement(cell, box, profile.bleed, *reach))
            left += cell.size.width
        right = max(right, left)
        top += max(cell.size.height for cell in row)
    size = Size(right + margin, top + margin)
    trim = Rect(margin, margin, right - margin, top - margin)
    bleed = trim.inset(*(-profile.bleed,) * 4)
    around: tuple[Placed, ...] = ()
    if profile.has_marks:
        from brochure.press.marks import marks
        from brochure.press.slug import beside

        around = marks(trim, profile.bleed, profile.marks, tuple(folds)) + beside(trim, profile, furniture.slug, label)
    stamp = tuple(_across(placement.trim, furniture.stamp) for placement in placements) if furniture.stamp else ()
    return Sheet(tuple(placements), size, trim, bleed, around, stamp, tuple(folds), label)


class Cell(Struct, frozen=True):
    """A place for a page on a sheet; None stands for a blank one. A cell `is_joined` to the one at its left where no
    knife goes between them. `shift` moves the page towards the right, in points (creep)."""

    page: NumberedPage | None
    size: Size
    is_joined: bool = False
    is_turned: bool = False
    shift: float = 0.0


def _reach(cell: Cell, other: Cell | None, bleed: float, gap: float) -> float:
    """How far a page is printed beyond its trim towards what it is joined to: not into another page, up to the middle
    of a bare spine, and into the bleed where it is joined to nothing."""
    if other is None:
        return bleed
    is_bare_spine = other.page is None and other.size.width < cell.size.width / 4
    return min(bleed, other.size.width / 2) if is_bare_spine else gap


def _placement(cell: Cell, box: Rect, bleed: float, left: float, right: float) -> Placement:
    assert cell.page is not None
    shown = box.inset(-left, -bleed, -right, -bleed)
    return Placement(cell.page, box._replace(x=box.x + cell.shift), shown, cell.is_turned)


def _across(trim: Rect, words: Frame) -> Placed:
    """Words along a page's diagonal, rising to the right, their middle in the page's."""
    from brochure.press.slug import silenced

    scale = _STAMP * hypot(trim.width, trim.height) / words.size.width
    angle = -atan2(trim.height, trim.width) / 1.6
    along, up = scale * cos(angle), scale * sin(angle)
    middle = Point(trim.x + trim.width / 2, trim.y + trim.height / 2)
    x = middle.x - (along * words.size.width - up * words.size.height) / 2
    y = middle.y - (up * words.size.width + along * words.size.height) / 2
    return Placed(Group(silenced(words.items), Transform(along, up, -up, along, 0.0, 0.0)), x, y)


def origin(placement: Placement) -> Point:
    """Where the page's own axes begin on the sheet: the trim's corner, the lower right one where it is turned."""
    trim = placement.trim
    return Point(trim.right, trim.bottom) if placement.is_turned else Point(trim.x, trim.y)
