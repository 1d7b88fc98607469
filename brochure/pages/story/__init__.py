"""A story, in horizontal or vertical lines."""

from brochure.pages.note_labels import LABELS as NOTE_LABELS
from brochure.pages.page_type import PageType
from brochure.pages.story.content import StoryContent
from brochure.pages.story.layout import lay_out

PAGE_TYPE = PageType(
    "story",
    StoryContent,
    lay_out,
    labels=NOTE_LABELS,
    most=4,
    least_fill=0.12,
    styles=("byline", "child", "essay", "heading", "lead-small"),
)
