"""Two cities at a glance."""

from brochure.content.page_content import Mode
from brochure.pages.page_type import PageType
from brochure.pages.two_cities.content import TwoCitiesContent
from brochure.pages.two_cities.labels import LABELS
from brochure.pages.two_cities.layout import lay_out

PAGE_TYPE = PageType(
    "two-cities",
    TwoCitiesContent,
    lay_out,
    labels=LABELS,
    modes=(Mode.STACKED,),
    styles=("caption", "city-reading", "glance-name", "table-label", "table-value"),
)
