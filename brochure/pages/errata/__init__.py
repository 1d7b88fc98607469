"""The errata slip (正誤表)."""

from brochure.content.page_content import Mode
from brochure.pages.errata.content import ErrataContent
from brochure.pages.errata.labels import LABELS
from brochure.pages.errata.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "errata",
    ErrataContent,
    lay_out,
    labels=LABELS,
    modes=(Mode.STACKED, Mode.FACING),
    styles=("table-label", "table-value"),
)
