"""A story in horizontal lines: the head of every page of ours, the lead over the whole measure, the copy in columns."""

from __future__ import annotations

from brochure.content.story import Story
from brochure.drawing.geometry import Rect
from brochure.layout.character_grid import character_grid
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.page_title import Heading, set_page_title
from brochure.pages.page_type import Setting
from brochure.pages.prose import Prose, columns_of, numbering, set_prose
from brochure.pages.slots import set_foot_band
from brochure.pages.story.content import Reader, StoryContent
from brochure.pages.story.copy import body
from brochure.pages.story.picture import LINES, set_story_picture


def set_horizontally(content: StoryContent, story: Story, setting: Setting) -> tuple[Page, ...]:
    """The pages; on the last the columns end together and the drawing fills the foot."""
    setter, area = setting.typesetter, setting.area
    is_child = content.reader is Reader.CHILD
    count = 1 if is_child else 0  # columns; 0: the area's own
    measure = columns_of(content, setting, setting.box(), count).measure
    notes = numbering(content, setting)
    text, heading = setter.styles["child" if is_child else "essay"], setter.styles["heading"]
    rest = Prose(body(story, setting, text, heading, measure, notes), notes=(tuple(notes.notes),))
    pages: list[Page] = []
    for offset in range(content.pages):
        page = setting.begin()
        box = setting.box(offset) if offset else _opened(page, content, story, setting)
        columns = columns_of(content, setting, box, count, offset, text)
        if content.shows_grid:
            for column in columns.boxes:
                page.artwork(character_grid(area, column, setting.palette.rule), 0.0, 0.0)
        depth, rest = set_prose(page, rest, columns, content, setting, goes_on=offset + 1 < content.pages)
        if not rest and not (story.picture and not offset):
            set_foot_band(page, content, box, box.y + depth, setting)
        pages.append(setting.finish(page, content, "story", offset))
    setting.overset(rest.left, content)
    return tuple(pages)


def _opened(page: Composition, content: StoryContent, story: Story, setting: Setting) -> Rect:
    """Set title, lead and byline at the head of the first page; what is left of the type area below."""
    setter, area = setting.typesetter, setting.area
    heading = Heading(setting.words(story.title), setting.words(content.kicker))
    box = set_page_title(page, setter, setting.palette, area, setting.box(), (heading,), content.id)
    lines = 0
    lead = setter.text(setting.words(story.lead), "lead-small", box.width)
    if lead:
        filled = page.strips(lead, box)
        setting.overset(filled.rest, content)
        lines = round(area.whole_lines(filled.depth) / area.line_feed)
    if story.byline:
        byline = setter.text(setting.words(story.byline), "byline", box.width)
        page.stack(byline, box.x, area.rows(box, lines).y)
        lines += 1
    if story.picture:
        lines += 1 if lines else 0
        set_story_picture(page, content, story, setting, area.rows(box, lines, LINES))
        lines += LINES
    return area.rows(box, lines + 1 if lines else 0)
