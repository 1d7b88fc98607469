"""A city in brief."""

from brochure.content.page_content import Mode
from brochure.pages.city_brief.content import CityBriefContent
from brochure.pages.city_brief.labels import LABELS
from brochure.pages.city_brief.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "city-brief",
    CityBriefContent,
    lay_out,
    labels=LABELS,
    modes=(Mode.STACKED,),
    styles=("body-flush", "city-reading", "glance-name", "table-dense", "table-label"),
)
