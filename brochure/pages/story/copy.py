"""The copy of a story as strips, whichever way its lines run."""

from __future__ import annotations

from brochure.content.story import Story
from brochure.content.text import Text
from brochure.layout.notes import Numbering
from brochure.layout.strip import Strip, with_space
from brochure.layout.styles import Style
from brochure.pages.page_type import Setting
from brochure.pages.prose import set_noted


def body(
    story: Story, setting: Setting, text: Style, heading: Style, measure: float, notes: Numbering | None = None
) -> tuple[Strip, ...]:
    """The story's text and its sections, a line of the grid before each heading; `notes` takes what is noted in them,
    where the page has room for notes.
    """
    setter = setting.typesetter

    def set_copy(copy: Text | None) -> tuple[Strip, ...]:
        words = setting.words(copy)
        if notes is None:
            return setter.text(words, text, measure)
        return set_noted(words, text, measure, setting, notes)

    strips = list(set_copy(story.text))
    for section in story.sections:
        head = setter.text(setting.words(section.title), heading, measure)
        strips.extend(with_space(head, setting.area.line_feed) if strips else head)
        strips.extend(set_copy(section.text))
    return tuple(strips)
