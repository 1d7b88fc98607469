"""A story in horizontal lines: the head of every page of ours, the lead over the whole measure, the copy in columns."""

from __future__ import annotations

from brochure.content.story import Story
from brochure.drawing.geometry import Rect
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.page_title import Heading, set_page_title
from brochure.layout.strip import fill_columns
from brochure.pages.page_type import Setting
from brochure.pages.story.content import StoryContent
from brochure.pages.story.copy import body


def set_horizontally(content: StoryContent, story: Story, setting: Setting) -> tuple[Page, ...]:
    """The pages; on the last the columns end together and the drawing fills the foot."""
    setter, area = setting.typesetter, setting.area
    measure = area.column_boxes(setting.box())[0].width
    rest = body(story, setting, setter.styles["essay"], setter.styles["heading"], measure)
    pages: list[Page] = []
    for offset in range(content.pages):
        page = setting.begin()
        box = setting.box(offset) if offset else _opened(page, content, story, setting)
        columns = area.column_boxes(box)
        filled = fill_columns(rest, columns, is_balanced=True)
        page.items.extend(filled.items)
        rest = filled.rest
        if not rest:
            setting.foot_band(page, content, box, box.y + filled.depth)
        pages.append(setting.finish(page, content, "story", offset))
    setting.overset(rest, content)
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
        lines = round(area.whole_lines(filled.depth) / area.line_feed)
    if story.byline:
        byline = setter.text(setting.words(story.byline), "byline", box.width)
        page.stack(byline, box.x, area.rows(box, lines).y)
        lines += 1
    return area.rows(box, lines + 1 if lines else 0)
