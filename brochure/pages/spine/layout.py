"""The spine (背): title at the head, publisher and year at the foot, in one vertical line down its middle.

It is printed between 表4 and 表1 on the cover's sheet and is no page: it has no number, and files for screens lack it.
Its type is chosen by its width from three sizes; a spine too thin for the smallest is left without words, and told.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from brochure.diagnostics import Message, message, warning
from brochure.drawing.geometry import Rect, Size
from brochure.drawing.units import in_mm, mm
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.styles import Style
from brochure.layout.text_block import Words
from brochure.layout.vertical import side_by_side, upright
from brochure.pages.page_type import Setting
from brochure.pages.spine.content import SpineContent

_STYLES = ("spine-large", "spine", "spine-small")
_THIN_MM = 3.0  # printers set no words on a spine that is not thicker
_FREE = mm(0.6)  # at each side of the type: the cover may be folded so far beside its place
_GAP = 1.5  # em between what one language says and the next
_ENDLESS = 100_000.0  # points: a line that is never broken


def lay_out(content: SpineContent, setting: Setting) -> tuple[Page, ...]:
    """The spine as wide as the book is thick; empty as long as nobody knows how thick, and where it is too thin."""
    width, height = setting.spine or 0.0, setting.area.trim.height
    page = Composition(Size(width, height))
    style = _style(content, setting, width)
    if style:
        bleed = setting.bleed
        page.box(Rect(0.0, -bleed, width, height + 2 * bleed), setting.palette.tint_cool)
        _set_words(page, content, setting, style)
    return (Page(page.finish(), "spine", has_folio=False, order=content.id),)


def _style(content: SpineContent, setting: Setting, width: float) -> str:
    """The style of the largest type the spine holds; none, with a finding, where it holds none."""
    if setting.spine is None:
        return ""
    if setting.edition.binding != "perfect":
        _left_out(
            content,
            setting,
            message("a book that is not glued has no spine to bear words"),
            message("take the page away, or order binding: perfect"),
        )
        return ""
    sizes = {name: setting.typesetter.styles[name].size for name in _STYLES}
    fitting = [name for name, size in sizes.items() if size + 2 * _FREE <= width]
    if width > mm(_THIN_MM) and fitting:
        return fitting[0]
    least = max(_THIN_MM, in_mm(min(sizes.values()) + 2 * _FREE))
    _left_out(
        content,
        setting,
        message("the spine is {spine} mm thick: its words are left out", spine=f"{in_mm(width):.1f}"),
        message(
            "they want more than {least} mm: order thicker paper or more pages, or write the printer’s own spine_mm",
            least=f"{least:.1f}",
        ),
    )
    return ""


def _left_out(content: SpineContent, setting: Setting, what: Message, cure: Message) -> None:
    setting.report.add(warning("pages.thin-spine", what, content.span, cure))


def _set_words(page: Composition, content: SpineContent, setting: Setting, style: str) -> None:
    """The title in every language from the head down, publisher and year up to the foot."""
    box, year = setting.box(), Words(str(setting.edition.date.year), "", setting.language.tag)
    titles = [
        _composed(words, setting, style) for words in setting.each(lambda v: _on_one_line(v.words(content.title)))
    ]
    foot = [_composed(words, setting, style) for words in (*setting.all_words(setting.edition.publisher), year)]
    gap = _GAP * setting.typesetter.styles[style].size
    top = box.bottom - sum(line.length for line in foot) - gap * (len(foot) - 1)
    _set(page, titles, box.y, top - gap, gap, content, setting)
    _set(page, foot, max(top, box.y), box.bottom, gap, content, setting)


class _Line(Struct, frozen=True):
    """Words of one language in one vertical line: what they are, and how long the line is in points."""

    words: Words
    voice: Setting
    style: Style
    length: float


def _composed(words: Words, setting: Setting, name: str) -> _Line:
    voice = next((each for each in setting.voices if each.language.tag == words.language), setting)
    style = upright(voice.typesetter.styles[name])
    lines = voice.typesetter.lines(words, style, _ENDLESS)
    return _Line(words, voice, style, sum(line.width for line in lines))


def _set(
    page: Composition,
    lines: Sequence[_Line],
    top: float,
    bottom: float,
    gap: float,
    content: SpineContent,
    setting: Setting,
) -> None:
    """Lines one under another, in the middle of the spine; what reaches below `bottom` is told."""
    for line in lines:
        room = max(bottom - top, line.style.size)
        strips = line.voice.typesetter.text(line.words, line.style, room)
        page.items.extend(side_by_side(strips[:1], (page.size.width + line.style.line_feed) / 2, top))
        setting.overset(strips[1:] if top < bottom else strips, content)
        top += line.length + gap


def _on_one_line(words: Words) -> Words:
    """A title without the line ends it has on a page."""
    return Words(words.text.replace("\n", ""), words.origin, words.language)
