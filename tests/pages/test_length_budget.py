"""The length budget of page types: copy far shorter than its page is told with what to add; shipped copy is not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from shipped.booklet import edition, project

from brochure.content.marks import plain
from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.diagnostics import Diagnostic
from brochure.pages import PAGE_TYPES
from brochure.pages.modes import lay_out
from brochure.pages.room import fill
from brochure.translation.manuscript import Copy, Manuscript
from pages.setting import Laid, setting
from pages.test_overset import capacity, first_orders

BUDGETED = sorted(name for name, page_type in PAGE_TYPES.items() if page_type.least_fill)
LANGUAGES = ("ja", "zh_CN")


class Shortened(Manuscript, frozen=True, eq=False):
    """A manuscript of which every text longer than a heading is cut to its first characters, and may be lengthened."""

    kept: int = 12
    times: int = 1

    def read(self, text: Text, language: str) -> Copy:
        copy = Manuscript.read(self, text, language)
        if len(copy.text) <= 40:
            return copy
        return replace(copy, text=plain(copy.text)[: self.kept] * self.times, pieces=())


def laid(name: str, language: str, times: int = 0) -> Laid:
    """The first shipped order of a type; with its long texts shortened where `times` says how often they are said."""
    of, content = first_orders()[name]
    own = setting(language, number=4, edition=edition(of), pages=project().pages[of])
    if times:
        base = own.manuscript
        short = Shortened(language, base.texts, base.content, base.labels, own.report, times=times)
        own = replace(own, manuscript=short)
    return Laid(_pages(name, content, own), own)


def _pages(name: str, content: PageContent, own: object):
    return lay_out(PAGE_TYPES[name], content, own)  # pyright: ignore[reportArgumentType]


def told(page: Laid) -> list[Diagnostic]:
    return [each for each in page.setting.report if each.code == "pages.underset"]


def wanted(found: Diagnostic) -> int:
    return int(str(dict(found.hints[0].values)["characters"]))


@pytest.mark.parametrize("name", BUDGETED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_copy_keeps_its_budget(name: str, language: str) -> None:
    assert told(laid(name, language)) == []


@pytest.mark.parametrize("name", BUDGETED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_copy_far_too_short_is_told_at_its_order_with_how_much_to_add(name: str, language: str) -> None:
    page = laid(name, language, times=1)
    (finding,) = told(page)
    assert finding.span == first_orders()[name][1].span
    assert 0 < wanted(finding) <= capacity(page) * len(page.pages)
    shares = [
        fill(each.frame, page.setting.box(at), page.setting.area.line_feed)[0] for at, each in enumerate(page.pages)
    ]
    assert sum(shares) / len(shares) < PAGE_TYPES[name].least_fill
