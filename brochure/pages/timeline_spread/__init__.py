"""The timeline as a spread of lanes."""

from brochure.content.page_content import Mode
from brochure.layout.page import Side
from brochure.pages.page_type import PageType
from brochure.pages.timeline_spread.content import TimelineSpreadContent
from brochure.pages.timeline_spread.labels import LABELS
from brochure.pages.timeline_spread.layout import lay_out

PAGE_TYPE = PageType(
    "timeline-spread",
    TimelineSpreadContent,
    lay_out,
    labels=LABELS,
    least=2,
    most=2,
    side=Side.VERSO,
    modes=(Mode.STACKED,),
    styles=("chart-axis", "label", "lane-entry", "lane-milestone", "lane-year", "table-label"),
)
