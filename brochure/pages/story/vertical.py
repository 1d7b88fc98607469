"""A story in vertical lines (縦組): title and lead at the right, the copy in two tiers from right to left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from brochure.content.page_content import NotesAt
from brochure.content.story import Story
from brochure.drawing.geometry import Rect
from brochure.layout.character_grid import character_grid
from brochure.layout.composition import Composition
from brochure.layout.notes import Numbering
from brochure.layout.page import Page
from brochure.layout.page_title import house_mark
from brochure.layout.side_notes import Shared, above
from brochure.layout.strip import Strip, height_of
from brochure.layout.styles import Style
from brochure.layout.vertical import fill_tiers, side_by_side, tiers, upright
from brochure.pages.page_type import Setting
from brochure.pages.prose import numbering
from brochure.pages.side_notes import STYLE as SIDE_NOTE
from brochure.pages.side_notes import lined_up_beside
from brochure.pages.slots import set_art
from brochure.pages.story.content import StoryContent
from brochure.pages.story.copy import body
from brochure.pages.story.picture import LINES, set_story_picture

_TIERS = 2
_LEAST_LINES = 5  # lines of the grid a drawing needs: a narrower one looks like a mistake
_LOWER = 2  # lines of the grid by which the title begins below the head of the type area, the lead twice that
_MARK = 11.5  # points the house mark takes


def set_vertically(content: StoryContent, story: Story, setting: Setting) -> tuple[Page, ...]:
    """The pages; the drawing fills what the copy leaves of the last tier, or a page no copy reaches."""
    setter, area = setting.typesetter, setting.area
    text, heading = upright(setter.styles["essay"]), upright(setter.styles["heading"])
    has_head_notes = content.notes is NotesAt.SIDE
    note = upright(setter.styles[SIDE_NOTE])
    notes = numbering(content, setting) if has_head_notes else None

    def shared(tier: Rect) -> Shared:
        return above(area, tier, note.size, note.line_feed) if has_head_notes else Shared(tier, tier, 0.0)

    measure = shared(tiers(area, setting.box(), _TIERS)[0]).copy.height
    rest = body(story, setting, text, heading, measure, notes)
    pages: list[Page] = []
    for offset in range(content.pages):
        page = setting.begin()
        box = setting.box(offset) if offset else _opened(page, content, story, setting)
        boxes = tiers(area, box, _TIERS)
        if content.shows_grid:
            for tier in boxes:
                grid = character_grid(area, shared(tier).copy, setting.palette.rule, is_vertical=True)
                page.artwork(grid, 0.0, 0.0)
        if story.picture and not offset:
            boxes = _with_picture(page, content, story, setting, boxes)
        if notes:
            goes_on = offset + 1 < content.pages
            free, rest = _with_head_notes(page, rest, [*map(shared, boxes)], notes, note, content, setting, goes_on)
        else:
            filled = fill_tiers(rest, boxes)
            page.items.extend(filled.items)
            free, rest = filled.free, filled.rest
        if not rest and not story.picture:
            _draw(page, content, setting, free)
        pages.append(setting.finish(page, content, "story", offset))
    setting.overset(rest, content)
    return tuple(pages)


def _with_head_notes(
    page: Composition,
    rest: tuple[Strip, ...],
    tiers: Sequence[Shared],
    notes: Numbering,
    style: Style,
    content: StoryContent,
    setting: Setting,
    goes_on: bool,
) -> tuple[tuple[Rect, ...], tuple[Strip, ...]]:
    """Fill tiers with copy, its notes above it; what copy and notes leave of each at its left, and the strips left."""
    free: list[Rect] = []
    for number, tier in enumerate(tiers):
        may_go_on = goes_on or number + 1 < len(tiers)
        found = lined_up_beside(rest, tier, notes.notes, style, content, setting, may_go_on)
        copy, rest = rest[: found.count], rest[found.count :]
        page.items.extend(side_by_side(copy, tier.copy.right, tier.copy.y))
        for start, strips in found.notes:
            page.items.extend(side_by_side(strips, tier.notes.right - start, tier.notes.y))
        breadth = max(0.0, tier.copy.width - max(height_of(copy), found.depth))
        free.append(Rect(tier.copy.x, tier.notes.y, breadth, tier.copy.bottom - tier.notes.y))
    return tuple(free), rest


def _with_picture(
    page: Composition, content: StoryContent, story: Story, setting: Setting, boxes: tuple[Rect, ...]
) -> tuple[Rect, ...]:
    """Set the photograph at the left of the last tier; the tiers that are left."""
    *others, last = boxes
    room = (LINES + 1) * setting.area.line_feed
    set_story_picture(page, content, story, setting, last._replace(width=room - setting.area.line_feed))
    return (*others, last._replace(x=last.x + room, width=last.width - room))


def _opened(page: Composition, content: StoryContent, story: Story, setting: Setting) -> Rect:
    """Set kicker, title, lead and byline at the right of the first page; what is left of the type area."""
    area, box, feed = setting.area, setting.box(), setting.area.line_feed
    page.anchor(content.id)
    right = _kicker(page, content, setting, box)
    for part, lower in (("title", _LOWER), ("lead-small", 2 * _LOWER), ("byline", _LOWER)):
        strips = _strips(story, setting, part)
        if strips:
            right -= 0.0 if part == "title" else feed / 2
            fitting = _within(strips, right - box.x - 2 * feed)
            setting.overset(tuple(strips[fitting:]), content)
            right = _lines(page, strips[:fitting], right, box.y + lower * feed)
    lines = -(-round(box.right - right, 4) // feed)
    rule = box.right - (lines + 0.3) * feed
    page.rule(rule, box.y, rule, box.bottom, setting.palette.rule, 0.4)
    page.rule(rule, box.y, rule, box.y + 5 * area.size, setting.palette.sea, 1.6)
    return box._replace(width=box.width - (lines + 1) * feed)


def _strips(story: Story, setting: Setting, part: str) -> tuple[Strip, ...]:
    """A part of the head in vertical lines as deep as the page leaves it room."""
    setter, feed = setting.typesetter, setting.area.line_feed
    room = setting.box().height - _LOWER * feed
    match part:
        case "title":
            return setter.text(setting.words(story.title), upright(setter.styles["title"]), room)
        case "byline":
            style = upright(setter.styles["byline"])
            return setter.text(setting.words(story.byline), style, room)
        case _:
            return setter.text(setting.words(story.lead), upright(setter.styles[part]), room - _LOWER * feed)


def _within(strips: Sequence[Strip], room: float) -> int:
    """How many of the strips stand side by side in a room."""
    ends = accumulate(strip.height + strip.space_before for strip in strips)
    return sum(end <= room + 1e-6 for end in ends)


def _lines(page: Composition, strips: Sequence[Strip], right: float, top: float) -> float:
    """Set strips from `right` to the left; where they end."""
    page.items.extend(side_by_side(strips, right, top))
    return right - height_of(strips)


def _kicker(page: Composition, content: StoryContent, setting: Setting, box: Rect) -> float:
    """The house mark in the top right corner, and the kicker below it in a vertical line; where they end.

    A horizontal one would lie across the lines, and a program that reads the page would take it for the page's way.
    """
    feed = setting.area.line_feed
    page.put(house_mark(setting.palette), box.right - _MARK, box.y + (feed - 5.0) / 2)
    if not content.kicker:
        return box.right
    style = upright(setting.typesetter.styles["kicker"])
    label = setting.typesetter.text(setting.words(content.kicker), style, box.height - feed)
    setting.overset(label[1:], content)
    _lines(page, label[:1], box.right + (feed - style.size) / 2, box.y + 1.25 * feed)
    return box.right - feed / 2


def _draw(page: Composition, content: StoryContent, setting: Setting, free: Sequence[Rect]) -> None:
    """Draw the page's motif in the tiers or the part of one that no copy has reached, through the bleed at the left."""
    feed = setting.area.line_feed
    empty = [tier for tier in free if tier.width >= _LEAST_LINES * feed]
    if not (content.art or content.picture) or not empty:
        return
    whole = [tier for tier in empty if tier.width == max(each.width for each in empty)]
    top, bottom = whole[0].y, whole[-1].bottom
    right = whole[0].right - (feed if whole[0].width < free[0].width or len(whole) < len(free) else 0.0)
    set_art(page, content, Rect(-setting.bleed, top, right + setting.bleed, bottom - top), setting)
