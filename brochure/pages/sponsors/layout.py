"""Sponsors (協賛): thanks, then tier under tier, the names of a tier side by side, each under its logo."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from brochure.drawing.geometry import Rect
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.strip import Strip, height_of
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_foot_band, set_picture
from brochure.pages.sponsors.content import Sponsor, SponsorsContent, Tier


class _Rank(Struct, frozen=True):
    """How a tier is set: how many names stand side by side, in which style, and how high a logo may be, in lines."""

    abreast: int
    style: str
    logo_lines: float


_RANKS = (_Rank(2, "motto", 4.0), _Rank(2, "roster-name", 3.0), _Rank(3, "table-value", 2.0))
"""By the number of the tier; those further on are set as the last."""

_WIDEST_LOGO = 0.7  # of its cell


def lay_out(content: SponsorsContent, setting: Setting) -> tuple[Page, ...]:
    """One page; the drawing stands at its foot."""
    page = setting.begin()
    area = setting.area
    box = setting.title(page, content, setting.box())
    if content.notice:
        text = setting.booklet.notices[content.notice].text
        thanks = setting.stacked(setting.all_words(text), "body-flush", box.width, area.line_feed / 2)
        filled = page.strips(thanks, box)
        setting.overset(filled.rest, content)
        box = area.rows(box, -(-filled.depth // area.line_feed) + 1)
    rest: list[Strip] = []
    for number, tier in enumerate(content.tiers):
        box = _set_tier(page, tier, _RANKS[min(number, len(_RANKS) - 1)], box, content, setting, rest)
    setting.overset(tuple(rest), content)
    set_foot_band(page, content, setting.box(), box.y, setting)
    return (setting.finish(page, content, "sponsors"),)


def _set_tier(
    page: Composition,
    tier: Tier,
    rank: _Rank,
    box: Rect,
    content: SponsorsContent,
    setting: Setting,
    rest: list[Strip],
) -> Rect:
    """A tier under its heading; what is left of the box. `rest` takes what finds no room."""
    area = setting.area
    titles = setting.all_words(tier.title)
    halves = area.column_boxes(box, len(titles))
    headings = [setting.typesetter.text(each, "heading", half.width) for each, half in zip(titles, halves, strict=True)]
    head = area.whole_lines(max(map(height_of, headings)))
    rows = [tier.sponsors[start : start + rank.abreast] for start in range(0, len(tier.sponsors), rank.abreast)]
    width = area.column_boxes(box, rank.abreast)[0].width
    named = [[_names(sponsor, rank, width, setting) for sponsor in row] for row in rows]
    deep = [area.whole_lines(_depth(row, names, rank, setting)) for row, names in zip(rows, named, strict=True)]
    if head + area.line_feed / 2 + deep[0] > box.height:
        rest += [strip for each in headings for strip in each]
        rest += [strip for row in named for each in row for strip in each]
        return box
    for heading, half in zip(headings, halves, strict=True):
        page.stack(heading, half.x, half.y)
    top = box.y + head + area.line_feed / 4
    page.rule(box.x, top, box.right, top, setting.palette.rule, 0.4)
    below = Rect(box.x, top + area.line_feed / 4, box.width, box.bottom - top - area.line_feed / 4)
    for row, names, height in zip(rows, named, deep, strict=True):
        if height > below.height:
            rest += [strip for each in names for strip in each]
            continue
        cells = area.column_boxes(below, rank.abreast)
        for sponsor, strips, cell in zip(row, names, cells, strict=False):
            logo = _logo(sponsor, cell, rank, setting)
            if logo is not None:
                set_picture(page, sponsor.logo, "", 1, logo, content, setting)
            drop = _logo_depth(row, rank, setting)
            page.stack(strips, cell.x, cell.y + drop)
        below = area.rows(below, height / area.line_feed)
    return area.rows(below, 0.5)


def _names(sponsor: Sponsor, rank: _Rank, measure: float, setting: Setting) -> tuple[Strip, ...]:
    """A sponsor's name in every language of the page."""
    names = setting.each(lambda voice: voice.name(sponsor.name, f"sponsors.{sponsor.id}.name"))
    return setting.stacked(names, rank.style, measure)


def _depth(row: Sequence[Sponsor], names: Sequence[Sequence[Strip]], rank: _Rank, setting: Setting) -> float:
    return _logo_depth(row, rank, setting) + max(map(height_of, names)) + setting.area.line_feed / 2


def _logo_depth(row: Sequence[Sponsor], rank: _Rank, setting: Setting) -> float:
    """The room over the names of a row: none where nobody in it has a logo."""
    has_logo = any(sponsor.logo in setting.booklet.pictures for sponsor in row if sponsor.logo)
    return (rank.logo_lines + 0.5) * setting.area.line_feed if has_logo else 0.0


def _logo(sponsor: Sponsor, cell: Rect, rank: _Rank, setting: Setting) -> Rect | None:
    """Where a logo stands: uncut, its foot on the row's, as large as its rank allows; None where there is none."""
    pixels = setting.pixels.get(sponsor.logo or "")
    if pixels is None:
        return None
    most = rank.logo_lines * setting.area.line_feed
    scale = min(most / pixels[1], _WIDEST_LOGO * cell.width / pixels[0])
    width, height = pixels[0] * scale, pixels[1] * scale
    return Rect(cell.x, cell.y + most - height, width, height)
