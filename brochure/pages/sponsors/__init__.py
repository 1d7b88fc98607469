"""The sponsors."""

from brochure.content.page_content import Mode
from brochure.pages.page_type import PageType
from brochure.pages.sponsors.content import SponsorsContent
from brochure.pages.sponsors.layout import lay_out

PAGE_TYPE = PageType(
    "sponsors",
    SponsorsContent,
    lay_out,
    modes=(Mode.STACKED, Mode.FACING),
    styles=("body-flush", "heading", "motto", "roster-name", "table-value"),
)
