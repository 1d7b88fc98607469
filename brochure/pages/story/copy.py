"""The copy of a story as strips, whichever way its lines run."""

from __future__ import annotations

from brochure.content.story import Story
from brochure.content.text import Text
from brochure.layout.footnotes import numbered
from brochure.layout.strip import Strip, with_space
from brochure.layout.styles import Style
from brochure.layout.text_block import Words
from brochure.pages.page_type import Setting


def body(
    story: Story, setting: Setting, text: Style, heading: Style, measure: float, notes: list[Words] | None = None
) -> tuple[Strip, ...]:
    """The story's text and its sections, a line of the grid before each heading; `notes` takes what is noted in them,
    where the page has room for notes at its foot.
    """
    setter = setting.typesetter

    def words(copy: Text | None) -> Words:
        said = setting.words(copy)
        return said if notes is None else numbered(said, notes)

    strips = list(setter.text(words(story.text), text, measure))
    for section in story.sections:
        head = setter.text(setting.words(section.title), heading, measure)
        strips.extend(with_space(head, setting.area.line_feed) if strips else head)
        strips.extend(setter.text(words(section.text), text, measure))
    return tuple(strips)
