"""The contents page (目次)."""

from brochure.content.page_content import Mode
from brochure.pages.contents.content import ContentsContent
from brochure.pages.contents.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "contents",
    ContentsContent,
    lay_out,
    most=60,
    refers=True,
    lists=True,
    modes=(Mode.STACKED,),
    styles=("contents-entry", "contents-number"),
)
