"""A greeting or a congratulatory message: a drawing at the head, the words, a portrait, and whose words they are."""

from __future__ import annotations

from brochure.content.standing_matter import Greeting
from brochure.drawing.geometry import Rect, Size
from brochure.drawing.units import mm
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.strip import Strip, height_of
from brochure.pages.greeting.content import GreetingContent
from brochure.pages.greeting.labels import SAMPLE
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_art, set_picture
from brochure.typesetting.paragraph import Alignment

_ART_LINES = 7  # of the grid, below the head of the type area
_PORTRAIT = Size(mm(36), mm(46))
_GAP = 2  # characters between words and portrait


def lay_out(content: GreetingContent, setting: Setting) -> tuple[Page, ...]:
    """One page; the signature stands below the words, the portrait at their right."""
    page = setting.begin()
    area = setting.area
    greeting = setting.booklet.greetings[content.greeting]
    box = setting.box()
    _head(page, content, setting, box)
    box = setting.title(page, content, area.rows(box, _ART_LINES + 2))
    words = _beside_portrait(page, content, greeting, setting, box)
    note = setting.typesetter.text(setting.label(SAMPLE), "note", box.width) if greeting.is_sample else ()
    signature = _signature(greeting, setting, words.width)
    foot = area.whole_lines(height_of(signature) + height_of(note) + 2 * area.line_feed)
    room = words._replace(height=words.height - foot)
    copy = setting.words(greeting.text)
    filled = page.strips(setting.typesetter.text(copy, "greeting", room.width), room)
    page.stack(signature, words.x, words.y + area.whole_lines(filled.depth) + area.line_feed)
    page.stack(note, box.x, box.bottom - height_of(note))
    setting.overset(filled.rest, content)
    return (setting.finish(page, content, "greeting"),)


def _head(page: Composition, content: GreetingContent, setting: Setting, box: Rect) -> None:
    """The drawing off the head and both edges of the page."""
    trim, bleed = setting.area.trim, setting.bleed
    height = box.y + _ART_LINES * setting.area.line_feed + bleed
    set_art(page, content, Rect(-bleed, -bleed, trim.width + 2 * bleed, height), setting)


def _beside_portrait(
    page: Composition, content: GreetingContent, greeting: Greeting, setting: Setting, box: Rect
) -> Rect:
    """Set the portrait at the right edge of the box; what is left of the box for words, in whole characters."""
    place = Rect(box.right - _PORTRAIT.width, box.y + setting.area.line_feed / 4, *_PORTRAIT)
    set_picture(page, greeting.picture, content.portrait_art, content.seed, place, content, setting)
    held = int((box.width - _PORTRAIT.width) / setting.area.size) - _GAP
    return box._replace(width=held * setting.area.size)


def _signature(greeting: Greeting, voice: Setting, measure: float) -> tuple[Strip, ...]:
    """Post and name, at the end of their column."""
    setter = voice.typesetter
    post = voice.name(greeting.post, f"greetings.{greeting.id}.post")
    name = voice.name(greeting.name, f"greetings.{greeting.id}.name")
    return (
        *setter.text(post, setter.style("signature-post", Alignment.END), measure),
        *setter.text(name, setter.style("signature", Alignment.END), measure),
    )
