"""A story on one page or several: title, lead, byline, and the copy in columns or in the tiers of a vertical page."""

from __future__ import annotations

from brochure.layout.page import Page
from brochure.pages.page_type import Setting
from brochure.pages.story.content import StoryContent, Writing
from brochure.pages.story.horizontal import set_horizontally
from brochure.pages.story.vertical import set_vertically


def lay_out(content: StoryContent, setting: Setting) -> tuple[Page, ...]:
    """As many pages as are ordered, whatever the length of the copy in a language."""
    story = setting.booklet.stories[content.story]
    if content.writing is Writing.VERTICAL:
        return set_vertically(content, story, setting)
    return set_horizontally(content, story, setting)
