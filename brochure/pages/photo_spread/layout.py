"""A spread of photographs: one over the whole left page, the others on the right with all captions and credits; or one
alone across both pages.
"""

from __future__ import annotations

from msgspec.structs import replace

from brochure.diagnostics import message, warning
from brochure.drawing.geometry import Rect
from brochure.layout.page import Page, Side
from brochure.layout.strip import Strip, height_of
from brochure.layout.text_block import Words
from brochure.pages.page_type import Setting
from brochure.pages.photo_spread.content import PhotoSpreadContent, Slot
from brochure.pages.photo_spread.labels import CREDIT, DRAWN
from brochure.pages.slots import set_across, set_picture
from brochure.source.model import changed

_MOST = 0.4  # of a picture's share of the page its caption may take
_ARROWS = "←"  # before the caption of the picture on the facing page


def lay_out(content: PhotoSpreadContent, setting: Setting) -> tuple[Page, ...]:
    """Two pages; one filled by a picture bears no folio."""
    if len(content.pictures) < 2 or content.across:
        return _lay_out_across(content, setting)
    area, bleed = setting.area, setting.bleed
    left, right = setting.begin(), setting.begin()
    whole, *others = content.pictures
    full = Rect(-bleed, -bleed, area.trim.width + 2 * bleed, area.trim.height + 2 * bleed)
    set_picture(left, whole.picture, whole.art, whole.seed, full, content, setting)
    left.anchor(content.id)
    box = setting.title(right, changed(content, id=""), setting.box(1))
    most = box.height / len(others) * _MOST
    captions = [
        _held(_caption(slot, setting, box.width, number), most, content, setting)
        for number, slot in enumerate(content.pictures)
    ]
    foot = area.whole_lines(height_of(captions[0]))
    room = box._replace(height=box.height - foot - area.line_feed)
    share = room.height / len(others)
    for number, (slot, caption) in enumerate(zip(others, captions[1:], strict=True)):
        top = room.y + area.whole_lines(number * share)
        deep = area.whole_lines(share - area.line_feed) - area.whole_lines(height_of(caption)) - area.line_feed / 2
        place = Rect(box.x, top, area.trim.width + bleed - box.x, deep)
        set_picture(right, slot.picture, slot.art, slot.seed, place, content, setting)
        right.stack(caption, box.x, top + deep + area.line_feed / 4)
    right.stack(captions[0], box.x, box.bottom - foot)
    first = replace(setting.finish(left, content, "photo_spread"), has_folio=False, side=Side.VERSO)
    return first, setting.finish(right, content, "photo_spread", 1)


def _lay_out_across(content: PhotoSpreadContent, setting: Setting) -> tuple[Page, ...]:
    """One picture over both pages without folios, its caption on a slip of paper at the foot of the second."""
    area, bleed = setting.area, setting.bleed
    pages = setting.begin(), setting.begin()
    whole, *others = content.pictures
    if others:
        setting.report.add(
            warning(
                "pages.picture-too-many",
                message("a picture runs across page “{page}”: the others have no place", page=content.id),
                content.place_of("pictures"),
                message("order another photo-spread for them, or take across: true away"),
            )
        )
    pages[0].anchor(content.id)
    set_across(pages, whole.picture, whole.art, whole.seed, content, setting)
    box = setting.box(1)
    column = setting.columns(box)[-1]
    caption = _held(_caption(whole, setting, column.width - area.size, 1), box.height * _MOST, content, setting)
    if caption:
        deep = area.whole_lines(height_of(caption)) + area.line_feed
        is_right = not setting.binding_is_right
        slip = Rect(column.x, box.bottom - deep, area.trim.width + bleed - column.x, deep)
        if not is_right:
            column = setting.columns(box)[0]
            slip = Rect(-bleed, box.bottom - deep, column.right + bleed, deep)
        pages[1].box(slip, setting.palette.paper)
        left = column.x + (area.size if is_right else 0.0)
        pages[1].stack(caption, left, slip.y + (deep - height_of(caption)) / 2)
    first, second = (setting.finish(page, content, "photo_spread", offset) for offset, page in enumerate(pages))
    return replace(first, has_folio=False, side=Side.VERSO), replace(second, has_folio=False)


def _held(caption: tuple[Strip, ...], room: float, content: PhotoSpreadContent, setting: Setting) -> tuple[Strip, ...]:
    """The lines of a caption that leave its picture a place; the others are told."""
    held = next((number for number in range(len(caption), 0, -1) if height_of(caption[:number]) <= room), 0)
    setting.overset(caption[held:], content)
    return caption[:held]


def _caption(slot: Slot, setting: Setting, measure: float, number: int) -> tuple[Strip, ...]:
    """A caption in its languages, and whose photograph it is, or that it is drawn."""
    picture = setting.booklet.pictures.get(slot.picture or "")

    def words(voice: Setting) -> Words:
        caption = voice.words(slot.caption)
        credit = voice.words(picture.credit).text if picture else ""
        source = voice.say(CREDIT, name=credit) if credit else "" if picture else voice.say(DRAWN)
        text = "　".join(part for part in (("" if number else _ARROWS) + caption.text, source) if part)
        return replace(caption, text=text)

    return setting.stacked(setting.each(words), "caption", measure)
