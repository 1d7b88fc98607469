"""A greeting or a congratulatory message: a drawing at the head, the words, a portrait, and whose words they are.

What is noted in the words stands at the foot of the page, or below the portrait beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from brochure.content.page_content import NotesAt
from brochure.content.standing_matter import Greeting
from brochure.drawing.geometry import Rect, Size
from brochure.drawing.units import mm
from brochure.layout.composition import Composition
from brochure.layout.footnotes import lines_of
from brochure.layout.notes import Note
from brochure.layout.page import Page
from brochure.layout.side_notes import Shared
from brochure.layout.strip import Strip, height_of
from brochure.pages.greeting.content import GreetingContent
from brochure.pages.greeting.labels import SAMPLE
from brochure.pages.page_type import Setting
from brochure.pages.prose import footnotes_of, numbering, set_feet, set_noted
from brochure.pages.side_notes import STYLE as SIDE_NOTE
from brochure.pages.side_notes import lined_up_beside
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
    notes = numbering(content, setting)
    copy = set_noted(setting.words(greeting.text), "greeting", words.width, setting, notes)
    foot = area.whole_lines(height_of(signature) + height_of(note) + 2 * area.line_feed)
    feet = () if content.notes is NotesAt.SIDE else footnotes_of(notes.notes, setting, box.width)
    given = lines_of(feet, area.line_feed) * area.line_feed
    room = words._replace(height=words.height - foot - given)
    filled = page.strips(copy, room)
    if content.notes is NotesAt.SIDE:
        _below_portrait(page, copy, notes.notes, room, box, content, setting)
    page.stack(signature, words.x, words.y + area.whole_lines(filled.depth) + area.line_feed)
    below = box._replace(height=box.height - (area.whole_lines(height_of(note)) if note else 0.0))
    set_feet(page, (feet,), (below,), 0.0, is_continued=True, setting=setting)
    page.stack(note, box.x, box.bottom - height_of(note))
    setting.overset(filled.rest, content)
    return (setting.finish(page, content, "greeting"),)


def _below_portrait(
    page: Composition,
    copy: Sequence[Strip],
    notes: Sequence[Note],
    room: Rect,
    box: Rect,
    content: GreetingContent,
    setting: Setting,
) -> None:
    """Set the notes of the copy in the column the portrait stands in."""
    style = setting.typesetter.styles[SIDE_NOTE]
    top = box.y + _PORTRAIT.height + setting.area.line_feed
    width = int(_PORTRAIT.width / style.size) * style.size
    place = Rect(box.right - _PORTRAIT.width, top, width, max(0.0, room.bottom - top))
    shared = Shared(room, place, setting.typesetter.styles["greeting"].baseline - style.baseline)
    found = lined_up_beside(copy, shared, notes, style, content, setting, goes_on=False)
    for start, strips in found.notes:
        page.stack(strips, place.x, place.y + start)


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
