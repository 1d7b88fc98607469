"""The background essay."""

from brochure.content.page_content import Mode
from brochure.pages.background.content import BackgroundContent
from brochure.pages.background.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "background",
    BackgroundContent,
    lay_out,
    modes=(
        Mode.PARALLEL,
        Mode.FACING,
    ),
    styles=("essay", "heading"),
)
