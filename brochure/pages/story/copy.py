"""The copy of a story as strips, whichever way its lines run."""

from __future__ import annotations

from brochure.content.story import Story
from brochure.layout.strip import Strip, with_space
from brochure.layout.styles import Style
from brochure.pages.page_type import Setting


def body(story: Story, setting: Setting, text: Style, heading: Style, measure: float) -> tuple[Strip, ...]:
    """The story's text and its sections, a line of the grid before each heading."""
    setter = setting.typesetter
    strips = list(setter.text(setting.words(story.text), text, measure))
    for section in story.sections:
        head = setter.text(setting.words(section.title), heading, measure)
        strips.extend(with_space(head, setting.area.line_feed) if strips else head)
        strips.extend(setter.text(setting.words(section.text), text, measure))
    return tuple(strips)
