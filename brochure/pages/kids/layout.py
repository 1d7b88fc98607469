"""The children's introduction: two friends, one from each shore, talk in large type, each in a bubble of their own."""

from __future__ import annotations

from brochure.content.city import Country
from brochure.content.kids import Saying
from brochure.drawing.frame import Placed, Shape, Tagged
from brochure.drawing.geometry import Size
from brochure.drawing.structure import Role
from brochure.layout.art.friends import bubble, friend
from brochure.layout.page import Page
from brochure.layout.strip import Element, Strip, height_of, stacked
from brochure.pages.kids.content import KidsContent
from brochure.pages.page_type import Setting
from brochure.pages.tables import table_pages

_FRIEND = 58.0  # points wide
_GAP = 14.0
_PADDING = 10.0


def lay_out(content: KidsContent, setting: Setting) -> tuple[Page, ...]:
    """A page, or two where the talk is long."""
    page = setting.begin()
    talk = setting.booklet.talks[content.talk]
    box = setting.title(page, content, setting.box())
    strips = [_saying(saying, setting, box.width, number) for number, saying in enumerate(talk.sayings)]
    return table_pages(page, None, strips, box, content, setting, "kids", 2, least=content.pages)


def _saying(saying: Saying, setting: Setting, width: float, number: int) -> Strip:
    """A friend and what they say; the one from China stands at the right."""
    character = setting.booklet.characters[saying.who]
    is_right = character.side is Country.CHINA
    setter = setting.typesetter
    measure = width - _FRIEND - _GAP - 2 * _PADDING - 40.0
    words = setter.text(setting.words(saying.text), "kids", measure)
    name = setter.line(setting.name(character.name, f"characters.{character.id}.name"), "label")
    drawn = friend(Size(_FRIEND, _FRIEND), setting.palette, is_right)
    height = max(height_of(words) + 2 * _PADDING, _FRIEND + name.size.height)
    deep = height_of(words) + 2 * _PADDING
    x = width - _FRIEND if is_right else 0.0
    left = 40.0 if is_right else _FRIEND + _GAP
    palette = setting.palette
    paint = palette.vermilion.tint(0.1) if is_right else palette.sea.tint(0.1)
    shape = Shape(bubble(left, 0.0, measure + 2 * _PADDING, deep, _GAP * 0.7, is_right), fill=paint)
    items = (
        Placed(Tagged(Role.ARTIFACT, (drawn.placed(x, 0.0), Placed(shape)))),
        name.placed(x + (_FRIEND - name.size.width) / 2, _FRIEND),
        *stacked(words, left + _PADDING, _PADDING),
    )
    element = Element(Role.SECTION, words[0].element.origin if words else "", setter.language, number=number)
    return Strip(items, height, element, space_before=setting.area.line_feed)
