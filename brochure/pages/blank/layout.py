"""A page left blank on purpose (白頁): declared in the edition file, so that nobody takes it for a mistake."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.layout.page import Page
from brochure.pages.blank.content import BlankContent
from brochure.pages.page_type import Setting


def lay_out(content: BlankContent, setting: Setting) -> tuple[Page, ...]:
    """One page with nothing on it, no folio."""
    page = setting.begin()
    page.anchor(content.id)
    return (replace(setting.finish(page, content, "blank"), has_folio=False),)
