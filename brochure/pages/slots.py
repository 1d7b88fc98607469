"""A picture's place on a page: the author's photograph with its caption and credit, or a drawing that stands in."""

from __future__ import annotations

from brochure.content.page_content import PageContent
from brochure.diagnostics import message, warning
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
    band = foot_band(setting.area, box, max(depth, setting.depths.get(content.id, 0.0)), setting.bleed)
    if band is None:
        return
    if art:
        page.artwork(drawing(art, Size(band.width, band.height), setting.palette, content.seed), band.x, band.y)
    elif content.art or content.picture:
        set_art(page, content, band, setting)


def set_picture(
    page: Composition, name: str | None, art: str, seed: int, box: Rect, content: PageContent, setting: Setting
) -> None:
    """Fill a box, bleed included, with the photograph of an id, or with a drawing where there is none."""
    size = Size(box.width, box.height)
    picture = setting.booklet.pictures.get(name or "")
    pixels = setting.pixels.get(picture.id) if picture else None
    if picture is None or pixels is None:
        if not art:
            return
        page.artwork(drawing(art, size, setting.palette, seed), box.x, box.y)
        return
    focus = (picture.focus.x, picture.focus.y)
    frame = cropped(picture.file, pixels, size, focus)
    alternative = setting.words(picture.alternative).text
    if alternative:
        page.figure(frame, box.x, box.y, alternative, setting.language.tag)
    else:
        page.artwork(frame, box.x, box.y)
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
