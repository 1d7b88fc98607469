"""A setting as a build gives it, made from the shipped project, with data that a test may change before it is set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec.structs import replace
from shipped.booklet import LANGUAGES, ROOT, project
from shipped.booklet import edition as shipped_edition

from brochure.content.booklet import Booklet
from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.diagnostics import Diagnostic, Report
from brochure.drawing.frame import Glyphs, Group, Placed, Tagged, items_of, text_of
from brochure.drawing.geometry import IDENTITY, Point, Rect
from brochure.drawing.structure import Role
from brochure.edition.edition import Edition
from brochure.edition.sizes import SIZES
from brochure.languages import LANGUAGES as KNOWN
from brochure.layout.page import Page
from brochure.layout.text_block import Typesetter
from brochure.pages import PAGE_TYPES
from brochure.pages.page_type import Setting, spoken_together
from brochure.source.model import changed
from brochure.translation.catalogs import Catalog, read_catalog
from brochure.translation.manuscript import Manuscript

__all__ = ["LANGUAGES", "ROOT", "project"]

BLEED = 8.5
UNREAD = frozenset((Role.ARTIFACT, Role.FIGURE))
KANA = re.compile(r"[ぁ-ゖァ-ヺー]")
NUMBERS = {
    "cover": 1,
    "contents": 2,
    "map": 3,
    "rumoi": 4,
    "industry": 6,
    "yingkou": 7,
    "background": 8,
    "figures": 9,
    "timeline": 10,
    "citizens": 14,
    "colophon": 15,
    "back": 16,
}
"""The shipped pages by id, with the number of the first page of each."""


@dataclass(frozen=True)
class Laid:
    """What a page type gave for an order, with the setting it was given."""

    pages: tuple[Page, ...]
    setting: Setting

    @property
    def page(self) -> Page:
        assert len(self.pages) == 1
        return self.pages[0]

    @property
    def copy(self) -> str:
        """All words in reading order."""
        return "".join(text_of(page.frame.items) for page in self.pages)

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        return tuple(self.setting.report)

    @property
    def codes(self) -> list[str]:
        return [each.code for each in self.setting.report]


def order(name: str, **changes: Any) -> PageContent:
    """A page of the shipped edition as its author ordered it, some fields changed."""
    found = next(each for each in project().pages["rumoi"] if each.id == name)
    return changed(found, **changes)


def booklet(exchange: dict[str, Any] | None = None, **cities: dict[str, Any]) -> Booklet:
    """The shipped booklet, some fields of its exchange and of its cities changed."""
    shipped = project().booklet
    exchanges = {name: changed(each, **(exchange or {})) for name, each in shipped.exchanges.items()}
    towns = {name: changed(each, **cities.get(name, {})) for name, each in shipped.cities.items()}
    return replace(shipped, exchanges=exchanges, cities=towns)


def exchange() -> Any:
    return project().booklet.exchanges["rumoi-yingkou"]


def edition(**changes: Any) -> Edition:
    return changed(shipped_edition(), **changes)


def setting(
    language: str = "ja",
    number: int = 1,
    booklet: Booklet | None = None,
    edition: Edition | None = None,
    **more: Any,
) -> Setting:
    """A new setting: its report and its typesetter's findings are empty."""
    whole = project()
    ordered = edition or shipped_edition()
    theme = whole.themes[ordered.theme]
    area = theme.grids[ordered.size].type_area(SIZES[ordered.size].size)
    report = Report()
    known = KNOWN[language]
    styles = theme.style_sheet(language, known.conventions, whole.library, area)
    defaults = Setting(
        language=known,
        booklet=booklet or whole.booklet,
        edition=ordered,
        pages=whole.pages["rumoi"],
        manuscript=Manuscript(language, {}, catalog(language, "content"), catalog(language, "labels"), report),
        palette=theme.palette,
        typesetter=Typesetter(styles, language),
        area=area,
        bleed=BLEED,
        report=report,
        number=number,
        typeface_credits=("Noto Sans", "Noto Serif"),
    )
    return replace(defaults, **more)


@cache
def catalog(language: str, domain: str) -> Catalog | None:
    return None if language == "ja" else read_catalog(ROOT, language, domain, Report())


def lay(content: str | PageContent, language: str = "ja", **given: Any) -> Laid:
    """Set a page, by its id or as `order` changed it, at the number it has in the shipped edition."""
    if isinstance(content, str):
        content = order(content)
    own = setting(language, **{"number": NUMBERS[content.id], **given})
    return Laid(PAGE_TYPES[content.type].lay_out(content, own), own)


@cache
def shipped(name: str, language: str = "ja") -> Laid:
    """A page as shipped, set once."""
    return lay(name, language)


def words(text: Text | None, language: str = "ja") -> str:
    """A text of the shipped content in a language, from its catalog and not from the manuscript."""
    assert text is not None
    if language == "ja":
        return text.plain
    found = catalog(language, "content")
    assert found is not None
    entry = found[text.key]
    assert entry is not None, text.key
    return entry.text


def joined(copy: str) -> str:
    """Copy as one line: without the line ends it is typed with."""
    return copy.replace("\n", "")


def in_order(copy: str, parts: Sequence[str]) -> bool:
    """Whether the parts occur in the copy one after another."""
    at = 0
    for part in parts:
        found = copy.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def elements(page: Page, *roles: Role) -> list[tuple[Role, str]]:
    """The tagged parts of a page of these roles, each with its copy, in reading order."""
    return [(item.role, text_of(item.items)) for item in items_of(page.frame.items, Tagged) if item.role in roles]


def figures(page: Page) -> list[Tagged]:
    return [item for item in items_of(page.frame.items, Tagged) if item.role is Role.FIGURE]


def read_runs(
    items: tuple[Placed, ...], x: float = 0.0, y: float = 0.0, skipped: frozenset[Role] = UNREAD
) -> Iterator[tuple[Point, Glyphs]]:
    """Every run of words outside pictures and decoration (or what else is skipped), with its place on the page."""
    for placed in items:
        item = placed.item
        here = Point(x + placed.x, y + placed.y)
        if isinstance(item, Glyphs):
            yield here, item
        elif isinstance(item, Tagged):
            if item.role not in skipped:
                yield from read_runs(item.items, *here, skipped)
        elif isinstance(item, Group) and item.transform == IDENTITY:
            yield from read_runs(item.items, *here, skipped)


def off_grid(page: Page, box: Rect, own: Setting) -> list[str]:
    """The runs of body text, its headings and tables apart, whose baseline stands between the grid's lines."""
    feed, size = own.area.line_feed, own.typesetter.styles["body"].size
    first = box.y + own.area.baseline
    found = []
    apart = frozenset((*UNREAD, Role.TABLE, Role.HEADING_3))
    for at, run in read_runs(page.frame.items, skipped=apart):
        lines = (at.y - first) / feed
        if run.size == size and abs(lines - round(lines)) > 0.002:
            found.append(run.text)
    return found


def long(times: int = 400) -> Text:
    """More copy than a page holds."""
    return Text("海と港のあいだで、人が行き来しました。" * times, "tests.long")


def bilingual(*languages: str, **given: Any) -> Setting:
    """A setting in which several languages speak, the first leading."""
    return spoken_together([setting(language, **given) for language in languages])
