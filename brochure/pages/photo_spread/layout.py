"""A spread of photographs: one over the whole left page, the others on the right with all captions and credits."""

from __future__ import annotations

from dataclasses import replace

from brochure.drawing.geometry import Rect
from brochure.layout.page import Page, Side
from brochure.layout.strip import Strip, height_of
from brochure.layout.text_block import Words
from brochure.pages.page_type import Setting
from brochure.pages.photo_spread.content import PhotoSpreadContent, Slot
from brochure.pages.photo_spread.labels import CREDIT, DRAWN
from brochure.pages.slots import set_picture

_MOST = 0.4  # of a picture's share of the page its caption may take
_ARROWS = "←"  # before the caption of the picture on the facing page


def lay_out(content: PhotoSpreadContent, setting: Setting) -> tuple[Page, ...]:
    """Two pages; the left one bears no folio."""
    area, bleed = setting.area, setting.bleed
    left, right = setting.begin(), setting.begin()
    whole, *others = content.pictures
    full = Rect(-bleed, -bleed, area.trim.width + 2 * bleed, area.trim.height + 2 * bleed)
    set_picture(left, whole.picture, whole.art, whole.seed, full, content, setting)
    left.anchor(content.id)
    box = setting.title(right, content.model_copy(update={"id": ""}), setting.box(1))
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
