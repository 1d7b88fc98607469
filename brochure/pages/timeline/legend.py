"""The legend of a timeline: the signs of the kinds that occur in it, with their names."""

from __future__ import annotations

from brochure.content.exchange import Exchange
from brochure.drawing.geometry import Rect
from brochure.layout.art.marks import mark
from brochure.layout.composition import Composition
from brochure.pages.entry_kinds import KINDS
from brochure.pages.page_type import Setting

_MARK = 8.0
_AFTER_MARK = 3.5
_BETWEEN = 11.0


def legend(page: Composition, exchange: Exchange, setting: Setting, box: Rect) -> None:
    """Set the legend in a box, in as many lines as it needs, kinds in the order of the table."""
    setter = setting.typesetter
    occurring = {entry.kind for entry in exchange.timeline}
    _, *twins = setting.sharing
    style = setter.styles["label"]
    x, y = box.x, box.y
    for kind, label in KINDS.items():
        if kind not in occurring:
            continue
        name = setter.label(setting.say(label), style)
        longest = name.size.width
        for each in twins:
            longest = max(longest, each.typesetter.label(each.say(label), "label").size.width)
        width = _MARK + _AFTER_MARK + longest
        if x + width > box.right:
            x, y = box.x, y + 1.4 * style.line_feed
        page.artwork(mark(kind, _MARK, setting.palette), x, y + (style.line_feed - _MARK) / 2)
        page.frame(name, x + _MARK + _AFTER_MARK, y)
        x += width + _BETWEEN
