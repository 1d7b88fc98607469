"""A picture's place on a page: the author's photograph with its caption and credit, or a drawing that stands in."""

from __future__ import annotations

from brochure.content.page_content import PageContent
from brochure.diagnostics import message, warning
from brochure.drawing.frame import Frame, Group, Placed, rectangle
from brochure.drawing.geometry import Rect, Size
from brochure.layout.composition import Composition
from brochure.layout.foot_band import foot_band
from brochure.layout.picture import cropped, resolution
from brochure.pages.art import drawing
from brochure.pages.page_type import Setting

LEAST_RESOLUTION = 224.0  # pixels an inch: printers warn below


def set_art(page: Composition, content: PageContent, box: Rect, setting: Setting) -> None:
    """Fill a box, bleed included, with the photograph the page was ordered with, or its drawing."""
    set_picture(page, content.picture, content.art, content.seed, box, content, setting)


def set_foot_band(
    page: Composition, content: PageContent, box: Rect, depth: float, setting: Setting, art: str = ""
) -> None:
    """Fill the foot of a page with its photograph or drawing, or with drawing `art`, where the copy, down to `depth`
    points from the page's head, leaves room: in every language whose file shares the plates.
    """
    page.copy_depth = depth
    reach = max(depth, setting.depths.get(content.id, 0.0))
    band = foot_band(setting.area, box, reach, setting.bleed, setting.most_band / setting.area.line_feed)
    if band is None:
        return
    setting.bands.append(band.height)
    if art:
        _draw(page, art, content.seed, band, setting)
    elif content.art or content.picture:
        set_art(page, content, band, setting)


def set_picture(
    page: Composition, name: str | None, art: str, seed: int, box: Rect, content: PageContent, setting: Setting
) -> None:
    """Fill a box, bleed included, with the photograph of an id, or with a drawing where there is none."""
    photograph = _photograph(name, Size(box.width, box.height), content, setting)
    if photograph is not None:
        _show(page, *photograph, box.x, box.y, setting)
    elif art:
        _draw(page, art, seed, box, setting)


def set_across(
    pages: tuple[Composition, Composition],
    name: str | None,
    art: str,
    seed: int,
    content: PageContent,
    setting: Setting,
) -> None:
    """Fill two facing pages, given in reading order, with one photograph or drawing that bleeds on the outer sides. The
    trim parts it at the gutter; beyond it each page goes on with the other's, for the binder who cuts or mills there.
    What a photograph says in words is said once, on the first.
    """
    trim, bleed = setting.area.trim, setting.bleed
    size = Size(2 * (trim.width + bleed), trim.height + 2 * bleed)
    photograph = _photograph(name, size, content, setting)
    frame, alternative = photograph or (drawing(art, size, setting.palette, seed), "")
    for number, page in enumerate(pages):
        is_right = (number == 1) != setting.binding_is_right
        half = Rect(-bleed, -bleed, trim.width + 2 * bleed, size.height)
        placed = frame.placed(-bleed - (trim.width if is_right else 0.0), -bleed)
        shown = Frame(trim, (Placed(Group((placed,), clip=rectangle(*half))),))
        _show(page, shown, alternative if not number else "", 0.0, 0.0, setting)


def _photograph(name: str | None, size: Size, content: PageContent, setting: Setting) -> tuple[Frame, str] | None:
    """The photograph of an id cropped to a size, with what it says in words; one too small to print well is told."""
    picture = setting.booklet.pictures.get(name or "")
    pixels = setting.pixels.get(picture.id) if picture else None
    if picture is None or pixels is None:
        return None
    focus = (picture.focus.x, picture.focus.y)
    found = resolution(pixels, size, focus)
    if found < LEAST_RESOLUTION:
        setting.report.add(
            warning(
                "pages.small-picture",
                message(
                    "picture “{picture}” has only {found} pixels an inch here", picture=picture.id, found=int(found)
                ),
                content.span,
                message("a printer wants 350; use a larger file, or a smaller place"),
            )
        )
    return cropped(picture.file, pixels, size, focus), setting.words(picture.alternative).text


def _show(page: Composition, frame: Frame, alternative: str, x: float, y: float, setting: Setting) -> None:
    """Place a picture; one that nothing is said of in words is decoration."""
    if alternative:
        page.figure(frame, x, y, alternative, setting.language.tag)
    else:
        page.artwork(frame, x, y)


def _draw(page: Composition, art: str, seed: int, box: Rect, setting: Setting) -> None:
    """Fill a box with a drawing; on one of two facing pages, a box from edge to edge with the page's half of one that
    runs across both.
    """
    trim = setting.area.trim.width
    if not setting.is_half or box.x > 0.0 or box.right < trim:
        page.artwork(drawing(art, Size(box.width, box.height), setting.palette, seed), box.x, box.y)
        return
    is_right = (setting.number % 2 == 1) != setting.binding_is_right
    across = drawing(art, Size(box.width + trim, box.height), setting.palette, seed)
    page.artwork(across, box.x - (trim if is_right else 0.0), box.y, clip=rectangle(*box))
