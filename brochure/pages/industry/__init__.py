"""A city's industries and specialities."""

from brochure.pages.industry.content import IndustryContent
from brochure.pages.industry.labels import LABELS
from brochure.pages.industry.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "industry",
    IndustryContent,
    lay_out,
    labels=LABELS,
    least_fill=0.4,
    styles=("body", "heading", "subheading", "table-value"),
)
