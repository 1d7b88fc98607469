"""The citizens' exchange."""

from brochure.pages.citizens.content import CitizensContent
from brochure.pages.citizens.labels import LABELS
from brochure.pages.citizens.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "citizens",
    CitizensContent,
    lay_out,
    labels=LABELS,
    least_fill=0.4,
    styles=("body", "heading", "lead-small", "table-label", "table-value"),
)
