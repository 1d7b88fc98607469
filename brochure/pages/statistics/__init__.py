"""The areas of Hokkaido in numbers."""

from brochure.content.page_content import Mode
from brochure.pages.page_type import PageType
from brochure.pages.statistics.content import StatisticsContent
from brochure.pages.statistics.labels import LABELS
from brochure.pages.statistics.layout import lay_out

PAGE_TYPE = PageType(
    "statistics",
    StatisticsContent,
    lay_out,
    labels=LABELS,
    modes=(Mode.FACING,),
    styles=("body-flush", "chart-axis", "chart-series", "chart-value", "heading", "note", "table-label", "table-value"),
)
