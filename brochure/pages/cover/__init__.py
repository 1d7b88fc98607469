"""The front cover (表1)."""

from brochure.content.page_content import Mode
from brochure.layout.page import Side
from brochure.pages.cover.content import CoverContent
from brochure.pages.cover.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "cover",
    CoverContent,
    lay_out,
    side=Side.RECTO,
    modes=(Mode.STACKED,),
    styles=("cover-note", "cover-subtitle", "cover-title", "cover-title-stacked"),
)
