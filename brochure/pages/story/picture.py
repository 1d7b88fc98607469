"""A story's photograph in the room that is kept for it, its credit below."""

from __future__ import annotations

from brochure.content.story import Story
from brochure.drawing.geometry import Rect
from brochure.layout.composition import Composition
from brochure.layout.strip import height_of
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_picture
from brochure.pages.story.content import StoryContent

LINES = 12  # of the grid a photograph takes


def set_story_picture(page: Composition, content: StoryContent, story: Story, setting: Setting, box: Rect) -> None:
    """Fill a box of the type area with the photograph and, at its foot, whose it is."""
    picture = setting.booklet.pictures.get(story.picture or "")
    credit = setting.typesetter.text(setting.words(picture.credit if picture else None), "caption", box.width)
    foot = setting.area.whole_lines(height_of(credit))
    place = box._replace(height=box.height - foot)
    set_picture(page, story.picture, content.art, content.seed, place, content, setting)
    page.stack(credit, box.x, place.bottom + (foot - height_of(credit)) / 2)
