"""The half-title (扉)."""

from brochure.content.page_content import Mode
from brochure.layout.page import Side
from brochure.pages.half_title.content import HalfTitleContent
from brochure.pages.half_title.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "half-title",
    HalfTitleContent,
    lay_out,
    side=Side.RECTO,
    modes=(Mode.STACKED,),
    styles=("cover-subtitle", "half-title"),
)
