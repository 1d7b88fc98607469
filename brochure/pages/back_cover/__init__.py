"""The back cover (表4)."""

from brochure.content.page_content import Mode
from brochure.layout.page import Side
from brochure.pages.back_cover.content import BackCoverContent
from brochure.pages.back_cover.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "back-cover", BackCoverContent, lay_out, side=Side.VERSO, modes=(Mode.STACKED,), styles=("cover-note",)
)
