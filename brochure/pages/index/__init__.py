"""The index."""

from brochure.content.page_content import Mode
from brochure.pages.index.content import IndexContent
from brochure.pages.index.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "index",
    IndexContent,
    lay_out,
    most=4,
    refers=True,
    searches=True,
    modes=(Mode.STACKED,),
    styles=("index-entry", "index-letter"),
)
